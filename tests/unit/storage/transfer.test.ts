import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { bookmarksToJson } from '../../../utils/export/bookmarks-json.ts';
import type { Bookmark } from '../../../utils/model/bookmark.ts';
import type { BookmarkRow, ImportAnswer, ImportPlan, ImportProblem } from '../../../utils/model/import.ts';
import { ideaKey, pageKey } from '../../../utils/model/key.ts';
import { createBookmarkStore } from '../../../utils/storage/bookmarks.ts';
import { createDatabase } from '../../../utils/storage/database.ts';
import { createTransferStore, type TransferStore } from '../../../utils/storage/transfer.ts';
import { speakEnglish } from '../messaging/english.ts';
import { draftOf, HOST, PAGE } from '../messaging/samples.ts';
import { behindTheBack } from './stored.ts';

const changed = vi.fn(async () => undefined);
const NOW = new Date('2026-11-25T10:00:00.000Z');

function freshStore(): TransferStore {
  return createTransferStore(createDatabase(), { changed });
}

function rowOf(title: string, more: object = {}): BookmarkRow {
  const row: Bookmark = { ...draftOf(title), createdAt: '2021-05-04T10:00:00.000Z' };
  return { ...row, ...more };
}

/** The text of a file with these rows. */
function fileOf(bookmarks: readonly unknown[], more: object = {}): string {
  return JSON.stringify(
    { format: 'idea-lens/bookmarks@1', exportedAt: NOW.toISOString(), bookmarks, ...more },
    null,
    2,
  );
}

async function fill(rows: readonly unknown[]): Promise<void> {
  await freshStore().all();
  await behindTheBack(async database => {
    for (const row of rows) await database.put('bookmarks', row);
  });
}

const rows = () => behindTheBack(database => database.getAll('bookmarks'));

function planOf(answer: ImportAnswer): ImportPlan {
  if (!answer.ok) throw new Error(`refused: ${JSON.stringify(answer.problem)}`);
  return answer.plan;
}

const counts = ({ new: added, changed: renewed, same, unreadable, rejected }: ImportPlan) => ({
  new: added.count,
  changed: renewed.count,
  same: same.count,
  unreadable: [unreadable.new, unreadable.same],
  rejected: rejected.length,
});

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  globalThis.indexedDB = new IDBFactory();
  changed.mockClear();
});

describe('all bookmarks', () => {
  it('are whole rows, newest first, and the unreadable ones as they are', async () => {
    const old = rowOf('Old', {
      note: 'ask Ada first',
      contacts: [{ name: 'A', email: null, role: 'mentor', phone: 1 }],
    });
    const young = rowOf('Young', { createdAt: '2022-01-01T00:00:00.000Z' });
    const broken = { page: 5, idea: 'x', title: { deep: [null] } };
    await fill([old, young, broken]);
    expect(await freshStore().all()).toEqual({ bookmarks: [young, old], unreadable: [broken] });
    expect(changed).not.toHaveBeenCalled();
  });

  it('come out even where a row holds what JSON cannot', async () => {
    const ring: Record<string, unknown> = { page: PAGE, idea: 'ring' };
    ring.self = ring;
    await fill([ring, rowOf('Dated', { seen: NOW, big: 5n })]);
    expect(await freshStore().all()).toMatchObject({
      bookmarks: [{ title: 'Dated', seen: NOW.toISOString(), big: '5' }],
      unreadable: [{ page: PAGE, idea: 'ring' }],
    });
  });
});

describe('a removal taken back', () => {
  it('gives the identical row, with its date and what else it held', async () => {
    const row = rowOf('Faster boot', { note: 'ask Ada first', steps: [1, 2] });
    await fill([row]);
    const [held] = (await freshStore().all()).bookmarks;
    await createBookmarkStore(createDatabase(), { changed, now: () => NOW }).remove(PAGE, ideaKey('Faster boot'));
    expect(await rows()).toEqual([]);
    await freshStore().restore(held as BookmarkRow);
    expect(await rows()).toEqual([row]);
    expect(changed).toHaveBeenCalledTimes(2);
  });

  it('leaves a bookmark alone that was set meanwhile', async () => {
    const again = rowOf('Faster boot', { createdAt: '2026-01-01T00:00:00.000Z' });
    await fill([again]);
    await freshStore().restore(rowOf('Faster boot'));
    expect(await rows()).toEqual([again]);
  });
});

describe('an import', () => {
  it('tells new, changed and same apart, with examples, and writes nothing before it is asked to', async () => {
    const [same, before] = [rowOf('Same'), rowOf('Changed', { anchor: 'Old' })];
    const apart = rowOf('Apart');
    await fill([same, before, apart]);
    const after = rowOf('Changed', { anchor: 'New', createdAt: '2020-01-01T00:00:00.000Z' });
    const text = fileOf([rowOf('New'), after, same, { ...rowOf('Bad'), title: 5 }]);

    const plan = planOf(await freshStore().preview(text));
    expect(plan).toEqual({
      new: { count: 1, examples: ['New'] },
      changed: { count: 1, examples: ['Changed'] },
      same: { count: 1, examples: ['Same'] },
      unreadable: { new: 0, same: 0 },
      rejected: [{ list: 'bookmarks', row: 4, title: null, fault: { kind: 'not-text', part: 'title', limit: null } }],
    });
    expect(await rows()).toEqual([apart, before, same]);
    expect(changed).not.toHaveBeenCalled();

    expect(await freshStore().merge(text)).toEqual({ ok: true, plan });
    expect(await rows()).toEqual([apart, after, rowOf('New'), same]);
    expect(changed).toHaveBeenCalledOnce();
  });

  it('takes the file’s values, and leaves what only the stored row holds', async () => {
    await fill([rowOf('Faster boot', { note: 'mine', steps: [1] })]);
    await freshStore().merge(fileOf([rowOf('Faster boot', { steps: [2], title: '<b>Faster boot</b>' })]));
    expect(await rows()).toEqual([rowOf('Faster boot', { note: 'mine', steps: [2], title: '<b>Faster boot</b>' })]);
  });

  it('decides anew when it merges: what was stored after the preview is looked at again', async () => {
    const text = fileOf([rowOf('Faster boot')]);
    expect(counts(planOf(await freshStore().preview(text))).new).toBe(1);
    await fill([rowOf('Faster boot')]);
    expect(counts(planOf(await freshStore().merge(text)))).toMatchObject({ new: 0, same: 1 });
    expect(changed).not.toHaveBeenCalled();
  });

  it('gives only the first titles of many', async () => {
    const plan = planOf(await freshStore().preview(fileOf(['A', 'B', 'C', 'D'].map(title => rowOf(title)))));
    expect(plan.new).toEqual({ count: 4, examples: ['A', 'B', 'C'] });
  });

  it('puts unreadable rows back as they are, and lets none take the place of another', async () => {
    const broken = { page: PAGE, idea: 'broken', url: 'javascript:alert(1)' };
    const text = fileOf([], { unreadable: [broken, rowOf('Readable now'), 'text', { title: 'No key' }] });
    const plan = planOf(await freshStore().merge(text));
    expect(counts(plan)).toEqual({ new: 1, changed: 0, same: 0, unreadable: [1, 0], rejected: 2 });
    expect(plan.rejected.map(({ row, title, fault }) => [row, title, fault.kind])).toEqual([
      [3, null, 'not-an-object'],
      [4, 'No key', 'no-key'],
    ]);
    expect(await rows()).toEqual([broken, rowOf('Readable now')]);
    expect(counts(planOf(await freshStore().merge(text)))).toMatchObject({ new: 0, same: 1, unreadable: [0, 1] });

    const other = fileOf([], { unreadable: [{ ...broken, url: 5 }] });
    expect(planOf(await freshStore().merge(other)).rejected[0]?.fault.kind).toBe('would-replace');
    expect(await rows()).toEqual([broken, rowOf('Readable now')]);
  });
});

describe('a stored row that cannot be read', () => {
  it('is replaced by no row of a file', async () => {
    const later = { ...rowOf('From a later version'), title: { rich: 'words' }, note: 'kept' };
    await fill([later]);
    const plan = planOf(await freshStore().merge(fileOf([rowOf('From a later version'), rowOf('Another')])));
    expect(counts(plan)).toMatchObject({ new: 1, changed: 0, rejected: 1 });
    expect(plan.rejected).toMatchObject([{ list: 'bookmarks', row: 1, fault: { kind: 'would-replace' } }]);
    expect(await rows()).toEqual(expect.arrayContaining([later, rowOf('Another')]));
  });
});

describe('a file that cannot be taken changes nothing and says why', () => {
  const good = fileOf([rowOf('Faster boot')]);
  const cases: readonly [string, string, ImportProblem][] = [
    ['is empty', ' \n', { kind: 'empty' }],
    ['ends in the middle', good.split('\n').slice(0, 14).join('\n'), { kind: 'cut-off', line: 14, character: 32 }],
    ['is no JSON', '<!doctype html>\n<p>Sign in', { kind: 'not-json', line: 1, character: 1 }],
    ['has a comma too many', '{\n  "format": "x",\n}', { kind: 'not-json', line: 3, character: 1 }],
    ['is JSON of something else', '[1, 2]', { kind: 'other-format', format: null }],
    ['has no format', '{ "bookmarks": [] }', { kind: 'other-format', format: null }],
    ['has another format', '{ "format": "todo@1" }', { kind: 'other-format', format: 'todo@1' }],
    [
      'has version 0',
      '{ "format": "idea-lens/bookmarks@0" }',
      { kind: 'other-format', format: 'idea-lens/bookmarks@0' },
    ],
    ['is newer', '{ "format": "idea-lens/bookmarks@7" }', { kind: 'newer-format', format: 'idea-lens/bookmarks@7' }],
    ['is the export of a page', '{ "format": "idea-lens/page@1" }', { kind: 'page-export' }],
    ['has no bookmarks', '{ "format": "idea-lens/bookmarks@1" }', { kind: 'wrong-part', part: 'bookmarks' }],
    ['has an object for bookmarks', fileOf({} as never), { kind: 'wrong-part', part: 'bookmarks' }],
    ['has a text for the unreadable ones', fileOf([], { unreadable: '' }), { kind: 'wrong-part', part: 'unreadable' }],
    ['has a number for its date', fileOf([], { exportedAt: 5 }), { kind: 'wrong-part', part: 'exportedAt' }],
    [
      'names a prototype',
      '{ "format": "idea-lens/bookmarks@1", "bookmarks": [], "__proto__": { "bookmarks": [1] } }',
      { kind: 'wrong-part', part: '__proto__' },
    ],
    ['inherits its bookmarks', '{ "__proto__": { "format": "x" } }', { kind: 'other-format', format: null }],
    ['is over 50 MB', `${good}${' '.repeat(50_000_000)}`, { kind: 'too-large', bytes: 50_000_000 + good.length }],
    ['is over 50 MB in bytes alone', 'ä'.repeat(25_000_001), { kind: 'too-large', bytes: 50_000_002 }],
    [
      'has over 20,000 rows',
      fileOf(Array(20_000).fill(1), { unreadable: [1] }),
      { kind: 'too-many-rows', rows: 20_001 },
    ],
  ];

  it.each(cases)('%s', async (_what, text, problem) => {
    const kept = rowOf('Kept');
    await fill([kept]);
    expect(await freshStore().preview(text)).toEqual({ ok: false, problem });
    expect(await freshStore().merge(text)).toEqual({ ok: false, problem });
    expect(await rows()).toEqual([kept]);
    expect(changed).not.toHaveBeenCalled();
  });

  it('wherever it was cut off', async () => {
    await fill([]);
    for (let at = 1; at < good.length; at += 1) {
      const answer = await freshStore().merge(good.slice(0, at));
      expect(answer).toMatchObject({ ok: false, problem: { kind: 'cut-off' } });
    }
    expect(await rows()).toEqual([]);
  });

  it('but a byte order mark before it is none', async () => {
    expect(counts(planOf(await freshStore().preview(`\uFEFF${good}`))).new).toBe(1);
  });
});

describe('a row that is not taken is named, and the others are', () => {
  const row = rowOf('Faster boot');
  const without = (name: string) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== name));
  const deep = JSON.parse('['.repeat(50) + ']'.repeat(50)) as unknown;
  const withProto = (json: string) => ({ ...row, ...(JSON.parse(json) as object) });

  it.each<[string, unknown, string, string, number | null]>([
    ['a number for a row', 5, 'not-an-object', '', null],
    ['a list for a row', [row], 'not-an-object', '', null],
    ['nothing for a row', null, 'not-an-object', '', null],
    ['no contacts', without('contacts'), 'missing', 'contacts', null],
    ['a number for a title', { ...row, title: 5 }, 'not-text', 'title', null],
    ['an object for a title', { ...row, title: { toString: 1 } }, 'not-text', 'title', null],
    ['an empty title', { ...row, title: '' }, 'empty', 'title', null],
    ['a title of 2,001 letters', { ...row, title: 'x'.repeat(2_001) }, 'too-long', 'title', 2_000],
    ['a list for an anchor', { ...row, anchor: [] }, 'not-text-or-nothing', 'anchor', null],
    ['an object for contacts', { ...row, contacts: {} }, 'not-a-list', 'contacts', null],
    ['101 contacts', { ...row, contacts: Array(101).fill(row.contacts[0]) }, 'too-long', 'contacts', 100],
    ['a text for a contact', { ...row, contacts: ['Ada'] }, 'not-an-object', 'contacts.0', null],
    [
      'an unknown role',
      { ...row, contacts: [row.contacts[0], { name: 'A', email: null, role: 'boss' }] },
      'unknown-role',
      'contacts.1.role',
      null,
    ],
    ['a page without a host', { ...row, page: 'Summer_ideas' }, 'not-a-page-key', 'page', null],
    ['an empty idea', { ...row, idea: '' }, 'not-an-idea-key', 'idea', null],
    ['a script for a link', { ...row, url: 'javascript:alert(1)' }, 'other-host', 'url', null],
    ['a link to another host', { ...row, url: 'https://evil.example/' }, 'other-host', 'url', null],
    ['a link of 8,001 letters', { ...row, url: `${row.url}${'x'.repeat(8_001)}` }, 'too-long', 'url', 8_000],
    ['a day for a date', { ...row, createdAt: '4 May 2021' }, 'not-a-date', 'createdAt', null],
    ['a day that no month has', { ...row, createdAt: '2021-02-31T10:00:00.000Z' }, 'not-a-date', 'createdAt', null],
    ['a time without a zone', { ...row, createdAt: '2021-05-04T10:00:00' }, 'not-a-date', 'createdAt', null],
    [
      'a day of February of a zone',
      { ...row, createdAt: '2021-02-31T10:00:00+01:00' },
      'not-a-date',
      'createdAt',
      null,
    ],
    ['a time over the last year', { ...row, createdAt: '9999-12-31T23:30:00-01:00' }, 'not-a-date', 'createdAt', null],
    ['a prototype', withProto('{ "__proto__": { "title": "x" } }'), 'forbidden-name', '__proto__', null],
    ['a constructor', withProto('{ "note": [{ "constructor": 1 }] }'), 'forbidden-name', 'note.0.constructor', null],
    ['a nest without end', { ...row, note: deep }, 'too-deep', expect.stringMatching(/^note\.0\.0/u) as never, 32],
  ])('%s', async (_what, content, kind, part, limit) => {
    const plan = planOf(await freshStore().merge(fileOf([rowOf('One'), rowOf('Two'), content])));
    expect(plan.rejected).toMatchObject([{ list: 'bookmarks', row: 3, fault: { kind, part, limit } }]);
    expect(await rows()).toEqual([rowOf('One'), rowOf('Two')]);
    expect('title' in {}).toBe(false);
  });

  it.each([
    ['2021-05-04T10:00:00Z', '2021-05-04T10:00:00.000Z'],
    ['2021-05-04T10:00:00.5Z', '2021-05-04T10:00:00.500Z'],
    ['2021-05-04T10:00:00.123456Z', '2021-05-04T10:00:00.123Z'],
    ['2021-05-04T23:30:00+14:00', '2021-05-04T09:30:00.000Z'],
    ['2021-05-04 10:00:00Z', '2021-05-04T10:00:00.000Z'],
  ])('no time in another form, %s, which is kept in one', async (written, createdAt) => {
    const text = fileOf([{ ...row, createdAt: written, note: 'kept' }], { exportedAt: written });
    expect(planOf(await freshStore().merge(text)).rejected).toEqual([]);
    expect(await rows()).toEqual([{ ...row, createdAt, note: 'kept' }]);
  });

  it('a nest that no walk by recursion survives', async () => {
    const nest = '['.repeat(500_000) + ']'.repeat(500_000);
    const text = fileOf([{ ...row, note: 'NEST' }, rowOf('Two')]).replace('"NEST"', nest);
    expect(planOf(await freshStore().merge(text)).rejected).toMatchObject([{ row: 1, fault: { kind: 'too-deep' } }]);
    expect(await rows()).toEqual([rowOf('Two')]);
  });

  it('the later one of two for the same idea', async () => {
    const text = fileOf([rowOf('One', { anchor: 'First' }), { ...rowOf('Two'), title: 5 }, rowOf('Two'), rowOf('One')]);
    const plan = planOf(await freshStore().merge(text));
    expect(plan.rejected.map(({ row: at, fault }) => [at, fault.kind, fault.part])).toEqual([
      [2, 'not-text', 'title'],
      [4, 'duplicate', '1'],
    ]);
    expect(await rows()).toEqual([rowOf('One', { anchor: 'First' }), rowOf('Two')]);
  });
});

describe('an import that fails changes nothing', () => {
  const kept = [rowOf('Kept'), rowOf('Older', { anchor: 'Old' })];
  const text = fileOf([rowOf('Older', { anchor: 'New' }), rowOf('A'), rowOf('B'), rowOf('C')]);

  it.each([1, 2, 3, 4])('when the browser refuses row %i', async refused => {
    await fill(kept);
    const { put } = IDBObjectStore.prototype;
    let count = 0;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      count += 1;
      if (count === refused) throw new DOMException('full', 'QuotaExceededError');
      return put.apply(this, given);
    });
    await expect(freshStore().merge(text)).rejects.toMatchObject({ name: 'LensError', code: 'storage' });
    spy.mockRestore();
    expect(await rows()).toEqual(kept);
    expect(changed).not.toHaveBeenCalled();
  });

  it('when the transaction is aborted after all rows were put', async () => {
    await fill(kept);
    const { put } = IDBObjectStore.prototype;
    let count = 0;
    const spy = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore, ...given) {
      const request = put.apply(this, given);
      count += 1;
      if (count === 4) request.addEventListener('success', () => this.transaction.abort());
      return request;
    });
    await expect(freshStore().merge(text)).rejects.toMatchObject({ name: 'LensError', code: 'storage' });
    spy.mockRestore();
    expect(count).toBe(4);
    expect(await rows()).toEqual(kept);
    expect(changed).not.toHaveBeenCalled();
  });
});

describe('the law of export and import', () => {
  const text = fc.string({ unit: 'grapheme', maxLength: 20 });
  /** No name among them that an import refuses: that is another test. */
  const json = (maxDepth: number) =>
    fc.jsonValue({ maxDepth }).filter(value => !/"(?:__proto__|constructor|prototype)"/u.test(JSON.stringify(value)));
  const contact = fc.record({
    name: fc.option(text),
    email: fc.option(text),
    role: fc.constantFrom('contact' as const, 'mentor' as const, 'student' as const),
  });
  const bookmark = fc
    .record({
      title: text.filter(title => title !== ''),
      pageTitle: text,
      wiki: fc.constantFrom('Summer ideas', 'Other ideas'),
      anchor: fc.option(text),
      contacts: fc.array(contact, { maxLength: 3 }),
      insertedRaw: fc.option(text),
      createdAt: fc
        .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
        .map(date => date.toISOString()),
      more: fc.dictionary(fc.stringMatching(/^x[a-z]{1,5}$/u), json(3), { maxKeys: 3 }),
    })
    .map(({ wiki, more, ...given }) => ({
      ...more,
      ...given,
      page: pageKey(HOST, wiki),
      idea: ideaKey(given.title) || ideaKey('?'),
      url: `https://${HOST}/wiki/X`,
    }));
  const unreadable = fc.record({
    page: fc.oneof(text, fc.integer()),
    idea: fc.oneof(text, fc.integer()),
    title: json(2),
  });
  const anyStore = fc.tuple(fc.array(bookmark, { maxLength: 6 }), fc.array(unreadable, { maxLength: 3 }));

  it('an export into an empty store gives the same store, and a second import changes nothing', async () => {
    await fc.assert(
      fc.asyncProperty(anyStore, async ([readable, broken]) => {
        globalThis.indexedDB = new IDBFactory();
        await fill([...broken, ...readable]);
        const before = await rows();
        const exported = JSON.stringify(bookmarksToJson(await freshStore().all(), NOW), null, 2);

        globalThis.indexedDB = new IDBFactory();
        const plan = planOf(await freshStore().merge(exported));
        expect(plan.rejected).toEqual([]);
        expect(JSON.stringify(await rows())).toBe(JSON.stringify(before));

        changed.mockClear();
        const again = planOf(await freshStore().merge(exported));
        expect(counts(again)).toMatchObject({ new: 0, changed: 0, rejected: 0 });
        expect(again.same.count + again.unreadable.same).toBe(before.length);
        expect(changed).not.toHaveBeenCalled();
        expect(JSON.stringify(await rows())).toBe(JSON.stringify(before));
      }),
      { numRuns: 60 },
    );
  });

  it('any two stores: merging the export of one into the other gives every row of it and keeps every other', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(bookmark, { maxLength: 5 }),
        fc.array(bookmark, { maxLength: 5 }),
        async (mine, theirs) => {
          globalThis.indexedDB = new IDBFactory();
          await fill(theirs);
          const exported = JSON.stringify(bookmarksToJson(await freshStore().all(), NOW));
          const theirRows = (await rows()) as BookmarkRow[];
          globalThis.indexedDB = new IDBFactory();
          await fill(mine);
          const myRows = (await rows()) as BookmarkRow[];
          await freshStore().merge(exported);
          const after = new Map(((await rows()) as BookmarkRow[]).map(row => [`${row.page} ${row.idea}`, row]));
          for (const row of myRows)
            if (!theirRows.some(one => one.page === row.page && one.idea === row.idea)) {
              expect(JSON.stringify(after.get(`${row.page} ${row.idea}`))).toBe(JSON.stringify(row));
            }
          for (const row of theirRows) {
            expect(after.get(`${row.page} ${row.idea}`)).toMatchObject(JSON.parse(JSON.stringify(row)) as object);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
