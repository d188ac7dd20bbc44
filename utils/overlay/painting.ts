/**
 * Taking paint off the page, and the sheet that says what paint looks like: small, and always at hand. What is painted, and how, is in
 * `highlights.ts`, which comes when needed.
 */
import { COMMENT_HIGHLIGHT, HIT_HIGHLIGHT, HIT_LINE_HIGHLIGHT } from './names.ts';

/** By this a sheet is known as ours, to whichever lens looks. */
const MARK = '@layer idea-lens-paint;';

/** Takes all of ours off, with the sheet that it needed. Harmless where nothing is painted, and in browsers that cannot. */
export function clearPaint(document: Document): void {
  if (!canPaint()) return;
  // By name: Firefox 153 shows a content script no keys here.
  for (const name of [HIT_HIGHLIGHT, HIT_LINE_HIGHLIGHT, COMMENT_HIGHLIGHT]) CSS.highlights.delete(name);
  const { adoptedStyleSheets } = document;
  if (adoptedStyleSheets.some(isDye)) document.adoptedStyleSheets = adoptedStyleSheets.filter(sheet => !isDye(sheet));
}

/** Has the document know what paint looks like. The sheet stays until paint is cleared: each change of sheets is one of all styles. */
export function dye(document: Document, css: string): void {
  if (document.adoptedStyleSheets.some(isDye)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`${MARK}${css}`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}

function isDye({ cssRules }: CSSStyleSheet): boolean {
  return cssRules[0]?.cssText === MARK;
}

/** Browsers without the API show the page unpainted. */
export function canPaint(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS;
}
