import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { EXPECTED, type Opened, openSample, SAMPLE } from './sample.ts';

let opened: Opened;
let lens: LensPage;
const all = EXPECTED.ideas.map(idea => idea.title);
const titlesWhere = (test: (idea: (typeof EXPECTED.ideas)[number]) => boolean) =>
  EXPECTED.ideas.filter(test).map(idea => idea.title);

beforeAll(async () => {
  opened = await openSample();
  lens = await opened.openLens();
});
afterEach(async () => {
  const clear = lens.bar.getByRole('button', { name: 'Clear all' });
  if (await clear.count()) await clear.click();
  const filters = lens.bar.getByRole('button', { name: /^Filters/u });
  if ((await filters.getAttribute('aria-expanded')) === 'true') await filters.click();
});
afterAll(() => opened.browser.close());

describe('the bar at rest', () => {
  it('is one line and says how many ideas there are, unseen', async () => {
    expect((await lens.bar.boundingBox())?.height).toBe(42);
    expect(await lens.status.textContent()).toBe('31 of 31 ideas');
    expect(await lens.titles()).toEqual(all);
    expect(await lens.page.locator('section[data-idea-lens-section]').count()).toBe(0);
  });
});

describe('search', () => {
  it('narrows as one types, words in any order, accents and case folded', async () => {
    await lens.search.fill('PYTHON scan');
    await lens.says('1 of 31 ideas');
    expect(await lens.titles()).toEqual(['Read old paper tide rolls']);
  });

  it('takes phrases whole and leaves out what stands behind a minus', async () => {
    await lens.search.fill('"tide rolls"');
    await lens.says('1 of 31 ideas');
    await lens.search.fill('spare parts');
    const both = await lens.titles();
    await lens.search.fill('spare parts -gauge');
    const fewer = await lens.titles();
    expect(both.length).toBeGreaterThan(fewer.length);
    expect(both).toEqual(expect.arrayContaining(fewer));
  });

  it('paints its hits and leaves the text of the page as it is', async () => {
    const text = () => lens.page.locator('.mw-parser-output').evaluate(root => root.textContent);
    const before = await text();
    await lens.search.fill('firmware');
    await lens.page.waitForFunction(() => CSS.highlights.has('idea-lens-hit'));
    const painted = await lens.page.evaluate(() =>
      [...(CSS.highlights.get('idea-lens-hit') ?? [])].map(range => {
        const { startContainer, startOffset, endContainer, endOffset } = range;
        const live = document.createRange();
        live.setStart(startContainer, startOffset);
        live.setEnd(endContainer, endOffset);
        return live.toString();
      }),
    );
    expect(painted.length).toBeGreaterThan(0);
    expect(new Set(painted.map(each => each.toLowerCase()))).toEqual(new Set(['firmware']));
    const paint = () =>
      lens.page.evaluate(() => getComputedStyle(document.body, '::highlight(idea-lens-hit)').backgroundColor);
    expect(await paint()).toBe('rgb(255, 234, 212)');
    expect(await text()).toBe(before);
  });

  it('says when nothing matches, keeps everything, and offers a way back', async () => {
    await lens.search.fill('zeppelin');
    await lens.says('0 of 31 ideas');
    const notes = lens.page.locator('idea-lens-notes');
    await expect.poll(() => notes.getByText('All 31 ideas are still here, only hidden.').isVisible()).toBe(true);
    await notes.getByRole('button', { name: 'Show all 31 ideas' }).click();
    await lens.says('31 of 31 ideas');
    expect(await lens.titles()).toEqual(all);
  });
});

describe('presets', () => {
  it('are scopes: search narrows inside them and does not leave them', async () => {
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    expect(await lens.titles()).toEqual(titlesWhere(idea => idea.reasons.length > 0));
    await lens.search.fill('gauge');
    await lens.page.waitForFunction(() => document.querySelectorAll('section[hidden]').length > 17);
    expect(await lens.bar.getByRole('radio', { name: 'Needs review' }).isChecked()).toBe(true);
  });

  it('show the ideas with open comments', async () => {
    await lens.choose('Open comments');
    await lens.says('4 of 31 ideas');
    expect(await lens.titles()).toEqual(titlesWhere(idea => idea.reasons.includes('comment:open')));
  });
});

describe('facets', () => {
  it('match a range at each of its levels, and "not given" where nothing is said', async () => {
    await lens.tick('Difficulty', /^Easy/u);
    const easy = titlesWhere(({ difficulty: { min } }) => min === 1);
    await lens.says(`${easy.length} of 31 ideas`);
    expect(await lens.titles()).toEqual(easy);
    await lens.tick('Difficulty', /^Not given/u);
    const more = titlesWhere(({ difficulty: { min } }) => min === 1 || min === null);
    await lens.says(`${more.length} of 31 ideas`);
  });

  it('are OR inside one and AND across, and show their choice as chips that take it away', async () => {
    await lens.tick('Area', /^Fog signals/u);
    await lens.tick('Area', /^Bell tower/u);
    await lens.tick('Difficulty', /^High/u);
    const wanted = titlesWhere(
      ({ area, difficulty: { min, max } }) =>
        (area === 'Fog signals' || area === 'Bell tower') && min !== null && max !== null && min <= 3 && max >= 3,
    );
    await lens.says(`${wanted.length} of 31 ideas`);
    expect(await lens.titles()).toEqual(wanted);
    await lens.bar.getByRole('button', { name: /^Filters/u }).click();
    await lens.bar.getByRole('button', { name: /^Remove Area/u }).click();
    const fewer = titlesWhere(({ difficulty: { min, max } }) => min !== null && max !== null && min <= 3 && max >= 3);
    await lens.says(`${fewer.length} of 31 ideas`);
  });

  it('tell under each list what is hidden, and show it with one click', async () => {
    await lens.tick('List', /^List of projects that need more work/u);
    await lens.says('8 of 31 ideas');
    const note = lens.page.locator('idea-lens-list-note').first();
    await expect.poll(() => note.textContent().then(() => note.getByText('21').first().isVisible())).toBe(true);
    const before = await lens.titles();
    await note.getByRole('button').press('Enter');
    await expect.poll(async () => (await lens.titles()).length).toBe(29);
    // The button has gone: the keyboard is at the first idea that came, and whoever listens hears which one it is.
    const came = (await lens.titles()).find(title => !before.includes(title));
    await expect.poll(() => lens.page.evaluate(() => document.activeElement?.ariaLabel)).toBe(came);
    await note.getByRole('button', { name: 'Hide them again' }).press('Enter');
    await expect.poll(() => lens.titles()).toEqual(before);
    expect(await note.evaluate(host => host.shadowRoot?.activeElement?.textContent)).toBe('Show these 21');
  });
});

describe('sorting', () => {
  it('by title makes one list in which each idea says where it stands', async () => {
    await lens.sort('Title');
    await expect.poll(() => lens.titles()).toEqual([...all].sort(new Intl.Collator('en', { numeric: true }).compare));
    const place = lens.page.locator('idea-lens-place').first();
    expect(await place.isVisible()).toBe(true);
    await lens.bar.getByRole('button', { name: 'Back to page order' }).click();
    await expect.poll(() => lens.titles()).toEqual(all);
    expect(await place.isVisible()).toBe(false);
  });

  it('of what a filter has left, each idea in the window says where it stands, and what it is sorted by alone', async () => {
    const other = await opened.openLens(`${SAMPLE}#ideas:show=needs-review&attention=skills:missing`);
    const { page } = other;
    const complete = () => page.evaluate(placesInWindow).then(lines => lines.length > 0 && !lines.includes(''));
    for (const key of ['Difficulty', 'Date of insert', 'Title', 'Difficulty']) {
      await other.sort(key);
      await expect.poll(complete, { message: key }).toBe(true);
      const dated = await page.evaluate(placesWithYear);
      expect(dated > 0, key).toBe(key === 'Date of insert');
      await page.mouse.move(600, 500);
      const at = await page.evaluate(() => scrollY);
      await page.mouse.wheel(0, 700);
      await page.waitForFunction(y => scrollY !== y, at);
      await expect.poll(complete, { message: `${key}, further down` }).toBe(true);
    }
    await page.close();
  });

  it('puts ideas without a value last in both directions', async () => {
    const missing = titlesWhere(idea => idea.difficulty.min === null);
    for (const direction of ['Ascending', 'Descending'] as const) {
      await lens.sort('Difficulty', direction);
      await expect.poll(async () => (await lens.titles()).slice(-missing.length)).toEqual(missing);
    }
  });
});

describe('what is hidden', () => {
  it('comes back when a link leads to it', async () => {
    await lens.search.fill('zeppelin');
    await lens.says('0 of 31 ideas');
    await lens.page.evaluate(() => {
      const link = document.createElement('a');
      link.href = '#Horn_schedule_editor';
      document.querySelector('#firstHeading')?.append(link);
      link.click();
      link.remove();
    });
    await expect.poll(() => new URL(lens.page.url()).hash).toBe('#ideas:q=zeppelin&at=Horn_schedule_editor');
    await expect.poll(() => lens.titles()).toEqual(['Horn schedule editor']);
    await expect
      .poll(async () => (await lens.heading('Horn schedule editor').boundingBox())?.y ?? -1)
      .toBeGreaterThanOrEqual(42);
  });
});

/** Of each idea whose title shows in the window, what stands above it. */
function placesInWindow(): string[] {
  const titles = [...document.querySelectorAll('[data-idea-lens-idea]')].filter(title => {
    const { top, height } = title.getBoundingClientRect();
    return !title.closest('[hidden]') && height > 0 && top > 0 && top < innerHeight;
  });
  const lines = titles.map(title => title.closest('[data-idea-lens-section]')?.querySelector('idea-lens-place'));
  return lines.map(line => line?.shadowRoot?.textContent ?? '');
}

/** How many ideas, hidden or not, say a date beside their place. */
function placesWithYear(): number {
  const lines = [...document.querySelectorAll('idea-lens-place')].map(line => line.shadowRoot?.textContent ?? '');
  return lines.filter(line => / · .*\d{4}/u.test(line)).length;
}
