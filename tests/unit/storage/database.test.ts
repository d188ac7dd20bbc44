import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createBookmarkStore } from '../../../utils/storage/bookmarks.ts';
import { createDatabase } from '../../../utils/storage/database.ts';
import { DATABASE_VERSION } from '../../../utils/storage/schema.ts';
import { speakEnglish } from '../messaging/english.ts';
import { draftOf, PAGE } from '../messaging/samples.ts';
import v1 from './examples/v1.json';
import { storeExample } from './stored.ts';

const EXAMPLES = [v1];
const changed = vi.fn(async () => undefined);
const storeOf = (database = createDatabase()) => createBookmarkStore(database, { changed, now: () => new Date(0) });
const storageError = { name: 'LensError', code: 'storage' };
const newerData = {
  name: 'LensError',
  code: 'newer-data',
  message: 'Your bookmarks were stored by a newer Idea Lens. They are kept: update Idea Lens to go on.',
};

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  globalThis.indexedDB = new IDBFactory();
  changed.mockClear();
});

describe('stored examples', () => {
  it('there is one for each version', () => {
    expect(EXAMPLES.map(({ version }) => version)).toEqual(Array.from({ length: DATABASE_VERSION }, (_, at) => at + 1));
  });

  it.each(EXAMPLES)('of version $version opens, and every row of it can be read', async example => {
    await storeExample(example);
    const { bookmarks, unreadable } = await storeOf().recent(100);
    expect(unreadable).toBe(0);
    expect(bookmarks.toReversed()).toEqual(example.stores.bookmarks.rows);
  });

  it.each(EXAMPLES)('of version $version can be written to', async example => {
    await storeExample(example);
    await storeOf().set(draftOf('A further idea'));
    expect((await storeOf().recent(100)).bookmarks).toHaveLength(example.stores.bookmarks.rows.length + 1);
  });

  it('of this version is what an empty store becomes', async () => {
    await storeOf().list(PAGE);
    const database = await openDB('idea-lens');
    const names = [...database.objectStoreNames];
    expect(names).toEqual(Object.keys(v1.stores));
    const { store } = database.transaction('bookmarks');
    expect(store.keyPath).toEqual(v1.stores.bookmarks.keyPath);
    expect([...store.indexNames].sort()).toEqual(Object.keys(v1.stores.bookmarks.indexes).sort());
    database.close();
  });
});

describe('when the browser refuses storage', () => {
  it('says so, saves nothing and tells no tab', async () => {
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('private', 'SecurityError');
      },
    } as unknown as IDBFactory;
    await expect(storeOf().set(draftOf('Faster boot'))).rejects.toMatchObject(storageError);
    await expect(storeOf().list(PAGE)).rejects.toMatchObject(storageError);
    expect(changed).not.toHaveBeenCalled();
  });

  it('works again in the same background once the browser allows it', async () => {
    const working = globalThis.indexedDB;
    const store = storeOf();
    globalThis.indexedDB = {
      open: () => {
        throw new DOMException('private', 'SecurityError');
      },
    } as unknown as IDBFactory;
    await expect(store.list(PAGE)).rejects.toMatchObject(storageError);
    globalThis.indexedDB = working;
    expect((await store.set(draftOf('Faster boot'))).title).toBe('Faster boot');
  });

  it('says so when a write fails, and what was there stays', async () => {
    const store = storeOf();
    const kept = await store.set(draftOf('Faster boot'));
    changed.mockClear();
    const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(store.set(draftOf('One too many'))).rejects.toMatchObject({
      ...storageError,
      detail: expect.stringContaining('full'),
    });
    put.mockRestore();
    expect(changed).not.toHaveBeenCalled();
    expect((await store.list(PAGE)).bookmarks).toEqual([kept]);
  });

  it('leaves the data of a newer version alone, and says that it is kept', async () => {
    (await openDB('idea-lens', DATABASE_VERSION + 1)).close();
    await expect(storeOf().list(PAGE)).rejects.toMatchObject(newerData);
    const database = await openDB('idea-lens');
    expect(database.version).toBe(DATABASE_VERSION + 1);
    database.close();
  });

  it('says so at once while somebody holds an older version, and works when that ends', async () => {
    await storeExample(v1);
    // Somebody who does not make way.
    const holder = await openDB('idea-lens', DATABASE_VERSION);
    globalThis.indexedDB = raised(globalThis.indexedDB);
    const store = storeOf();
    await expect(store.list(PAGE)).rejects.toMatchObject(storageError);
    await expect(store.list(PAGE)).rejects.toMatchObject(storageError);
    holder.close();
    await vi.waitFor(async () => expect(await store.list(PAGE).catch(() => null)).not.toBeNull());
  });
});

/** The factory as a later version of the extension would ask it: each version one higher. */
function raised(factory: IDBFactory): IDBFactory {
  return { open: (name: string, version?: number) => factory.open(name, (version ?? 1) + 1) } as unknown as IDBFactory;
}

describe('a connection', () => {
  it('makes way for a newer version, and does not meddle with it afterwards', async () => {
    const database = createDatabase();
    const store = storeOf(database);
    await store.set(draftOf('Faster boot'));
    const newer = await openDB('idea-lens', DATABASE_VERSION + 1);
    newer.close();
    await expect(store.list(PAGE)).rejects.toMatchObject(newerData);
  });

  it('that was closed under us is opened again for the same question', async () => {
    const database = createDatabase();
    const store = storeOf(database);
    await store.set(draftOf('Faster boot'));
    await database.run(async connection => connection.close());
    expect((await store.list(PAGE)).bookmarks).toHaveLength(1);
  });

  it('can be closed and is opened at the next use', async () => {
    const database = createDatabase();
    const store = storeOf(database);
    await store.set(draftOf('Faster boot'));
    await database.close();
    expect((await store.list(PAGE)).bookmarks).toHaveLength(1);
  });
});
