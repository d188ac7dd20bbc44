/**
 * The pages of the matrix: in which skin, markup and rights a page can be had from this release, the combinations that are
 * tried, and one browser that shows them. Where `MATRIX_PICTURES` names a folder, pictures to be looked at go there.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import { type OpenedBrowser, type OpenOptions, openBrowser } from '../tools/open-browser.ts';
import { pairwise } from './pairs.ts';
import { furtherPages, HOST, release, type Skin, skins, wikiFolder } from './real-wiki.ts';
import { routeWiki } from './route-https.ts';
import { scriptsAreDone } from './scripts-are-done.ts';
import { type RunningWiki, startWiki } from './serve.ts';

export interface Markup {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  /** What is added to the address, with its `&`. */
  readonly query: string;
  /** Stands on a page in this markup alone. */
  readonly sign: string;
}

const OLD: Markup = {
  name: 'old markup',
  env: { MW_LEGACY_HEADING: '1', MW_LEGACY_MEDIA: '1' },
  query: '',
  sign: 'h2 > .mw-headline',
};
const NEW: Readonly<Record<string, string>> = { MW_LEGACY_HEADING: '0', MW_LEGACY_MEDIA: '0' };

/** 1.35 knows one way; 1.39 brought the new markup of pictures, 1.43 that of headings, and shows what Parsoid gives. */
const MARKUPS: Readonly<Record<string, readonly Markup[]>> = {
  bullseye: [OLD],
  bookworm: [OLD, { name: 'new picture markup', env: NEW, query: '', sign: 'span[typeof^="mw:File"], figure' }],
  trixie: [
    OLD,
    { name: 'new markup', env: NEW, query: '', sign: '.mw-heading > h2' },
    { name: 'Parsoid’s HTML', env: NEW, query: '&useparsoid=1', sign: 'section[data-mw-section-id]' },
  ],
};

export const XEN = 'Archived/GSoc_2014';

/** The sample page, which stands in the repository, and those that were brought along. */
const TITLES = ['Lanternfish_ideas', ...(furtherPages().length > 0 ? [XEN, `${XEN}_(B)`] : [])];

export interface Cell {
  readonly skin: Skin;
  readonly markup: Markup;
  readonly title: string;
  /** Whether the reader may edit: the page then has edit links. */
  readonly mayEdit: boolean;
}

/** Not every combination, which would take a quarter of an hour; but each two values of two dimensions meet in one of these. */
export const CELLS: readonly Cell[] = pairwise({
  skin: skins(),
  markup: MARKUPS[release()] ?? [OLD],
  title: TITLES,
  mayEdit: [false, true],
});

export function cellName({ skin, markup, title, mayEdit }: Cell): string {
  return `${title} in ${skin.name}, ${markup.name}, ${mayEdit ? 'with' : 'without'} edit links`;
}

export function addressOf({ skin, markup, title }: Cell): string {
  return `${HOST}/index.php?title=${title}${skin.query}${markup.query}`;
}

export interface Matrix {
  readonly browser: OpenedBrowser;
  /** From now on the wiki answers as this cell wants it. */
  become(cell: Pick<Cell, 'markup' | 'mayEdit'>): Promise<RunningWiki>;
  open(url: string): Promise<Page>;
  storeSwitch(on: boolean): Promise<void>;
  close(): Promise<void>;
}

export async function openMatrix(options: OpenOptions = {}): Promise<Matrix> {
  const browser = await openBrowser(options);
  const wikis = new Map<string, RunningWiki>();
  return {
    browser,
    async become({ markup, mayEdit }) {
      const env = { ...markup.env, ...(mayEdit ? { MW_ANON_EDIT: '1' } : {}) };
      const name = JSON.stringify(env);
      const wiki = wikis.get(name) ?? (await startWiki({ dir: wikiFolder(), env }));
      wikis.set(name, wiki);
      await browser.context.unrouteAll({ behavior: 'ignoreErrors' });
      await routeWiki(browser.context, wiki.port);
      return wiki;
    },
    async open(url) {
      const page = await browser.context.newPage();
      await page.goto(url, { waitUntil: 'load' });
      await page.waitForFunction(scriptsAreDone);
      return page;
    },
    storeSwitch: on =>
      browser
        .worker()
        .evaluate(
          offHosts => chrome.storage.local.set({ settings: { offHosts, offNoteShown: true } }),
          on ? [] : ['wiki.xenproject.org'],
        ),
    async close() {
      await browser.close();
      for (const wiki of wikis.values()) await wiki.stop();
    },
  };
}

/** A phone's width; Vector 2022 was not made for phones at first: with 1.39 it is never narrower than 500 px. */
export function phoneWidth({ skin }: Cell): number {
  return release() === 'bookworm' && skin.name === 'vector-2022' ? 500 : 360;
}

/** How wide the page is in windows of the widths that are tried. */
export async function scrollWidths(page: Page): Promise<Record<number, number>> {
  const found: Record<number, number> = {};
  for (const width of [360, 500, 700, 1000, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    found[width] = await page.evaluate(() => document.documentElement.scrollWidth);
  }
  return found;
}

/** Brings the bar into view where it stands on the page. */
export async function toRest(page: Page): Promise<void> {
  await page.evaluate(() => {
    scrollTo({ top: 0, behavior: 'instant' });
    const bar = document.querySelector('idea-lens-toolbar')?.getBoundingClientRect();
    scrollTo({ top: (bar?.top ?? 0) - innerHeight / 2, behavior: 'instant' });
  });
}

/** Goes to the middle of the ideas. */
export async function toMiddle(page: Page): Promise<void> {
  await page.evaluate(() => {
    const headings = document.querySelectorAll('[data-idea-lens-idea]');
    const top = headings[Math.floor(headings.length / 2)]?.getBoundingClientRect().top ?? 0;
    scrollBy({ top: top - innerHeight / 2, behavior: 'instant' });
  });
}

/** What is wrong and does not come right by itself: the bar takes its form a frame after the window. */
export async function lasting(page: Page, look: () => string[]): Promise<string[]> {
  await expect
    .poll(() => page.evaluate(look))
    .toEqual([])
    .catch(() => undefined);
  return page.evaluate(look);
}

/** Keeps a picture of the window, where pictures are wanted. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MATRIX_PICTURES;
  if (!folder) return;
  mkdirSync(join(folder, release()), { recursive: true });
  await page.screenshot({ path: join(folder, release(), `${name.replaceAll(/[^\w.-]+/gu, '_')}.png`) });
}

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };

/** Gives the window another size, and waits until page and bar have taken it in: on a busy machine that is a while after the call. */
export async function resize(page: Page, width: number, height: number): Promise<void> {
  await page.setViewportSize({ width, height });
  await page.waitForFunction(wanted => innerWidth === wanted, width);
  await page.evaluate(() => new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve))));
}
