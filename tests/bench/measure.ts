/** Measures one contender on a page of its own. Times are milliseconds; nothing is judged here. */
import type { BrowserContext, Page } from 'playwright';
import type { Timings } from './in-page/rounds.ts';
import { scriptsOf, WITH_LENS, WITHOUT_LENS } from './serve.ts';

export interface Arrival {
  /** From the end of parsing (`domInteractive`) to the end of the first frame with the bar; compiling and fetching are in it. */
  readonly bar: number;
  /** The longest task between that frame and the last idea's tools, ms; 0 when none took 50 ms. */
  readonly longestTask: number;
  /** What moved on arrival, as the browser scores it. */
  readonly shift: number;
}

/** How long the slowest contender may take, ms. */
const LONGEST = 600_000;

/** Watches for the bar, long tasks and shifts from before the page's first byte. Runs in the page. */
function watchArrival(): void {
  const seen = { bar: 0, tasks: [] as { start: number; duration: number }[], shift: 0 };
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
      seen.bar = performance.now();
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

async function openLens(context: BrowserContext, count: number): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(LONGEST);
  await page.addInitScript(watchArrival);
  await page.goto(`${WITH_LENS}/wiki/Ideas_${count}`, { timeout: LONGEST });
  await page.waitForFunction(expected => document.querySelectorAll('idea-lens-idea').length === expected, count, {
    timeout: LONGEST,
  });
  await page.evaluate(untilIdle, 20 + Math.ceil(count / 20));
  return page;
}

export async function measureArrival(context: BrowserContext, count: number): Promise<Arrival> {
  const page = await openLens(context, count);
  const arrival = await page.evaluate(() => {
    const { bar, tasks, shift } = (
      globalThis as unknown as {
        arrival: { bar: number; tasks: { start: number; duration: number }[]; shift: number };
      }
    ).arrival;
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
    const after = tasks.filter(({ start }) => start >= bar).map(({ duration }) => duration);
    return { bar: bar - (visit?.domInteractive ?? 0), longestTask: Math.max(0, ...after), shift };
  });
  await page.close();
  return arrival;
}

/** From a real press of the lens's switch to the end of the frame in which the bar is gone. */
async function measureOff(page: Page): Promise<number> {
  const gone = page.evaluate(
    () =>
      new Promise<number>(resolve => {
        let start = 0;
        addEventListener(
          'click',
          () => {
            start = performance.now();
          },
          { capture: true, once: true },
        );
        const look = () => {
          if (start > 0 && !document.querySelector('idea-lens-toolbar')) {
            setTimeout(() => resolve(performance.now() - start));
          } else requestAnimationFrame(look);
        };
        look();
      }),
  );
  await page.locator('idea-lens-toolbar').getByRole('switch').click();
  return gone;
}

/** The timings of all rounds of one contender. Throws when it fails or never shows what was asked for. */
export async function measureRounds(
  context: BrowserContext,
  name: string,
  count: number,
  rounds: number,
): Promise<Timings> {
  const page = name === 'lens' ? await openLens(context, count) : await context.newPage();
  page.setDefaultTimeout(LONGEST);
  if (name !== 'lens') await page.goto(`${WITHOUT_LENS}/wiki/Ideas_${count}`, { timeout: LONGEST });
  for (const url of scriptsOf(name)) await page.addScriptTag({ url });
  const timings = await page.evaluate(
    async ([contender, ideas, times]) => {
      const script: string = '/bench/in-page/rounds.ts';
      const { runRounds } = (await import(script)) as typeof import('./in-page/rounds.ts');
      return runRounds(contender, ideas, times);
    },
    [name, count, rounds] as const,
  );
  const off = name === 'lens' ? { off: [await measureOff(page)] } : {};
  await page.close();
  return { ...timings, ...off };
}
