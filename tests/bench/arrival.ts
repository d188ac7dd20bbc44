/**
 * Measures the lens's arrival, on a page of its own each time: cold (a new tab, where nothing of it was compiled) and warm (the same tab
 * comes again, and the browser still has the compiled code). Judges nothing.
 */
import type { BrowserContext, Page } from 'playwright';
import { WITH_LENS } from './serve.ts';
import { isOwnCall, record, type Span, spanOfContentScript, type TraceEvent, timesByKind } from './trace.ts';
import { median } from './verdicts.ts';

/** Milliseconds. `bar` is made of `before` to `shown`; `compile` to `other` are the same time by what was done in it. */
export interface Arrival {
  /** From the end of parsing (`domInteractive`) to the end of the first frame with the bar; compiling and fetching are in it. */
  readonly bar: number;
  /** Of it, until the content script begins: the browser lays out and paints the page meanwhile. */
  readonly before: number;
  /** The content script: compiled, and run until it waits for its settings. */
  readonly begun: number;
  /** Until what shows has been fetched: settings come first, and the page is read meanwhile. */
  readonly fetched: number;
  /** From there until the bar shows: the rest of the reading, too. */
  readonly shown: number;
  readonly compile: number;
  readonly script: number;
  readonly layout: number;
  readonly paint: number;
  readonly collect: number;
  /** What the record names no kind for: other work of the browser, and the reading, which runs in an answer that it says nothing of. */
  readonly other: number;
  /** The longest task from that frame to shortly after the last idea's tools, ms; 0 when none took 50 ms. */
  readonly longestTask: number;
  /** What moved on arrival, as the browser scores it. */
  readonly shift: number;
  /** How far the page was scrolled, px: what stood above the bar has moved instead, which is no shift to the browser. */
  readonly scrolled: number;
}

export interface Arrivals {
  readonly cold: Arrival;
  readonly warm: Arrival;
}

export interface Visit {
  readonly url: string;
  /** Ideas that get their tools; `null` for the bare extensions, which give none. */
  readonly count: number | null;
}

interface Seen {
  bar: number;
  tasks: { start: number; duration: number }[];
  shift: number;
}

const BAR_MARK = 'bench: bar';
/** How long an arrival may take, ms. */
const LONGEST = 180_000;

/** Watches for the bar, long tasks and shifts from before the page's first byte; says `mark` when the bar stands. Runs in the page. */
function watchArrival(mark: string): void {
  const seen: Seen = { bar: 0, tasks: [], shift: 0 };
  Object.assign(globalThis, { arrival: seen });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) seen.tasks.push({ start: entry.startTime, duration: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver(list => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: 'layout-shift', buffered: true });
  const look = () => {
    if (!document.querySelector('idea-lens-toolbar')?.shadowRoot?.querySelector('input')) {
      requestAnimationFrame(look);
      return;
    }
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      seen.bar = performance.mark(mark).startTime;
      console.debug(mark);
    };
    port2.postMessage(null);
  };
  requestAnimationFrame(look);
}

/** Until the browser has been idle so many times running: what the lens prepares then belongs to no operation. Runs in the page. */
function untilIdle(times: number): Promise<void> {
  return new Promise(resolve => {
    let calm = 0;
    const look = (deadline: IdleDeadline) => {
      calm = deadline.timeRemaining() > 10 ? calm + 1 : 0;
      if (calm >= times) resolve();
      else requestIdleCallback(look);
    };
    requestIdleCallback(look);
  });
}

/** Resolves when the lens has prepared on the page all that it prepares on a page of `count` ideas. */
export async function settled(page: Page, count: number): Promise<void> {
  await toolsStand(page, count);
  await page.evaluate(untilIdle, 20 + Math.ceil(count / 20));
}

async function toolsStand(page: Page, count: number): Promise<void> {
  // Seldom: who looks at every frame is part of what is measured.
  // The headings are marked before the tools near the window are made, all in one go.
  const stand = (expected: number) =>
    document.querySelectorAll('[data-idea-lens-idea]').length === expected &&
    document.querySelector('idea-lens-idea') !== null;
  await page.waitForFunction(stand, count, {
    timeout: LONGEST,
    polling: 200,
  });
}

/** Opens the page of `count` ideas and waits until the lens has prepared everything. Who watches arrival is not on it. */
export async function openSettled(page: Page, count: number): Promise<void> {
  await page.goto(`${WITH_LENS}/wiki/Ideas_${count}`, { timeout: LONGEST });
  await settled(page, count);
}

/** The median of each figure over `times` new tabs, and over as many second visits in them. */
export async function measureArrivals(context: BrowserContext, visit: Visit, times: number): Promise<Arrivals> {
  const [cold, warm]: [Arrival[], Arrival[]] = [[], []];
  for (let time = 0; time < times; time++) {
    const page = await context.newPage();
    await page.addInitScript(watchArrival, BAR_MARK);
    cold.push(await arrive(page, visit));
    await page.goto('about:blank');
    warm.push(await arrive(page, visit));
    await page.close();
  }
  return { cold: medians(cold), warm: medians(warm) };
}

function medians(all: readonly Arrival[]): Arrival {
  const [first] = all;
  if (!first) throw new Error('Nothing was measured.');
  const names = Object.keys(first) as (keyof Arrival)[];
  return Object.fromEntries(names.map(name => [name, median(all.map(each => each[name]))])) as unknown as Arrival;
}

async function arrive(page: Page, { url, count }: Visit): Promise<Arrival> {
  const events = await record(page, async () => {
    // The page says it: who asks the page again and again first brings it a large script, which runs in the middle of the arrival.
    const stands = page.waitForEvent('console', { predicate: said => said.text() === BAR_MARK, timeout: LONGEST });
    await Promise.all([page.goto(url, { timeout: LONGEST }), stands]);
  });
  if (count !== null) await toolsStand(page, count);
  // What follows the tools at once is part of it; what is prepared in idle moments is in small steps, with thousands of ideas in many.
  await page.evaluate(untilIdle, 30);
  const seen = await page.evaluate(() => {
    const { bar, tasks, shift } = (globalThis as unknown as { arrival: Seen }).arrival;
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const after = tasks.filter(({ start }) => start >= bar).map(({ duration }) => duration);
    return { bar: bar - (visit?.domInteractive ?? 0), longestTask: Math.max(0, ...after), shift, scrolled: scrollY };
  });
  return { ...seen, ...partsOf(events, seen.bar) };
}

/** What the `bar` milliseconds before the bar's mark were spent on. */
function partsOf(
  events: readonly TraceEvent[],
  bar: number,
): Omit<Arrival, 'bar' | 'longestTask' | 'shift' | 'scrolled'> {
  const script = spanOfContentScript(events);
  const mark = events.find(({ name, pid }) => name === BAR_MARK && pid === script.pid);
  if (!mark) throw new Error('The bar is not in the record.');
  const span: Span = { ...script, from: mark.ts - bar * 1_000, to: mark.ts };
  const ended = events.find(event => event.name === 'EvaluateScript' && isOwnCall(event))?.dur ?? 0;
  const module = events.find(event => event.name === 'v8.evaluateModule' && isOwnCall(event) && event.ts > script.from);
  const [began, waits] = [script.from, script.from + ended];
  // The bare extension without an import shows at once.
  const there = module?.ts ?? waits;
  const ms = (from: number, to: number) => (to - from) / 1_000;
  return {
    before: ms(span.from, began),
    begun: ms(began, waits),
    fetched: ms(waits, there),
    shown: ms(there, span.to),
    ...timesByKind(events, span),
  };
}
