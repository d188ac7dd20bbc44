/** A page of more ideas than get their tools at once. */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { madePage } from '../bench/made-page.ts';
import { type Opened, openSample, WIKI } from './sample.ts';

const COUNT = 150;
const ADDRESS = `${WIKI}/wiki/Long_ideas`;
let opened: Opened;
let page: Page;
beforeAll(async () => {
  opened = await openSample();
  await opened.context.route(ADDRESS, route => route.fulfill({ contentType: 'text/html', body: madePage(COUNT) }));
});
afterEach(() => page.close());
afterAll(() => opened.browser.close());

async function open(): Promise<void> {
  page = await opened.open(ADDRESS);
  await page.locator('idea-lens-idea').first().waitFor({ state: 'attached' });
  await expect.poll(() => page.locator('[data-idea-lens-idea]').count()).toBe(COUNT);
}

/** The ideas in the window without a bookmark button on their title's line; -1 where no idea is. */
const bare = () =>
  page.evaluate(() => {
    const seen = [...document.querySelectorAll('[data-idea-lens-idea]')].filter(heading => {
      const { top, bottom, height } = heading.getBoundingClientRect();
      return height > 0 && top >= 0 && bottom <= innerHeight && heading.closest('section[hidden]') === null;
    });
    if (seen.length === 0) return -1;
    return seen.filter(heading => {
      const button = heading.nextElementSibling?.shadowRoot?.querySelector('button');
      const line = heading.getBoundingClientRect();
      const box = button?.getBoundingClientRect();
      return !box || box.top > line.bottom || box.bottom < line.top;
    }).length;
  });
const status = () => page.locator('idea-lens-toolbar').getByRole('status').textContent();

describe('on a page of 150 ideas', () => {
  it('ideas near the window have their tools, others get them when one comes to them', async () => {
    await open();
    expect(await page.locator('idea-lens-idea').count()).toBeLessThan(50);
    await page.locator('[data-idea-lens-idea]').nth(3).scrollIntoViewIfNeeded();
    await expect.poll(bare).toBe(0);
    await page.locator('[data-idea-lens-idea]').nth(120).scrollIntoViewIfNeeded();
    await expect.poll(bare).toBe(0);
    expect(await page.locator('idea-lens-idea').count()).toBeLessThan(COUNT);
  });

  it('whose list begins on the first screen, the page’s beginning stays in view on arrival', async () => {
    await open();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    const title = await page.locator('#firstHeading').boundingBox();
    expect(title?.y).toBeGreaterThanOrEqual(0);
  });

  it('they have them also after a search and in a sorted list, and can be bookmarked there', async () => {
    await open();
    const bar = page.locator('idea-lens-toolbar');
    await bar.getByRole('searchbox').fill('lanterns');
    await expect.poll(status).toMatch(/^38 of 150/u);
    await page.evaluate(() => scrollTo({ top: 2_000, behavior: 'instant' }));
    await expect.poll(bare).toBe(0);
    await bar.getByRole('button', { name: /^Sort/u }).click();
    await bar.getByRole('menuitemradio', { name: 'Title', exact: true }).click();
    await page.keyboard.press('Escape');
    await expect.poll(bare).toBe(0);
    const first = page.locator('idea-lens-list section:not([hidden]) idea-lens-idea').first();
    await first.getByRole('button', { name: /^Bookmark/u }).click();
    await expect
      .poll(() => first.getByRole('button', { name: /^Bookmark/u }).getAttribute('aria-pressed'))
      .toBe('true');
  });

  it('the keyboard goes to the next idea with an open comment, wherever it is, and finds its tools', async () => {
    await open();
    await page.keyboard.press('n');
    for (let times = 0; times < 8; times++) await page.keyboard.press('n');
    await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('idea-lens-idea');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.shadowRoot?.querySelectorAll('button').length ?? 0))
      .toBeGreaterThan(0);
  });

  it('off takes back what was made and what was not', async () => {
    await open();
    const before = await (await opened.context.newPage()).evaluate(
      text => new DOMParser().parseFromString(text, 'text/html').body.outerHTML,
      madePage(COUNT),
    );
    const bar = page.locator('idea-lens-toolbar');
    await bar.getByRole('searchbox').fill('lantern');
    await expect.poll(status).toMatch(/^75 of 150/u);
    await bar.getByRole('switch').click();
    await expect.poll(() => page.evaluate(() => document.body.outerHTML)).toBe(before);
  });
});
