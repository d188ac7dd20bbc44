/** Taking paint off the page: small, and always at hand. What is painted, and how, is in `highlights.ts`, which comes when needed. */
import { COMMENT_HIGHLIGHT, HIT_HIGHLIGHT, HIT_LINE_HIGHLIGHT } from './names.ts';

/** Takes all of ours off. Harmless where nothing is painted, and in browsers that cannot. */
export function clearPaint(): void {
  if (!canPaint()) return;
  for (const name of [HIT_HIGHLIGHT, HIT_LINE_HIGHLIGHT, COMMENT_HIGHLIGHT]) CSS.highlights.delete(name);
}

/** Browsers without the API show the page unpainted. */
export function canPaint(): boolean {
  return typeof CSS !== 'undefined' && 'highlights' in CSS;
}
