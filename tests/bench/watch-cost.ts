/**
 * Measures what watching the page for what others do to it (watch-page.ts) costs the lens's own operations: the content script's part of
 * a profile. Once the lens stands, everything else of it is in scripts of its own (display.js, panels.js). Judges nothing.
 */
import type { BrowserContext, CDPSession } from 'playwright';
import { openSettled } from './arrival.ts';
import { clearAll, search, sort } from './use.ts';

/** Milliseconds an operation. */
export interface WatchCost {
  /** Functions of the content script, and what they call in the browser: observing, ceasing to, taking records. */
  readonly watching: number;
  /** All of the extension's script. */
  readonly all: number;
}

type Profile = Awaited<ReturnType<typeof stop>>;
const ROUNDS = 2;
/** Search, sort, clear. */
const OPERATIONS = 3;

export async function measureWatchCost(context: BrowserContext, count: number): Promise<WatchCost> {
  const page = await context.newPage();
  await openSettled(page, count);
  // The first filter makes the sections, once.
  await search(page, count);
  await clearAll(page, count);
  const session = await context.newCDPSession(page);
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await session.send('Profiler.start');
  for (let round = 0; round < ROUNDS; round++) {
    await search(page, count);
    await sort(page);
    await clearAll(page, count);
  }
  const profile = await stop(session);
  await page.close();
  const each = ROUNDS * OPERATIONS;
  return {
    watching: timeIn(profile, url => url.endsWith('/content-scripts/ideas.js')) / each,
    all: timeIn(profile, url => url.startsWith('chrome-extension:')) / each,
  };
}

async function stop(session: CDPSession) {
  const { profile } = await session.send('Profiler.stop');
  return profile;
}

/** Milliseconds in functions of the files, and in the browser's own that they call. */
function timeIn({ nodes, samples = [], timeDeltas = [] }: Profile, isIn: (url: string) => boolean): number {
  const parents = new Map(nodes.flatMap(({ id, children = [] }) => children.map(child => [child, id] as const)));
  const urls = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.url]));
  const fileOf = (id: number | undefined): string => {
    if (id === undefined) return '';
    return urls.get(id) || fileOf(parents.get(id));
  };
  const own = new Set(nodes.map(({ id }) => id).filter(id => isIn(fileOf(id))));
  return samples.reduce((sum, id, at) => sum + (own.has(id) ? (timeDeltas[at] ?? 0) : 0), 0) / 1_000;
}
