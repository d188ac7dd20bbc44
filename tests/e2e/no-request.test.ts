// No request, ever, counted where none can hide: everything that no route answers goes to a proxy of ours, whichever process asked.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeSaved } from '../pages/serve-saved.ts';
import { type OpenedBrowser, openBrowser } from '../tools/open-browser.ts';
import { lensOn } from './lens-page.ts';
import { SAMPLE } from './sample.ts';

let proxy: Server;
let browser: OpenedBrowser;
const asked: string[] = [];
/** What the browser asks for by itself: its maker's services, and the wiki's line before the page's first request, which a route answers. */
const BROWSERS_OWN =
  /^(?:https?:\/\/)?(?:[\w.-]+\.)?(?:google|googleapis|gstatic|gvt1)\.com(?:[:/]|$)|^wiki\.xenproject\.org:443$/u;
const askedByUs = () => asked.filter(address => !BROWSERS_OWN.test(address));
const routed: string[] = [];
beforeAll(async () => {
  proxy = createServer((request, response) => {
    asked.push(request.url ?? '');
    response.end();
  });
  proxy.on('connect', (request, socket) => {
    asked.push(request.url ?? '');
    socket.end('HTTP/1.1 502 No\r\n\r\n');
  });
  await new Promise<void>(listening => proxy.listen(0, '127.0.0.1', listening));
  browser = await openBrowser({ proxy: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}` });
  await routeSaved(browser.context, { folder: '1.39-vector', onRequest: url => routed.push(url) });
});
afterAll(async () => {
  await browser.close();
  await new Promise(closed => proxy.close(closed));
});

/** What pages of the wiki ask for without us, and nothing else. */
async function withoutLens(): Promise<ReadonlySet<string>> {
  const before = routed.length;
  await browser.worker().evaluate(() => chrome.storage.local.set({ settings: { offHosts: ['wiki.xenproject.org'] } }));
  const page = await browser.context.newPage();
  await page.goto(SAMPLE, { waitUntil: 'load' });
  await page.close();
  await browser.worker().evaluate(() => chrome.storage.local.remove('settings'));
  return new Set(routed.slice(before));
}

describe('the extension', () => {
  it('asks for nothing: not on a page of the wiki, not in its own pages, not in the background', async () => {
    const theirs = await withoutLens();
    routed.length = 0;
    const page = await browser.context.newPage();
    await page.goto(SAMPLE, { waitUntil: 'load' });
    const lens = await lensOn(page);
    await lens.search.fill('gauge');
    await lens.says('10 of 31 ideas');
    await lens.tick('Difficulty', /^Medium/u);
    await lens.sort('Title');
    await lens.bar.getByRole('button', { name: 'Clear all' }).first().click();
    await lens.bookmark('Bulb changer diary').click();
    await page.getByRole('button', { name: 'Bookmark: Bulb changer diary', exact: true, pressed: true }).waitFor();
    for (const item of ['Save the page as JSON', 'Save the page as CSV']) {
      await lens.bar.getByRole('button', { name: 'More' }).click();
      await Promise.all([page.waitForEvent('download'), lens.bar.getByRole('menuitem', { name: item }).click()]);
    }
    const dashboard = await browser.openExtensionPage('dashboard.html');
    await dashboard.getByRole('link', { name: 'Bulb changer diary' }).waitFor();
    await dashboard.getByRole('tab', { name: 'Import and export' }).click();
    await Promise.all([
      dashboard.waitForEvent('download'),
      dashboard.getByRole('button', { name: 'Save the bookmarks as JSON' }).click(),
    ]);
    const popup = await browser.openExtensionPage('popup.html');
    await popup.getByRole('link', { name: 'Bulb changer diary' }).waitFor();
    const options = await browser.openExtensionPage('options.html');
    await options.getByRole('switch').first().waitFor();
    await lens.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await lens.bar.waitFor({ state: 'detached' });

    expect(routed.length).toBeGreaterThan(1);
    expect(routed.filter(url => !theirs.has(url))).toEqual([]);
    expect(askedByUs()).toEqual([]);
  });

  it.each(['dashboard.html', 'options.html', 'popup.html'])(
    'could ask for nothing in %s if it wanted to',
    async path => {
      const page = await browser.openExtensionPage(path);
      const tried = await page.evaluate(async () => {
        const blocked: string[] = [];
        document.addEventListener('securitypolicyviolation', event => blocked.push(event.effectiveDirective));
        const fetched = await fetch('http://nowhere.example/').then(
          () => 'asked',
          () => 'refused',
        );
        for (const tag of ['img', 'iframe'] as const)
          document.body.append(Object.assign(document.createElement(tag), { src: 'http://nowhere.example/' }));
        const style = document.createElement('style');
        style.textContent = 'body { color: red }';
        document.body.append(style);
        const markup = (() => {
          try {
            document.createElement('p').insertAdjacentHTML('beforeend', '<b>bold</b>');
            return 'taken';
          } catch {
            return 'refused';
          }
        })();
        const needed = ['connect-src', 'img-src', 'frame-src', 'style-src-elem', 'require-trusted-types-for'];
        const isDone = () => needed.every(directive => blocked.includes(directive));
        while (!isDone()) await new Promise(done => requestAnimationFrame(done));
        return { fetched, markup };
      });
      expect(tried).toEqual({ fetched: 'refused', markup: 'refused' });
      await page.close();
    },
  );

  it('could ask for nothing in the background either', async () => {
    const tried = await browser.worker().evaluate(() =>
      fetch('http://nowhere.example/').then(
        () => 'asked',
        () => 'refused',
      ),
    );
    expect(tried).toBe('refused');
    expect(askedByUs()).toEqual([]);
  });

  it('is counted by a proxy that does see what is asked', async () => {
    await browser.context.unrouteAll();
    const page = await browser.context.newPage();
    await page.goto('http://nowhere.example/seen');
    expect(askedByUs()).toContain('http://nowhere.example/seen');
  });
});

declare const chrome: {
  storage: { local: { set(values: object): Promise<void>; remove(key: string): Promise<void> } };
};
