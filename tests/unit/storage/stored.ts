/** Writes to the database behind the back of the code under test: examples of older versions, and rows that nobody can read. */
import { type IDBPDatabase, openDB } from 'idb';

interface Example {
  readonly version: number;
  readonly stores: {
    readonly [name: string]: {
      readonly keyPath: string[];
      readonly indexes: { readonly [name: string]: string };
      readonly rows: readonly unknown[];
    };
  };
}

/** Makes the database just as `example` describes it. */
export async function storeExample({ version, stores }: Example): Promise<void> {
  const database = await openDB('idea-lens', version, {
    upgrade(empty) {
      for (const [name, { keyPath, indexes }] of Object.entries(stores)) {
        const store = empty.createObjectStore(name, { keyPath });
        for (const [index, path] of Object.entries(indexes)) store.createIndex(index, path);
      }
    },
  });
  for (const [name, { rows }] of Object.entries(stores)) {
    for (const row of rows) await database.put(name, row);
  }
  database.close();
}

/** Runs `use` on a connection of its own to the database as it is. */
export async function behindTheBack<T>(use: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDB('idea-lens');
  try {
    return await use(database);
  } finally {
    database.close();
  }
}
