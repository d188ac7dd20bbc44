import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { isAsRemembered, remember } from '../e2e/lens-page.ts';
import { BUILT_FOR_FIREFOX } from '../tools/open-firefox.ts';
import { backgroundState, endBackground, revokeAccess, setEnabled, uninstall } from './browser-itself.ts';
import { find, type LensPage, lensOn, press } from './lens-page.ts';
import { describeInFirefox, EXPECTED, isOff, openStage, type Stage, WIKI } from './stage.ts';

const COMMENTS = EXPECTED.ideas.flatMap(idea => idea.comments).length;

let stage: Stage;

describeInFirefox('an open page in Firefox', () => {
  let lens: LensPage;
  beforeAll(async () => {
    stage = await openStage();
  });
  beforeEach(async () => {
    await stage.storeSwitch(false);
    const page = await stage.open();
    await remember(page);
    await stage.storeSwitch(true);
    lens = await lensOn(page);
    await lens.search('gauge');
    await lens.sort('Title');
    await page.evaluate(() => Object.assign(globalThis, { before: document.querySelector('idea-lens-toolbar') }));
  });
  afterEach(() => stage.closePages());

  /** The page has one lens, which works, and when that goes nothing of any lens is left. */
  async function hasOneWholeLens(page: Page): Promise<void> {
    await page.waitForFunction(
      () => document.querySelector('idea-lens-toolbar') !== (globalThis as { before?: Element }).before,
    );
    const fresh = await lensOn(page);
    await fresh.says('10 of 31 ideas');
    expect(await page.evaluate(ours)).toEqual({ bars: 1, tools: 31, comments: COMMENTS, lists: 1 });
    await fresh.click('button', 'Clear all');
    await fresh.says('31 of 31 ideas');
    await fresh.choose('Needs review');
    await fresh.says('14 of 31 ideas');
    await fresh.bookmark('Moon phase sanity check');
    await expect.poll(() => fresh.isBookmarked('Moon phase sanity check')).toBe(true);
    await fresh.bookmark('Moon phase sanity check');
    await expect.poll(() => fresh.isBookmarked('Moon phase sanity check')).toBe(false);
    await stage.storeSwitch(false);
    await isOff(page);
    await isAsRemembered(page);
    await stage.storeSwitch(true);
  }

  it('has one lens after the extension was disabled and enabled', async () => {
    await setEnabled(stage.firefox, false);
    // Its pages are closed by the browser; the wiki's page keeps what the lens showed, until it is loaded again.
    expect(await lens.page.evaluate(ours)).toMatchObject({ bars: 1, tools: 31 });
    await setEnabled(stage.firefox, true);
    await hasOneWholeLens(lens.page);
  });

  it('has one lens after the extension was uninstalled and installed again', async () => {
    await uninstall(stage.firefox);
    await stage.firefox.install();
    await hasOneWholeLens(lens.page);
  });

  it('has one lens after the extension was updated', async () => {
    const newer = await mkdtemp(join(tmpdir(), 'idea-lens-newer-'));
    await cp(BUILT_FOR_FIREFOX, newer, { recursive: true });
    const manifest = JSON.parse(await readFile(join(newer, 'manifest.json'), 'utf8'));
    await writeFile(join(newer, 'manifest.json'), JSON.stringify({ ...manifest, version: '99.0' }));
    await stage.firefox.install(newer);
    const own = await stage.own();
    expect(await own.evaluate(() => browser.runtime.getManifest().version)).toBe('99.0');
    await hasOneWholeLens(lens.page);
    await uninstall(stage.firefox);
    await stage.firefox.install();
    await rm(newer, { recursive: true });
  });

  it('still stores a bookmark after the background has ended, and every page hears of it', async () => {
    const other = await stage.openLens();
    await lens.page.bringToFront();
    await endBackground(stage.firefox);
    await lens.bookmark('Two gauges, one clock');
    await expect.poll(() => other.isBookmarked('Two gauges, one clock')).toBe(true);
    expect(await backgroundState(stage.firefox)).toBe('running');
    await endBackground(stage.firefox);
    const again = await stage.openLens();
    await expect.poll(() => again.isBookmarked('Two gauges, one clock')).toBe(true);
    await again.bookmark('Two gauges, one clock');
    await expect.poll(() => again.isBookmarked('Two gauges, one clock')).toBe(false);
  });
});

describeInFirefox('access to the wiki, in Firefox,', () => {
  let popup: Page;
  let wiki: Page;
  beforeAll(async () => {
    popup = await stage.firefox.openExtensionPage('popup.html');
    wiki = (await stage.openLens()).page;
  });
  afterAll(() => stage.close());

  const words = () => popup.evaluate(() => document.body.innerText);
  const bars = () => wiki.evaluate(() => document.querySelectorAll('idea-lens-toolbar').length);

  /** The popup as it opens over the wiki's tab. */
  async function openOverWiki(): Promise<void> {
    await wiki.bringToFront();
    await stage.firefox.reloadExtensionPage(popup);
  }

  it('can be taken back: the lens stays away, and the popup says why', async () => {
    await revokeAccess(stage.firefox, '*://wiki.xenproject.org/*');
    await wiki.reload();
    await openOverWiki();
    await expect.poll(words).toContain('The browser has not given Idea Lens access to wiki.xenproject.org.');
    await find(popup, 'button', 'Allow', 'document');
    expect(await bars()).toBe(0);
  });

  it('can be given again in the popup, and the page shows the lens once it is loaded again', async () => {
    await press(popup, 'button', 'Allow', 'document');
    await expect.poll(words).toContain('Idea Lens has access now. Reload the page to see it there.');
    expect(await popup.evaluate(origins => browser.permissions.contains({ origins }), [`${WIKI}/*`])).toBe(true);
    await wiki.reload();
    await lensOn(wiki);
    await openOverWiki();
    await expect.poll(words).toContain('On for this wiki');
  });
});

function ours(): { bars: number; tools: number; comments: number; lists: number } {
  const count = (selector: string) => document.querySelectorAll(selector).length;
  return {
    bars: count('idea-lens-toolbar'),
    tools: count('idea-lens-idea'),
    comments: count('idea-lens-comment'),
    lists: count('idea-lens-list'),
  };
}

declare const browser: {
  runtime: { getManifest(): { version: string } };
  permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
};
