/**
 * Which language is whose: the page's own text follows the page, its alphabet too; what we say is in our words' language, which is the
 * browser's where there are words in it.
 */
import { t, wordsLanguage } from '../../utils/platform/i18n.ts';

/** The language (BCP 47) of what stands in `root`, as the page declares it nearest; `otherwise` where it declares none. */
export function pageLanguage(root: Element | null, otherwise: string): string {
  return root?.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? otherwise;
}

/** What the overlay has to know of our words. */
export function hostWords(): { readonly language: string; readonly hiddenWord: string } {
  return { language: wordsLanguage(), hiddenWord: t('idea.hidden') };
}
