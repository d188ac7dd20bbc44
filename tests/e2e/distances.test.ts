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

  it('make a narrow page no wider, and what stands beside one is not cut off', async () => {
    const lens = await opened.openLens();
    await lens.page.setViewportSize({ width: 600, height: 800 });
    const tooWide = () =>
      lens.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    const before = await tooWide();
    await lens.search.fill('firmware');
    await lens.says('1 of 31 ideas');
    await expect.poll(() => lens.page.locator('[data-idea-lens-measured]:not([hidden])').count()).toBe(1);
    expect(await tooWide()).toBe(before);
    await lens.search.blur();
    await lens.page.keyboard.press('j');
    // The mark beside the title that one is at: what is cut off is not met by a pointer either.
    const met = () =>
      lens.page.evaluate(() => {
        const host = document.activeElement as HTMLElement;
        const { left, top } = host.getBoundingClientRect();
        const lift = Number.parseFloat(host.style.getPropertyValue('--idea-lens-lift'));
        return document.elementFromPoint(left - 6.5, top - lift)?.localName;
      });
    await expect.poll(met).toBe('idea-lens-idea');
  });
});
