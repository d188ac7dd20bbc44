/**
 * What shows is really there when one comes to it: browsers skip what is off the screen, and Chromium 156 can forget to lay out again what
 * is moved and shown in the same frame.
 */
import fc from 'fast-check';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { writeHash } from '../../utils/query/hash.ts';
import { madePage } from '../bench/made-page.ts';
import { countShown, withoutPlace } from '../tools/places.ts';
import { type Opened, openSample, WIKI } from './sample.ts';

/** Fewer than stand in boxes of many, and more (utils/overlay/chunks.ts). */
const COUNTS = [60, 200];
const addressOf = (count: number) => `${WIKI}/wiki/${count}_ideas`;
/** What part each search text leaves of them. */
const LEFT: Readonly<Record<string, number>> = { '': 1, lantern: 1 / 2, lanterns: 1 / 4, zeppelin: 0 };
let opened: Opened;
beforeAll(async () => {
  opened = await openSample();
  for (const count of COUNTS) {
    await opened.context.route(addressOf(count), route =>
      route.fulfill({ contentType: 'text/html', body: madePage(count) }),
    );
  }
});
afterAll(() => opened.browser.close());

const asked = fc.record({
  text: fc.constantFrom(...Object.keys(LEFT)),
  sort: fc.constantFrom(
    EMPTY_QUERY.sort,
    { key: 'title', direction: 'ascending', sections: false } as const,
    { key: 'title', direction: 'descending', sections: false } as const,
    { key: 'title', direction: 'descending', sections: true } as const,
  ),
  /** Whether somebody looks through the page before the next is asked for. */
  looks: fc.boolean(),
});

async function ask(page: Page, query: Partial<Query>, left: number): Promise<void> {
  await page.evaluate(
    hash => {
      location.hash = hash;
    },
    writeHash({ ...EMPTY_QUERY, ...query }, null) || '#ideas:',
  );
  await expect.poll(() => page.evaluate(countShown)).toBe(left);
  const isList = query.sort !== undefined && query.sort.key !== 'page' && !query.sort.sections;
  await expect.poll(() => page.locator('idea-lens-list').count()).toBe(isList ? 1 : 0);
}

describe('an idea that shows', { timeout: 240_000 }, () => {
  it.each(COUNTS)('has its place when one comes to it, whatever was asked for before: one of %i', async count => {
    const page = await opened.open(addressOf(count));
    await page.locator('[data-idea-lens-idea]').last().waitFor({ state: 'attached' });
    const look = async () => expect(await page.evaluate(withoutPlace)).toEqual([]);
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 6 }), async steps => {
        for (const { text, sort, looks } of steps) {
          await ask(page, { text, sort }, count * (LEFT[text] ?? 0));
          if (looks) await look();
        }
        await look();
      }),
      { numRuns: Number(process.env.IDEA_LENS_RUNS ?? 6), endOnFailure: true, seed: 20 },
    );
    await page.close();
  });
});
