/** Measures the lens at rest, on one page: what it does while nobody does anything, and what it holds. Judges nothing. */
import type { BrowserContext } from 'playwright';
import { openSettled, settled } from './arrival.ts';
import { type Idle, watchIdle } from './idle.ts';
import { bytesOfText, difference, type Held, held } from './memory.ts';
import { type Patience, reasonOf } from './patience.ts';
import { WITH_LENS, WITHOUT_LENS } from './serve.ts';
import { search, sort } from './use.ts';

export interface AtRest {
  readonly idle: Idle;
  readonly held: Held;
}

export interface Rest {
  /** Bytes of the page's text. */
  readonly text: number;
  readonly arrived: AtRest;
  /** After a search and a sort: all ideas in sections, the list in another order. Why not, when it was given up. */
  readonly used: AtRest | string;
}

/** What a bare extension holds that has looked at each node of the page once and keeps none: the browser keeps what stands for them. */
export async function measureWalk(context: BrowserContext, count: number): Promise<Held> {
  const { without } = await heldWithout(context, count);
  const page = await context.newPage();
  await page.goto(`${WITH_LENS}/wiki/Ideas_${count}`);
  await page.waitForSelector('idea-lens-toolbar');
  return difference(await held(page), without);
}

async function heldWithout(context: BrowserContext, count: number): Promise<{ without: Held; text: number }> {
  const page = await context.newPage();
  await page.goto(`${WITHOUT_LENS}/wiki/Ideas_${count}`);
  const without = await held(page);
  const text = await page.evaluate(bytesOfText);
  await page.close();
  return { without, text };
}

export async function measureRest(context: BrowserContext, count: number, patience: Patience): Promise<Rest> {
  const { without, text } = await heldWithout(context, count);

  const page = await context.newPage();
  await openSettled(page, count);
  const now = async (): Promise<AtRest> => ({
    idle: await watchIdle(page),
    held: difference(await held(page), without),
  });
  const arrived = await now();
  const use = async () => {
    await search(page, count);
    await sort(page);
    await settled(page, count);
    return now();
  };
  const used = await patience.within(use()).catch(reasonOf);
  return { text, arrived, used };
}
