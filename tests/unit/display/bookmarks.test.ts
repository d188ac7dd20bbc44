import { describe, expect, it } from 'vitest';
import { createBookmarkKeeper, type PageBookmarks } from '../../../entrypoints/display/bookmarks.ts';
import * as rows from '../../../entrypoints/panels/rows.ts';
import type { Background } from '../../../utils/messaging/protocol.ts';
import type { Bookmark } from '../../../utils/model/bookmark.ts';
import { ideaKey, pageKey } from '../../../utils/model/key.ts';
import type { Page } from '../../../utils/model/page.ts';
import { LensError } from '../../../utils/platform/lens-error.ts';
import { idea as sample } from '../review/sample.ts';

const page: Page = {
  key: pageKey('wiki.example', 'Ideas'),
  title: 'Ideas',
  url: 'https://wiki.example/wiki/Ideas',
  revision: 1,
  current: true,
  lists: [],
  ideas: [],
};
const ideaOf = (title: string) => ({ ...sample({ title }), reasons: [], advisories: [] });
const idea = ideaOf('A lamp');
const panels = { now: () => ({ rows }), get: async () => ({ rows }) };

/** A background whose answers the test gives one by one. */
function waitingBackground() {
  const waiting: { name: string; input: unknown; answer(value: unknown): void; refuse(error: unknown): void }[] = [];
  const background = new Proxy({} as Background, {
    get: (_target, name: string) => (input: unknown) =>
      new Promise((answer, refuse) => {
        waiting.push({ name, input, answer, refuse });
      }),
  });
  return { background, waiting };
}

function keeperOf(background: Background, signal = new AbortController().signal, of = page) {
  const seen: PageBookmarks[] = [];
  const keeper = createBookmarkKeeper(of, background, panels, now => seen.push(now), signal);
  return { keeper, seen };
}

const stored = (title: string): Bookmark => ({
  page: page.key,
  idea: ideaOf(title).key,
  title,
  pageTitle: page.title,
  url: page.url,
  anchor: null,
  contacts: [],
  insertedRaw: null,
  createdAt: '2026-01-01T00:00:00.000Z',
});

describe('the bookmarks of a page', () => {
  it('count as saved only once the background has said so', async () => {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background);
    const done = keeper.toggle(idea);
    expect(keeper.now().stored.has(idea.key)).toBe(false);
    expect(keeper.now().saving.get(idea.key)).toBe('running');
    waiting[0]?.answer(stored('A lamp'));
    await done;
    expect(keeper.now().stored.has(idea.key)).toBe(true);
    expect(keeper.now().saving.size).toBe(0);
  });

  it('stay as they are when the store refuses, and say so', async () => {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background);
    const done = keeper.toggle(idea);
    waiting[0]?.refuse(new LensError('storage'));
    await done;
    expect(keeper.now().stored.size).toBe(0);
    expect(keeper.now().saving.get(idea.key)).toBe('failed');
    expect(keeper.now().trouble?.code).toBe('storage');
  });

  it('ask once for two clicks in a row', async () => {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background);
    void keeper.toggle(idea);
    await keeper.toggle(idea);
    expect(waiting.map(each => each.name)).toEqual(['bookmarks.set']);
  });

  it('are asked for anew after a change: what is on its way may be older', async () => {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background);
    const failed = keeper.refresh();
    waiting[0]?.refuse(new LensError('unavailable'));
    await failed;
    const done = keeper.toggle(idea);
    const older = keeper.refresh();
    waiting[1]?.answer(stored('A lamp'));
    await done;
    waiting[2]?.answer([stored('Other')]);
    await older;
    expect([...keeper.now().stored]).toEqual([idea.key]);
    expect(waiting[3]?.name).toBe('bookmarks.list');
    waiting[3]?.answer([stored('Other'), stored('A lamp')]);
    await expect.poll(() => keeper.now().known).toBe(true);
    expect([...keeper.now().stored]).toEqual([ideaOf('Other').key, idea.key]);
  });

  it('are as known as they were to the lens before', () => {
    const { background } = waitingBackground();
    const { signal } = new AbortController();
    for (const known of [true, false]) {
      const before = { stored: new Set([idea.key]), known };
      const keeper = createBookmarkKeeper(page, background, panels, () => undefined, signal, before);
      expect(keeper.now()).toMatchObject(before);
    }
  });

  it('are not brought back by an old answer that comes after a newer one', async () => {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background);
    const older = keeper.refresh();
    const newer = keeper.refresh();
    waiting[1]?.answer([stored('New')]);
    waiting[0]?.answer([stored('Old')]);
    await Promise.all([older, newer]);
    expect([...keeper.now().stored]).toEqual([ideaOf('New').key]);
  });

  it('keep the last ones when reading fails', async () => {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background);
    const first = keeper.refresh();
    expect(keeper.now().known).toBe(false);
    waiting[0]?.answer([stored('Kept')]);
    await first;
    expect(keeper.now().known).toBe(true);
    const second = keeper.refresh();
    waiting[1]?.refuse(new LensError('unavailable'));
    await second;
    expect(keeper.now().stored.size).toBe(1);
    expect(keeper.now().known).toBe(false);
    expect(keeper.now().trouble?.code).toBe('unavailable');
  });

  it.each([
    ['after', ['set', 'list']],
    ['before', ['list', 'set']],
  ])(
    'say nothing of a failure once they are as wanted: the answer alone was lost, seen %s it',
    async (_when, order) => {
      const { background, waiting } = waitingBackground();
      const { keeper } = keeperOf(background);
      const done = [keeper.toggle(idea), keeper.refresh()];
      const steps: Record<string, () => void> = {
        set: () => waiting[0]?.refuse(new LensError('unavailable')),
        list: () => waiting[1]?.answer([stored('A lamp')]),
      };
      for (const step of order) {
        steps[step]?.();
        // Each is taken in before the next one comes.
        await Promise.race([...done, Promise.allSettled(done)]);
      }
      await Promise.all(done);
      expect(keeper.now().saving.size).toBe(0);
      expect(keeper.now().stored.has(idea.key)).toBe(true);
      expect(keeper.now().trouble).toBe(null);
      const next = keeper.toggle(idea);
      waiting[2]?.answer(null);
      await next;
      expect(waiting[2]?.name).toBe('bookmarks.remove');
    },
  );

  it('tell nobody after the lens was switched off', async () => {
    const { background, waiting } = waitingBackground();
    const life = new AbortController();
    const { keeper, seen } = keeperOf(background, life.signal);
    const done = keeper.toggle(idea);
    const before = seen.length;
    life.abort();
    waiting[0]?.answer(stored('A lamp'));
    await done;
    expect(seen).toHaveLength(before);
  });

  it.each([
    ['/wiki/Ideas?oldid=2', '/wiki/Ideas'],
    ['/wiki/Ideas?utm_source=x', '/wiki/Ideas'],
    ['/index.php?title=Ideas&oldid=2&utm_source=x', '/index.php?title=Ideas'],
    ['/index.php?curid=7', '/index.php?title=Ideas'],
    ['/?title=Ideas&uselang=de', '/?title=Ideas'],
    ['/index.php/Ideas?action=purge', '/index.php/Ideas'],
  ])('made at %s leads to %s', async (url, kept) => {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background, undefined, { ...page, url: `https://wiki.example${url}` });
    void keeper.toggle(idea);
    expect(waiting[0]?.input).toMatchObject({ url: `https://wiki.example${kept}` });
  });
});

describe('the bookmark of an idea that has another key now', () => {
  /** Two of one title, told apart by their dates, of which the first one was bookmarked; since then they have changed places. */
  const dated = (raw: string, occurrence: number) => ({
    ...ideaOf('Horn'),
    key: ideaKey('Horn', occurrence),
    inserted: { raw, iso: null, candidates: [] },
  });
  const other = dated('2/2/2014', 1);
  const mine = dated('1/1/2014', 2);
  const row: Bookmark = { ...stored('Horn'), insertedRaw: '1/1/2014' };

  async function changedPlaces() {
    const { background, waiting } = waitingBackground();
    const { keeper } = keeperOf(background, undefined, { ...page, ideas: [other, mine] });
    const read = keeper.refresh();
    waiting[0]?.answer([row]);
    await read;
    return { keeper, waiting };
  }

  it('counts for that idea, and looking at it writes nothing', async () => {
    const { keeper, waiting } = await changedPlaces();
    expect([...keeper.now().stored]).toEqual([mine.key]);
    expect(waiting.map(({ name }) => name)).toEqual(['bookmarks.list']);
  });

  it('goes with the row that made it, wherever that stands', async () => {
    const { keeper, waiting } = await changedPlaces();
    const done = keeper.toggle(mine);
    expect(waiting[1]).toMatchObject({ name: 'bookmarks.remove', input: { page: page.key, idea: row.idea } });
    waiting[1]?.answer(null);
    await done;
    expect(keeper.now().stored.size).toBe(0);
  });

  it('makes place for the idea that has its old key', async () => {
    const { keeper, waiting } = await changedPlaces();
    const done = keeper.toggle(other);
    expect(waiting[1]).toMatchObject({
      name: 'bookmarks.set',
      input: { idea: mine.key, insertedRaw: '1/1/2014', was: row.idea },
    });
    waiting[1]?.answer(row);
    await expect.poll(() => waiting.length).toBe(3);
    expect(waiting[2]).toMatchObject({ name: 'bookmarks.set', input: { idea: other.key, insertedRaw: '2/2/2014' } });
    expect(waiting[2]?.input).not.toHaveProperty('was');
    waiting[2]?.answer(row);
    await done;
    expect([...keeper.now().stored].toSorted()).toEqual([other.key, mine.key]);
  });
});
