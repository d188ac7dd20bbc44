/**
 * The lens on every page that MediaWiki can make of the same text: skins, markups, rights. A page that had no lens, on which it is
 * turned on and off, and one with which it arrives serve all checks of a combination.
 */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAsRemembered, type LensPage, lensOn, remember } from '../e2e/lens-page.ts';
import {
  type HeadingPlace,
  isStuck,
  layoutShift,
  placesOfHeadings,
  whatIsMarkedWrongly,
  whatIsNotFree,
} from './matrix-looks.ts';
import {
  addressOf,
  CELLS,
  cellName,
  lasting,
  type Matrix,
  openMatrix,
  phoneWidth,
  picture,
  resize,
  scrollWidths,
  toMiddle,
  toRest,
  XEN,
} from './matrix-stage.ts';
import { whatIsWrong, whatIsWrongWithOpened, whatIsWrongWithTools } from './usable.ts';

const HEIGHT = 800;
const CONTENTS = ':is(.toc, .sidebar-toc, .vector-toc)';

/** What the wiki's own scripts set and take, by where one reads (Vector 2022) and how wide the window was (Vector). */
const THEIR_CLASSES = [
  'sidebar-toc-list-item-active',
  'sidebar-toc-list-item-expanded',
  'vector-toc-level-1-active',
  'vector-toc-list-item-active',
  'vector-toc-list-item-expanded',
  'vector-below-page-title',
  'cdx-button--weight-quiet',
];

let matrix: Matrix;
beforeAll(async () => {
  matrix = await openMatrix();
});
afterAll(() => matrix.close());

/** The page's JSON, as the first combination gave it. */
const firstJson = new Map<string, unknown>();

describe.each(CELLS.map(cell => ({ name: cellName(cell), cell })))('$name', ({ name, cell }) => {
  let bare: Page;
  /** Where things stand without the lens. */
  let places: readonly HeadingPlace[];
  beforeAll(async () => {
    await matrix.become(cell);
    await matrix.storeSwitch(false);
    bare = await matrix.open(addressOf(cell));
    // Asked for what it lacks, MediaWiki answers with something else.
    expect(await bare.locator(`body${cell.skin.body}`).count()).toBe(1);
    expect(await bare.locator(`.mw-parser-output :is(${cell.markup.sign})`).count()).toBeGreaterThan(0);
    expect((await bare.locator('.mw-editsection').count()) > 0).toBe(cell.mayEdit);
    places = await bare.evaluate(placesOfHeadings);
  });

  it('off gives the same bytes and nodes', async () => {
    // Vector 2022 fetches its search once everything else is there.
    await bare.waitForLoadState('networkidle');
    await remember(bare);
    await matrix.storeSwitch(true);
    const lens = await lensOn(bare);
    await lens.search.fill('the');
    await lens.choose('Needs review');
    await lens.sort('Difficulty', 'Descending');
    await matrix.storeSwitch(false);
    await lens.bar.waitFor({ state: 'detached' });
    await isAsRemembered(bare, THEIR_CLASSES);
  });

  describe('arrived with the page', () => {
    let lens: LensPage;
    let bareWidths: Readonly<Record<number, number>>;
    beforeAll(async () => {
      bareWidths = await scrollWidths(bare);
      await bare.close();
      await matrix.storeSwitch(true);
      lens = await lensOn(await matrix.open(addressOf(cell)));
    });
    afterAll(() => lens?.page.close());

    it('reads the same', async () => {
      const json = await savedJson(lens);
      if (!firstJson.has(cell.title)) firstJson.set(cell.title, json);
      expect(json).toEqual(firstJson.get(cell.title));
    });

    it('moves nothing but by its own place', async () => {
      const now = await lens.page.evaluate(placesOfHeadings);
      expect(now.map(({ title }) => title)).toEqual(places.map(({ title }) => title));
      const moved = now.map(({ top }, index) => top - (places[index]?.top ?? 0));
      const jumps = now.map(({ title }, index) => ({
        title,
        by: Math.round((moved[index] ?? 0) - (moved[index - 1] ?? 0)),
      }));
      const [own, ...unasked] = jumps.filter(({ by }, index) => by !== 0 && !now[index]?.mayMove);
      expect(unasked).toEqual([]);
      expect(own?.title).toBe(now.find(({ afterBar }) => afterBar)?.title);
      // 42 px and the margins on both sides, which collapsed into one before.
      expect(own?.by).toBeLessThanOrEqual(58);
      if (cell.title === XEN) expect(await lens.page.evaluate(layoutShift)).toBeLessThanOrEqual(0.02);
    });

    it.each([1280, 1000, 700, phoneWidth(cell)])('can be used in a window of %i px', async width => {
      const { page } = lens;
      await resize(page, width, HEIGHT);
      await toRest(page);
      const atRest = await lasting(page, whatIsWrong);
      await picture(page, `${name} ${width} rest`);
      expect.soft(atRest).toEqual([]);
      expect.soft(await page.evaluate(whatIsWrongWithTools)).toEqual([]);
      expect
        .soft(await page.evaluate(() => document.documentElement.scrollWidth))
        .toBeLessThanOrEqual(bareWidths[width] ?? 0);
      // MonoBook does not let anything stick on a phone.
      if (width === 360 && cell.skin.name === 'monobook') return;
      await toMiddle(page);
      await expect.poll(() => page.evaluate(isStuck)).toBe(true);
      const stuck = await lasting(page, whatIsWrong);
      await picture(page, `${name} ${width} stuck`);
      expect(stuck).toEqual([]);
    });

    it.each([
      { width: 1280, place: 'at rest', open: [] },
      { width: 1000, place: 'stuck', open: ['List', 'Skills', 'Attention'] },
      { width: 700, place: 'stuck', open: ['Difficulty'] },
      { width: phoneWidth(cell), place: 'at rest', open: [] },
    ])('what opens lies in the window of $width px, $place', async ({ width, place, open }) => {
      const { page, bar } = lens;
      await resize(page, width, HEIGHT);
      await (place === 'stuck' ? toMiddle(page) : toRest(page));
      await lasting(page, whatIsWrong);
      const filters = bar.getByRole('button', { name: /^Filters/u });
      if (open.length > 0) await filters.click();
      const row = await lasting(page, whatIsWrong);
      if (width === 1000) await picture(page, `${name} ${width} facets`);
      expect.soft(row).toEqual([]);
      const menus = bar.locator('.first button[aria-haspopup]');
      const facets = open.map(facet => bar.getByRole('button', { name: new RegExp(`^${facet}`, 'u') }));
      for (const button of [...(await menus.all()), ...facets]) {
        await button.click();
        expect.soft(await lasting(page, whatIsWrongWithOpened), (await button.textContent()) ?? '').toEqual([]);
        if (button === facets[1] || width < 700) await picture(page, `${name} ${width} opened`);
        await page.keyboard.press('Escape');
        await expect.poll(() => button.getAttribute('aria-expanded')).toBe('false');
      }
      if (open.length > 0) await filters.click();
      expect(await lasting(page, whatIsWrong)).toEqual([]);
    });

    it('the contents follow, and where a jump ends is free', async () => {
      const { page } = lens;
      await resize(page, 1280, HEIGHT);
      await toRest(page);
      await lens.choose('Open comments');
      const links = page.locator(`${CONTENTS} a[href^="#"]`);
      const hasContents = (await links.count()) > 0;
      expect(hasContents || cell.skin.name === 'minerva').toBe(true);
      await expect.poll(() => page.evaluate(whatIsMarkedWrongly)).toEqual([]);
      const [title = ''] = await lens.titles();
      const hidden = page.locator('[hidden] [data-idea-lens-idea]').last();
      const id = await hidden.evaluate(each => each.id || each.querySelector('[id]')?.id || '');
      await (hasContents
        ? links.evaluateAll(clickLinkTo, id)
        : page.evaluate(anchor => location.assign(`#${anchor}`), id));
      await expect.poll(() => page.evaluate(whatIsNotFree, id)).toEqual([]);
      await picture(page, `${name} 1280 jumped`);
      await lens.bar.getByRole('button', { name: 'Clear all' }).click();
      await page.keyboard.press('Escape');
      await toRest(page);
      await lens.heading(title).evaluate(each => each.scrollIntoView());
      await page.mouse.click(2, 700);
      await page.keyboard.press('n');
      await expect.poll(() => page.evaluate(() => document.activeElement?.localName)).toBe('idea-lens-idea');
      await expect.poll(() => page.evaluate(whatIsNotFree, '')).toEqual([]);
    });
  });
});

async function savedJson(lens: LensPage): Promise<unknown> {
  await lens.bar.getByRole('button', { name: 'More' }).click();
  const [download] = await Promise.all([
    lens.page.waitForEvent('download'),
    lens.bar.getByRole('menuitem', { name: 'Save the page as JSON' }).click(),
  ]);
  const json = JSON.parse(await readFile(await download.path(), 'utf8'));
  delete json.page.url;
  return json;
}

function clickLinkTo(links: (HTMLElement | SVGElement)[], id: string): void {
  const link = links.find(each => decodeURIComponent(each.getAttribute('href') ?? '') === `#${id}`);
  (link as HTMLElement | undefined)?.click();
}
