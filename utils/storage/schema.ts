/**
 * What the database holds, version by version. A step is never edited once released: a change is a further step, and a stored
 * example of each version stays among the tests.
 */
import type { DBSchema, IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';

export const DATABASE_NAME = 'idea-lens';

/** Rows are `unknown` until read: an older version, another tool or a fault may have written them. */
export interface Stored extends DBSchema {
  bookmarks: {
    key: [page: string, idea: string];
    value: unknown;
    indexes: { page: string; createdAt: string };
  };
}

type Upgrade = IDBPTransaction<Stored, StoreNames<Stored>[], 'versionchange'>;

/** Step N turns a database of version N into version N + 1. */
const STEPS: readonly ((database: IDBPDatabase<Stored>, upgrade: Upgrade) => void)[] = [
  function fromNothing(database) {
    const bookmarks = database.createObjectStore('bookmarks', { keyPath: ['page', 'idea'] });
    bookmarks.createIndex('page', 'page');
    bookmarks.createIndex('createdAt', 'createdAt');
  },
];

export const DATABASE_VERSION = STEPS.length;

/** Brings a database from `version` (0: there is none yet) to DATABASE_VERSION, inside the browser's own upgrade transaction. */
export function migrate(database: IDBPDatabase<Stored>, version: number, upgrade: Upgrade): void {
  for (const step of STEPS.slice(version)) step(database, upgrade);
}
