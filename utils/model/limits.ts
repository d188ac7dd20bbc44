/**
 * How large what people keep may be, wherever it comes from: a page by a message, or a file by an import. The limits keep one source
 * from filling the store; they are far above what a wiki can hold (a MediaWiki title has at most 255 bytes).
 */
import { isHost } from './host.ts';
import type { IdeaKey, PageKey } from './key.ts';

export const LONGEST_TITLE = 2_000;
/** A title in its key may have grown by folding and by `~2`. */
export const LONGEST_KEY = 6_100;
export const LONGEST_URL = 8_000;
export const MOST_CONTACTS = 100;

/** Whether `value` is a page's key: a host, a slash and a title without white space. */
export function isPageKey(value: unknown): value is PageKey {
  if (typeof value !== 'string' || value.length > LONGEST_KEY || /\s/u.test(value)) return false;
  const slash = value.indexOf('/');
  return slash > 0 && slash < value.length - 1 && isHost(value.slice(0, slash));
}

/** Whether `value` can be an idea's key. */
export function isIdeaKey(value: unknown): value is IdeaKey {
  return typeof value === 'string' && value !== '' && value.length <= LONGEST_KEY;
}
