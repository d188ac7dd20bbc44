/** The bookmarks in the database. A change is confirmed when its transaction is complete, and told to all tabs after that. */
import { type Bookmark, type BookmarkDraft, newestFirst } from '../model/bookmark.ts';
import type { IdeaKey, PageKey } from '../model/key.ts';
import type { Database } from './database.ts';
import { readBookmark, readBookmarks } from './rows.ts';

/** Bookmarks, and how many rows beside them could not be read; those are kept as they are. */
export interface FoundBookmarks {
  readonly bookmarks: readonly Bookmark[];
  readonly unreadable: number;
}

export interface BookmarkStore {
  /** Those of one page, oldest first. */
  list(page: PageKey): Promise<FoundBookmarks>;
  /** The newest `limit` of all pages, newest first; `unreadable` counts all rows of the store. */
  recent(limit: number): Promise<FoundBookmarks>;
  /** Stores a bookmark; one that is there, or was until now under another key, keeps its date and whatever else its row holds. */
  set(draft: BookmarkDraft): Promise<Bookmark>;
  /** Nothing happens where there is none. */
  remove(page: PageKey, idea: IdeaKey): Promise<void>;
}

export interface BookmarkStoreOptions {
  readonly now: () => Date;
  /** Called after each completed change. It must not reject: what is stored stays stored. */
  readonly changed: () => Promise<void>;
}

/** Confirmed means on the disk, not in a buffer that a power cut takes. */
const STRICT = { durability: 'strict' } as const;

/** Every method rejects with a `LensError` of code `storage` when the browser refuses. */
export function createBookmarkStore(database: Database, { now, changed }: BookmarkStoreOptions): BookmarkStore {
  return {
    async list(page) {
      const rows = await database.run(connection => connection.getAllFromIndex('bookmarks', 'page', page));
      const bookmarks = readBookmarks(rows).sort((a, b) => (a.createdAt < b.createdAt ? -1 : 1));
      return { bookmarks, unreadable: rows.length - bookmarks.length };
    },

    async recent(limit) {
      const [rows, total] = await database.run(async connection => {
        const { store, done } = connection.transaction('bookmarks');
        // A row without a date is not in the index, but it counts.
        return Promise.all([store.index('createdAt').getAll(), store.count(), done]);
      });
      const bookmarks = readBookmarks(rows).sort(newestFirst);
      return { bookmarks: bookmarks.slice(0, limit), unreadable: total - bookmarks.length };
    },

    async set({ was, ...draft }) {
      const bookmark = await database.run(async connection => {
        const { store, done } = connection.transaction('bookmarks', 'readwrite', STRICT);
        const put = async (): Promise<Bookmark> => {
          const row = await store.get([draft.page, was ?? draft.idea]);
          if (was !== undefined) await store.delete([draft.page, was]);
          const createdAt = readBookmark(row)?.createdAt ?? now().toISOString();
          const stored: Bookmark = { ...draft, createdAt };
          await store.put({ ...(row as object | undefined), ...stored });
          return stored;
        };
        const [stored] = await Promise.all([put(), done]);
        return stored;
      });
      await changed();
      return bookmark;
    },

    async remove(page, idea) {
      await database.run(async connection => {
        const { store, done } = connection.transaction('bookmarks', 'readwrite', STRICT);
        await Promise.all([store.delete([page, idea]), done]);
      });
      await changed();
    },
  };
}
