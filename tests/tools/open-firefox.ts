/**
 * A Firefox with the built extension in it, for tests. Driven by WebDriver BiDi; what no page may do (ending the extension's
 * background, taking its access back) is done in the browser's own scope. Not for finding the browser (find-firefox.ts).
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from './find-firefox.ts';

export const BUILT_FOR_FIREFOX = new URL('../../.output/firefox-mv3', import.meta.url).pathname;

/** As in the manifest. */
export const EXTENSION_ID = 'idea-lens@idea-lens.invalid';

export interface FirefoxOptions {
  /** Port of a proxy on this machine that gets everything the browser asks for. */
  readonly proxy: number;
  /** Further preferences (about:config). */
  readonly preferences?: Readonly<Record<string, string | number | boolean>>;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export interface OpenedFirefox {
  readonly browser: Browser;
  /** Where downloads go. */
  readonly downloads: string;
  /** Puts an unpacked extension in; the built one when left out. Over one of the same id it is an update. */
  install(folder?: string): Promise<void>;
  /** Opens one of the extension's own pages, such as `popup.html`, as a tab. */
  openExtensionPage(path: string): Promise<Page>;
  /** Loads one of the extension's own pages again: `page.reload()` waits for what Firefox does not tell of them. */
  reloadExtensionPage(page: Page): Promise<void>;
  /** Runs `code`, an expression, in the browser's own scope; gives its (awaited) value by way of JSON. */
  inBrowser(code: string): Promise<unknown>;
  close(): Promise<void>;
}

/** Starts the browser, without the extension. Throws when it is not built or there is no Firefox. */
export async function openFirefox(options: FirefoxOptions): Promise<OpenedFirefox> {
  if (!existsSync(join(BUILT_FOR_FIREFOX, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${BUILT_FOR_FIREFOX}. Run \`npm run build\` first.`);
  }
  const found = findFirefox();
  if (found.path === null) throw new Error(found.why);
  const downloads = await mkdtemp(join(tmpdir(), 'idea-lens-downloads-'));
  const browser = await launch({
    browser: 'firefox',
    executablePath: found.path,
    headless: true,
    // The saved pages come by https from a server of the test, with a certificate that nobody signed.
    acceptInsecureCerts: true,
    args: ['-remote-allow-system-access'],
    defaultViewport: options.viewport ?? { width: 1280, height: 800 },
    extraPrefsFirefox: { ...preferences(options.proxy, downloads), ...options.preferences },
  });
  const { send } = connectionOf(browser);
  const own = await ownScope(send);

  async function show(page: Page, url: string): Promise<void> {
    // Firefox does not tell that a page of an extension has loaded, so nothing is waited for but the page itself.
    await send('browsingContext.navigate', { context: contextOf(page), url, wait: 'none' });
    await page.waitForFunction(isLoaded, { polling: 50 }, url);
  }

  return {
    browser,
    downloads,
    install: async (folder = BUILT_FOR_FIREFOX) => void (await browser.installExtension(folder)),
    async openExtensionPage(path) {
      // Firefox makes a new one up at each installation.
      const host = await evaluate(send, own, `WebExtensionPolicy.getByID('${EXTENSION_ID}').mozExtensionHostname`);
      const page = await browser.newPage();
      await show(page, `moz-extension://${host}/${path}`);
      return page;
    },
    async reloadExtensionPage(page) {
      // Not by its address: one with a hash would only be moved within.
      const url = await page.evaluate(() => {
        Object.assign(globalThis, { isOld: true });
        setTimeout(() => location.reload());
        return location.href;
      });
      await page.waitForFunction(isLoaded, { polling: 50 }, url);
    },
    inBrowser: code => evaluate(send, own, code),
    async close() {
      await browser.close();
      await rm(downloads, { recursive: true, force: true });
    },
  };
}

function preferences(proxy: number, downloads: string): Record<string, string | number | boolean> {
  const everything = `function FindProxyForURL(url, host) { return 'PROXY 127.0.0.1:${proxy}'; }`;
  return {
    'network.proxy.type': 2,
    'network.proxy.autoconfig_url': `data:application/x-ns-proxy-autoconfig,${encodeURIComponent(everything)}`,
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    // A question that only a person can answer is answered with yes.
    'extensions.webextOptionalPermissionPrompts': false,
    'browser.download.folderList': 2,
    'browser.download.dir': downloads,
    'browser.download.alwaysOpenPanel': false,
    'browser.helperApps.neverAsk.saveToDisk': 'application/json,text/csv,text/markdown',
  };
}

function isLoaded(url: string): boolean {
  return location.href === url && document.readyState === 'complete' && !('isOld' in globalThis);
}

type Send = (method: string, params: object) => Promise<unknown>;

/** Puppeteer's own connection: its types do not show it, and it has no way of its own to do what we need it for. */
function connectionOf(browser: Browser): { readonly send: Send } {
  const { connection } = browser as unknown as {
    connection: { send(method: string, params: object): Promise<{ result: unknown }> };
  };
  return { send: async (method, params) => (await connection.send(method, params)).result };
}

function contextOf(page: Page): string {
  return (page.mainFrame() as unknown as { _id: string })._id;
}

/** The browser's own window, in which its own code runs. */
async function ownScope(send: Send): Promise<string> {
  const tree = (await send('browsingContext.getTree', { 'moz:scope': 'chrome' })) as {
    contexts: { context: string }[];
  };
  const [window] = tree.contexts;
  if (!window) throw new Error('Firefox shows no window of its own.');
  return window.context;
}

async function evaluate(send: Send, context: string, code: string): Promise<unknown> {
  const answer = (await send('script.evaluate', {
    expression: `(async () => JSON.stringify((await (${code})) ?? null))()`,
    target: { context },
    awaitPromise: true,
    userActivation: true,
  })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
  if (answer.result === undefined) throw new Error(answer.exceptionDetails?.text ?? 'Firefox gave no value.');
  return JSON.parse(answer.result.value);
}
