/** Measures everything at one number of ideas, and says on the way who is given up. Judges nothing. */
import type { BrowserContext } from 'playwright';
import { type OpenedBrowser, openBrowser } from '../tools/open-browser.ts';
import { type Arrivals, measureArrivals } from './arrival.ts';
import { type BareName, writeBare } from './bare.ts';
import { contendersAt, type Effort, isPeer } from './contenders.ts';
import { measureRounds } from './measure.ts';
import type { Held } from './memory.ts';
import { type Patience, patienceOf, reasonOf } from './patience.ts';
import { measureRest, measureWalk, type Rest } from './rest.ts';
import { serveBench, WITH_LENS } from './serve.ts';
import { type Medians, median } from './verdicts.ts';
import { measureWatchCost, type WatchCost } from './watch-cost.ts';

export interface SizeFigures {
  readonly count: number;
  readonly arrivals: Readonly<Record<string, Arrivals>>;
  readonly medians: Readonly<Record<string, Medians>>;
  /** Who did not finish, and why. */
  readonly givenUp: Readonly<Record<string, string>>;
  readonly rest: Rest | null;
  /** What an extension holds that has looked at each node of the page once. */
  readonly walked: Held | null;
  readonly watching: WatchCost | null;
}

const BARE_ARRIVALS: readonly BareName[] = ['bar', 'bar after an import', 'bar after a walk'];

export async function measureSize(count: number, effort: Effort): Promise<SizeFigures> {
  const givenUp: Record<string, string> = {};
  function giveUp(what: string, why: string): void {
    givenUp[what] = why;
    console.log(`${what} is given up at ${count} ideas: ${why}`);
  }
  /** `null` when it takes longer than a contender may, or fails: said at once, and missed in the end. */
  async function attempt<Result>(
    what: string,
    measure: (context: BrowserContext, patience: Patience) => Promise<Result>,
    extension?: string,
  ): Promise<Result | null> {
    const patience = patienceOf(effort.patience);
    // What it gives up by itself comes a little earlier.
    const whole = patienceOf(effort.patience + 5_000);
    try {
      return await inBrowser(({ context }) => whole.within(measure(context, patience)), extension);
    } catch (error) {
      giveUp(what, reasonOf(error));
      return null;
    } finally {
      patience.end();
      whole.end();
    }
  }

  async function walk(count: number): Promise<Held | null> {
    const { folder, remove } = await writeBare('bar after a walk');
    try {
      return await attempt('a bare walk', context => measureWalk(context, count), folder);
    } finally {
      await remove();
    }
  }

  const arrivals: Record<string, Arrivals> = {};
  const own = await attempt("the lens's arrival", context => arrive(context, count, true, effort.arrivals));
  if (own) arrivals.lens = own;
  for (const name of effort.bare > 0 ? BARE_ARRIVALS : []) {
    const { folder, remove } = await writeBare(name);
    const bare = await attempt(`bare ${name}`, context => arrive(context, count, false, effort.bare), folder);
    if (bare) arrivals[name] = bare;
    await remove();
  }
  const rest = effort.rest
    ? await attempt('the lens at rest', (context, patience) => measureRest(context, count, patience))
    : null;
  if (typeof rest?.used === 'string') giveUp('the lens at rest after a search and a sort', rest.used);
  const walked = effort.bare > 0 ? await walk(count) : null;
  const watching = effort.watching
    ? await attempt('the cost of watching', context => measureWatchCost(context, count))
    : null;
  const { medians, givenUp: contenders } = await operations(count, effort);
  return { count, arrivals, medians, givenUp: { ...givenUp, ...contenders }, rest, walked, watching };
}

async function arrive(context: BrowserContext, count: number, isLens: boolean, times: number): Promise<Arrivals> {
  const few = Math.min(count, 30);
  const at = (ideas: number) => ({
    url: `${WITH_LENS}/wiki/Ideas_${ideas}`,
    count: isLens ? ideas : null,
  });
  // The first page pays for what the browser itself keeps: fonts, processes.
  await measureArrivals(context, at(few), 1);
  return measureArrivals(context, at(count), times);
}

/** Runs `measure` in a browser of its own, with the built extension or a bare one. */
export async function inBrowser<Result>(
  measure: (browser: OpenedBrowser) => Promise<Result>,
  extension?: string,
): Promise<Result> {
  const browser = await openBrowser(extension === undefined ? {} : { extension });
  try {
    await serveBench(browser.context);
    return await measure(browser);
  } finally {
    await browser.close();
  }
}

async function operations(count: number, effort: Effort): Promise<Pick<SizeFigures, 'medians' | 'givenUp'>> {
  const medians: Record<string, Medians> = {};
  const givenUp: Record<string, string> = {};
  const asked = contendersAt(count).map(name => ({
    name,
    count,
    rounds: isPeer(name) ? effort.peerRounds : effort.rounds,
    patience: effort.patience,
  }));
  while (asked.length > 0) {
    // One browser for all of them, and another one after each that was given up: it is at work still.
    await inBrowser(async ({ context }) => {
      for (let next = asked.shift(); next; next = asked.shift()) {
        const measured = await measureRounds(context, next);
        const times = Object.entries(measured.timings).map(([what, each]) => [what, median(each)] as const);
        if (times.length > 0) medians[next.name] = Object.fromEntries(times);
        if (measured.givenUp === null) continue;
        givenUp[next.name] = measured.givenUp;
        console.log(`${next.name} is given up at ${count} ideas: ${measured.givenUp}`);
        return;
      }
    });
  }
  return { medians, givenUp };
}
