/** Measures everything at one number of ideas, and says on the way who is at it and who is given up. Judges nothing. */
import { type OpenedBrowser, openBrowser } from '../tools/open-browser.ts';
import { type Arrivals, measureArrivals } from './arrival.ts';
import { type BareName, writeBare } from './bare.ts';
import { contendersAt, type Effort, isPeer } from './contenders.ts';
import { type Idles, measureIdle } from './idle.ts';
import { measureRounds } from './measure.ts';
import { type Memory, measureMemory } from './memory.ts';
import { serveBench, WITH_LENS } from './serve.ts';
import { type Medians, median } from './verdicts.ts';
import { measureWatchCost, type WatchCost } from './watch-cost.ts';

export interface SizeFigures {
  readonly count: number;
  readonly arrivals: Readonly<Record<string, Arrivals>>;
  readonly medians: Readonly<Record<string, Medians>>;
  /** Who did not finish, and why. */
  readonly givenUp: Readonly<Record<string, string>>;
  readonly memory: Memory | null;
  readonly idle: Idles | null;
  readonly watching: WatchCost | null;
}

const BARE_ARRIVALS: readonly BareName[] = ['bar', 'bar after an import'];

export async function measureSize(count: number, effort: Effort): Promise<SizeFigures> {
  const arrivals: Record<string, Arrivals> = { lens: await lensArrivals(count, effort.arrivals) };
  if (effort.bare > 0) for (const name of BARE_ARRIVALS) arrivals[name] = await bareArrivals(name, count, effort.bare);
  const rest = effort.rest
    ? await inBrowser(async ({ context }) => ({
        memory: await measureMemory(context, count),
        idle: await measureIdle(context, count),
        watching: effort.watching ? await measureWatchCost(context, count) : null,
      }))
    : { memory: null, idle: null, watching: null };
  return { count, arrivals, ...(await operations(count, effort)), ...rest };
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

function lensArrivals(count: number, times: number): Promise<Arrivals> {
  return inBrowser(async ({ context }) => {
    const few = Math.min(count, 30);
    // The first page pays for what the browser itself keeps: fonts, processes.
    await measureArrivals(context, { url: addressAt(few), count: few }, 1);
    return measureArrivals(context, { url: addressAt(count), count }, times);
  });
}

async function bareArrivals(name: BareName, count: number, times: number): Promise<Arrivals> {
  const { folder, remove } = await writeBare(name);
  try {
    return await inBrowser(async ({ context }) => {
      await measureArrivals(context, { url: addressAt(30), count: null }, 1);
      return measureArrivals(context, { url: addressAt(count), count: null }, times);
    }, folder);
  } finally {
    await remove();
  }
}

function addressAt(count: number): string {
  return `${WITH_LENS}/wiki/Ideas_${count}`;
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
