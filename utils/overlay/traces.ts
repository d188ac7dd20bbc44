/** Whether a lens was here: asked on every page of a wiki, so it is small. What to do about it is in `leftovers.ts`, which comes when needed. */
import { CHUNK, COMMENT, COMMENT_LABEL, HOME, IDEA, LIST_NOTE, NOTES, ONE_LIST, PLACE, TOOLBAR } from './names.ts';

/** All elements that a lens puts on a page. */
export const OURS = [TOOLBAR, IDEA, COMMENT, COMMENT_LABEL, LIST_NOTE, NOTES, PLACE, ONE_LIST, CHUNK, HOME].join(',');

/** Whether there is one. Without any no lens was here: an attribute that looks like ours is then the page's own text. */
export function hasLeftovers(document: Document): boolean {
  return document.querySelector(OURS) !== null;
}
