/**
 * All bookmarks out of the store and back into it, whole rows, with what this version cannot read. A merge is one transaction: it
 * reads, decides and writes in it, so nothing that others store meanwhile is lost, and a failure leaves everything as it was.
 */
import { newestFirst } from '../model/bookmark.ts';
import type { AllBookmarks, BookmarkRow, ImportAnswer } from '../model/import.ts';
import type { BookmarkStoreOptions } from './bookmarks.ts';
import type { Database } from './database.ts';
import { readImportFile } from './import-file.ts';
import { planImport } from './import-plan.ts';
import { readBookmark } from './rows.ts';

export interface TransferStore {
  /** Every row, as JSON can hold it; the readable ones newest first. */
  all(): Promise<AllBookmarks>;
  /** Puts a removed row back as it was. Where the idea was bookmarked again meanwhile, that bookmark stays. */
  restore(row: BookmarkRow): Promise<void>;
  /** What `merge` would do with this file now. Writes nothing. */
  preview(text: string): Promise<ImportAnswer>;
  /** Merges the file and gives what was done. A file that cannot be taken changes nothing. */
  merge(text: string): Promise<ImportAnswer>;
}

const STRICT = { durability: 'strict' } as const;

/** Every method rejects with a `LensError` of code `storage` when the browser refuses; nothing has changed then. */
export function createTransferStore(
  database: Database,
  { changed }: Pick<BookmarkStoreOptions, 'changed'>,
): TransferStore {
  return {
    async all() {
      const rows = (await database.run(connection => connection.getAll('bookmarks'))).map(asJson);
      const bookmarks = rows.filter(row => readBookmark(row) !== null) as BookmarkRow[];
      bookmarks.sort(newestFirst);
      return { bookmarks, unreadable: rows.filter(row => readBookmark(row) === null) };
    },

    async restore(row) {
      await database.run(async connection => {
        const { store, done } = connection.transaction('bookmarks', 'readwrite', STRICT);
        const put = async () => {
          if ((await store.count([row.page, row.idea])) === 0) await store.put(row);
        };
        await Promise.all([put(), done]);
      });
      await changed();
    },

    async preview(text) {
      const file = readImportFile(text);
      if (!file.ok) return file;
      const rows = await database.run(connection => connection.getAll('bookmarks'));
      return { ok: true, plan: planImport(file.value, rows).plan };
    },

    async merge(text) {
      const file = readImportFile(text);
      if (!file.ok) return file;
      const { plan, writes } = await database.run(async connection => {
        const transaction = connection.transaction('bookmarks', 'readwrite', STRICT);
        const merge = async () => {
          try {
            const planned = planImport(file.value, await transaction.store.getAll());
            // A write that fails aborts the transaction, and `done` says so.
            for (const row of planned.writes) transaction.store.put(row).catch(() => undefined);
            return planned;
          } catch (error) {
            abort(transaction);
            throw error;
          }
        };
        const [planned] = await Promise.all([merge(), transaction.done]);
        return planned;
      });
      if (writes.length > 0) await changed();
      return { ok: true, plan };
    },
  };
}

/** Without this the writes before a failed one would be kept. */
function abort(transaction: { abort(): void }): void {
  try {
    transaction.abort();
  } catch {
    // It is over already.
  }
}

/**
 * A row as JSON can hold it, which is all that our own versions ever wrote. Of a stranger's values dates become text; a row that
 * refers to itself is left at its key.
 */
function asJson(row: unknown): unknown {
  try {
    return JSON.parse(JSON.stringify(row, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value)));
  } catch {
    const { page, idea } = row as { page?: unknown; idea?: unknown };
    return { page: String(page), idea: String(idea) };
  }
}
