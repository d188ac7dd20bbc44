/** What a key does to the idea one is at, with everything around it replaced. */
import { beforeEach, describe, expect, it } from 'vitest';
import type { BookmarkKeeper, PageBookmarks } from '../../../entrypoints/display/bookmarks.ts';
import { type CommandContext, createCommands } from '../../../entrypoints/panels/commands.ts';
import { speakEnglish } from '../messaging/english.ts';
import { idea as sample } from '../review/sample.ts';

const idea = { ...sample({ title: 'A lamp' }), reasons: [], advisories: [] };

/** A keeper whose changes go on until the test ends them. */
function slowKeeper() {
  const ends: (() => void)[] = [];
  let now: PageBookmarks = { stored: new Set(), known: true, saving: new Map(), trouble: null };
  const keeper: BookmarkKeeper = {
    now: () => now,
    refresh: async () => undefined,
    async toggle({ key }) {
      if (now.saving.size > 0) return;
      now = { ...now, saving: new Map([[key, 'running']]) };
      await new Promise<void>(resolve => ends.push(resolve));
      now = { stored: new Set([key]), known: true, saving: new Map(), trouble: null };
    },
  };
  return { keeper, end: () => ends.map(end => end()) };
}

/** Commands whose keyboard is at `idea`, and what they say. */
function commandsWith(keeper: BookmarkKeeper) {
  const said: string[] = [];
  const ownerDocument = { activeElement: {}, body: null };
  const context = {
    lens: { ideas: [idea], reading: { regions: { root: { ownerDocument } } } },
    overlay: { keyOf: () => idea.key },
    keeper,
    say: (words: string) => said.push(words),
  };
  return { ...createCommands(context as unknown as CommandContext), said };
}

beforeEach(() => speakEnglish());

describe('the key b', () => {
  it('says nothing while the bookmark is being saved: it changes nothing then', async () => {
    const { keeper, end } = slowKeeper();
    const { press, said } = commandsWith(keeper);
    press('b');
    press('b');
    await Promise.resolve();
    expect(said).toEqual([]);
    end();
    await expect.poll(() => said).toEqual(['Bookmarked']);
  });
});
