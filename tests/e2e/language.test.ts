import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { EXPECTED, type Opened, openSample } from './sample.ts';

let opened: Opened;
let lens: LensPage;
const titlesWhere = (test: (idea: (typeof EXPECTED.ideas)[number]) => boolean) =>
  EXPECTED.ideas.filter(test).map(idea => idea.title);

beforeAll(async () => {
  opened = await openSample();
});
afterEach(() => lens.page.close());
afterAll(() => opened.browser.close());

const notes = () => lens.page.locator('idea-lens-notes');
const suggestions = () => lens.bar.getByRole('option');

describe('the query language, as one types it', () => {
  it('narrows by fields, each of which shows as its facet', async () => {
    lens = await opened.openLens();
    await lens.search.fill('mentor:quill difficulty:easy area:lamps');
    const wanted = titlesWhere(
      ({ area, contacts, difficulty }) =>
        area === 'Lamps and lenses' && difficulty.min === 1 && contacts.some(each => each.name === 'Petra Quill'),
    );
    await lens.says(`${wanted.length} of 31 ideas`);
    expect(await lens.titles()).toEqual(wanted);
    for (const chip of ['Contact: Petra Quill', 'Difficulty: Easy', 'Area: Lamps and lenses']) {
      expect(await lens.bar.getByRole('button', { name: `Remove ${chip}` }).count(), chip).toBe(1);
    }
    await lens.bar.getByRole('button', { name: 'Remove Area: Lamps and lenses' }).click();
    expect(await lens.search.inputValue()).toBe('mentor:quill difficulty:easy');
    await lens.says('2 of 31 ideas');
  });

  it('and its facets are two views of one query: unticking what was typed takes it out of the text', async () => {
    lens = await opened.openLens();
    await lens.search.fill('gauge area:tide');
    await lens.bar.getByRole('button', { name: /^Area:/u }).click();
    const tide = lens.bar.getByRole('dialog').getByRole('checkbox', { name: /^Tide gauges/u });
    expect(await tide.isChecked()).toBe(true);
    await tide.click();
    await lens.page.keyboard.press('Escape');
    expect(await lens.search.inputValue()).toBe('gauge');
  });

  it('takes conditions together: missing, comments, dates, what must not be', async () => {
    lens = await opened.openLens();
    await lens.search.fill('missing:outcomes is:open');
    const missing = titlesWhere(
      ({ reasons }) => reasons.includes('outcomes:missing') && reasons.includes('comment:open'),
    );
    await lens.says(`${missing.length} of 31 ideas`);
    await lens.search.fill('before:2013-01 -sun');
    await lens.says('3 of 31 ideas');
    expect(await lens.titles()).toEqual([
      'Replace the relay board driver',
      'Moon phase sanity check',
      'Gauge swap without a gap',
    ]);
  });

  it('says that there is no such field, and searches it as plain words', async () => {
    lens = await opened.openLens();
    await lens.search.fill('colour:lamps');
    await expect.poll(() => notes().getByText('There is no field “colour”').isVisible()).toBe(true);
    expect(await lens.titles()).toContain('Colour temperature of LED lamps');
    expect((await lens.titles()).length).toBeLessThan(5);
  });

  it('says which value a field does not take, and leaves it out', async () => {
    lens = await opened.openLens();
    await lens.search.fill('difficulty:tricky bell');
    await expect.poll(() => notes().getByText('“tricky”').first().isVisible()).toBe(true);
    expect((await lens.titles()).length).toBeGreaterThan(0);
  });

  it('names the place of a quotation mark that is not closed, once one has stopped typing', async () => {
    lens = await opened.openLens();
    await lens.search.fill('gauge "one clock');
    await lens.says('1 of 31 ideas');
    expect(await notes().getByText('not closed').count()).toBe(0);
    await lens.search.press('Enter');
    await expect.poll(() => notes().getByText('at character 7').isVisible()).toBe(true);
    expect(await lens.titles()).toEqual(['Two gauges, one clock']);
  });

  it('refuses 10,000 characters, says so, and changes nothing', async () => {
    lens = await opened.openLens();
    await lens.search.fill('bell');
    await expect.poll(async () => (await lens.titles()).length).toBeLessThan(31);
    const before = await lens.titles();
    await lens.search.fill('bell '.repeat(2_000));
    await expect.poll(() => notes().getByText('10,000').isVisible()).toBe(true);
    expect(await lens.titles()).toEqual(before);
    expect(decodeURIComponent(new URL(lens.page.url()).hash)).toBe('#ideas:q=bell');
  });

  it('tells a near miss, and includes it', async () => {
    lens = await opened.openLens();
    await lens.search.fill('bell');
    const all = (await lens.titles()).length;
    await lens.tick('Difficulty', /^High/u);
    await expect.poll(() => notes().getByText('gives no difficulty').isVisible()).toBe(true);
    const hint = (await notes().getByText('gives no difficulty').textContent()) ?? '';
    const missing = Number(/(\d+) more/u.exec(hint)?.[1]);
    const before = (await lens.titles()).length;
    await notes()
      .getByRole('button', { name: /^Include/u })
      .click();
    await expect.poll(async () => (await lens.titles()).length).toBe(before + missing);
    expect(before + missing).toBeLessThanOrEqual(all);
  });
});

describe('completion', () => {
  it('offers names, then values with counts; taken by keys, applied at once', async () => {
    lens = await opened.openLens();
    await lens.search.pressSequentially('are');
    await expect.poll(() => suggestions().allTextContents()).toHaveLength(1);
    await lens.search.press('ArrowDown');
    await lens.search.press('Enter');
    expect(await lens.search.inputValue()).toBe('area:');
    await expect.poll(() => suggestions().count()).toBeGreaterThan(4);
    await lens.search.pressSequentially('fog');
    await expect.poll(() => suggestions().allTextContents()).toHaveLength(1);
    await lens.search.press('ArrowDown');
    await lens.search.press('Enter');
    expect((await lens.search.inputValue()).trim()).toBe('area:"Fog signals"');
    await lens.says('5 of 31 ideas');
  });

  it('Enter without a choice takes the search as typed; Escape closes the list first', async () => {
    lens = await opened.openLens();
    await lens.search.pressSequentially('mi');
    await expect.poll(() => suggestions().count()).toBe(1);
    await lens.search.press('Escape');
    await expect.poll(() => suggestions().count()).toBe(0);
    expect(await lens.search.inputValue()).toBe('mi');
    await lens.search.press('Escape');
    expect(await lens.search.inputValue()).toBe('');
  });
});
