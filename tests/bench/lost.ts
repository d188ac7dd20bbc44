/**
 * Whether a bare technique shows what it says it shows: how many ideas have no place when one comes to them, after a sort and back. Fast is
 * no merit in one that loses ideas. Tries a page of its own; judges nothing.
 */
import type { BrowserContext } from 'playwright';
import { WITHOUT_LENS } from './serve.ts';
import { PLANS } from './targets.ts';

const COUNT = 150;
/** Every third idea is come to. */
const STEP = 3;

export interface Lost {
  readonly lost: number;
  readonly of: number;
}

/** By name of the technique. */
export async function measureLost(context: BrowserContext): Promise<Readonly<Record<string, Lost>>> {
  const found: Record<string, Lost> = {};
  for (const plan of PLANS) {
    const page = await context.newPage();
    await page.goto(`${WITHOUT_LENS}/wiki/Ideas_${COUNT}`);
    found[plan] = await page.evaluate(comeToEach, [plan, STEP] as const);
    await page.close();
  }
  return found;
}

/** Runs in the page. */
async function comeToEach([plan, step]: readonly [string, number]): Promise<Lost> {
  const script: string = '/bench/in-page/plans.ts';
  const { sectionPlan } = (await import(script)) as typeof import('./in-page/plans.ts');
  const frames = async (count: number) => {
    for (let frame = 0; frame < count; frame++) await new Promise(requestAnimationFrame);
  };
  const contender = sectionPlan(plan as 'C' | 'D' | 'E');
  await contender.setUp();
  await frames(5);
  for (const act of [contender.sort, contender.pageOrder]) {
    act();
    await frames(5);
  }
  const sections = [...document.querySelectorAll('section[data-plan]')].filter((_, at) => at % step === 0);
  let lost = 0;
  for (const section of sections) {
    section.scrollIntoView({ block: 'start' });
    for (let frame = 0; frame < 12 && section.getBoundingClientRect().height < 1; frame++) await frames(1);
    if (section.getBoundingClientRect().height < 1) lost++;
  }
  return { lost, of: sections.length };
}
