/** Runs a contender through its operations on the page it is on, and times each from the call to the end of the frame that shows it. */
import type { Contender, Expected } from './contender.ts';
import { lens } from './lens.ts';
import { dataTables, isotope, listJs, mixItUp, tabulator } from './peers.ts';
import { plainHidden, sectionPlan } from './plans.ts';
import { withBar } from './with-bar.ts';

const MAKE: Readonly<Record<string, () => Contender>> = {
  lens,
  hidden: plainHidden,
  C: () => sectionPlan('C'),
  D: () => sectionPlan('D'),
  E: () => sectionPlan('E'),
  'C with a bar': () => withBar(sectionPlan('C')),
  MixItUp: mixItUp,
  Isotope: isotope,
  'List.js': listJs,
  DataTables: dataTables,
  Tabulator: tabulator,
};

/** Milliseconds of each round, by operation. */
export type Timings = Readonly<Record<string, number[]>>;

/**
 * Runs `act` at the beginning of the next frame and resolves after that frame's style, layout and paint. Waiting for the screen's
 * next tick would add up to 16 ms to everything alike.
 */
function inFrame(act: () => void | Promise<void> = () => undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    requestAnimationFrame(() => {
      const done = act();
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => Promise.resolve(done).then(resolve, reject);
      port2.postMessage(null);
    });
  });
}

/** A few frames in which nothing is asked: what one operation left to do must not be counted to the next. */
async function quiet(): Promise<void> {
  for (let frame = 0; frame < 4; frame++) await inFrame();
}

/** How long an operation may take at all, ms. */
const LONGEST = 300_000;

/** One contender on the page, driven step by step from outside: whoever takes too long is left between two of them. */
export interface Runner {
  /** Milliseconds so far. */
  readonly timings: Timings;
  setUp(): Promise<void>;
  /** Each operation once. */
  round(): Promise<void>;
  off(): Promise<void>;
}

export function createRunner(name: string, count: number): Runner {
  const make = MAKE[name];
  if (!make) throw new Error(`No contender ${name}`);
  const timings: Record<string, number[]> = {};
  const all: Expected = { count, sorted: false };
  const half: Expected = { count: Math.floor(count / 2), sorted: false };
  const lanterns: Expected = { count: Math.ceil(count / 4), sorted: false };
  const lantern: Expected = { count: Math.ceil(count / 2), sorted: false };
  const contender = make();
  const driven = name === 'lens' ? (contender as ReturnType<typeof lens>) : null;

  async function until(expected: Expected, operation: string, since: number): Promise<void> {
    while (!(contender.shows?.(expected) ?? true)) {
      if (performance.now() - since > LONGEST) throw new Error(`${name} does not show ${operation}`);
      await inFrame();
    }
  }

  async function timed(operation: string, act: () => void | Promise<void>, expected: Expected): Promise<void> {
    await quiet();
    let start = 0;
    await inFrame(() => {
      start = performance.now();
      return act();
    });
    await until(expected, operation, start);
    timings[operation] ??= [];
    timings[operation].push(performance.now() - start);
  }

  async function untimed(act: () => void, expected: Expected): Promise<void> {
    await quiet();
    await inFrame(act);
    await until(expected, 'a step between', performance.now());
  }

  return {
    timings,
    async setUp() {
      await driven?.openFacet();
      await timed(
        'set up',
        async () => {
          await contender.setUp();
          // The lens is made ready by its first filter, which is part of it.
          if (driven) contender.facet();
        },
        driven ? half : all,
      );
      if (driven) await untimed(() => contender.clear(), all);
    },
    async round() {
      await driven?.openFacet();
      await timed('facet on', () => contender.facet(), half);
      await timed('clear', () => contender.clear(), all);
      driven?.close();
      await untimed(() => contender.search('lanter'), lantern);
      await timed('key, same result', () => contender.search('lantern'), lantern);
      await timed('key, other result', () => contender.search('lanterns'), lanterns);
      await untimed(() => contender.search(''), all);
      await driven?.openSort();
      await timed('sort', () => contender.sort(), { count, sorted: true });
      await driven?.openSort();
      await timed('page order', () => contender.pageOrder(), all);
      driven?.close();
    },
    async off() {
      await quiet();
      let start = 0;
      await inFrame(() => {
        start = performance.now();
        contender.off();
      });
      timings.off = [performance.now() - start];
    },
  };
}
