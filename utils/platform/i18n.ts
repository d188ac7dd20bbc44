/**
 * The words of the interface, from the locale files, with keys that the type checker knows.
 * Not for text of the page: that stays as the page wrote it.
 */
import { browser } from '@wxt-dev/browser';
import type english from '../../locales/en.json';

type Keys<Tree, Prefix extends string = ''> = {
  [K in keyof Tree & string]: Tree[K] extends string ? `${Prefix}${K}` : Keys<Tree[K], `${Prefix}${K}.`>;
}[keyof Tree & string];

/** Every key of the English locale file, levels joined by a dot. */
export type MessageKey = Keys<typeof english>;

/**
 * The message for `key` in the browser's language. `substitutions` fill `$1` … `$9`; numbers are written as given, so format
 * them before. With `count` the message picks its plural form ("1 idea | $1 ideas"), and `$1` is the count unless
 * `substitutions` are given.
 */
export function t(key: MessageKey, substitutions?: readonly string[], count?: number): string {
  const filled = substitutions ? [...substitutions] : count === undefined ? [] : [String(count)];
  const message = browser.i18n.getMessage(key.replaceAll('.', '_'), filled);
  if (!message) console.warn(`No message: ${key}`);
  const forms = count === undefined ? [message] : message.split(' | ');
  return forms[count === 1 ? 0 : forms.length - 1] ?? message;
}

/**
 * Whose numbers and dates stand in our sentences (BCP 47): the language of the words, so that no sentence mixes two. Neither the
 * page's language nor the browser's, which may be one that there are no words in.
 */
export function wordsLocale(): string {
  return t('locale') || 'en-GB';
}

/** The same for a `lang` attribute: without a country, so that speech does not change its voice for it. */
export function wordsLanguage(): string {
  return new Intl.Locale(wordsLocale()).language;
}

/**
 * A number as `locale` (one that there are words in) writes it. Below a thousand these languages write nothing but digits, and
 * the browser needs not be asked, which the first time takes as long as drawing the bar.
 */
export function numeral(n: number, locale = wordsLocale()): string {
  return Number.isInteger(n) && n >= 0 && n < 1_000 ? String(n) : n.toLocaleString(locale);
}
