import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { messagesOf } from '../unit/project/code.ts';
import { EXPECTED, type Opened, openSample, SAMPLE } from './sample.ts';

const wordsOf = (language: string) =>
  messagesOf(JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8')));
const english = wordsOf('en');
const german = wordsOf('de');

/** What of an English message would tell that it was not translated: its pieces between the places to fill. */
const ENGLISH = [...english].flatMap(([key, words]) =>
  words === german.get(key)
    ? []
    : words
        .split(/\$\d|[|“”:.…]/u)
        .map(piece => piece.trim())
        .filter(piece => /[a-z]/iu.test(piece) && (piece.includes(' ') || piece.length >= 5))
        .filter(piece => ![...german.values()].some(other => other.includes(piece)))
        .map(piece => new RegExp(`(?<![\\p{L}-])${piece.replaceAll(/[()?/]/gu, '\\$&')}(?![\\p{L}:-])`, 'u')),
);

/** Text of the page that stands in our sentences, longest first. */
const OF_THE_PAGE = [
  ...EXPECTED.ideas.map(idea => idea.title),
  'List of peer reviewed Projects',
  'List of projects that need more work',
  'Peer Review Comments',
  'Not specified, project outcomes',
].sort((a, b) => b.length - a.length);

function englishIn(text: string): string[] {
  const ours = OF_THE_PAGE.reduce((rest, words) => rest.replaceAll(words, ''), text);
  return ENGLISH.map(piece => piece.exec(ours)?.[0] ?? '').filter(found => found !== '');
}

/** All that is seen or spoken in our hosts, or on a page of the extension itself. */
function allWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const roots = [...document.querySelectorAll('*')].flatMap(each =>
      each.localName.startsWith('idea-lens-') && each.shadowRoot ? [each.shadowRoot] : [],
    );
    const spoken = (root: ParentNode) =>
      [...root.querySelectorAll('*')].flatMap(each =>
        ['aria-label', 'title', 'placeholder', 'data-now', 'alt'].map(name => each.getAttribute(name) ?? ''),
      );
    const seen = (root: Node) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      while (walker.nextNode()) {
        const parent = walker.currentNode.parentElement;
        if (parent?.localName !== 'script' && parent?.localName !== 'style')
          found.push(walker.currentNode.textContent ?? '');
      }
      return found;
    };
    const ours: (ShadowRoot | HTMLElement)[] = roots.length > 0 ? roots : [document.documentElement];
    return ours.flatMap(root => [...seen(root), ...spoken(root)]).join('\n');
  });
}

async function isGerman(page: Page): Promise<void> {
  const words = await allWords(page);
  expect(words.length).toBeGreaterThan(40);
  expect(englishIn(words)).toEqual([]);
}

/** Buttons and tabs of the bar whose words do not fit into them, and a first line that does not fit into the bar. */
function cutOff(bar: Locator): Promise<string[]> {
  return bar.evaluate(host => {
    const parts = [...(host.shadowRoot?.querySelectorAll('.first, .tabs, .first button, .tabs > label') ?? [])];
    return parts
      .filter(part => part.scrollWidth > part.clientWidth)
      .map(part => `${part.textContent}: ${part.scrollWidth} in ${part.clientWidth}`);
  });
}

async function openLens(opened: Opened, width: number): Promise<{ page: Page; bar: Locator }> {
  const page = await opened.open();
  await page.setViewportSize({ width, height: 800 });
  const bar = page.locator('idea-lens-toolbar');
  await bar.waitFor();
  const { length } = EXPECTED.ideas;
  await page.waitForFunction(count => document.querySelectorAll('idea-lens-idea').length === count, length);
  return { page, bar };
}

let opened: Opened;
let pages: Page[] = [];
beforeAll(async () => {
  opened = await openSample('1.39-vector', { locale: 'de' });
});
afterEach(async () => {
  for (const page of pages) await page.close();
  pages = [];
});
afterAll(() => opened.browser.close());

async function wide(): Promise<{ page: Page; bar: Locator }> {
  const lens = await openLens(opened, 1280);
  pages.push(lens.page);
  return lens;
}

describe('in a browser that speaks German', () => {
  it('the check knows an English word when it sees one', () => {
    expect(englishIn('31 Ideen\nClear all')).toContain('Clear all');
    expect(englishIn('List of peer reviewed Projects › difficulty: Attention')).toEqual(['Attention']);
    expect(ENGLISH.length).toBeGreaterThan(200);
  });

  it('the bar, its filters, chips, menus and help speak it', async () => {
    const { page, bar } = await wide();
    await isGerman(page);
    await bar.getByRole('button', { name: /^Filter/u }).click();
    for (const facet of ['Schwierigkeit', 'Handlungsbedarf']) {
      await bar.getByRole('button', { name: facet, exact: true }).click();
      await bar.getByRole('dialog').waitFor();
      await isGerman(page);
      await page.keyboard.press('Escape');
    }
    await bar.getByRole('button', { name: 'Schwierigkeit', exact: true }).click();
    await bar.getByRole('checkbox', { name: /^Mittel/u }).click();
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: 'Schwierigkeit: Mittel entfernen' }).waitFor();
    await page.waitForFunction(() =>
      document
        .querySelector('idea-lens-toolbar')
        ?.shadowRoot?.querySelector('[role=status]')
        ?.textContent?.startsWith('11 von 31 Ideen'),
    );
    await isGerman(page);
    await bar.getByRole('button', { name: 'Sortierung: Reihenfolge der Seite' }).click();
    await bar.getByRole('menuitemradio', { name: 'Titel' }).click();
    await isGerman(page);
    await page.keyboard.press('Escape');
    await bar.getByRole('button', { name: 'Alles zurücksetzen' }).click();
    await bar.getByRole('button', { name: 'Mehr', exact: true }).click();
    await isGerman(page);
    await bar.getByRole('menuitem', { name: 'Tastenkürzel' }).click();
    await bar.getByRole('dialog', { name: 'Tastenkürzel' }).waitFor();
    await isGerman(page);
  });

  it('what is typed stays the words of the query language, and its hints are German', async () => {
    const { page, bar } = await wide();
    const field = bar.getByRole('searchbox', { name: 'Ideen suchen' });
    await field.fill('difficulty:');
    await bar.getByRole('option', { name: /^difficulty:easy/u }).waitFor();
    await field.fill('haskell difficulty:easy is:odd');
    await page.locator('idea-lens-notes').getByText('Keine Idee passt zu „haskell is:odd“').waitFor();
    await page
      .locator('idea-lens-notes')
      .getByText(/Möglich sind: open, addressed/u)
      .waitFor();
    await isGerman(page);
  });

  it('reasons and comments are German sentences, with German dates in them', async () => {
    const { page, bar } = await wide();
    await bar.getByRole('radio', { name: /^Zu prüfen/u }).click();
    await bar.getByRole('button', { name: /weitere$/u }).waitFor();
    await page
      .locator('idea-lens-comment-label')
      .getByText(/^Offener Kommentar · vor \d+ Jahren/u)
      .first()
      .waitFor();
    const heading = page.locator('[data-idea-lens-idea]').filter({ hasText: 'Moon phase sanity check' });
    const tools = heading.locator('xpath=following::idea-lens-idea[1]');
    await tools.getByRole('button', { name: 'Zu prüfen: 5 Gründe' }).click();
    const reasons = page.getByRole('dialog', { name: 'Zu prüfen: 5 Gründe' });
    await reasons.getByText(/23\. Januar 2013, vor \d+ Jahren/u).waitFor();
    await reasons.getByText('12. Januar oder 1. Dezember').waitFor();
    await isGerman(page);
  });

  it('our hosts say that they are German, and nothing of the page does', async () => {
    const { page } = await wide();
    const languages = await page.evaluate(() => ({
      ours: [
        ...new Set(
          [...document.querySelectorAll<HTMLElement>('*')]
            .filter(each => each.shadowRoot && each.localName.startsWith('idea-lens-'))
            .map(each => each.lang),
        ),
      ],
      theirs: [...document.querySelectorAll('[lang="de"]')].filter(each => !each.localName.startsWith('idea-lens-'))
        .length,
      page: document.documentElement.lang,
    }));
    expect(languages).toEqual({ ours: ['de'], theirs: 0, page: 'en' });
  });

  it('on a page in another language a sentence is still of one language', async () => {
    const arabic = readFileSync(new URL('../pages/html/1.39-vector/Lanternfish_ideas.html', import.meta.url), 'utf8')
      .replaceAll('lang="en"', 'lang="ar"')
      .replaceAll('dir="ltr"', 'dir="rtl"');
    await opened.context.route(SAMPLE, route => route.fulfill({ contentType: 'text/html', body: arabic }));
    try {
      const { page, bar } = await wide();
      await page
        .locator('idea-lens-comment-label')
        .getByText(/^Offener Kommentar · vor \d+ Jahren/u)
        .first()
        .waitFor();
      expect(await bar.getByRole('status').textContent()).toBe('31 von 31 Ideen');
      await isGerman(page);
    } finally {
      await opened.context.unroute(SAMPLE);
    }
  });

  it('popup, settings and dashboard speak it, and fit into 360 px', async () => {
    for (const [path, heading] of [
      ['popup.html', 'Neueste Lesezeichen'],
      ['options.html', 'Einstellungen von Idea Lens'],
      ['dashboard.html', 'Noch keine Lesezeichen. Das Lesezeichen neben dem Titel einer Idee behält sie hier.'],
      ['dashboard.html#transfer', 'Lesezeichen importieren'],
    ] as const) {
      const page = await opened.browser.openExtensionPage(path);
      pages.push(page);
      await page.setViewportSize({ width: 360, height: 700 });
      await page.getByText(heading, { exact: true }).first().waitFor();
      await isGerman(page);
      expect(await page.evaluate(() => [document.documentElement.lang, document.title])).toEqual([
        'de',
        expect.stringContaining('Idea Lens'),
      ]);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(width, path).toBeLessThanOrEqual(360);
    }
  });
});

describe.each([
  ['de', '1.39-vector'],
  ['de', '1.43-vector-2022'],
  ['en', '1.39-vector'],
  ['en', '1.43-vector-2022'],
] as const)('the bar in %s on %s', (locale, folder) => {
  it('cuts off nothing at any width, in a wide font neither', async () => {
    const there = await openSample(folder, { locale });
    try {
      const { page, bar } = await openLens(there, 1280);
      const height = () => bar.evaluate(host => host.shadowRoot?.querySelector('.first')?.clientHeight);
      for (const font of ['', '"DejaVu Sans"', 'monospace']) {
        await bar.evaluate((host, family) => host.style.setProperty('font-family', family), font);
        for (const width of [1280, 1055, 900, 752, 640, 420, 360]) {
          await page.setViewportSize({ width, height: 800 });
          await expect
            .poll(() => cutOff(bar), { message: `${width} px, ${font || 'the skin’s font'}`, timeout: 3000 })
            .toEqual([]);
          expect([40, 50]).toContain(await height());
        }
      }
    } finally {
      await there.browser.close();
    }
  });
});
