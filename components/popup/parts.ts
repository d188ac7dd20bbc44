/** What the popup shows, in its two parts: the page in front, and the newest bookmarks. Plain data. */
import type { Bookmark } from '../../utils/model/bookmark.ts';
import type { LensStatus } from '../../utils/model/lens-status.ts';

/**
 * What the active tab holds. `unknown`: no page of a wiki we know, or one we cannot see yet (`perhapsReload`: the browser does not
 * say which). `no-access`: the browser keeps us from some wikis that we know, and this page may be of one. `allowed`: it was so
 * until a moment ago. `unseen`: a wiki we know, but the page was open before the extension came.
 */
export type PopupPlace =
  | { readonly kind: 'lens'; readonly status: LensStatus; readonly on: boolean; readonly shortcut: string | null }
  | { readonly kind: 'unknown'; readonly perhapsReload: boolean }
  | { readonly kind: 'no-access'; readonly hosts: readonly string[] }
  | { readonly kind: 'allowed' }
  | { readonly kind: 'unseen' };

/** `error` is a sentence for people. */
export type PopupBookmarks =
  | { readonly kind: 'found'; readonly bookmarks: readonly Bookmark[]; readonly unreadable: number }
  | { readonly kind: 'failed'; readonly error: string };
