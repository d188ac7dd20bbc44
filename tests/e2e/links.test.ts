import type { Page } from 'playwright';
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

const hash = () => decodeURIComponent(new URL(lens.page.url()).hash);
const notes = () => lens.page.locator('idea-lens-notes');
const top = async (title: string) => (await lens.heading(title).boundingBox())?.y ?? Number.NaN;
const barBottom = async () => {
  const box = await lens.bar.boundingBox();
  return box ? box.y + box.height : Number.NaN;
};
/** The heading stands below the bar, near it. */
const isUncovered = async (title: string) => {
  const distance = (await top(title)) - (await barBottom());
  return distance >= 0 && distance < 400;
};
/** Clicks a link of the page's own to an anchor, as a person finds one in the text. */
const follow = (page: Page, anchor: string) =>
  page.evaluate(name => {
    const link = document.createElement('a');
    link.href = `#${name}`;
    document.querySelector('#firstHeading')?.append(link);
    link.click();
    link.remove();
  }, anchor);

/** Longer than anything that keeps the reader's place goes on. */
const aMoment = () =>
  new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 200))));

describe('a link of the page to an anchor', () => {
  it('keeps the query, also where its own script stops the click on its way', async () => {
    lens = await opened.openLens(`${SAMPLE}#ideas:q=gauge`);
    await lens.page.evaluate(() => {
      document.querySelector('#firstHeading')?.addEventListener('click', event => event.stopPropagation());
    });
    await follow(lens.page, 'footer');
    await expect.poll(hash).toBe('#ideas:q=gauge&at=footer');
    expect(await lens.search.inputValue()).toBe('gauge');
  });

  it('is one, also where its name begins as our links do', async () => {
    lens = await opened.openLens(`${SAMPLE}#ideas:q=gauge`);
    await lens.page.evaluate(() => {
      const old = document.createElement('p');
      old.id = 'ideas:old';
      document.querySelector('#bodyContent')?.prepend(old);
    });
    await follow(lens.page, 'ideas:old');
    await expect.poll(hash).toBe('#ideas:q=gauge&at=ideas:old');
    expect(await lens.search.inputValue()).toBe('gauge');
  });

  it.each([
    { place: 'at the top', by: 0, sorted: false },
    { place: 'in the midst of the list', by: 2_500, sorted: false },
    { place: 'in one sorted list', by: 2_500, sorted: true },
  ])('that comes into the address by itself shows all and leads there, $place', async ({ by, sorted }) => {
    lens = await opened.openLens();
    await lens.choose('Good first ideas');
    await lens.says('16 of 31 ideas');
    if (sorted) await lens.sort('Title', 'Descending');
    await lens.page.evaluate(top => scrollBy({ top, behavior: 'instant' }), by);
    await lens.page.evaluate(() => location.assign('#Knots_for_beginners'));
    await lens.says('31 of 31 ideas');
    await lens.page.evaluate(aMoment);
    expect(await isUncovered('Knots for beginners')).toBe(true);
    // And back to where one was, if not to the pixel: what is above is as high as before.
    const knots = await top('Knots for beginners');
    await lens.page.goBack();
    await lens.says('16 of 31 ideas');
    await lens.page.goForward();
    await lens.says('31 of 31 ideas');
    await lens.page.evaluate(aMoment);
    expect(Math.abs((await top('Knots for beginners')) - knots)).toBeLessThan(100);
  });
});

describe('the address', () => {
  it('holds the query: whoever opens the link sees the same', async () => {
    lens = await opened.openLens();
    await lens.search.fill('gauge');
    await lens.search.press('Enter');
    await lens.tick('Difficulty', /^Medium/u);
    await lens.sort('Title', 'Descending');
    const titles = await lens.titles();
    expect(titles.length).toBeGreaterThan(1);
    await expect.poll(hash).toBe('#ideas:q=gauge&difficulty=medium&sort=-title');
    const link = lens.page.url();
    await lens.page.close();
    lens = await opened.openLens(link);
    await expect.poll(() => lens.titles()).toEqual(titles);
    expect(await lens.search.inputValue()).toBe('gauge');
  });

  it('that names a view has the tools on their titles’ lines, also where an idea was out of sight at arrival', async () => {
    lens = await opened.openLens(`${SAMPLE}#ideas:show=good-first`);
    await lens.says('16 of 31 ideas');
    const title = 'Almanac as a web feed';
    await lens.heading(title).evaluate(each => each.scrollIntoView({ block: 'center' }));
    const off = async () => {
      const [line, tool] = await Promise.all([
        lens.heading(title).locator('.mw-headline').boundingBox(),
        lens.bookmark(title).boundingBox(),
      ]);
      if (!line || !tool) return Number.NaN;
      return Math.abs(tool.y + tool.height / 2 - (line.y + line.height / 2));
    };
    await expect.poll(off).toBeLessThanOrEqual(1);
  });

  it('that names a view leads to the list at once, on a first visit', async () => {
    lens = await opened.openLens(`${SAMPLE}#ideas:show=good-first`);
    await lens.says('16 of 31 ideas');
    await expect.poll(async () => (await lens.bar.boundingBox())?.y).toBeLessThan(12);
  });

  it('is replaced while one types, and gets an entry for what is committed: back and forward', async () => {
    lens = await opened.openLens();
    const length = await lens.page.evaluate(() => history.length);
    await lens.search.pressSequentially('lamp');
    await expect.poll(hash).toBe('#ideas:q=lamp');
    expect(await lens.page.evaluate(() => history.length)).toBe(length);
    await lens.search.press('Enter');
    await expect.poll(() => lens.page.evaluate(() => history.length)).toBe(length + 1);
    const lamps = await lens.titles();
    await lens.choose('Needs review');
    await expect.poll(hash).toBe('#ideas:q=lamp&show=needs-review');
    await lens.page.goBack();
    await expect.poll(() => lens.titles()).toEqual(lamps);
    expect(await lens.search.inputValue()).toBe('lamp');
    await lens.page.goBack();
    await lens.says('31 of 31 ideas');
    await expect.poll(() => lens.page.url()).toBe(SAMPLE);
    await lens.page.goForward();
    await expect.poll(() => lens.titles()).toEqual(lamps);
  });

  it('goes back to what it was when all is cleared, without a jump', async () => {
    lens = await opened.openLens();
    await lens.page.evaluate(() => scrollTo({ top: 600, behavior: 'instant' }));
    await lens.search.fill('gauge');
    await lens.search.press('Enter');
    await lens.bar.getByRole('button', { name: 'Clear all' }).click();
    await lens.says('31 of 31 ideas');
    await expect.poll(() => lens.page.url()).toBe(SAMPLE);
    expect(await lens.page.evaluate(() => scrollY)).toBeGreaterThan(0);
  });

  it.each([
    ['#ideas:q=gauge&colour=red', 'colour'],
    ['#ideas:show=everything&q=gauge', 'everything'],
    ['#ideas:q=gauge&area=%zz', 'area=%zz'],
    ['#ideas:q=gauge&__proto__=x', '__proto__'],
  ])('with something unknown in it (%s) says what, and applies the rest', async (bad, named) => {
    lens = await opened.openLens(SAMPLE + bad);
    await expect.poll(() => notes().getByText(`“${named}”`, { exact: false }).isVisible()).toBe(true);
    expect(await lens.search.inputValue()).toBe('gauge');
    await notes().getByRole('button', { name: 'Close this note' }).press('Enter');
    // Its button has gone: the keyboard goes on at the bar.
    await expect
      .poll(() => lens.bar.evaluate(bar => bar.shadowRoot?.activeElement?.getAttribute('role')))
      .toBe('status');
    await expect.poll(() => notes().getByText(named).count()).toBe(0);
  });

  it('lent to the wiki’s own routers for a while changes nothing that shows', async () => {
    lens = await opened.openLens();
    await lens.search.fill('gauge');
    await lens.search.press('Enter');
    const titles = await lens.titles();
    await lens.page.evaluate(() => {
      location.hash = '/media/File:Lamp.png';
    });
    await lens.page.goBack();
    await expect.poll(hash).toBe('#ideas:q=gauge');
    await lens.page.goForward();
    await expect.poll(hash).toBe('#/media/File:Lamp.png');
    expect(await lens.titles()).toEqual(titles);
    expect(await lens.search.inputValue()).toBe('gauge');
  });

  it('of the wiki itself is left alone', async () => {
    lens = await opened.openLens(`${SAMPLE}#Horn_schedule_editor`);
    expect(hash()).toBe('#Horn_schedule_editor');
    expect(await lens.status.textContent()).toBe('31 of 31 ideas');
    await expect.poll(() => isUncovered('Horn schedule editor')).toBe(true);
  });
});

describe('an anchor of the page', () => {
  it('keeps the query, and shows what it leads to, under the bar', async () => {
    lens = await opened.openLens();
    await lens.search.fill('gauge');
    await lens.search.press('Enter');
    // The first filter waits for what it is done with.
    await expect.poll(async () => (await lens.titles()).length).toBeLessThan(31);
    const before = await lens.titles();
    await follow(lens.page, 'Horn_schedule_editor');
    await expect.poll(hash).toBe('#ideas:q=gauge&at=Horn_schedule_editor');
    await expect.poll(() => lens.titles()).toContain('Horn schedule editor');
    expect(await lens.titles()).toEqual(expect.arrayContaining(before));
    await expect.poll(() => isUncovered('Horn schedule editor')).toBe(true);
    await lens.page.goBack();
    await expect.poll(hash).toBe('#ideas:q=gauge');
    expect(await lens.search.inputValue()).toBe('gauge');
  });

  it('in a link of ours is shown at arrival, though the query hides it', async () => {
    lens = await opened.openLens(`${SAMPLE}#ideas:q=gauge&at=Horn_schedule_editor`);
    await expect.poll(() => lens.titles()).toContain('Horn schedule editor');
    await expect.poll(() => isUncovered('Horn schedule editor')).toBe(true);
  });

  it('in the contents leads to an idea that a filter hides', async () => {
    lens = await opened.openLens();
    await lens.search.fill('gauge');
    await lens.search.press('Enter');
    await lens.page.evaluate(() => scrollTo({ top: 0, behavior: 'instant' }));
    await lens.page.locator('.toc').getByRole('link', { name: 'Horn schedule editor' }).click();
    await expect.poll(() => lens.titles()).toContain('Horn schedule editor');
    await expect.poll(() => isUncovered('Horn schedule editor')).toBe(true);
  });
});

describe('the switch', () => {
  it('keeps what was asked for while the lens is off', async () => {
    lens = await opened.openLens();
    await lens.search.fill('gauge');
    await lens.search.press('Enter');
    const titles = await lens.titles();
    await opened.storeSwitch(false);
    await lens.bar.waitFor({ state: 'detached' });
    await opened.storeSwitch(true);
    lens = await lensOn(lens.page);
    await expect.poll(() => lens.titles()).toEqual(titles);
  });
});
