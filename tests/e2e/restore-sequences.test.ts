/**
 * Whatever a reader does with the lens, and whatever scripts of the page do meanwhile: switched off, the page is what it would be
 * without the lens, in bytes and node objects, and nothing of ours acts any more; then the same again on the page as it is by then.
 * `IDEA_LENS_RUNS` says how many sequences, over all saved pages.
 */
import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parameters, runsOf } from '../odd/runs.ts';
import { SAVED } from '../pages/saved.ts';
import { type Action, anyAction, anyReading, perform } from './restore-actions.ts';
import { openRestoreStage, type RestoreStage, type WayOff } from './restore-stage.ts';

interface Sequence {
  readonly actions: readonly Action[];
  readonly off: WayOff;
}

/** So many sequences are played on a page before it is loaded anew: each begins with the page as the one before left it. */
const A_LOAD = 20;
/** Fewer than two for each page: then not all pages are tried. */
const USUAL = 40;

/** The views in which people read; the main page in every skin comes first. */
const pages = readdirSync(SAVED)
  .flatMap(folder =>
    readdirSync(`${SAVED}${folder}`)
      .filter(name => /^[^.]+\.html$/u.test(name))
      .map(name => ({ folder, title: name.replace(/\.html$/u, '') })),
  )
  .sort((a, b) => Number(b.title === 'Lanternfish_ideas') - Number(a.title === 'Lanternfish_ideas'));

let stage: RestoreStage;
beforeAll(async () => {
  stage = await openRestoreStage();
});
afterAll(() => stage.close());

function sequence(action: fc.Arbitrary<Action>): fc.Arbitrary<Sequence> {
  return fc.record({
    actions: fc.array(action, { minLength: 1, maxLength: 10 }),
    off: fc.constantFrom('stored', 'switch', 'toggle'),
  });
}

/** Plays drawn sequences on one page, loading it anew after a failure, so that it can be made small. */
async function holds(folder: string, title: string, runs: number, action: fc.Arbitrary<Action>): Promise<void> {
  let left = 0;
  const play = async ({ actions, off }: Sequence) => {
    if (left-- === 0) {
      left = A_LOAD - 1;
      await stage.load(folder, title);
    }
    const failed = (what: string, why: string) => {
      left = 0;
      throw new Error(`${what}: ${why}`);
    };
    try {
      await stage.turnOn();
      for (const each of actions) await perform(stage.page(), each);
      await stage.turnOff(off);
    } catch (error) {
      failed('it broke', String(error));
    }
    const differs = await stage.differs();
    if (differs) failed('the page after off', differs);
    const acts = await stage.stillActs();
    if (acts) failed('after off', acts);
    const later = await stage.differs();
    if (later) failed('the page a moment after off', later);
  };
  const limits = { interruptAfterTimeLimit: 30_000 + runs * 10_000, markInterruptAsFailure: true };
  await fc.assert(fc.asyncProperty(sequence(action), play), { ...parameters(runs), numRuns: runs, ...limits });
}

const wanted = runsOf(USUAL);
/** Two kinds on each page. */
const each = Math.max(1, Math.round(wanted / pages.length / 2));
const step = Math.max(1, Math.ceil((2 * pages.length) / wanted));
const chosen = pages.filter(({ title }, at) => title === 'Lanternfish_ideas' || at % step === 0);

describe.each(chosen)('$title in $folder', ({ folder, title }) => {
  const timeout = 60_000 + each * 11_000;
  it(
    'comes back after any sequence of a reader’s doing, again and again',
    () => holds(folder, title, each, anyReading),
    timeout,
  );
  it(
    'is what it would be without the lens after scripts of the page came in between',
    () => holds(folder, title, each, anyAction),
    timeout,
  );
});

it(
  'comes back when the extension is reloaded in the middle of it',
  async () => {
    const runs = Math.max(3, Math.round(wanted / 40));
    const middle = fc.array(anyAction, { minLength: 1, maxLength: 6 });
    const play = async (actions: readonly Action[], { folder, title }: (typeof pages)[number]) => {
      const once = await openRestoreStage();
      try {
        await once.load(folder, title);
        await once.turnOn();
        for (const each of actions) await perform(once.page(), each);
        await once.reloadExtension();
        expect(await once.differs()).toBe('');
      } finally {
        await once.close();
      }
    };
    const onPage = fc.constantFrom(...pages.filter(({ title }) => title === 'Lanternfish_ideas'));
    await fc.assert(fc.asyncProperty(middle, onPage, play), {
      ...parameters(runs),
      numRuns: runs,
      endOnFailure: true,
    });
  },
  60_000 + wanted * 300,
);

it('tries every skin', () => {
  expect(new Set(chosen.map(({ folder }) => folder))).toEqual(new Set(readdirSync(SAVED)));
});
