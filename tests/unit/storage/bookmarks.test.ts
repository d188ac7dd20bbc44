import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { ideaKey, pageKey } from '../../../utils/model/key.ts';
import { type BookmarkStore, createBookmarkStore } from '../../../utils/storage/bookmarks.ts';
import { createDatabase } from '../../../utils/storage/database.ts';
import { createTransferStore } from '../../../utils/storage/transfer.ts';
import { speakEnglish } from '../messaging/english.ts';
import { draftOf, HOST, PAGE } from '../messaging/samples.ts';
import { behindTheBack } from './stored.ts';

const changed = vi.fn(async () => undefined);
let clock: number;

/** A store of a background that was just started; its clock goes one second further at each look. */
function freshStore(): BookmarkStore {
  return createBookmarkStore(createDatabase(), { changed, now: () => new Date(clock++ * 1_000) });
}

const titles = (found: { bookmarks: readonly { title: string }[] }) => found.bookmarks.map(({ title }) => title);

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  globalThis.indexedDB = new IDBFactory();
  changed.mockReset();
  clock = 1_600_000_000;
});

describe('bookmarks', () => {
  it('one that was confirmed before the background was killed is there afterwards', async () => {
    const confirmed = await freshStore().set(draftOf('Faster boot'));
    expect(confirmed.createdAt).toBe('2020-09-13T12:26:40.000Z');
    expect((await freshStore().list(PAGE)).bookmarks).toEqual([confirmed]);
  });

  it('are told to all tabs only once they are stored', async () => {
    const seen: number[] = [];
    changed.mockImplementation(async () => {
      seen.push(await behindTheBack(database => database.count('bookmarks')));
    });
    const store = freshStore();
    await store.set(draftOf('Faster boot'));
    await store.remove(PAGE, ideaKey('Faster boot'));
    expect(seen).toEqual([1, 0]);
  });

  it('keep their date when set again, and renew the rest', async () => {
    const store = freshStore();
    const first = await store.set(draftOf('Faster boot'));
    const again = await store.set(draftOf('Faster boot', { anchor: 'Faster_boot_2' }));
    expect(again).toEqual({ ...first, anchor: 'Faster_boot_2' });
    expect((await store.list(PAGE)).bookmarks).toEqual([again]);
  });

  it('go on to another key with their date and whatever else they hold', async () => {
    const store = freshStore();
    const first = await store.set(draftOf('Faster boot'));
    await behindTheBack(database => database.put('bookmarks', { ...first, note: 'ask Ada first' }));
    const moved = await store.set(draftOf('Quicker boot', { was: first.idea }));
    expect(moved).toEqual({ ...draftOf('Quicker boot'), createdAt: first.createdAt });
    expect(await behindTheBack(database => database.getAll('bookmarks'))).toEqual([
      { ...moved, note: 'ask Ada first' },
    ]);
  });

  it('of one page are listed oldest first, others stay out', async () => {
    const store = freshStore();
    for (const title of ['Zebra crossing', 'Apple press']) await store.set(draftOf(title));
    await store.set(draftOf('Elsewhere', { page: pageKey(HOST, 'Other ideas') }));
    expect(titles(await store.list(PAGE))).toEqual(['Zebra crossing', 'Apple press']);
  });

  it('of all pages come newest first, as many as asked for', async () => {
    const store = freshStore();
    await store.set(draftOf('One'));
    await store.set(draftOf('Two', { page: pageKey(HOST, 'Other ideas') }));
    await store.set(draftOf('Three'));
    expect(titles(await store.recent(2))).toEqual(['Three', 'Two']);
  });

  it('of the same moment come in one order, here and in the list of all', async () => {
    const store = createBookmarkStore(createDatabase(), { changed, now: () => new Date(0) });
    for (const title of ['B', 'C', 'A']) await store.set(draftOf(title));
    const all = await createTransferStore(createDatabase(), { changed }).all();
    expect(titles(all)).toEqual(['A', 'B', 'C']);
    expect(titles(await store.recent(2))).toEqual(['A', 'B']);
  });

  it('are removed once; a second removal is no error', async () => {
    const store = freshStore();
    await store.set(draftOf('Faster boot'));
    await store.remove(PAGE, ideaKey('Faster boot'));
    await store.remove(PAGE, ideaKey('Faster boot'));
    expect(await store.list(PAGE)).toEqual({ bookmarks: [], unreadable: 0 });
  });

  it('hold hostile titles as plain text', async () => {
    const title = '<img src=x onerror=alert(1)> \u202Egnirts';
    await freshStore().set(draftOf(title));
    expect(titles(await freshStore().list(PAGE))).toEqual([title]);
  });
});

describe('an unreadable row', () => {
  const faults: readonly [string, object][] = [
    ['without a date', { createdAt: undefined }],
    ['with a number for a date', { createdAt: 5 }],
    ['with a script for a link', { url: 'javascript:alert(1)' }],
    ['with a link to another host', { url: 'https://wiki.example.net/' }],
    ['without contacts', { contacts: undefined }],
    ['with an object for a title', { title: { toString: 'x' } }],
  ];

  it.each(faults)('%s is kept and counted, and hides no other', async (_what, fault) => {
    const store = freshStore();
    const good = await store.set(draftOf('Faster boot'));
    const bad = { ...draftOf('Broken'), createdAt: '2021-01-01T00:00:00.000Z', ...fault };
    await behindTheBack(database => database.put('bookmarks', bad));

    expect(await store.list(PAGE)).toEqual({ bookmarks: [good], unreadable: 1 });
    expect(await store.recent(10)).toEqual({ bookmarks: [good], unreadable: 1 });
    expect(await behindTheBack(database => database.get('bookmarks', [bad.page, bad.idea]))).toEqual(bad);
  });

  it('is mended by bookmarking the idea again, and loses nothing else it held', async () => {
    const store = freshStore();
    await store.list(PAGE);
    const row = { page: PAGE, idea: ideaKey('Broken'), note: 'ask Ada first' };
    await behindTheBack(database => database.put('bookmarks', row));
    const mended = await store.set(draftOf('Broken'));
    expect((await store.list(PAGE)).bookmarks).toEqual([mended]);
    expect(await behindTheBack(database => database.get('bookmarks', [row.page, row.idea]))).toEqual({
      ...row,
      ...mended,
    });
  });
});
