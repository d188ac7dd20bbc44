import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LensPage, lensOn } from './lens-page.ts';
import { type Opened, openSample, SAMPLE } from './sample.ts';

let opened: Opened;
let lens: LensPage;
beforeAll(async () => {
  opened = await openSample();
});
afterEach(() => lens.page.close());
afterAll(() => opened.browser.close());

/** Scrolls so that the idea's heading is some way below the bar. */
const read = (title: string) =>
  lens.heading(title).evaluate(each => scrollBy({ top: each.getBoundingClientRect().top - 200, behavior: 'instant' }));
const top = async (title: string) => (await lens.heading(title).boundingBox())?.y ?? Number.NaN;
const inWindow = (y: number) => y >= 42 && y < 800;

describe('from far down the page', () => {
  it('a search shows its first match', async () => {
    lens = await opened.openLens();
    await read('Quiet hours');
    await lens.search.fill('paper tide rolls');
    await lens.says('1 of 31 ideas');
    await expect.poll(async () => inWindow(await top('Read old paper tide rolls'))).toBe(true);
  });

  it('a search that was only a look aside leads back to where one was', async () => {
    lens = await opened.openLens();
    await read('Quiet hours');
    const before = await top('Quiet hours');
    await lens.search.focus();
    await lens.page.keyboard.type('paper');
    await lens.says('3 of 31 ideas');
    await expect.poll(async () => inWindow(await top('Read old paper tide rolls'))).toBe(true);
    await lens.page.keyboard.press('Escape');
    await lens.says('31 of 31 ideas');
    await expect.poll(async () => Math.abs((await top('Quiet hours')) - before)).toBeLessThanOrEqual(2);
  });

  it('a search without a match shows what can be done', async () => {
    lens = await opened.openLens();
    await read('Quiet hours');
    await lens.search.fill('zeppelin');
    const back = lens.page.getByRole('button', { name: 'Show all 31 ideas' });
    await expect.poll(async () => inWindow((await back.boundingBox())?.y ?? -1)).toBe(true);
  });

  it('the idea that is being read stays where it is, as long as it shows', async () => {
    lens = await opened.openLens();
    await read('Moon phase sanity check');
    const before = await top('Moon phase sanity check');
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    expect(Math.abs((await top('Moon phase sanity check')) - before)).toBeLessThanOrEqual(2);
    await lens.choose('All');
    await lens.says('31 of 31 ideas');
    expect(Math.abs((await top('Moon phase sanity check')) - before)).toBeLessThanOrEqual(2);
  });

  it('a sorted list is shown from its beginning', async () => {
    lens = await opened.openLens();
    await read('Quiet hours');
    await lens.sort('Title');
    const [first] = await lens.titles();
    await expect.poll(async () => inWindow(await top(first ?? ''))).toBe(true);
  });

  it('a bookmark that is taken off in Bookmarked does not pull the idea away', async () => {
    lens = await opened.openLens();
    await lens.bookmark('Quiet hours').click();
    await expect.poll(() => lens.bookmark('Quiet hours').getAttribute('aria-pressed')).toBe('true');
    await lens.choose('Bookmarked');
    await lens.says('1 of 31 ideas');
    await lens.bookmark('Quiet hours').click();
    await lens.says('0 of 31 ideas');
    expect(await lens.titles()).toEqual(['Quiet hours']);
    expect(await lens.bookmark('Quiet hours').getAttribute('aria-pressed')).toBe('false');
  });
});

it('the bar gets its second row and loses it without a frame that shows the list under it', async () => {
  lens = await opened.openLens();
  await lens.page.setViewportSize({ width: 1280, height: 600 });
  await lens.page.keyboard.press('/');
  const bottom = () => lens.bar.evaluate(bar => bar.getBoundingClientRect().bottom);
  await expect.poll(bottom).toBeLessThan(60);
  await lens.page.evaluate(watchGaps, 'List of peer reviewed Projects');
  for (let round = 0; round < 8; round++) {
    await lens.page.keyboard.type('g');
    await expect.poll(bottom).toBeGreaterThan(80);
    await lens.page.keyboard.press('Escape');
    await expect.poll(bottom).toBeLessThan(60);
  }
  const gaps = await lens.page.evaluate(() => (globalThis as { gaps?: readonly number[] }).gaps ?? []);
  expect(gaps.length).toBeGreaterThan(16);
  expect(gaps.filter(gap => gap < 0)).toEqual([]);
});

/** Keeps how far each frame from now on shows the heading from the bar's end, px. */
function watchGaps(title: string): void {
  const bar = document.querySelector('idea-lens-toolbar')?.shadowRoot?.querySelector('.bar');
  const heading = [...document.querySelectorAll('h2')].find(each => each.textContent?.includes(title));
  const gaps: number[] = [];
  const shown = new MessageChannel();
  // A task that is posted while a frame is made comes right after it: what it finds is what was shown.
  const next = () => requestAnimationFrame(() => shown.port2.postMessage(null));
  shown.port1.onmessage = () => {
    const end = bar?.getBoundingClientRect().bottom ?? Number.NaN;
    gaps.push(Math.round((heading?.getBoundingClientRect().top ?? Number.NaN) - end));
    next();
  };
  next();
  // The channel is kept with them: it would be collected, and nothing watched.
  Object.assign(globalThis, { gaps, shown });
}

describe('a link', () => {
  it('that one arrives by stops below the bar', async () => {
    lens = await opened.openLens(`${SAMPLE}#Quiet_hours`);
    await expect.poll(() => top('Quiet hours')).toBeGreaterThanOrEqual(42);
    expect(await top('Quiet hours')).toBeLessThan(120);
  });

  it('to an area whose ideas are all hidden shows them', async () => {
    lens = await opened.openLens();
    await lens.search.fill('paper tide rolls');
    await lens.says('1 of 31 ideas');
    await lens.page.locator('#toc a[href="#Fog_signals"]').click();
    await expect.poll(() => lens.titles()).toContain('Fog horn that listens first');
    await expect
      .poll(async () => inWindow((await lens.page.locator('#Fog_signals').boundingBox())?.y ?? -1))
      .toBe(true);
  });

  it('to a list leads a sorted page to its beginning', async () => {
    lens = await opened.openLens();
    await lens.sort('Title');
    await lens.page.locator('#toc a[href="#List_of_projects_that_need_more_work"]').click();
    const [first] = await lens.titles();
    await expect.poll(async () => inWindow(await top(first ?? ''))).toBe(true);
  });
});

it('the keyboard goes on where it was when a button takes itself away', async () => {
  lens = await lensOn(await opened.open());
  await lens.search.fill('zeppelin');
  await lens.page.getByRole('button', { name: 'Show all 31 ideas' }).click();
  await lens.says('31 of 31 ideas');
  expect(await lens.search.evaluate(field => (field.getRootNode() as ShadowRoot).activeElement === field)).toBe(true);
  await lens.search.fill('paper tide rolls');
  await lens.says('1 of 31 ideas');
  await lens.page.getByRole('button', { name: /^Show the other/u }).click();
  expect(await lens.page.evaluate(() => document.activeElement?.localName)).toBe('idea-lens-idea');
});
