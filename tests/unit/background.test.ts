import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import background from '../../entrypoints/background.ts';
import type { Reply } from '../../utils/messaging/wire.ts';
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
