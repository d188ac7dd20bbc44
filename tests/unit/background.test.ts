import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background.ts';
import type { Reply } from '../../utils/messaging/wire.ts';
import type { BookmarkRow } from '../../utils/model/import.ts';
import { DEFAULT_SETTINGS } from '../../utils/model/settings.ts';
import type { Sender } from '../../utils/platform/browser.ts';
import { speakEnglish } from './messaging/english.ts';
import { draftOf, HOST, PAGE } from './messaging/samples.ts';

const popup: Sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };
const openPopup = vi.fn(async () => undefined);
const pressed: ((command: string) => void)[] = [];
let wikiPage: Sender;

/** Starts a background as the browser does, after one that was killed: same stores, new listeners. */
function start(): void {
  fakeBrowser.runtime.onMessage.removeAllListeners();
  pressed.length = 0;
  background.main();
}

async function send(message: string, input: unknown, sender: Sender = wikiPage): Promise<Reply> {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  await fakeBrowser.runtime.onMessage.trigger({ message, input } as never, sender as never, resolve as never);
  return promise;
}

const storedSettings = async () => (await fakeBrowser.storage.local.get('settings')).settings;

beforeEach(async () => {
  fakeBrowser.reset();
  speakEnglish();
  globalThis.indexedDB = new IDBFactory();
  openPopup.mockReset();
  fakeBrowser.action.openPopup = openPopup as never;
  fakeBrowser.commands.onCommand.addListener = ((listener: never) => pressed.push(listener)) as never;
  const tab = await fakeBrowser.tabs.create({ active: true, url: `https://${HOST}/wiki/Summer_ideas` });
  wikiPage = { id: fakeBrowser.runtime.id, url: `https://${HOST}/wiki/Summer_ideas`, tab: tab as never };
  start();
});

describe('the background', () => {
  it('listens to messages and to the keys as soon as its main returns', () => {
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
    expect(pressed).toHaveLength(1);
  });

  it('still has what it confirmed after it was killed', async () => {
    const set = await send('bookmarks.set', draftOf('Faster boot'));
    expect(set).toMatchObject({ ok: true, value: { title: 'Faster boot' } });
    start();
    expect(await send('bookmarks.list', { page: PAGE })).toEqual({
      ok: true,
      value: [(set as { value: unknown }).value],
    });
  });

  it('raises the revision with each change and with no question', async () => {
    await send('bookmarks.set', draftOf('Faster boot'));
    await send('bookmarks.list', { page: PAGE });
    await send('bookmarks.recent', { limit: 3 }, popup);
    expect(await fakeBrowser.storage.local.get('revision')).toEqual({ revision: 1 });
    await send('bookmarks.remove', { page: PAGE, idea: 'faster boot' });
    expect(await fakeBrowser.storage.local.get('revision')).toEqual({ revision: 2 });
  });

  it('gives all bookmarks out and takes them in again, and raises the revision only where something changed', async () => {
    await send('bookmarks.set', draftOf('Faster boot'));
    const exported = (await send('bookmarks.export', {}, popup)) as { value: { bookmarks: BookmarkRow[] } };
    const [row] = exported.value.bookmarks;
    const text = JSON.stringify({ format: 'idea-lens/bookmarks@1', ...exported.value });
    expect(await send('import.preview', { text }, popup)).toMatchObject({
      value: { ok: true, plan: { same: { count: 1 } } },
    });
    await send('import.apply', { text }, popup);
    expect(await fakeBrowser.storage.local.get('revision')).toEqual({ revision: 1 });

    await send('bookmarks.remove', { page: PAGE, idea: 'faster boot' });
    await send('bookmarks.restore', { row }, popup);
    expect(await send('bookmarks.export', {}, popup)).toEqual(exported);
    expect(await fakeBrowser.storage.local.get('revision')).toEqual({ revision: 3 });

    await send('bookmarks.remove', { page: PAGE, idea: 'faster boot' });
    expect(await send('import.apply', { text }, popup)).toMatchObject({
      value: { ok: true, plan: { new: { count: 1 } } },
    });
    expect(await send('bookmarks.export', {}, popup)).toEqual(exported);
    expect(await fakeBrowser.storage.local.get('revision')).toEqual({ revision: 5 });
  });

  it('gives no bookmarks out and takes none in when a wiki page asks', async () => {
    const text = JSON.stringify({ format: 'idea-lens/bookmarks@1', bookmarks: [] });
    for (const [message, input] of [
      ['bookmarks.export', {}],
      ['bookmarks.restore', { row: { ...draftOf('Faster boot'), createdAt: '2021-05-04T10:00:00.000Z' } }],
      ['import.preview', { text }],
      ['import.apply', { text }],
    ] as const) {
      expect(await send(message, input)).toMatchObject({ ok: false, code: 'invalid' });
    }
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('changes nothing when another wiki asks', async () => {
    const other = { ...wikiPage, url: 'https://wiki.example.net/wiki/Summer_ideas' };
    expect(await send('bookmarks.set', draftOf('Faster boot'), other)).toMatchObject({ ok: false, code: 'invalid' });
    expect(await send('lens.set', { host: HOST, on: false }, other)).toMatchObject({ ok: false, code: 'invalid' });
    expect(await send('bookmarks.recent', { limit: 3 }, popup)).toMatchObject({ value: { bookmarks: [] } });
    expect(await fakeBrowser.storage.local.get()).toEqual({});
  });

  it('says that the browser refuses storage instead of pretending', async () => {
    globalThis.indexedDB = undefined as never;
    expect(await send('bookmarks.set', draftOf('Faster boot'))).toMatchObject({ ok: false, code: 'storage' });
    expect(await fakeBrowser.storage.local.get('revision')).toEqual({});
  });

  it('confirms what is stored even when the news of it cannot be spread', async () => {
    const warning = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    vi.spyOn(fakeBrowser.storage.local, 'set').mockRejectedValueOnce(new Error('full'));
    expect(await send('bookmarks.set', draftOf('Faster boot'))).toMatchObject({ ok: true });
    expect(warning).toHaveBeenCalledOnce();
    warning.mockRestore();
  });
});

describe('the switch', () => {
  it('is stored and given back', async () => {
    const reply = await send('lens.set', { host: HOST, on: false }, popup);
    expect(reply).toEqual({ ok: true, value: { ...DEFAULT_SETTINGS, offHosts: [HOST] } });
    expect(await send('settings.get', {})).toEqual(reply);
  });

  it('says once, in the popup, how to turn the lens on again', async () => {
    await send('lens.set', { host: HOST, on: false });
    await vi.waitFor(async () =>
      expect(await storedSettings()).toMatchObject({ offHosts: [HOST], offNoteShown: true }),
    );
    await send('lens.set', { host: HOST, on: true });
    await send('lens.set', { host: HOST, on: false });
    expect(openPopup).toHaveBeenCalledOnce();
    expect(await fakeBrowser.action.getBadgeText({ tabId: wikiPage.tab?.id as number })).toBe('');
  });

  it('marks the button of that tab where the browser does not open the popup, until the lens is on again', async () => {
    openPopup.mockRejectedValue(new Error('needs a user gesture'));
    const tabId = wikiPage.tab?.id as number;
    await send('lens.set', { host: HOST, on: false });
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({ tabId })).toBe('off'));
    expect(await fakeBrowser.action.getTitle({ tabId })).toMatch(/off for this wiki.*turn it on/u);
    await vi.waitFor(async () => expect(await storedSettings()).toMatchObject({ offNoteShown: true }));
    await send('lens.set', { host: HOST, on: true });
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({ tabId })).toBe(''));
    expect(await fakeBrowser.action.getTitle({ tabId })).toBe('Idea Lens');
  });

  it('takes the mark away when the user has seen how', async () => {
    openPopup.mockRejectedValue(new Error('needs a user gesture'));
    const tabId = wikiPage.tab?.id as number;
    await send('lens.set', { host: HOST, on: false });
    await vi.waitFor(async () => expect(await fakeBrowser.action.getBadgeText({ tabId })).toBe('off'));
    await send('offNote.shown', {}, popup);
    expect(await fakeBrowser.action.getBadgeText({ tabId })).toBe('');
    expect(await storedSettings()).toMatchObject({ offHosts: [HOST], offNoteShown: true });
  });

  it('says nothing more when the popup itself was used', async () => {
    await send('lens.set', { host: HOST, on: false }, popup);
    expect(openPopup).not.toHaveBeenCalled();
  });
});

describe('the settings', () => {
  it('are changed by name, stored, and outlive the background', async () => {
    await send('lens.set', { host: HOST, on: false }, popup);
    const changed = { ...DEFAULT_SETTINGS, offHosts: [HOST], highlight: 'underline', iconCount: false };
    const change = { highlight: 'underline', iconCount: false };
    expect(await send('settings.change', { change }, popup)).toEqual({ ok: true, value: changed });
    start();
    expect(await send('settings.get', {})).toEqual({ ok: true, value: changed });
  });

  it('of a wiki page: the single keys, nothing else', async () => {
    expect(await send('settings.change', { change: { shortcuts: false } })).toMatchObject({
      value: { shortcuts: false },
    });
    expect(await send('settings.change', { change: { iconCount: false } })).toMatchObject({ code: 'invalid' });
    expect(await storedSettings()).toEqual({ ...DEFAULT_SETTINGS, shortcuts: false });
  });
});

describe('the count on the button', () => {
  const here = () => ({ tabId: wikiPage.tab?.id as number });
  const badge = () => fakeBrowser.action.getBadgeText(here());

  it('says how many ideas of that tab need a review, and stands on no other', async () => {
    const other = await fakeBrowser.tabs.create({ url: 'https://example.com/' });
    await send('attention.count', { count: 13 });
    expect(await badge()).toBe('13');
    expect(await fakeBrowser.action.getTitle(here())).toBe('Idea Lens: 13 ideas need a review');
    expect(await fakeBrowser.action.getBadgeBackgroundColor(here())).toEqual([84, 89, 93, 255]);
    expect(await fakeBrowser.action.getBadgeText({ tabId: other.id as number })).toBe('');
  });

  it.each([
    [1, '1', 'Idea Lens: 1 idea needs a review'],
    [999, '999', 'Idea Lens: 999 ideas need a review'],
    [1_000, '999+', `Idea Lens: ${(1_000).toLocaleString()} ideas need a review`],
  ])('of %d is written so that it fits', async (count, text, title) => {
    await send('attention.count', { count });
    expect(await badge()).toBe(text);
    expect(await fakeBrowser.action.getTitle(here())).toBe(title);
  });

  it('goes when there is nothing left to review', async () => {
    await send('attention.count', { count: 13 });
    start();
    await send('attention.count', { count: 0 });
    expect(await badge()).toBe('');
    expect(await fakeBrowser.action.getTitle(here())).toBe('Idea Lens');
  });

  it('goes from every tab when it is switched off, and comes only once it is on again', async () => {
    await send('attention.count', { count: 13 });
    await send('settings.change', { change: { iconCount: false } }, popup);
    expect(await badge()).toBe('');
    await send('attention.count', { count: 13 });
    expect(await badge()).toBe('');
    await send('settings.change', { change: { iconCount: true } }, popup);
    await send('attention.count', { count: 13 });
    expect(await badge()).toBe('13');
  });

  it('gives way to the mark of a lens that is off, and takes its place when the lens is on again', async () => {
    openPopup.mockRejectedValue(new Error('needs a user gesture'));
    await send('attention.count', { count: 13 });
    await send('lens.set', { host: HOST, on: false });
    await vi.waitFor(async () => expect(await badge()).toBe('off'));
    for (const count of [13, 0]) await send('attention.count', { count });
    await send('settings.change', { change: { iconCount: false } }, popup);
    expect(await badge()).toBe('off');
    await send('settings.change', { change: { iconCount: true } }, popup);
    await send('lens.set', { host: HOST, on: true });
    await send('attention.count', { count: 13 });
    expect(await badge()).toBe('13');
  });

  it('stays when the mark of another tab is taken off', async () => {
    openPopup.mockRejectedValue(new Error('needs a user gesture'));
    const other = await fakeBrowser.tabs.create({ url: 'https://wiki.example.net/' });
    const elsewhere = { ...wikiPage, url: 'https://wiki.example.net/', tab: other as never };
    await send('attention.count', { count: 13 });
    await send('lens.set', { host: 'wiki.example.net', on: false }, elsewhere);
    await vi.waitFor(async () =>
      expect(await fakeBrowser.action.getBadgeText({ tabId: other.id as number })).toBe('off'),
    );
    await send('offNote.shown', {}, popup);
    expect(await fakeBrowser.action.getBadgeText({ tabId: other.id as number })).toBe('');
    expect(await badge()).toBe('13');
  });

  it('of a tab that is gone is no error', async () => {
    const warning = vi.spyOn(console, 'warn');
    const gone = { ...wikiPage, tab: { id: 4_711 } as never };
    expect(await send('attention.count', { count: 13 }, gone)).toEqual({ ok: true, value: null });
    expect(warning).not.toHaveBeenCalled();
  });

  it('is not taken from a page that is no wiki', async () => {
    expect(await send('attention.count', { count: 13 }, popup)).toMatchObject({ ok: false, code: 'invalid' });
  });
});

describe('the pages of the extension', () => {
  it.each([
    ['dashboard-bookmarks', '/dashboard.html#bookmarks'],
    ['dashboard-transfer', '/dashboard.html#transfer'],
  ])('%s opens in a tab', async (page, path) => {
    expect(await send('pages.open', { page })).toEqual({ ok: true, value: null });
    const tabs = await fakeBrowser.tabs.query({});
    expect(tabs.map(tab => tab.url)).toContain(fakeBrowser.runtime.getURL(path as never));
  });

  it('options opens as the browser opens it', async () => {
    const opened = vi.spyOn(fakeBrowser.runtime, 'openOptionsPage').mockResolvedValue(undefined as never);
    expect(await send('pages.open', { page: 'options' })).toEqual({ ok: true, value: null });
    expect(opened).toHaveBeenCalledOnce();
    opened.mockRestore();
  });

  it.each([
    ['Alt+Shift+0', 'Alt+Shift+0'],
    ['', null],
  ])('can ask for the keys: %j', async (shortcut, answer) => {
    fakeBrowser.commands.getAll = (async () => [{ name: 'toggle-lens', shortcut }]) as never;
    expect(await send('shortcut.get', {})).toEqual({ ok: true, value: answer });
  });
});

describe('deleting everything', () => {
  beforeEach(async () => {
    for (const title of ['Faster boot', 'Quieter fans']) await send('bookmarks.set', draftOf(title));
    await send('settings.change', { change: { highlight: 'off' } }, popup);
  });

  it('leaves nothing of the user, tells all tabs, and says how much it was', async () => {
    expect(await send('data.count', {}, popup)).toEqual({ ok: true, value: { bookmarks: 2 } });
    const deleted = await send('data.deleteAll', {}, popup);
    expect(deleted).toEqual({ ok: true, value: { bookmarks: 2, settings: true } });
    start();
    expect(await send('data.count', {}, popup)).toEqual({ ok: true, value: { bookmarks: 0 } });
    expect(await fakeBrowser.storage.local.get()).toEqual({ revision: 0 });
  });

  it('deletes nothing at all when the browser refuses', async () => {
    const clear = vi.spyOn(IDBObjectStore.prototype, 'clear').mockImplementation(() => {
      throw new DOMException('broken', 'UnknownError');
    });
    expect(await send('data.deleteAll', {}, popup)).toMatchObject({ ok: false, code: 'storage' });
    clear.mockRestore();
    expect(await send('data.count', {}, popup)).toEqual({ ok: true, value: { bookmarks: 2 } });
    expect(await storedSettings()).toMatchObject({ highlight: 'off' });
  });

  it('says it when only the settings stay', async () => {
    const warning = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const remove = vi.spyOn(fakeBrowser.storage.local, 'remove').mockRejectedValueOnce(new Error('busy'));
    const deleted = await send('data.deleteAll', {}, popup);
    expect(deleted).toEqual({ ok: true, value: { bookmarks: 2, settings: false } });
    expect(await storedSettings()).toMatchObject({ highlight: 'off' });
    expect(warning).toHaveBeenCalledOnce();
    remove.mockRestore();
    warning.mockRestore();
  });

  it('is nothing that a wiki page can do', async () => {
    expect(await send('data.deleteAll', {})).toMatchObject({ ok: false, code: 'invalid' });
    expect(await send('data.count', {}, popup)).toEqual({ ok: true, value: { bookmarks: 2 } });
  });
});

describe('the keys', () => {
  it('ask the lens of the active tab', async () => {
    const asked = vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([wikiPage.tab] as never);
    const sent = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue(undefined as never);
    pressed[0]?.('toggle-lens');
    await vi.waitFor(() =>
      expect(sent).toHaveBeenCalledWith(wikiPage.tab?.id, { message: 'lens.toggle', input: {} }, { frameId: 0 }),
    );
    expect(asked).toHaveBeenCalledWith({ active: true, lastFocusedWindow: true });
    asked.mockRestore();
    sent.mockRestore();
  });

  it('of other commands do nothing', async () => {
    const asked = vi.spyOn(fakeBrowser.tabs, 'query');
    pressed[0]?.('something-else');
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});
