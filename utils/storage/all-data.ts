/** Everything the database holds, whatever it is: how much, and deleting it. Not for one bookmark: see bookmarks.ts. */
import type { IDBPTransaction, StoreNames } from 'idb';
import type { Database } from './database.ts';
import type { Stored } from './schema.ts';

export interface AllData {
  /** How many bookmarks there are, with those that cannot be read. */
  countBookmarks(): Promise<number>;
  /** Empties every store, all or none, and gives how many bookmarks there were. */
  deleteAll(): Promise<number>;
}

export interface AllDataOptions {
  /** Called after the deletion. It must not reject: what is deleted stays deleted. */
  readonly changed: () => Promise<void>;
}

/** Every method rejects with a `LensError` of code `storage` when the browser refuses; then nothing was deleted. */
export function createAllData(database: Database, { changed }: AllDataOptions): AllData {
  return {
    countBookmarks: () => database.run(connection => connection.count('bookmarks')),

    async deleteAll() {
      const count = await database.run(async connection => {
        const names = [...connection.objectStoreNames];
        const transaction = connection.transaction(names, 'readwrite', { durability: 'strict' });
        const empty = async (): Promise<number> => {
          const before = await transaction.objectStore('bookmarks').count();
          await Promise.all(names.map(name => transaction.objectStore(name).clear()));
          return before;
        };
        try {
          const [before] = await Promise.all([empty(), transaction.done]);
          return before;
        } catch (error) {
          abort(transaction);
          throw error;
        }
      });
      await changed();
      return count;
    },
  };
}

/** Else the stores that could be emptied would be, without the others. */
function abort(transaction: IDBPTransaction<Stored, StoreNames<Stored>[], 'readwrite'>): void {
  try {
    transaction.abort();
  } catch {
    // The browser has ended it by itself: it is undone already.
  }
}
