/** What is under the pointer stays there while one presses on. */
import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { openSample } from './sample.ts';

const FACETS = ['List', 'Area', 'Difficulty', 'Skills', 'Contact', 'GSoC', 'Attention'];

/** Everything that follows a press has been drawn. */
const drawn = (page: Page) =>
  page.evaluate(() => new Promise(then => requestAnimationFrame(() => requestAnimationFrame(then))));

describe.each(['1.39-vector', '1.43-vector-2022'])('in %s', folder => {
  it.each([1280, 1000, 640])(
    'ticking a value moves no other away from the pointer, at %i px',
    async width => {
      const opened = await openSample(folder);
      try {
        const lens = await opened.openLens();
        await lens.page.setViewportSize({ width, height: 800 });
        await ticksTwo(lens);
        await sortsTwice(lens);
      } finally {
        await opened.browser.close();
      }
    },
    120_000,
  );
});

/** Of each facet the first value and then, where it stood before, the second; what stands above stays where it is, too. */
async function ticksTwo({ page, bar }: LensPage): Promise<void> {
  await bar.getByRole('button', { name: /^Filters/u }).click();
  for (const facet of FACETS) {
    const button = bar.getByRole('button', { name: new RegExp(`^${facet}`, 'u') }).first();
    await button.click();
    const dialog = bar.getByRole('dialog');
    const [first, second] = [0, 1].map(index => dialog.getByRole('checkbox').nth(index));
    const [one, two] = [await first?.boundingBox(), await second?.boundingBox()];
    const before = await dialog.boundingBox();
    if (!first || !second || !one || !two) throw new Error(`${facet} has no two values`);
    await page.mouse.click(one.x + 9, one.y + 9);
    await expect.poll(() => first.isChecked()).toBe(true);
    await drawn(page);
    const after = await dialog.boundingBox();
    expect([after?.x, after?.y], facet).toEqual([before?.x, before?.y]);
    await page.mouse.click(one.x + 9, two.y + 9);
    await expect.poll(() => second.isChecked(), { message: facet }).toBe(true);
    expect(await first.isChecked(), facet).toBe(true);
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: 'Clear all' }).click();
  }
}

/** By a key, and back to the page's order, where that stood before. */
async function sortsTwice({ page, bar }: LensPage): Promise<void> {
  const sort = bar.getByRole('button', { name: /^Sort/u });
  // In a narrow bar it is one of More.
  if (!(await sort.isVisible())) await bar.getByRole('button', { name: 'More' }).click();
  await sort.click();
  const [own, key] = ['Page order', 'Open comments'].map(name => bar.getByRole('menuitemradio', { name }));
  const [one, two] = [await own?.boundingBox(), await key?.boundingBox()];
  if (!own || !key || !one || !two) throw new Error('nothing to sort by');
  await page.mouse.click(two.x + 3, two.y + 9);
  await expect.poll(() => key.getAttribute('aria-checked')).toBe('true');
  await drawn(page);
  expect(await own.boundingBox()).toEqual(one);
  await page.mouse.click(one.x + 3, one.y + 9);
  await expect.poll(() => own.getAttribute('aria-checked')).toBe('true');
  await drawn(page);
  expect(await key.boundingBox()).toEqual(two);
}
