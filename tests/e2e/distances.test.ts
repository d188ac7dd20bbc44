/**
 * Ideas that were hidden stand, once they show again, where the page had them, for whoever goes through the whole page. On a real skin the
 * margins of neighbours collapse in more ways than on a page made by hand.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { distances } from '../tools/distances.ts';
import { type Opened, openSample } from './sample.ts';

describe.each(['1.39-timeless', '1.43-vector-2022', '1.43-parsoid'])('ideas in %s', skin => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openSample(skin);
  });
  afterAll(() => opened.browser.close());

  it('are as far from each other after a search as before it', async () => {
    const lens = await opened.openLens();
    const before = await lens.page.evaluate(distances);
    await lens.search.fill('firmware');
    await lens.says('1 of 31 ideas');
    await lens.search.fill('');
    await lens.says('31 of 31 ideas');
    expect(await lens.page.evaluate(distances)).toEqual(before);
  });
});
