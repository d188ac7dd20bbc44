/** Firefox with the extension and a wiki, by default the sample pages, as these tests open them; and what is said where there is no Firefox. */
import type { Page } from 'puppeteer-core';
import { describe, expect } from 'vitest';
import { SAMPLE, WIKI } from '../e2e/sample.ts';
import { type SavedAnswer, savedAnswers } from '../pages/serve-saved.ts';
import { findFirefox } from '../tools/find-firefox.ts';
import { type FirefoxOptions, type OpenedFirefox, openFirefox } from '../tools/open-firefox.ts';
import { type LensPage, lensOn } from './lens-page.ts';
import { openWikiProxy, type WikiProxy } from './wiki-proxy.ts';

export { EXPECTED, SAMPLE, WIKI } from '../e2e/sample.ts';

/** Tests that are skipped where there is no Firefox; why is said once, by announce.ts. */
export const describeInFirefox: typeof describe.skip = findFirefox().path === null ? describe.skip : describe;

export interface Stage {
  readonly firefox: OpenedFirefox;
  readonly wiki: WikiProxy;
  open(url?: string): Promise<Page>;
  openLens(url?: string): Promise<LensPage>;
  /** Closes all tabs but those of the extension's own pages. */
  closePages(): Promise<void>;
  /** A page of the extension, for what only such a page may do. */
  own(): Promise<Page>;
  /** Stores the switch, as the background does. */
  storeSwitch(on: boolean): Promise<void>;
  /** Waits until the switch is stored to be off: a page is quicker than the store, whose late answer must not meet the next test. */
  storedOff(): Promise<void>;
  close(): Promise<void>;
}

export interface StageOptions extends Omit<FirefoxOptions, 'proxy'> {
  /** A folder of `tests/pages/html`. */
  readonly folder?: string;
  /** What answers for the wiki in place of the folder. */
  readonly answerTo?: (url: URL) => Promise<SavedAnswer>;
  /** `true` when left out. */
  readonly install?: boolean;
}

export async function openStage({
  folder = '1.39-vector',
  answerTo,
  install = true,
  ...options
}: StageOptions = {}): Promise<Stage> {
  const wiki = await openWikiProxy(answerTo ?? savedAnswers({ folder }));
  const firefox = await openFirefox({ ...options, proxy: wiki.port });
  if (install) await firefox.install();
  const shown: { own: Page | null } = { own: null };

  async function open(url = SAMPLE): Promise<Page> {
    const page = await firefox.browser.newPage();
    await page.goto(url);
    return page;
  }

  async function own(): Promise<Page> {
    // Firefox closes it when the extension goes.
    const isThere = await shown.own?.evaluate(() => true).catch(() => false);
    if (!shown.own || !isThere) shown.own = await firefox.openExtensionPage('options.html');
    return shown.own;
  }

  return {
    firefox,
    wiki,
    open,
    own,
    openLens: async url => lensOn(await open(url)),
    async closePages() {
      for (const page of await firefox.browser.pages()) if (page.url().startsWith(WIKI)) await page.close();
    },
    async storeSwitch(on) {
      const page = await own();
      await page.evaluate(
        async offHosts => browser.storage.local.set({ settings: { offHosts, offNoteShown: true } }),
        on ? [] : ['wiki.xenproject.org'],
      );
    },
    async storedOff() {
      const page = await own();
      const offHosts = () =>
        page.evaluate(async () => (await browser.storage.local.get('settings')).settings?.offHosts ?? []);
      await expect.poll(offHosts).toContain('wiki.xenproject.org');
    },
    async close() {
      await firefox.close();
      await wiki.close();
    },
  };
}

/** Waits until `page` holds no bar any more. */
export async function isOff(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.querySelectorAll('idea-lens-toolbar').length)).toBe(0);
}

declare const browser: {
  storage: {
    local: {
      get(key: string): Promise<{ settings?: { offHosts?: readonly string[] } }>;
      set(values: object): Promise<void>;
    };
  };
};
