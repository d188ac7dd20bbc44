/** An idea the user keeps. Anchor, contacts and date are kept to find the idea again when its title or number changed. */
import type { Contact } from './idea.ts';
import type { IdeaKey, PageKey } from './key.ts';

export interface Bookmark {
  readonly page: PageKey;
  readonly idea: IdeaKey;
  /** As shown when it was bookmarked. */
  readonly title: string;
  readonly pageTitle: string;
  /** Where the page was read, for the link back (http or https). */
  readonly url: string;
  readonly anchor: string | null;
  readonly contacts: readonly Contact[];
  /** `inserted.raw` of the idea. */
  readonly insertedRaw: string | null;
  /** When the user bookmarked it, ISO with milliseconds, UTC. */
  readonly createdAt: string;
}

/** A bookmark as a page asks for it; the background gives it its date. */
export type BookmarkDraft = Omit<Bookmark, 'createdAt'>;
