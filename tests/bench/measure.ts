/** Measures one contender's operations on a page of its own. Times are milliseconds; nothing is judged here. */
import type { BrowserContext, JSHandle, Page } from 'playwright';
import { openSettled } from './arrival.ts';
import type { Runner, Timings } from './in-page/rounds.ts';
import { patienceOf, reasonOf } from './patience.ts';
import { scriptsOf, WITHOUT_LENS } from './serve.ts';

export interface Measured {
  /** Of the steps that were done. */
  readonly timings: Timings;
  /** Why not all were; `null` when they were. The page may be at work still: its browser is of no further use. */
  readonly givenUp: string | null;
}

export interface Rounds {
  readonly name: string;
  readonly count: number;
  readonly rounds: number;
  /** How long all of it may take, ms. */
  readonly patience: number;
}

/** The timings of one contender's rounds. */
export async function measureRounds(context: BrowserContext, asked: Rounds): Promise<Measured> {
  const { name, count, rounds, patience } = asked;
  const steps = patienceOf(patience);
  let timings: Timings = {};
  let step = 'opening the page';
  try {
    const page = await steps.within(context.newPage());
    page.setDefaultTimeout(0);
    const runner = await steps.within(open(page, name, count));
    const take = async (next: string, act: (runner: Runner) => Promise<void>) => {
      step = next;
      await steps.within(runner.evaluate(act));
      timings = await steps.within(runner.evaluate(each => each.timings));
    };
    await take('setting up', each => each.setUp());
    for (let round = 1; round <= rounds; round++) await take(`round ${round} of ${rounds}`, each => each.round());
    step = 'off';
    if (name === 'lens') timings = { ...timings, off: [await steps.within(measureOff(page))] };
    else await take('off', each => each.off());
    await steps.within(page.close());
    return { timings, givenUp: null };
  } catch (error) {
    return { timings, givenUp: `${reasonOf(error)} (${step})` };
  } finally {
    steps.end();
  }
}

async function open(page: Page, name: string, count: number): Promise<JSHandle<Runner>> {
  if (name === 'lens') await openSettled(page, count);
  else await page.goto(`${WITHOUT_LENS}/wiki/Ideas_${count}`, { timeout: 0 });
  for (const url of scriptsOf(name)) await page.addScriptTag({ url });
  return page.evaluateHandle(
    async ([contender, ideas]) => {
      const script: string = '/bench/in-page/rounds.ts';
      const { createRunner } = (await import(script)) as typeof import('./in-page/rounds.ts');
      return createRunner(contender, ideas);
    },
    [name, count] as const,
  );
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
