import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedBrowser, openBrowser } from '../tools/open-browser.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const HOST = 'wiki.xenproject.org';

let browser: OpenedBrowser;
let options: Page;
beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  options = await browser.openExtensionPage('options.html');
  await options.getByRole('heading', { name: 'Idea Lens settings' }).waitFor();
});
afterEach(async () => {
  // The popup closes itself.
  if (!options.isClosed()) await options.close();
});
afterAll(() => browser.close());

const control = (page: Page, name: string) => page.getByRole('switch', { name, exact: true });
const isOn = (page: Page, name: string) => control(page, name).getAttribute('aria-checked');

/** Stores `count` bookmarks, as a page of ours may. */
async function bookmark(count: number): Promise<void> {
  for (let at = 0; at < count; at += 1) {
    const reply = await options.evaluate(
      async ({ host, title }) =>
        chrome.runtime.sendMessage({
          message: 'bookmarks.set',
          input: {
            page: `${host}/Lanternfish_ideas`,
            idea: title.toLowerCase(),
            title,
            pageTitle: 'Lanternfish ideas',
            url: `https://${host}/wiki/Lanternfish_ideas`,
            anchor: null,
            contacts: [],
            insertedRaw: null,
          },
        }),
      { host: HOST, title: `Idea ${at}` },
    );
    expect(reply).toMatchObject({ ok: true });
  }
}

/** Stops the background as the browser does when it is idle, and waits until it has stopped. */
async function stopBackground(): Promise<void> {
  const session = await browser.context.newCDPSession(options);
  const stopped = new Promise<void>(resolve => {
    session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
      if (versions.length > 0 && versions.every(each => each.runningStatus === 'stopped')) resolve();
    });
  });
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await stopped;
  await session.detach();
}

describe('the settings page', () => {
  it('keeps what was chosen when the background is stopped, and shows it in every open page', async () => {
    const other = await browser.openExtensionPage('options.html');
    await control(options, 'Single-key shortcuts').click();
    // Not checked at once: until it is stored, the page may show what the click before it has stored.
    await options.getByRole('radio', { name: 'Underlined' }).click();
    await control(options, 'Xen Project Wiki').click();
    for (const page of [options, other]) {
      await expect.poll(() => isOn(page, 'Single-key shortcuts')).toBe('false');
      await expect.poll(() => isOn(page, 'Xen Project Wiki')).toBe('false');
      await expect.poll(() => page.getByRole('radio', { name: 'Underlined' }).isChecked()).toBe(true);
    }
    await other.close();
    await stopBackground();
    await options.reload();
    await expect.poll(() => isOn(options, 'Single-key shortcuts')).toBe('false');
    expect(await isOn(options, 'Xen Project Wiki')).toBe('false');
    expect(await isOn(options, 'Count on the icon')).toBe('true');
    expect(await options.getByRole('radio', { name: 'Underlined' }).isChecked()).toBe(true);
  });

  it('deletes all data, but only when it is meant', async () => {
    await bookmark(3);
    await options.getByText('Idea Lens keeps 3 bookmarks and these settings for you.').waitFor();
    await options.getByRole('button', { name: 'Delete all my data' }).click();
    await options.getByText('Delete 3 bookmarks and all settings? This cannot be undone.').waitFor();
    await options.keyboard.press('Enter');
    await options.getByText('Idea Lens keeps 3 bookmarks').waitFor();

    await options.getByRole('button', { name: 'Delete all my data' }).click();
    await options.getByRole('button', { name: 'Delete', exact: true }).click();
    await options.getByText('Deleted. Idea Lens has no data of yours any more.').waitFor();
    expect(await options.getByText('Idea Lens keeps').count()).toBe(0);
    await expect.poll(() => isOn(options, 'Xen Project Wiki')).toBe('true');
    expect(await options.evaluate(() => chrome.storage.local.get())).toEqual({ revision: expect.any(Number) });

    await bookmark(1);
    await options.getByText('Idea Lens keeps 1 bookmark and these settings for you.').waitFor();
    expect(await options.getByText('Deleted.', { exact: false }).count()).toBe(0);
    await options.getByRole('button', { name: 'Delete all my data' }).click();
    await options.getByRole('button', { name: 'Delete', exact: true }).click();
    await options.getByText('Deleted. Idea Lens has no data of yours any more.').waitFor();
    await stopBackground();
    await options.reload();
    await options.getByText('Idea Lens keeps no bookmarks for you, only these settings.').waitFor();
  });

  it('deletes what can be taken back on the dashboard, and claims to have nothing only while that is so', async () => {
    const others = await Promise.all(['dashboard.html', 'options.html'].map(path => browser.openExtensionPage(path)));
    const [dashboard, other] = others as [Page, Page];
    await bookmark(2);
    await dashboard.getByRole('button', { name: 'Remove: Idea 0' }).click();
    const undo = dashboard.getByRole('button', { name: 'Undo: Idea 0' });
    await undo.waitFor();
    await options.getByRole('button', { name: 'Delete all my data' }).click();
    await options.getByRole('button', { name: 'Delete', exact: true }).click();
    const said = options.getByText('Deleted. Idea Lens has no data of yours any more.');
    await said.waitFor();
    await dashboard.getByText('No bookmarks yet.').waitFor();
    expect(await undo.count()).toBe(0);

    await control(other, 'Count on the icon').click();
    await said.waitFor({ state: 'detached' });
    await options.getByText('Idea Lens keeps no bookmarks for you, only these settings.').waitFor();
    await control(other, 'Count on the icon').click();
    await Promise.all(others.map(page => page.close()));
  });

  it('says that nothing was deleted where the browser refuses, and nothing was', async () => {
    await bookmark(2);
    await browser.worker().evaluate(() => {
      IDBObjectStore.prototype.clear = () => {
        throw new DOMException('broken', 'UnknownError');
      };
    });
    await options.getByRole('button', { name: 'Delete all my data' }).click();
    await options.getByRole('button', { name: 'Delete', exact: true }).click();
    await options
      .getByRole('alert')
      .getByText('Nothing was deleted, all your data is kept.', { exact: false })
      .waitFor();
    await stopBackground();
    await options.reload();
    await options.getByText('Idea Lens keeps 2 bookmarks and these settings for you.').waitFor();
  });

  it.each(['light', 'dark'] as const)('has no fault that axe finds and fits into 360 px, %s', async colorScheme => {
    await options.emulateMedia({ colorScheme });
    await options.setViewportSize({ width: 360, height: 700 });
    // A page of the extension runs no inline script: it goes in from outside.
    await options.evaluate(AXE);
    // Colours pass over into each other in a moment; in between there is nothing to judge.
    await options.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
    const faults = await options.evaluate(async () =>
      (await axe.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(each => each.html).join(' ')}`),
    );
    expect(faults).toEqual([]);
    expect(await options.evaluate(() => document.documentElement.scrollWidth)).toBe(360);
  });

  it('is what the browser opens for the settings of the extension, in a tab', async () => {
    await options.goto(`chrome-extension://${browser.id}/popup.html`);
    const opened = browser.context.waitForEvent('page');
    await options.getByRole('button', { name: 'Settings' }).click();
    const tab = await opened;
    await tab.getByRole('heading', { name: 'Idea Lens settings' }).waitFor();
    expect(tab.url()).toMatch(/\/options\.html$/u);
    await tab.close();
  });
});

declare const axe: { run(): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: { local: { get(): Promise<object> } };
};
