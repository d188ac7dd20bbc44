import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElementHandle, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endBackground, setColours } from './browser-itself.ts';
import { find, type LensPage, press, type Role } from './lens-page.ts';
import { describeInFirefox, EXPECTED, isOff, openStage, type Stage } from './stage.ts';

const KEPT = ['Bulb changer diary', 'Horn schedule editor'];

describeInFirefox('the extension’s own pages in Firefox', () => {
  let stage: Stage;
  let lens: LensPage;
  let popup: Page;
  let dashboard: Page;
  let options: Page;
  beforeAll(async () => {
    stage = await openStage();
    options = await stage.firefox.openExtensionPage('options.html');
    popup = await stage.firefox.openExtensionPage('popup.html');
    dashboard = await stage.firefox.openExtensionPage('dashboard.html#bookmarks');
    lens = await stage.openLens();
  });
  afterAll(() => stage.close());

  const words = (page: Page) => page.evaluate(() => document.body.innerText);
  /** By the mouse, in front. */
  const pressIn = async (page: Page, role: Role, name: string | RegExp) => {
    await page.bringToFront();
    await press(page, role, name, 'document');
  };
  const listed = () =>
    dashboard.evaluate(() => [...document.querySelectorAll('.bookmarks a')].map(link => link.textContent));
  const isOn = async (page: Page, name: string) =>
    (await find(page, 'switch', name, 'document')).evaluate(each => each.ariaChecked);

  it('the popup counts what the page in front holds, and shows what it counts', async () => {
    await lens.page.bringToFront();
    await stage.firefox.reloadExtensionPage(popup);
    const review = EXPECTED.ideas.filter(idea => idea.reasons.length > 0).length;
    await expect.poll(async () => (await words(popup)).replaceAll(/\s+/gu, ' ')).toContain('31 ideas');
    expect((await words(popup)).replaceAll(/\s+/gu, ' ')).toContain(
      `31 ideas ${review} need a review 4 open comments 3 interested`,
    );
    // The popup closes when that is done; here it is a tab, which stays. A click of the mouse would bring that tab to the front.
    await popup.evaluate(() => {
      window.close = () => undefined;
    });
    const count = await find(popup, 'button', /need a review/u, 'document');
    await count.evaluate(each => each.click());
    await lens.says(`${review} of 31 ideas`);
    await lens.click('button', 'Clear all');
    await lens.says('31 of 31 ideas');
  });

  it('the popup turns the lens of this wiki off and on again', async () => {
    const turn = async () => (await find(popup, 'switch', 'Idea Lens', 'document')).evaluate(each => each.click());
    await turn();
    await isOff(lens.page);
    await expect.poll(() => words(popup)).toContain('Off for this wiki');
    await turn();
    await expect.poll(() => words(popup)).toContain('On for this wiki');
    await lens.says('31 of 31 ideas');
  });

  it('the icon counts what needs a review', async () => {
    const text = () =>
      options.evaluate(async () => {
        const tabs = await browser.tabs.query({ url: '*://wiki.xenproject.org/*' });
        return browser.action.getBadgeText({ tabId: tabs[0]?.id ?? -1 });
      });
    await expect.poll(text).toBe('14');
  });

  it('a bookmark shows in popup and dashboard at once, and outlives the background', async () => {
    for (const title of KEPT) {
      await lens.bookmark(title);
      await expect.poll(() => lens.isBookmarked(title)).toBe(true);
    }
    await expect.poll(listed).toEqual(KEPT.toReversed());
    for (const title of KEPT) await expect.poll(() => words(popup)).toContain(title);
    await endBackground(stage.firefox);
    await stage.firefox.reloadExtensionPage(dashboard);
    await expect.poll(listed).toEqual(KEPT.toReversed());
    await stage.firefox.reloadExtensionPage(popup);
    for (const title of KEPT) await expect.poll(() => words(popup)).toContain(title);
  });

  it('bookmarks are saved, all data is deleted, and the file brings them back', async () => {
    await pressIn(dashboard, 'tab', 'Import and export');
    await pressIn(dashboard, 'button', /as JSON$/u);
    await pressIn(dashboard, 'button', /as Markdown$/u);
    const { downloads } = stage.firefox;
    const saved = async (ending: string) => {
      const name = (await readdir(downloads)).find(each => each.endsWith(ending));
      return name === undefined ? '' : readFile(join(downloads, name), 'utf8');
    };
    await expect.poll(() => saved('.md')).toContain('- [Horn schedule editor](https://wiki.xenproject.org/');
    await expect.poll(() => saved('.json')).toContain('Bulb changer diary');
    const text = await saved('.json');
    expect(JSON.parse(text).bookmarks).toHaveLength(2);

    await pressIn(options, 'button', 'Delete all my data');
    await expect.poll(() => words(options)).toContain('Delete 2 bookmarks and all settings? This cannot be undone.');
    await pressIn(options, 'button', 'Delete');
    await expect.poll(() => words(options)).toContain('Deleted. Idea Lens has no data of yours any more.');
    expect(Object.keys(await options.evaluate(() => browser.storage.local.get()))).toEqual(['revision']);
    await expect.poll(() => lens.isBookmarked(KEPT[0] ?? '')).toBe(false);

    await choose(text, 'kept.json');
    await pressIn(dashboard, 'button', 'Merge 2 bookmarks');
    await expect.poll(() => words(dashboard)).toContain('Merged 2 bookmarks: 2 new, 0 changed.');
    for (const title of KEPT) await expect.poll(() => lens.isBookmarked(title)).toBe(true);
  });

  it('a file that was cut off is refused, with its place, and changes nothing', async () => {
    await choose('{\n  "format": "idea-lens/bookmarks@1",\n  "bookmarks": [\n', 'half.json');
    await expect.poll(() => words(dashboard)).toContain('The file ends in the middle: line 4, character 1.');
    expect(await words(dashboard)).toContain('Nothing was changed.');
    expect(await lens.isBookmarked(KEPT[0] ?? '')).toBe(true);
  });

  it('settings are stored, hold on the page at once, and outlive the background', async () => {
    await pressIn(options, 'switch', 'Single-key shortcuts');
    await expect.poll(() => isOn(options, 'Single-key shortcuts')).toBe('false');
    await pressIn(options, 'radio', 'Underlined');
    await lens.page.bringToFront();
    await lens.search('gauge');
    await expect.poll(() => lens.page.evaluate(() => [...CSS.highlights.keys()])).toEqual(['idea-lens-hit-line']);
    await endBackground(stage.firefox);
    await stage.firefox.reloadExtensionPage(options);
    await expect.poll(() => isOn(options, 'Single-key shortcuts')).toBe('false');
    await lens.click('button', 'Clear all');
    await lens.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await lens.page.keyboard.press('j');
    expect(await lens.page.evaluate(() => document.activeElement?.localName)).not.toBe('idea-lens-idea');
  });

  it.each(['light', 'dark'] as const)('follow the system’s colours: %s', async colours => {
    await setColours(stage.firefox, colours);
    const scheme = (page: Page) =>
      page.evaluate(() => {
        const [red = 0, green = 0, blue = 0] = (getComputedStyle(document.body).color.match(/\d+/gu) ?? []).map(Number);
        return (red + green + blue) / 3 < 128 ? 'light' : 'dark';
      });
    for (const page of [popup, dashboard, options]) await expect.poll(() => scheme(page)).toBe(colours);
  });

  async function choose(text: string, name: string): Promise<void> {
    const path = join(stage.firefox.downloads, name);
    await writeFile(path, text);
    const field = (await dashboard.$('input[type="file"]')) as ElementHandle<HTMLInputElement> | null;
    await field?.uploadFile(path);
  }
});

declare const browser: {
  storage: { local: { get(): Promise<object> } };
  tabs: { query(query: { url: string }): Promise<{ id?: number }[]> };
  action: { getBadgeText(place: { tabId: number }): Promise<string> };
};
