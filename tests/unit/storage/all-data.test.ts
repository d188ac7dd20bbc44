import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createAllData } from '../../../utils/storage/all-data.ts';
import { createBookmarkStore } from '../../../utils/storage/bookmarks.ts';
import { createDatabase } from '../../../utils/storage/database.ts';
import { speakEnglish } from '../messaging/english.ts';
import { draftOf } from '../messaging/samples.ts';
import { behindTheBack } from './stored.ts';

const changed = vi.fn(async () => undefined);

async function storeOfTwo() {
  const database = createDatabase();
  const bookmarks = createBookmarkStore(database, { now: () => new Date(0), changed: async () => undefined });
  await bookmarks.set(draftOf('Faster boot'));
  await behindTheBack(connection => connection.put('bookmarks', { page: 'x', idea: 'unreadable' }));
  return createAllData(database, { changed });
}

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  globalThis.indexedDB = new IDBFactory();
  changed.mockReset();
});

describe('all data', () => {
  it('counts every bookmark, readable or not', async () => {
    expect(await (await storeOfTwo()).countBookmarks()).toBe(2);
  });

  it('is deleted from every store there is, and only then told to all tabs', async () => {
    const data = await storeOfTwo();
    const left: number[] = [];
    changed.mockImplementation(async () => {
      const counts = await behindTheBack(database =>
        Promise.all([...database.objectStoreNames].map(name => database.count(name))),
      );
      left.push(...counts);
    });
    expect(await data.deleteAll()).toBe(2);
    expect(left.length).toBeGreaterThan(0);
    expect(left.every(count => count === 0)).toBe(true);
    expect(await data.deleteAll()).toBe(0);
  });

  it('asks the browser to have it on the disk', async () => {
    const data = await storeOfTwo();
    const begun = vi.spyOn(IDBDatabase.prototype, 'transaction');
    await data.deleteAll();
    expect(begun).toHaveBeenCalledWith(expect.any(Array), 'readwrite', { durability: 'strict' });
    begun.mockRestore();
  });

  it('is all there still when the deletion breaks half way', async () => {
    const data = await storeOfTwo();
    const { clear } = IDBObjectStore.prototype;
    const broken = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(function (this: IDBObjectStore) {
      clear.call(this);
      throw new DOMException('broken', 'UnknownError');
    });
    await expect(data.deleteAll()).rejects.toMatchObject({ code: 'storage' });
    broken.mockRestore();
    expect(changed).not.toHaveBeenCalled();
    expect(await data.countBookmarks()).toBe(2);
  });
});
