import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { distances } from '../tools/distances.ts';
import type { LensPage } from './lens-page.ts';
import { find } from './lens-page.ts';
import { describeInFirefox, EXPECTED, openStage, type Stage } from './stage.ts';

type Expected = (typeof EXPECTED.ideas)[number];
const all = EXPECTED.ideas.map(idea => idea.title);
const titlesWhere = (test: (idea: Expected) => boolean) => EXPECTED.ideas.filter(test).map(idea => idea.title);
const isEasy = ({ difficulty: { min } }: Expected) => min === 1;

describeInFirefox('finding ideas in Firefox', () => {
  let stage: Stage;
  let lens: LensPage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  it('search narrows as one types, paints its hits and leaves the text as it is', async () => {
    lens = await stage.openLens();
    const text = () => lens.page.evaluate(() => document.querySelector('.mw-parser-output')?.textContent);
    const before = await text();
    await lens.search('PYTHON scan');
    await lens.says('1 of 31 ideas');
    expect(await lens.titles()).toEqual(['Read old paper tide rolls']);
    await lens.search('firmware');
    await expect
      .poll(() =>
        lens.page.evaluate(() => [
          ...new Set(
            [...(CSS.highlights.get('idea-lens-hit') ?? [])].map(hit => {
              const range = document.createRange();
              range.setStart(hit.startContainer, hit.startOffset);
              range.setEnd(hit.endContainer, hit.endOffset);
              return range.toString().toLowerCase();
            }),
          ),
        ]),
      )
      .toEqual(['firmware']);
    const paint = () =>
      lens.page.evaluate(() => getComputedStyle(document.body, '::highlight(idea-lens-hit)').backgroundColor);
    expect(await paint()).toBe('rgb(255, 234, 212)');
    expect(await text()).toBe(before);
  });

  it('ideas are as far from each other after a search as before it', async () => {
    lens = await stage.openLens();
    const before = await lens.page.evaluate(distances);
    await lens.search('firmware');
    await lens.says('1 of 31 ideas');
    await lens.page.keyboard.press('Escape');
    await lens.says('31 of 31 ideas');
    expect(await lens.page.evaluate(distances)).toEqual(before);
  });

  it('search without a match says so and leads back', async () => {
    lens = await stage.openLens();
    await lens.search('zeppelin');
    await lens.says('0 of 31 ideas');
    await lens.click('button', 'Show all 31 ideas', 'idea-lens-notes');
    await lens.says('31 of 31 ideas');
    expect(await lens.titles()).toEqual(all);
  });

  it('fields are understood and completed', async () => {
    lens = await stage.openLens();
    await lens.search('difficulty:ea');
    await lens.page.waitForSelector('idea-lens-toolbar >>> .suggestion');
    await lens.page.keyboard.press('ArrowDown');
    await lens.page.keyboard.press('Enter');
    await expect.poll(() => lens.searched()).toMatch(/^difficulty:easy ?$/u);
    await expect.poll(() => lens.titles()).toEqual(titlesWhere(isEasy));
  });

  it('facets are OR inside one and AND across; what is chosen stands as chips that take it away', async () => {
    lens = await stage.openLens();
    await lens.tick('Area', /^Fog signals/u);
    await lens.tick('Area', /^Bell tower/u);
    await lens.tick('Difficulty', /^Easy/u);
    await expect
      .poll(() => lens.titles())
      .toEqual(titlesWhere(idea => isEasy(idea) && (idea.area === 'Fog signals' || idea.area === 'Bell tower')));
    await lens.click('button', /^Filters/u);
    await lens.click('button', /^Remove Area/u);
    await expect.poll(() => lens.titles()).toEqual(titlesWhere(isEasy));
    await lens.click('button', 'Clear all');
    await expect.poll(() => lens.titles()).toEqual(all);
  });

  it('presets are scopes, each with its count, and Needs review says why in parts that are filters', async () => {
    lens = await stage.openLens();
    const review = titlesWhere(({ reasons }) => reasons.length > 0);
    await lens.choose('Needs review');
    await lens.says(`${review.length} of 31 ideas`);
    expect(await lens.titles()).toEqual(review);
    const unreviewed = titlesWhere(({ reasons }) => reasons.includes('list:needs-work'));
    await lens.click('button', new RegExp(`^Not peer reviewed yet ?${unreviewed.length}`, 'u'));
    await expect.poll(() => lens.titles()).toEqual(unreviewed);
    await lens.click('button', 'Clear all');
    await lens.choose('Open comments');
    await expect.poll(() => lens.titles()).toEqual(titlesWhere(({ reasons }) => reasons.includes('comment:open')));
  });

  it('each list says what it hides, and shows it', async () => {
    lens = await stage.openLens();
    await lens.tick('List', /^List of projects that need more work/u);
    await lens.says('8 of 31 ideas');
    await lens.click('button', /./u, 'idea-lens-list-note');
    await expect.poll(async () => (await lens.titles()).length).toBe(29);
  });

  it('sorted, ideas stand in one list that says where each belongs; page order comes back', async () => {
    lens = await stage.openLens();
    await lens.sort('Title');
    await expect.poll(() => lens.titles()).toEqual([...all].sort(new Intl.Collator('en', { numeric: true }).compare));
    const place = () =>
      lens.page.evaluate(() => document.querySelector('idea-lens-place')?.getBoundingClientRect().height ?? 0);
    expect(await place()).toBeGreaterThan(0);
    await lens.click('button', 'Back to page order');
    await expect.poll(() => lens.titles()).toEqual(all);
    expect(await place()).toBe(0);
  });

  it('sorted inside the page’s sections, lists and areas keep their places', async () => {
    lens = await stage.openLens();
    await lens.sort('Difficulty');
    await lens.click('button', /^Sort/u);
    await lens.click('menuitemcheckbox', 'Keep the page’s sections');
    await lens.page.keyboard.press('Escape');
    const rank = ({ difficulty: { min, max } }: Expected) => (min === null || max === null ? 99 : min * 10 + max);
    const places = EXPECTED.ideas.map(({ list, area }) => `${list} ${area}`);
    const sections = [...new Set(places)];
    const wanted = EXPECTED.ideas
      .map((idea, at) => ({ idea, at, section: sections.indexOf(places[at] ?? '') }))
      .sort((a, b) => a.section - b.section || rank(a.idea) - rank(b.idea) || a.at - b.at)
      .map(({ idea }) => idea.title);
    await expect.poll(() => lens.titles()).toEqual(wanted);
  });

  it('reasons open at the idea, lead to the comment and paint it; Escape gives the focus back', async () => {
    lens = await stage.openLens();
    await lens.click('button', 'Needs review: 1 reason', 'idea-lens-idea');
    await find(lens.page, 'dialog', /Needs review/u, 'idea-lens-idea');
    await lens.page.keyboard.press('Escape');
    await expect.poll(() => lens.page.evaluate(openDialogs)).toBe(0);
    expect(await lens.page.evaluate(focused)).toBe('Needs review: 1 reason');
    await lens.page.keyboard.press('Enter');
    await lens.click('button', 'Go to comment', 'idea-lens-idea');
    await expect
      .poll(() => lens.page.evaluate(() => document.activeElement?.getAttribute('data-idea-lens-comment')))
      .toBe('open');
    await expect.poll(() => lens.page.evaluate(() => CSS.highlights.has('idea-lens-comment'))).toBe(true);
  });
});

function openDialogs(): number {
  return [...document.querySelectorAll('idea-lens-idea')].flatMap(host => [
    ...(host.shadowRoot?.querySelectorAll('[role="dialog"], dialog') ?? []),
  ]).length;
}

function focused(): string | null {
  const inside = document.activeElement?.shadowRoot?.activeElement;
  return inside ? (inside.ariaLabel ?? inside.textContent) : null;
}
