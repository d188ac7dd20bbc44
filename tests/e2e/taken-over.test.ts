// A content script that was taken over: it may ask whatever it likes, in whatever shape, and gets what belongs to its own wiki alone.
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Background, TransferMessages } from '../../utils/messaging/protocol.ts';
import { type IsolatedWorld, isolatedWorld } from './isolated-world.ts';
import { type Opened, openSample } from './sample.ts';
import { everythingStored } from './stored.ts';

const OWN = 'wiki.xenproject.org';
const OTHER = 'wiki.example.org';

const rowOn = (host: string, title: string) => ({
  page: `${host}/Ideas`,
  idea: title.toLowerCase(),
  title,
  pageTitle: 'Ideas',
  url: `https://${host}/wiki/Ideas`,
  anchor: null,
  contacts: [{ name: 'Ada Sample', email: 'ada@example.org', role: 'mentor' }],
  insertedRaw: null,
  createdAt: '2021-05-04T10:00:00.000Z',
});
const draftOn = (host: string) => {
  const { createdAt: _, ...draft } = rowOn(host, 'Planted');
  return draft;
};
const file = (rows: readonly unknown[]) => JSON.stringify({ format: 'idea-lens/bookmarks@1', bookmarks: rows });

/** Hosts that are not its own, however much they look like it. */
const NOT_OWN = [OTHER, `${OWN}.example.org`, `${OWN}:8443`, `example.org#${OWN}`, `a@${OWN}`, OWN.toUpperCase(), ''];
const SHAPES: readonly unknown[] = [null, undefined, 5, 'text', [], { page: 5 }, { __proto__: null, extra: true }];
const TEXT = file([rowOn(OTHER, 'Planted')]);

/** For each message what must be refused to a wiki's page; a message that is not named here does not compile. */
const REFUSED: { readonly [Name in keyof (Background & TransferMessages)]: readonly unknown[] } = {
  'bookmarks.list': [...NOT_OWN.map(host => ({ page: `${host}/Ideas` })), { page: `${OWN}/Ideas`, all: true }],
  'bookmarks.set': [
    ...NOT_OWN.map(draftOn),
    { ...draftOn(OWN), url: `https://${OTHER}/wiki/Ideas` },
    { ...draftOn(OWN), url: 'javascript:alert(1)' },
    { ...draftOn(OWN), title: 'x'.repeat(2_001) },
    { ...draftOn(OWN), createdAt: '2001-01-01T00:00:00.000Z' },
  ],
  'bookmarks.remove': NOT_OWN.map(host => ({ page: `${host}/Ideas`, idea: 'float' })),
  'bookmarks.recent': [{ limit: 1 }, { limit: 100 }],
  'lens.set': NOT_OWN.map(host => ({ host, on: false })),
  'settings.get': [{ all: true }],
  'settings.change': [{ change: { iconCount: false } }, { change: { shortcuts: false, highlight: 'off' } }],
  'attention.count': [{ count: -1 }, { count: 1e9 }, { count: 1, tab: 1 }],
  'pages.open': [{ page: 'https://example.org/' }, { page: 'javascript:alert(1)' }, { page: 'background' }],
  'shortcut.get': [{ name: 'toggle-lens' }],
  'data.count': [{}],
  'data.deleteAll': [{}],
  'offNote.shown': [{}],
  'bookmarks.export': [{}],
  'bookmarks.restore': [{ row: rowOn(OTHER, 'Planted') }, { row: rowOn(OWN, 'Planted') }],
  'import.preview': [{ text: TEXT }],
  'import.apply': [{ text: TEXT }],
};

let opened: Opened;
let page: Page;
let world: IsolatedWorld;
beforeAll(async () => {
  opened = await openSample();
  const dashboard = await opened.browser.openExtensionPage('dashboard.html');
  await dashboard.evaluate(
    text => chrome.runtime.sendMessage({ message: 'import.apply', input: { text } }),
    file([rowOn(OTHER, 'Float'), rowOn(OWN, 'Rope')]),
  );
  await dashboard.close();
  const lens = await opened.openLens();
  page = lens.page;
  world = await isolatedWorld(page, opened.browser.id);
});
afterAll(() => opened.browser.close());

const stored = () => everythingStored(opened.browser.worker());

describe('a content script that was taken over', () => {
  it('sees the bookmarks of its own wiki: its questions do reach the background', async () => {
    expect(await world.send('bookmarks.list', { page: `${OWN}/Ideas` })).toMatchObject({
      ok: true,
      value: [{ title: 'Rope' }],
    });
  });

  it.each(Object.entries(REFUSED))(
    'gets nothing by %s about anybody else, nor in another shape',
    async (name, inputs) => {
      const before = await stored();
      const tabs = opened.context.pages().length;
      for (const input of [...inputs, ...SHAPES]) {
        const answer = await world.send(name, input);
        expect(answer, JSON.stringify(input)).toMatchObject({ ok: false, code: 'invalid' });
        expect(JSON.stringify(answer)).not.toMatch(/Float|ada@example|Planted/u);
      }
      expect(await stored()).toEqual(before);
      expect(opened.context.pages()).toHaveLength(tabs);
    },
  );

  it('gets nothing by what is no message of ours', async () => {
    const before = await stored();
    for (const name of ['toString', '__proto__', 'constructor', 'bookmarks.drop', 'lens.status', 'lens.toggle', '']) {
      expect(await world.send(name, {})).toMatchObject({ ok: false, code: 'invalid' });
    }
    for (const raw of ['5', 'null', '[]', '"data.deleteAll"', '{ message: ["data.deleteAll"], input: {} }']) {
      expect(await world.run(`chrome.runtime.sendMessage(${raw})`)).toMatchObject({ ok: false, code: 'invalid' });
    }
    expect(await stored()).toEqual(before);
  });

  it('is nobody else by saying so: who sends is the browser’s word', async () => {
    const answer = await world.run(
      `chrome.runtime.sendMessage({ message: 'bookmarks.export', input: {}, sender: { id: chrome.runtime.id, url: chrome.runtime.getURL('popup.html') } })`,
    );
    expect(answer).toMatchObject({ ok: false, code: 'invalid' });
    const path = new URL(page.url()).pathname;
    await page.evaluate(() => history.replaceState(null, '', '/popup.html'));
    expect(await world.send('bookmarks.export', {})).toMatchObject({ ok: false, code: 'invalid' });
    await page.evaluate(before => history.replaceState(null, '', before), path);
  });

  it('finds no line that stays open, no page of ours, no tabs and no database', async () => {
    const found = await world.run(`(async () => {
      const port = chrome.runtime.connect();
      const line = await new Promise(answer => {
        port.onDisconnect.addListener(() => answer('closed'));
        port.onMessage.addListener(() => answer('answered'));
        port.postMessage({ message: 'bookmarks.export', input: {} });
      });
      const fetched = path => fetch(chrome.runtime.getURL(path)).then(() => 'read', () => 'refused');
      return {
        line,
        page: await fetched('dashboard.html'),
        worker: await fetched('background.js'),
        apis: Object.keys(chrome).filter(name => ['tabs', 'scripting', 'action', 'permissions', 'commands'].includes(name)),
        databases: (await indexedDB.databases()).map(each => each.name).filter(name => name.includes('lens')),
      };
    })()`);
    expect(found).toEqual({ line: 'closed', page: 'refused', worker: 'refused', apis: [], databases: [] });
  });

  it('can write into the settings’ store, where nothing of the user lies, and what is no setting is not believed', async () => {
    const nonsense = {
      offHosts: ['<b>'],
      shortcuts: 'yes',
      highlight: { toString: 'x' },
      iconCount: 1,
      offNoteShown: [],
    };
    await world.run(`chrome.storage.local.set({ settings: ${JSON.stringify(nonsense)} })`);
    expect(Object.keys((await stored()).local).toSorted()).toEqual(['revision', 'settings']);
    expect(await world.send('settings.get', {})).toEqual({
      ok: true,
      value: { offHosts: [], offNoteShown: false, shortcuts: true, iconCount: true, highlight: 'full' },
    });
  });
});

declare const chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } };
