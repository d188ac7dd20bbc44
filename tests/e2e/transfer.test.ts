import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openSample } from './sample.ts';
import { readRows } from './stored.ts';

const TITLES = ['Bulb changer diary', 'Horn schedule editor'];

let opened: Opened;
let dashboard: Page;
beforeAll(async () => {
  opened = await openSample('1.39-vector');
  const lens = await opened.openLens();
  for (const title of TITLES) {
    await lens.bookmark(title).click();
    await lens.page.getByRole('button', { name: `Bookmark: ${title}`, exact: true, pressed: true }).waitFor();
  }
  dashboard = await opened.browser.openExtensionPage('dashboard.html#bookmarks');
});
afterAll(() => opened.browser.close());

const titles = () => dashboard.locator('.bookmarks a').allTextContents();
const openTab = (name: string) => dashboard.getByRole('tab', { name }).click();

async function save(name: string): Promise<{ readonly fileName: string; readonly text: string }> {
  const [download] = await Promise.all([
    dashboard.waitForEvent('download'),
    dashboard.getByRole('button', { name }).click(),
  ]);
  return { fileName: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

async function choose(text: string, name = 'bookmarks.json'): Promise<void> {
  const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
  await dashboard.getByLabel('Import bookmarks…').setInputFiles(file);
}

/** The rows as the store has them. */
const stored = () => opened.browser.worker().evaluate(readRows);

async function removeAll(): Promise<void> {
  await openTab('Bookmarks');
  for (const title of TITLES) {
    await dashboard.getByRole('button', { name: `Remove: ${title}` }).click();
    await dashboard.getByRole('button', { name: /^Undo: / }).waitFor();
  }
  await expect.poll(stored).toEqual([]);
}

describe('the dashboard', () => {
  it('lists what was bookmarked on the page, newest first, and follows', async () => {
    await expect.poll(titles).toEqual(TITLES.toReversed());
    const lens = await opened.openLens();
    await lens.bookmark('Horn schedule editor').click();
    await expect.poll(titles).toEqual(['Bulb changer diary']);
    await lens.bookmark('Horn schedule editor').click();
    await expect.poll(titles).toEqual(TITLES.toReversed());
    await lens.page.close();
  });

  it('takes a removal back, row for row', async () => {
    const before = await stored();
    await dashboard.getByRole('button', { name: 'Remove: Horn schedule editor' }).click();
    await expect.poll(titles).toEqual(['Bulb changer diary']);
    await expect.poll(stored).toHaveLength(1);
    await dashboard.keyboard.press('Enter');
    await expect.poll(titles).toEqual(TITLES.toReversed());
    expect(await stored()).toEqual(before);
    expect(await dashboard.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Remove: Horn schedule editor',
    );
  });

  it('is reached by the keyboard and by its address alike', async () => {
    await dashboard.getByRole('tab', { name: 'Bookmarks' }).focus();
    await dashboard.keyboard.press('ArrowRight');
    await dashboard.getByRole('heading', { name: 'Save your bookmarks' }).waitFor();
    expect(dashboard.url()).toMatch(/#transfer$/u);
    expect(await dashboard.title()).toBe('Import and export – Idea Lens');
    await dashboard.goBack();
    await expect.poll(titles).toEqual(TITLES.toReversed());
  });
});

describe('export and import', () => {
  it('an export gives the same bookmarks back after all were removed', async () => {
    const before = await stored();
    await openTab('Import and export');
    const { fileName, text } = await save('Save the bookmarks as JSON');
    expect(fileName).toMatch(/^idea-lens-bookmarks-\d{4}-\d\d-\d\d\.json$/u);
    expect(JSON.parse(text)).toMatchObject({ format: 'idea-lens/bookmarks@1', unreadable: [] });
    await removeAll();

    await openTab('Import and export');
    await choose(text, fileName);
    await dashboard.getByRole('row', { name: /^New 2 / }).waitFor();
    expect(await stored()).toEqual([]);
    await dashboard.getByRole('button', { name: 'Merge 2 bookmarks' }).click();
    await dashboard.getByText('Merged 2 bookmarks: 2 new, 0 changed.').waitFor();
    expect(await stored()).toEqual(before);

    await choose(text, fileName);
    await dashboard.getByText('There is nothing to merge').waitFor();
    await dashboard.getByRole('button', { name: 'Cancel' }).click();
    await openTab('Bookmarks');
    await expect.poll(titles).toEqual(TITLES.toReversed());
  });

  it('a file that was cut off changes nothing and names the place', async () => {
    const before = await stored();
    await openTab('Import and export');
    const { text } = await save('Save the bookmarks as JSON');
    const lines = text.split('\n').slice(0, 5);
    await choose(lines.join('\n'), 'half.json');
    const alert = dashboard.getByRole('alert');
    await alert.waitFor();
    expect(await alert.textContent()).toContain(
      `The file ends in the middle: line 5, character ${(lines.at(-1)?.length ?? 0) + 1}.`,
    );
    expect(await alert.textContent()).toContain('Nothing was changed.');
    expect(await stored()).toEqual(before);
  });

  it('a file over 50 MB is refused unread', async () => {
    // Made in the page: the way there takes no more than 50 MB.
    await dashboard.getByLabel('Import bookmarks…').evaluate(field => {
      const { items, files } = new DataTransfer();
      items.add(new File([new Uint8Array(50_100_000)], 'huge.json'));
      Object.assign(field, { files });
      field.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await dashboard.getByText('The file has 50.1 MB. At most 50 MB can be imported.').waitFor();
  });

  it('a preview follows what changes meanwhile, and a merge that the browser refuses changes nothing', async () => {
    await openTab('Import and export');
    const { text } = await save('Save the bookmarks as JSON');
    await choose(text);
    await dashboard.getByText('There is nothing to merge').waitFor();
    const lens = await opened.openLens();
    await lens.bookmark('Bulb changer diary').click();
    const merge = dashboard.getByRole('button', { name: 'Merge 1 bookmark' });
    await merge.waitFor();
    const before = await stored();
    expect(before).toHaveLength(1);

    await opened.browser.worker().evaluate(refuseWrites);
    await merge.click();
    await dashboard.getByRole('alert').filter({ hasText: 'The import did not happen.' }).waitFor();
    expect(await stored()).toEqual(before);
    await opened.browser.worker().evaluate(allowWrites);
    await choose(text);
    await merge.click();
    await dashboard.getByText('Merged 1 bookmark: 1 new, 0 changed. 1 was the same already.').waitFor();
    await expect.poll(() => lens.bookmark('Bulb changer diary').getAttribute('aria-pressed')).toBe('true');
    await lens.page.close();
  });

  it('Markdown links each idea', async () => {
    const { fileName, text } = await save('Save the bookmarks as Markdown');
    expect(fileName).toMatch(/\.md$/u);
    expect(text.match(/^- \[[^\]]+\]\(https:\/\/wiki\.xenproject\.org\/\S+\) · /gmu)).toHaveLength(2);
  });
});

describe('an answer that is lost', () => {
  const [title = ''] = TITLES;
  let own: Page;
  beforeAll(async () => {
    own = await opened.context.newPage();
    await own.addInitScript(loseAnswers);
  });
  const openOwn = async (tab: string) => {
    await own.goto(`chrome-extension://${opened.browser.id}/dashboard.html#${tab}`);
    await own.reload();
  };

  it('is not taken for a removal or an undo that did not happen', async () => {
    await openOwn('bookmarks');
    const before = await stored();
    await own.getByRole('button', { name: `Remove: ${title}` }).click();
    const undo = own.getByRole('button', { name: 'Undo' });
    await undo.waitFor();
    expect(await stored()).toHaveLength(before.length - 1);
    await undo.click();
    await undo.waitFor({ state: 'detached' });
    expect(await own.getByRole('alert').allTextContents()).toEqual([]);
    expect(await stored()).toEqual(before);
  });

  it('is not taken for an import that did not happen; the later of two files of one name is the one shown', async () => {
    await openOwn('transfer');
    const [row] = (await stored()) as readonly { readonly idea: string }[];
    const fileOf = (...ideas: readonly string[]) => ({
      name: 'mine.json',
      mimeType: 'application/json',
      buffer: Buffer.from(
        JSON.stringify({
          format: 'idea-lens/bookmarks@1',
          bookmarks: ideas.map(idea => ({ ...row, idea, title: idea })),
        }),
      ),
    });
    const field = own.getByLabel('Import bookmarks…');
    // The answer for the first one comes last.
    await own.evaluate(() => Object.assign(globalThis, { slow: 1 }));
    await field.setInputFiles(fileOf('one'));
    await field.setInputFiles(fileOf('one', 'two'));
    await own.getByRole('button', { name: 'Merge 2 bookmarks' }).waitFor();
    await own.evaluate(() => (globalThis as unknown as { slowDone: Promise<void> }).slowDone);
    await own.getByRole('button', { name: 'Merge 2 bookmarks' }).click();
    await own.getByText('Merged 2 bookmarks: 2 new, 0 changed.').waitFor();
    expect(await own.getByRole('alert').allTextContents()).toEqual([]);
    await own.close();
  });
});

/** Runs in the dashboard before its scripts: what changes something is done, and no answer comes; `slow` previews answer late. */
function loseAnswers(): void {
  type Send = (request: { readonly message: string }) => Promise<unknown>;
  const { runtime } = (globalThis as unknown as { chrome: { runtime: { sendMessage: Send } } }).chrome;
  const send: Send = runtime.sendMessage.bind(runtime);
  const given = globalThis as unknown as { slow?: number; slowDone: Promise<unknown> };
  let quick: () => void = () => undefined;
  const afterQuick = new Promise<void>(resolve => {
    quick = resolve;
  });
  runtime.sendMessage = async request => {
    const answer = await send(request);
    if (/^(?:bookmarks\.(?:remove|restore)|import\.apply)$/u.test(request.message)) throw new Error('No answer came.');
    if (request.message === 'import.preview' && given.slow !== undefined) {
      given.slow -= 1;
      if (given.slow === 0) {
        given.slowDone = afterQuick;
        await afterQuick;
      } else setTimeout(quick, 0);
    }
    return answer;
  };
}

/** Runs in the background: each write is taken and then given up, as by a disk that is full. */
function refuseWrites(): void {
  const { put } = IDBObjectStore.prototype;
  Object.assign(globalThis, { put });
  IDBObjectStore.prototype.put = function (...given) {
    const request = put.apply(this, given);
    request.addEventListener('success', () => this.transaction.abort());
    return request;
  };
}

/** Runs in the background. */
function allowWrites(): void {
  IDBObjectStore.prototype.put = (globalThis as unknown as { put: IDBObjectStore['put'] }).put;
}
