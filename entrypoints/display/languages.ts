/** Which language the page's own text is in, for whose alphabet its titles follow. Not for our sentences: those are in our words' language. */

/** The language (BCP 47) of what stands in `root`, as the page declares it nearest; `otherwise` where it declares none. */
export function pageLanguage(root: Element | null, otherwise: string): string {
  return root?.closest('[lang]:not([lang=""])')?.getAttribute('lang') ?? otherwise;
}
