/** An idea the user keeps. Anchor, contacts and date are kept to find the idea again when its title or number changed. */
import { webHostsOf } from './host.ts';
import type { Contact } from './idea.ts';
import type { IdeaKey, PageKey } from './key.ts';

export interface Bookmark {
  readonly page: PageKey;
  readonly idea: IdeaKey;
  /** As shown when it was bookmarked. */
  readonly title: string;
  readonly pageTitle: string;
  /** The address of its page, for the link back (http or https). */
  readonly url: string;
  readonly anchor: string | null;
  readonly contacts: readonly Contact[];
  /** `inserted.raw` of the idea. */
  readonly insertedRaw: string | null;
  /** When the user bookmarked it, ISO with milliseconds, UTC. */
  readonly createdAt: string;
}

/** A bookmark as a page asks for it; the background gives it its date. `was`: the key it has been stored under until now. */
export type BookmarkDraft = Omit<Bookmark, 'createdAt'> & { readonly was?: IdeaKey };

/** The bookmarks of one page, newest first. */
export interface BookmarksOfPage {
  readonly page: PageKey;
  /** As the newest of them has it. */
  readonly pageTitle: string;
  readonly bookmarks: readonly Bookmark[];
}

/** Orders bookmarks newest first; of the same moment by page and idea, so that none changes its place. */
export function newestFirst(a: Bookmark, b: Bookmark): number {
  if (a.createdAt !== b.createdAt) return a.createdAt > b.createdAt ? -1 : 1;
  const [one, other] = [`${a.page} ${a.idea}`, `${b.page} ${b.idea}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The bookmarks by their page: newest first, and the page with the newest bookmark first. */
export function byPage(bookmarks: readonly Bookmark[]): readonly BookmarksOfPage[] {
  return [...Map.groupBy(bookmarks.toSorted(newestFirst), bookmark => bookmark.page)].map(([page, of]) => ({
    page,
    pageTitle: of[0]?.pageTitle ?? '',
    bookmarks: of,
  }));
}

/** Where the idea of a bookmark stands; `null` for anything but a web address, which stays plain text. */
export function addressOfBookmark({ url, anchor }: Bookmark): string | null {
  if (webHostsOf(url) === null) return null;
  const address = new URL(url);
  if (anchor !== null) address.hash = anchor;
  return address.href;
}
