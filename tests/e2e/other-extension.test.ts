// Another extension in the same browser, which may see every page of the wiki: it reaches neither the background nor a page of ours.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, Worker } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeSaved } from '../pages/serve-saved.ts';
import { type OpenedBrowser, openBrowser } from '../tools/open-browser.ts';
import { lensOn } from './lens-page.ts';
import { SAMPLE } from './sample.ts';
import { everythingStored } from './stored.ts';

const MANIFEST = {
  manifest_version: 3,
  name: 'Another extension',
  version: '1',
  permissions: ['scripting', 'tabs', 'storage', 'management'],
  host_permissions: ['<all_urls>'],
  background: { service_worker: 'other.js' },
  content_scripts: [{ matches: ['*://wiki.xenproject.org/*'], js: ['on-page.js'] }],
};

let folder: string;
let browser: OpenedBrowser;
let other: Worker;
let wiki: Page;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'other-extension-'));
  await writeFile(join(folder, 'manifest.json'), JSON.stringify(MANIFEST));
  await writeFile(join(folder, 'other.js'), '');
  await writeFile(join(folder, 'on-page.js'), '');
  await writeFile(join(folder, 'page.html'), '<!doctype html><title>Another extension</title>');
  browser = await openBrowser({ beside: folder });
  await routeSaved(browser.context, { folder: '1.39-vector' });
  const isOther = (worker: Worker) => worker.url().endsWith('/other.js');
  other =
    browser.context.serviceWorkers().find(isOther) ??
    (await browser.context.waitForEvent('serviceworker', { predicate: isOther }));
  wiki = await browser.context.newPage();
  await wiki.goto(SAMPLE);
  const lens = await lensOn(wiki);
  await lens.bookmark('Bulb changer diary').click();
  await wiki.getByRole('button', { name: 'Bookmark: Bulb changer diary', exact: true, pressed: true }).waitFor();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true, force: true });
});

const MESSAGES = [
  { message: 'bookmarks.export', input: {} },
  { message: 'bookmarks.recent', input: { limit: 100 } },
  { message: 'bookmarks.list', input: { page: 'wiki.xenproject.org/Lanternfish_ideas' } },
  { message: 'settings.get', input: {} },
  { message: 'data.deleteAll', input: {} },
];

describe('another extension', () => {
  it('is there, and can talk: to itself', async () => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${new URL(other.url()).host}/page.html`);
    await other.evaluate(() =>
      chrome.runtime.onMessageExternal.addListener((_message, _sender, answer) => {
        answer('here');
      }),
    );
    expect(await other.evaluate(id => chrome.management.get(id).then(found => found.enabled), browser.id)).toBe(true);
    await page.close();
  });

  it('gets no answer to any message, and no line that stays open', async () => {
    const before = await everythingStored(browser.worker());
    for (const message of MESSAGES) {
      const said = await other.evaluate(
        ([id, sent]) =>
          chrome.runtime.sendMessage(id, sent).then(
            answer => `answered ${JSON.stringify(answer)}`,
            (error: Error) => error.message,
          ),
        [browser.id, message] as const,
      );
      expect(said).toBe('Could not establish connection. Receiving end does not exist.');
    }
    const line = await other.evaluate(
      id =>
        new Promise(end => {
          const port = chrome.runtime.connect(id);
          port.onMessage.addListener(() => end('answered'));
          port.onDisconnect.addListener(() => end('closed'));
        }),
      browser.id,
    );
    expect(line).toBe('closed');
    expect(await everythingStored(browser.worker())).toEqual(before);
  });

  it.each(['display.js', 'panels.js', 'background.js', 'dashboard.html', 'manifest.json', 'icon/16.png'])(
    'cannot fetch %s',
    async file => {
      const address = `chrome-extension://${browser.id}/${file}`;
      const got = await other.evaluate(
        url =>
          fetch(url).then(
            () => 'read',
            () => 'refused',
          ),
        address,
      );
      expect(got).toBe('refused');
    },
  );

  it.each(['options.html', 'dashboard.html', 'popup.html'])('cannot show %s in a frame of its own', async path => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${new URL(other.url()).host}/page.html`);
    await page.evaluate(
      url =>
        new Promise(loaded => {
          const frame = document.createElement('iframe');
          frame.addEventListener('load', loaded);
          frame.src = url;
          document.body.append(frame);
        }),
      `chrome-extension://${browser.id}/${path}`,
    );
    const [, frame] = page.frames();
    expect(frame?.url()).not.toContain(browser.id);
    expect(await frame?.locator('#options, #dashboard, #popup').count()).toBe(0);
    await page.close();
  });

  it('cannot run a script in a page of ours, though it may in every web page', async () => {
    const own = await browser.openExtensionPage('options.html');
    const run = (url: string) =>
      other.evaluate(async wanted => {
        const tabs = await chrome.tabs.query({});
        const tab = tabs.find(each => each.url?.startsWith(wanted));
        if (tab?.id === undefined) return 'no such tab';
        return chrome.scripting.executeScript({ target: { tabId: tab.id }, files: ['on-page.js'] }).then(
          () => 'ran',
          () => 'refused',
        );
      }, url);
    expect(await run(SAMPLE)).toBe('ran');
    expect(await run(`chrome-extension://${browser.id}/options.html`)).toBe('refused');
    await own.close();
  });
});

interface Port {
  readonly onMessage: { addListener(listener: () => void): void };
  readonly onDisconnect: { addListener(listener: () => void): void };
}
declare const chrome: {
  runtime: {
    sendMessage(id: string, message: unknown): Promise<unknown>;
    connect(id: string): Port;
    onMessageExternal: {
      addListener(listener: (message: unknown, sender: unknown, answer: (reply: unknown) => void) => void): void;
    };
  };
  management: { get(id: string): Promise<{ enabled: boolean }> };
  tabs: { query(what: object): Promise<{ id?: number; url?: string }[]> };
  scripting: { executeScript(what: object): Promise<unknown> };
};
