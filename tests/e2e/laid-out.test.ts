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
import { type Opened, openSample, WIKI } from './sample.ts';

const COUNT = 60;
const ADDRESS = `${WIKI}/wiki/Many_ideas`;
/** What each search text leaves of them. */
const LEFT: Readonly<Record<string, number>> = { '': 60, lantern: 30, lanterns: 15, zeppelin: 0 };
let opened: Opened;
let page: Page;
beforeAll(async () => {
  opened = await openSample();
  await opened.context.route(ADDRESS, route => route.fulfill({ contentType: 'text/html', body: madePage(COUNT) }));
  page = await opened.open(ADDRESS);
  await page
    .locator('idea-lens-idea')
    .nth(COUNT - 1)
    .waitFor({ state: 'attached' });
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

async function ask(query: Partial<Query>, left: number): Promise<void> {
  await page.evaluate(
    hash => {
      location.hash = hash;
    },
    writeHash({ ...EMPTY_QUERY, ...query }, null) || '#ideas:',
  );
  const shown = () =>
    page.evaluate(
      () =>
        [...document.querySelectorAll('[data-idea-lens-idea]')].filter(each => !each.closest('section[hidden]')).length,
    );
  await expect.poll(shown).toBe(left);
  const isList = query.sort !== undefined && query.sort.key !== 'page' && !query.sort.sections;
  await expect.poll(() => page.locator('idea-lens-list').count()).toBe(isList ? 1 : 0);
}

/** The ideas that show and have no place when one comes to them. */
function missing(): Promise<string[]> {
  return page.evaluate(async () => {
    const found: string[] = [];
    for (const heading of document.querySelectorAll('[data-idea-lens-idea]')) {
      if (heading.closest('section[hidden]')) continue;
      const box = heading.closest('section') ?? heading;
      box.scrollIntoView({ block: 'start' });
      // A box that was skipped takes some frames.
      for (let frame = 0; frame < 12 && heading.getBoundingClientRect().height < 1; frame++) {
        await new Promise(requestAnimationFrame);
      }
      const { top, bottom, height } = heading.getBoundingClientRect();
      if (height < 1 || bottom < 0 || top > innerHeight) found.push(heading.textContent ?? '');
    }
    scrollTo(0, 0);
    return found;
  });
}

describe('an idea that shows', { timeout: 120_000 }, () => {
  it('has its place when one comes to it, whatever was asked for before', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(asked, { minLength: 1, maxLength: 6 }), async steps => {
        for (const { text, sort, looks } of steps) {
          await ask({ text, sort }, LEFT[text] ?? 0);
          if (looks) expect(await missing()).toEqual([]);
        }
        expect(await missing()).toEqual([]);
      }),
      { numRuns: Number(process.env.IDEA_LENS_RUNS ?? 6), endOnFailure: true, seed: 20 },
    );
  });
});
