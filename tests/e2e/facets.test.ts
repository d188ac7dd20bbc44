import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { EXPECTED, type Opened, openSample } from './sample.ts';

let opened: Opened;
let lens: LensPage;
beforeAll(async () => {
  opened = await openSample();
});
afterEach(() => lens.page.close());
afterAll(() => opened.browser.close());

type Expected = (typeof EXPECTED.ideas)[number];
const titlesWhere = (test: (idea: Expected) => boolean) => EXPECTED.ideas.filter(test).map(idea => idea.title);
const isProse = ({ skills: { items } }: Expected) => items.some(item => /\.$/u.test(item));

describe('each facet', () => {
  it.each<[string, RegExp, (idea: Expected) => boolean]>([
    ['List', /^New project ideas/iu, ({ list }) => list === 'new'],
    ['Area', /^Not given/u, ({ area }) => area === null],
    ['Skills', /^Described in sentences/u, isProse],
    ['Skills', /^Not given/u, ({ skills }) => skills.items.length === 0],
    ['Skills', /^C \d/u, ({ skills }) => skills.items.includes('C')],
    ['Contact', /^Odile Marsh/u, ({ contacts }) => contacts.some(({ name }) => name === 'Odile Marsh')],
    ['Contact', /^Not given/u, ({ contacts }) => contacts.length === 0],
    ['GSoC', /^No \d/u, ({ program }) => program.value === 'no'],
    ['GSoC', /^Not given/u, ({ program }) => program.value === 'unknown'],
    ['Attention', /^Needs a review/u, ({ reasons }) => reasons.length > 0],
    ['Attention', /^No mail address/u, ({ reasons }) => reasons.includes('contact:no-address')],
    ['Attention', /^Open comments/u, ({ reasons }) => reasons.includes('comment:open')],
    [
      'Attention',
      /^Interested/u,
      ({ comments }) => comments.some(({ kind, state }) => kind === 'interest' && state === 'open'),
    ],
  ])('%s, %s: shows what it counts', async (facet, value, test) => {
    lens = await opened.openLens();
    const wanted = titlesWhere(test);
    await lens.tick(facet, value);
    await lens.says(`${wanted.length} of 31 ideas`);
    expect(await lens.titles()).toEqual(wanted);
  });

  it('with many values has a field to find one', async () => {
    lens = await opened.openLens();
    await lens.bar.getByRole('button', { name: /^Filters/u }).click();
    await lens.bar.getByRole('button', { name: /^Skills/u }).click();
    const dialog = lens.bar.getByRole('dialog');
    await dialog.getByText('more. Type to find one.').waitFor();
    await dialog.getByRole('textbox').fill('JAVA');
    await expect
      .poll(
        async () =>
          (await dialog.getByRole('checkbox').count()) <= 4 && dialog.getByText('JavaScript').first().isVisible(),
      )
      .toBe(true);
  });
});

describe('Needs review', () => {
  it('says why in parts that are filters', async () => {
    lens = await opened.openLens();
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    const wanted = titlesWhere(({ reasons }) => reasons.includes('list:needs-work'));
    const pill = lens.bar.getByRole('button', { name: /^Not peer reviewed yet/u });
    expect(await pill.textContent()).toContain(String(wanted.length));
    await pill.click();
    await lens.says(`${wanted.length} of 31 ideas`);
    expect(await pill.getAttribute('aria-pressed')).toBe('true');
    await pill.click();
    await lens.says('14 of 31 ideas');
  });
});

describe('sorting inside the page’s sections', () => {
  it('keeps lists, areas and headings, and gives the page its order back', async () => {
    lens = await opened.openLens();
    const before = await lens.titles();
    await lens.sort('Difficulty');
    await lens.bar.getByRole('button', { name: /^Sort/u }).click();
    await lens.bar.getByRole('menuitemcheckbox', { name: 'Keep the page’s sections' }).click();
    await lens.page.keyboard.press('Escape');
    const rank = ({ difficulty: { min, max } }: Expected) => (min === null || max === null ? 99 : min * 10 + max);
    const places = EXPECTED.ideas.map(({ list, area }) => `${list} ${area}`);
    const sections = [...new Set(places)];
    const wanted = EXPECTED.ideas
      .map((idea, at) => ({ idea, at, section: sections.indexOf(`${idea.list} ${idea.area}`) }))
      .sort((a, b) => a.section - b.section || rank(a.idea) - rank(b.idea) || a.at - b.at)
      .map(({ idea }) => idea.title);
    await expect.poll(() => lens.titles()).toEqual(wanted);
    for (const heading of ['Tide gauges', 'Fog signals', 'List of peer reviewed projects']) {
      expect(await lens.page.getByRole('heading', { name: heading }).first().isVisible(), heading).toBe(true);
    }
    await lens.bar.getByRole('button', { name: 'Back to page order' }).click();
    await expect.poll(() => lens.titles()).toEqual(before);
  });

  it('by contact and by latest comment, those without last', async () => {
    lens = await opened.openLens();
    await lens.sort('Latest comment', 'Descending');
    const newest = (idea: Expected) =>
      idea.comments
        .flatMap(({ timestamp }) => timestamp ?? [])
        .sort()
        .at(-1) ?? '';
    const wanted = EXPECTED.ideas.map(newest).sort().reverse();
    await expect
      .poll(async () => (await lens.titles())[0])
      .toBe(EXPECTED.ideas.find(idea => newest(idea) === wanted[0])?.title);
    await lens.sort('Contact', 'Ascending');
    await expect
      .poll(async () => (await lens.titles()).at(-1))
      .toBe(titlesWhere(({ contacts }) => contacts.length === 0).at(-1));
  });
});
