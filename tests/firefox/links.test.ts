import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { BUILT_FOR_FIREFOX } from '../tools/open-firefox.ts';
import { findInPage } from './browser-itself.ts';
import { type LensPage, lensOn } from './lens-page.ts';
import { describeInFirefox, openStage, SAMPLE, type Stage } from './stage.ts';

let stage: Stage;

describeInFirefox('addresses and links in Firefox', () => {
  let lens: LensPage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.closePages());

  const back = () => lens.page.evaluate(() => history.back());
  const forward = () => lens.page.evaluate(() => history.forward());
  const inWindow = (distance: number) => distance >= 0 && distance < 400;
  /** A link to a view leads to the list, the bar above it; what comes next comes after that. */
  const leadsToList = () =>
    expect
      .poll(() => lens.page.evaluate(() => document.querySelector('idea-lens-toolbar')?.getBoundingClientRect().top))
      .toBeLessThan(12);
  const clickInContents = (anchor: string) =>
    lens.page.evaluate(name => {
      const link = document.querySelector<HTMLElement>(`.toc a[href="#${name}"]`);
      link?.scrollIntoView({ block: 'center' });
      link?.click();
    }, anchor);

  it('whoever opens the link sees the same', async () => {
    lens = await stage.openLens();
    await lens.search('gauge');
    await lens.page.keyboard.press('Enter');
    await lens.tick('Difficulty', /^Medium/u);
    await lens.sort('Title', 'Descending');
    expect(await lens.hash()).toBe('#ideas:q=gauge&difficulty=medium&sort=-title');
    const titles = await lens.titles();
    expect(titles.length).toBeGreaterThan(1);
    lens = await stage.openLens(lens.page.url());
    await expect.poll(() => lens.titles()).toEqual(titles);
    expect(await lens.searched()).toBe('gauge');
  });

  it('typing replaces, what is committed gets an entry; back and forward follow, and the wiki’s own state is kept', async () => {
    lens = await stage.openLens();
    const length = () => lens.page.evaluate(() => history.length);
    await lens.page.evaluate(() => history.replaceState({ wiki: { nested: [1] } }, ''));
    const before = await length();
    await lens.search('lamp');
    await expect.poll(() => lens.hash()).toBe('#ideas:q=lamp');
    expect(await length()).toBe(before);
    await lens.page.keyboard.press('Enter');
    await expect.poll(length).toBe(before + 1);
    const lamps = await lens.titles();
    await lens.choose('Needs review');
    await expect.poll(() => lens.hash()).toBe('#ideas:q=lamp&show=needs-review');
    await back();
    await expect.poll(() => lens.titles()).toEqual(lamps);
    await back();
    await lens.says('31 of 31 ideas');
    expect(await lens.hash()).toBe('');
    expect(await lens.page.evaluate(() => JSON.stringify(history.state))).toContain('nested');
    await forward();
    await expect.poll(() => lens.titles()).toEqual(lamps);
    expect(await lens.searched()).toBe('lamp');
  });

  it.each([
    { place: 'at the top', by: 0, sorted: false },
    { place: 'in the midst of the list', by: 2_500, sorted: false },
    { place: 'in one sorted list', by: 2_500, sorted: true },
  ])('an anchor that comes into the address by itself is led to, $place', async ({ by, sorted }) => {
    lens = await stage.openLens();
    await lens.choose('Good first ideas');
    await lens.says('16 of 31 ideas');
    if (sorted) await lens.sort('Title', 'Descending');
    await lens.page.evaluate(top => scrollBy({ top, behavior: 'instant' }), by);
    await lens.page.evaluate(() => location.assign('#Knots_for_beginners'));
    await lens.says('31 of 31 ideas');
    await expect.poll(() => lens.underBar('Knots_for_beginners')).toSatisfy(inWindow);
    // It stays there.
    await lens.page.evaluate(() => new Promise(resolve => setTimeout(resolve, 500)));
    expect(await lens.underBar('Knots_for_beginners')).toSatisfy(inWindow);
  });

  it('a page that comes back from the cache still works', async () => {
    lens = await stage.openLens(`${SAMPLE}#ideas:q=lamp`);
    const lamps = await lens.titles();
    await lens.page.goto(`${SAMPLE.replace('Lanternfish_ideas', 'Main_Page')}`);
    await back();
    lens = await lensOn(lens.page);
    await expect.poll(() => lens.titles()).toEqual(lamps);
    await lens.click('button', 'Clear all');
    await lens.says('31 of 31 ideas');
  });

  it('the contents lead to an idea that is hidden, and keep the query', async () => {
    lens = await stage.openLens(`${SAMPLE}#ideas:q=gauge`);
    const before = await lens.titles();
    expect(before).not.toContain('Horn schedule editor');
    await leadsToList();
    await clickInContents('Horn_schedule_editor');
    await expect.poll(() => lens.titles()).toContain('Horn schedule editor');
    expect(await lens.titles()).toEqual(expect.arrayContaining(before));
    await expect.poll(() => lens.hash()).toBe('#ideas:q=gauge&at=Horn_schedule_editor');
    await expect.poll(() => lens.underBar('Horn_schedule_editor')).toSatisfy(inWindow);
    await back();
    await expect.poll(() => lens.hash()).toBe('#ideas:q=gauge');
  });

  it('the contents lead to an idea that is hidden in one list', async () => {
    lens = await stage.openLens(`${SAMPLE}#ideas:q=gauge&sort=title`);
    await leadsToList();
    await clickInContents('Horn_schedule_editor');
    await expect.poll(() => lens.titles()).toContain('Horn schedule editor');
    await expect.poll(() => lens.underBar('Horn_schedule_editor')).toSatisfy(inWindow);
  });

  it('find in page reaches an idea that is hidden', async () => {
    lens = await stage.openLens(`${SAMPLE}#ideas:q=gauge`);
    await leadsToList();
    expect(await lens.titles()).not.toContain('Horn schedule editor');
    await lens.page.bringToFront();
    await findInPage(stage.firefox, 'sound in a rhythm that is printed');
    await expect.poll(() => lens.titles()).toContain('Horn schedule editor');
    const seen = () =>
      lens.page.evaluate(() => {
        const selected = document.getSelection()?.getRangeAt(0).getBoundingClientRect();
        return selected === undefined ? Number.NaN : selected.top / innerHeight;
      });
    // Below the bar, and in the window.
    await expect.poll(seen).toSatisfy((place: number) => place > 42 / 800 && place < 1);
  });

  it.each([
    ['of the page itself', '#Horn_schedule_editor'],
    ['of ours, whose query hides it', '#ideas:q=gauge&at=Horn_schedule_editor'],
  ])('an anchor that one arrives by is shown below the bar: %s', async (_which, hash) => {
    lens = await stage.openLens(SAMPLE + hash);
    expect(await lens.hash()).toBe(hash);
    await expect.poll(() => lens.titles()).toContain('Horn schedule editor');
    await expect.poll(() => lens.underBar('Horn_schedule_editor')).toSatisfy(inWindow);
  });

  it('something unknown in a link is named, the rest holds', async () => {
    lens = await stage.openLens(`${SAMPLE}#ideas:q=gauge&colour=red`);
    expect(await lens.searched()).toBe('gauge');
    await expect
      .poll(() => lens.page.evaluate(() => document.querySelector('idea-lens-notes')?.shadowRoot?.textContent))
      .toContain('“colour”');
  });
});

describeInFirefox('a link to a view, in Firefox,', () => {
  let slow: string;
  beforeAll(async () => {
    // What comes on demand comes when the test says so.
    slow = await mkdtemp(join(tmpdir(), 'idea-lens-slow-'));
    await cp(BUILT_FOR_FIREFOX, slow, { recursive: true });
    const panels = await readFile(join(slow, 'panels.js'), 'utf8');
    await writeFile(join(slow, 'panels.js'), `await (${untilAllowed})();${panels}`);
    await stage.firefox.install(slow);
  });
  afterAll(async () => {
    await stage.close();
    await rm(slow, { recursive: true });
  });

  it('leaves a reader alone who has moved on before it could lead to the list', async () => {
    const { page } = await stage.openLens(`${SAMPLE}#ideas:q=gauge&sort=title`);
    await page.evaluate(() => {
      scrollTo({ top: 1500, behavior: 'instant' });
      document.documentElement.setAttribute('data-allowed', '');
    });
    const places = () =>
      page.evaluate(() => document.querySelector('idea-lens-place')?.shadowRoot?.textContent?.trim() ?? '');
    await expect.poll(places).not.toBe('');
    const top = await page.evaluate(
      () =>
        new Promise<number>(resolve => {
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(scrollY)));
        }),
    );
    expect(top).toBe(1500);
  });
});

function untilAllowed(): Promise<void> {
  return new Promise(resolve => {
    const timer = setInterval(() => {
      if (!document.documentElement.hasAttribute('data-allowed')) return;
      clearInterval(timer);
      resolve();
    }, 10);
  });
}
