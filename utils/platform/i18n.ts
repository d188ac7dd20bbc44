/**
 * The words of the interface, from the locale files, with keys that the type checker knows.
 * Not for text of the page: that stays as the page wrote it.
 */
import { createI18n } from '@wxt-dev/i18n';
import type english from '../../locales/en.json';

type Keys<Tree, Prefix extends string = ''> = {
  [K in keyof Tree & string]: Tree[K] extends string ? `${Prefix}${K}` : Keys<Tree[K], `${Prefix}${K}.`>;
}[keyof Tree & string];

/** Every key of the English locale file, levels joined by a dot. */
export type MessageKey = Keys<typeof english>;

const i18n = createI18n();

/**
 * The message for `key` in the browser's language. `substitutions` fill `$1` … `$9`; numbers are written as given, so format
 * them before. With `count` the message picks its plural form ("1 idea | $1 ideas"), and `$1` is the count unless
 * `substitutions` are given.
 */
export function t(key: MessageKey, substitutions?: readonly string[], count?: number): string {
  const words = substitutions ? [...substitutions] : undefined;
  if (count !== undefined) return words ? i18n.t(key, count, words) : i18n.t(key, count);
  return words ? i18n.t(key, words) : i18n.t(key);
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

/** A number as the words' language writes it. */
export function numeral(n: number): string {
  return n.toLocaleString(wordsLocale());
}
