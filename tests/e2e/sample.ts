/** The sample pages as the end-to-end tests open them, and what a correct reading of the main one says. */
import { readFileSync } from 'node:fs';
import type { BrowserContext, Page } from 'playwright';
import { routeSaved } from '../pages/serve-saved.ts';
import { type OpenedBrowser, type OpenOptions, openBrowser } from '../tools/open-browser.ts';
import { type LensPage, lensOn, remember } from './lens-page.ts';

export const WIKI = 'https://wiki.xenproject.org';
export const SAMPLE = `${WIKI}/wiki/Lanternfish_ideas`;

interface ExpectedIdea {
  readonly title: string;
  readonly list: string;
  readonly area: string | null;
  readonly difficulty: { readonly min: number | null; readonly max: number | null };
  readonly program: { readonly value: string };
  readonly contacts: readonly { readonly name: string | null; readonly email: string | null; readonly role: string }[];
  readonly skills: { readonly items: readonly string[] };
  readonly comments: readonly { readonly kind: string; readonly state: string; readonly timestamp: string | null }[];
  readonly reasons: readonly string[];
}

export const EXPECTED = JSON.parse(readFileSync(new URL('../pages/sample.expected.json', import.meta.url), 'utf8')) as {
  readonly ideas: readonly ExpectedIdea[];
};

export interface Opened {
  readonly browser: OpenedBrowser;
  readonly context: BrowserContext;
  /** Every http and https address that was asked for. */
  readonly asked: string[];
  /** Opens an address; the sample page when left out. */
  open(url?: string): Promise<Page>;
  openLens(url?: string): Promise<LensPage>;
  /** The same on a page that was remembered (`isAsRemembered`) before the lens came. */
  openRemembered(url?: string): Promise<LensPage>;
  /** Stores the switch, as the background does. */
  storeSwitch(on: boolean): Promise<void>;
  /** Whether the lens is stored to be off. A page is quicker than the store: whoever stores something else waits for it. */
  isStoredOff(): Promise<boolean>;
}

/** A browser with the extension that answers the wiki's addresses from the saved pages. */
export async function openSample(folder = '1.39-vector', options: OpenOptions = {}): Promise<Opened> {
  const browser = await openBrowser(options);
  const { context } = browser;
  const asked: string[] = [];
  await routeSaved(context, { folder, onRequest: url => asked.push(url) });
  const open = async (url = SAMPLE) => {
    const page = await context.newPage();
    await page.goto(url);
    return page;
  };
  async function storeSwitch(on: boolean): Promise<void> {
    await browser
      .worker()
      .evaluate(
        offHosts => chrome.storage.local.set({ settings: { offHosts, offNoteShown: true } }),
        on ? [] : ['wiki.xenproject.org'],
      );
  }
  return {
    browser,
    context,
    asked,
    open,
    openLens: async url => lensOn(await open(url)),
    async openRemembered(url) {
      await storeSwitch(false);
      const page = await open(url);
      await remember(page);
      await storeSwitch(true);
      return lensOn(page);
    },
    storeSwitch,
    async isStoredOff() {
      const stored = await browser.worker().evaluate(() => chrome.storage.local.get('settings'));
      return (stored.settings?.offHosts ?? []).length > 0;
    },
  };
}

declare const chrome: {
  storage: {
    local: {
      get(key: string): Promise<{ settings?: { offHosts?: readonly string[] } }>;
      set(values: object): Promise<void>;
    };
  };
};
