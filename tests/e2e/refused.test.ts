import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type OpenedBrowser, openBrowser } from '../tools/open-browser.ts';

let browser: OpenedBrowser;
let page: Page;
beforeAll(async () => {
  browser = await openBrowser();
  page = await browser.context.newPage();
  await page.addInitScript(refuseWhatIsNamed);
});
beforeEach(() => refuse());
afterAll(() => browser.close());

async function open(path: string): Promise<void> {
  await page.goto(`chrome-extension://${browser.id}/${path}`);
  // The same page with another hash would not be loaded again.
  await page.reload();
}

/** From now on, also after a reload, the store refuses these messages, and no others. */
async function refuse(...messages: readonly string[]): Promise<void> {
  await browser.worker().evaluate(refused => chrome.storage.session.set({ refused }), messages);
}

const focused = () => page.evaluate(() => document.activeElement?.localName);
const control = (name: string) => page.getByRole('switch', { name, exact: true });
const tryAgain = () => page.getByRole('button', { name: 'Try again' });

describe('a setting that the store refuses', () => {
  it('is stored by “Try again”, and is not forgotten while that fails; the keyboard stays on the page', async () => {
    await open('options.html');
    await refuse('settings.change');
    await control('Single-key shortcuts').click();
    await tryAgain().press('Enter');
    await tryAgain().press('Enter');
    expect(await control('Single-key shortcuts').getAttribute('aria-checked')).toBe('true');
    await refuse();
    await tryAgain().press('Enter');
    await expect.poll(() => control('Single-key shortcuts').getAttribute('aria-checked')).toBe('false');
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await focused()).toBe('h1');
  });
});

describe('settings that cannot be read', () => {
  it('are not shown as the defaults, and those that were read before stay', async () => {
    await refuse('settings.get');
    await open('options.html');
    await tryAgain().waitFor();
    expect(await page.getByRole('switch').count()).toBe(0);
    await refuse();
    await tryAgain().press('Enter');
    await control('Count on the icon').click();
    await expect.poll(() => control('Count on the icon').getAttribute('aria-checked')).toBe('false');
    await refuse('settings.get');
    await control('Count on the icon').click();
    await tryAgain().waitFor();
    expect(await control('Count on the icon').getAttribute('aria-checked')).toBe('false');
  });
});

describe('bookmarks that cannot be read again', () => {
  const rows = () => page.getByRole('listitem');
  const remove = (title: string) => page.getByRole('button', { name: `Remove: ${title}` });
  const undo = (title: string) => page.getByRole('button', { name: `Undo: ${title}` });

  it('stay on the dashboard, with what was removed and put back since', async () => {
    await open('dashboard.html#bookmarks');
    for (const title of ['Faster boot', 'Quieter fans', 'Warm paint']) await bookmark(title);
    await expect.poll(() => rows().count()).toBe(3);
    await refuse('bookmarks.export');
    await remove('Quieter fans').click();
    await page.getByText('The bookmarks cannot be read again.').waitFor();
    expect(await rows().count()).toBe(3);
    await remove('Warm paint').click();
    await undo('Warm paint').waitFor();
    expect(await rows().count()).toBe(2);
    await undo('Warm paint').press('Enter');
    await expect.poll(() => remove('Warm paint').count()).toBe(1);
    await refuse();
    await tryAgain().press('Enter');
    await expect.poll(() => page.getByRole('alert').count()).toBe(0);
    expect(await rows().count()).toBe(2);
    expect(await page.evaluate(() => document.activeElement?.ariaLabel)).toBe('Bookmarks');
  });
});

describe('a file that the browser cannot read', () => {
  it('is not blamed on Idea Lens', async () => {
    await open('dashboard.html#transfer');
    await page.evaluate(() => {
      Blob.prototype.text = () => Promise.reject(new DOMException('It was moved.', 'NotReadableError'));
    });
    const file = { name: 'gone.json', mimeType: 'application/json', buffer: Buffer.from('{}') };
    await page.getByLabel('Import bookmarks…').setInputFiles(file);
    const said = page.getByRole('alert');
    await said.waitFor();
    expect(await said.textContent()).toBe(
      'gone.json The browser could not read the file.Nothing was changed. It may have been moved, or may not be opened: choose it again.',
    );
  });
});

/** Stores a bookmark, as a page of ours may. */
async function bookmark(title: string): Promise<void> {
  const input = {
    page: 'wiki.xenproject.org/Lanternfish_ideas',
    idea: title.toLowerCase(),
    title,
    pageTitle: 'Lanternfish ideas',
    url: 'https://wiki.xenproject.org/wiki/Lanternfish_ideas',
    anchor: null,
    contacts: [],
    insertedRaw: null,
  };
  const ask = { message: 'bookmarks.set', input };
  expect(await page.evaluate(request => chrome.runtime.sendMessage(request), ask)).toMatchObject({ ok: true });
}

describe('bookmarks that a newer version has stored', () => {
  it('are said to be kept, and nothing pretends that there are none', async () => {
    await open('options.html');
    await page.evaluate(raiseDatabase);
    for (const path of ['dashboard.html', 'popup.html', 'options.html']) {
      await open(path);
      await page.getByText('Your bookmarks were stored by a newer Idea Lens. They are kept').waitFor();
    }
    await page.evaluate(() => indexedDB.deleteDatabase('idea-lens'));
  });
});

/** Opens the database as a later version would, and lets go of it. */
function raiseDatabase(): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const opening = indexedDB.open('idea-lens', 99);
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    opening.result.close();
    resolve();
  };
  return promise;
}

/** Runs in the page before its scripts: the background is not asked what is refused. */
function refuseWhatIsNamed(): void {
  type Send = (request: { readonly message: string }) => Promise<unknown>;
  const { runtime } = chrome;
  const send: Send = runtime.sendMessage.bind(runtime);
  runtime.sendMessage = async request => {
    const { refused = [] } = await chrome.storage.session.get('refused');
    return refused.includes(request.message) ? { ok: false, code: 'storage', detail: 'refused' } : send(request);
  };
}

declare const chrome: {
  runtime: { sendMessage(request: { readonly message: string }): Promise<unknown> };
  storage: {
    session: {
      get(key: string): Promise<{ refused?: readonly string[] }>;
      set(values: { refused: readonly string[] }): Promise<void>;
    };
  };
};
