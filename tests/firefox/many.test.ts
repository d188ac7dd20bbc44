import { afterAll, beforeAll, expect, it } from 'vitest';
import { madePage } from '../bench/made-page.ts';
import { countShown, withoutPlace } from '../tools/places.ts';
import { describeInFirefox, openStage, type Stage, WIKI } from './stage.ts';

/** So many that they stand in boxes of many (utils/overlay/chunks.ts). */
const COUNT = 200;
const ADDRESS = `${WIKI}/wiki/Many_ideas`;

describeInFirefox('on a page of 200 ideas, in Firefox,', () => {
  let stage: Stage;
  beforeAll(async () => {
    const page = { type: 'text/html; charset=utf-8', body: madePage(COUNT) };
    stage = await openStage({
      answerTo: async ({ href }) => (href === ADDRESS ? page : { status: 404, type: 'text/plain', body: '' }),
    });
  });
  afterAll(() => stage.close());

  it('an idea has its place when one comes to it, whatever was asked for before', async () => {
    const page = await stage.open(ADDRESS);
    await page.bringToFront();
    await expect.poll(() => page.evaluate(countShown)).toBe(COUNT);
    const lists = () => page.evaluate(() => document.querySelectorAll('idea-lens-list').length);
    for (const [query, shown, inList] of [
      ['q=lantern', 100, 0],
      ['q=lantern&sort=-title', 100, 1],
      ['', COUNT, 0],
      ['sort=title', COUNT, 1],
      ['q=lanterns&sort=-title', 50, 1],
      ['q=lanterns', 50, 0],
      ['sort=-title&within=sections', COUNT, 0],
    ] as const) {
      await page.evaluate(hash => {
        location.hash = hash;
      }, `#ideas:${query}`);
      await expect.poll(() => page.evaluate(countShown), { message: query }).toBe(shown);
      await expect.poll(lists, { message: query }).toBe(inList);
      expect(await page.evaluate(withoutPlace), query).toEqual([]);
    }
  });
});
