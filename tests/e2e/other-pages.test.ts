import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAsRemembered, lensOn, remember } from './lens-page.ts';
import { type Opened, openSample, SAMPLE, WIKI } from './sample.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openSample();
});
afterAll(() => opened.browser.close());

const PHP = `${WIKI}/index.php?title=Lanternfish_ideas`;
const OURS = 'idea-lens-toolbar, idea-lens-notes, [data-idea-lens-idea]';

describe('the lens stays away', () => {
  it.each([
    ['a page without ideas', `${WIKI}/wiki/Main_Page`],
    ['a talk page', `${WIKI}/wiki/Talk:Lanternfish_ideas`],
    ['a page that only shows the template', `${WIKI}/wiki/Decoys_only`],
    ['the edit view', `${PHP}&action=edit`],
    ['the history', `${PHP}&action=history`],
    ['a diff', `${PHP}&diff=next&oldid=1`],
    ['a special page', `${WIKI}/wiki/Special:AllPages`],
    ['a missing page', `${WIKI}/wiki/No_such_ideas`],
  ])('from %s', async (_what, url) => {
    const page = await opened.open(url);
    // The popup asks the content script: an answer means that it has looked at the page.
    await opened.browser.worker().evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return chrome.tabs.sendMessage(tab?.id ?? -1, { message: 'lens.status', input: {} });
    });
    expect(await page.locator(OURS).count()).toBe(0);
    await page.close();
  });
});

describe('an old revision', () => {
  it.each([
    { at: 'the script', url: `${PHP}&oldid=1&uselang=en`, current: PHP },
    { at: 'the address of the page itself', url: `${SAMPLE}?oldid=1`, current: SAMPLE },
  ])('has the lens, which says that it is one and leads to the current version, at $at', async ({ url, current }) => {
    const lens = await opened.openLens(url);
    const note = lens.page.locator('idea-lens-notes');
    await note.getByText('This is an old version of the page.', { exact: false }).waitFor();
    const link = note.getByRole('link', { name: 'Go to the current version' });
    expect(await link.getAttribute('href')).toBe(current);
    await lens.page.close();
  });
});

describe('a page whose labels are unknown', () => {
  it('says what was not understood, and changes nothing else', async () => {
    const page = await opened.open(`${WIKI}/wiki/Ideas_with_unknown_labels`);
    const note = page.locator('idea-lens-notes');
    await note.getByText('does not understand this page', { exact: false }).waitFor();
    expect(await note.getByText('Not understood:', { exact: false }).isVisible()).toBe(true);
    expect(await page.locator('idea-lens-toolbar, [data-idea-lens-idea]').count()).toBe(0);
    await note.getByRole('button', { name: 'Close this note' }).click();
    await note.waitFor({ state: 'detached' });
    await page.close();
  });
});

describe('a hostile page', () => {
  it('is shown as text: no script of a title runs, and off restores it', async () => {
    const page = await opened.context.newPage();
    const told: string[] = [];
    page.on('dialog', dialog => {
      told.push(dialog.message());
      void dialog.dismiss();
    });
    await opened.storeSwitch(false);
    await page.goto(`${WIKI}/wiki/Hostile_ideas`);
    await remember(page);
    await opened.storeSwitch(true);
    const lens = await lensOn(page);
    await lens.search.fill('<img');
    for (const badge of await page.getByRole('button', { name: /^Needs review/u }).all()) {
      if (await badge.isVisible()) await badge.click();
      await page.keyboard.press('Escape');
    }
    expect(told).toEqual([]);
    expect(
      await page.evaluate(() => document.querySelectorAll('idea-lens-toolbar img, idea-lens-idea img').length),
    ).toBe(0);
    await opened.storeSwitch(false);
    await lens.bar.waitFor({ state: 'detached' });
    await isAsRemembered(page);
    await opened.storeSwitch(true);
    await page.close();
  });
});

describe('the extension', () => {
  it('asks for nothing over the network beside what the page itself names', async () => {
    await opened.storeSwitch(true);
    opened.asked.length = 0;
    const lens = await opened.openLens(SAMPLE);
    const named = await lens.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('[src], [srcset], link[href]')].flatMap(each =>
        ['src', 'href'].flatMap(name => each.getAttribute(name) ?? []).map(url => new URL(url, location.href).href),
      ),
    );
    await lens.search.fill('gauge');
    await lens.bookmark('Spare parts list').first().click();
    await lens.choose('Bookmarked');
    await lens.says('1 of 31 ideas');
    await lens.sort('Title');
    await lens.page.waitForLoadState('load');
    expect(opened.asked.length).toBeGreaterThan(1);
    const pages = new Set([SAMPLE, ...named]);
    expect(opened.asked.filter(url => !pages.has(url))).toEqual([]);
    await lens.page.close();
  });

  it('asks for no permission but storage and its wikis', async () => {
    const manifest = await opened.browser.worker().evaluate(() => chrome.runtime.getManifest());
    expect(manifest.permissions).toEqual(['storage']);
    expect(manifest.host_permissions).toBeUndefined();
    expect(manifest.optional_permissions).toBeUndefined();
    expect(manifest.content_scripts?.flatMap(script => script.matches)).toEqual(['*://wiki.xenproject.org/*']);
    expect(manifest.web_accessible_resources).toEqual([
      { resources: ['display.js', 'panels.js'], matches: ['*://wiki.xenproject.org/*'], use_dynamic_url: true },
    ]);
  });
});

declare const chrome: {
  runtime: {
    getManifest(): {
      permissions?: string[];
      host_permissions?: string[];
      optional_permissions?: string[];
      content_scripts?: { matches: string[] }[];
      web_accessible_resources?: unknown;
    };
  };
  tabs: {
    query(query: object): Promise<{ id?: number }[]>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
};
