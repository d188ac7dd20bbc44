import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Background, LensTab, TransferMessages } from '../../../utils/messaging/protocol.ts';
import { type Handlers, serveBackground, serveLensTab } from '../../../utils/messaging/server.ts';
import type { Reply } from '../../../utils/messaging/wire.ts';
import type { ImportPlan } from '../../../utils/model/import.ts';
import { DEFAULT_SETTINGS } from '../../../utils/model/settings.ts';
import type { Sender } from '../../../utils/platform/browser.ts';
import { LensError } from '../../../utils/platform/lens-error.ts';
import { speakEnglish } from './english.ts';
import { draftOf, HOST, PAGE } from './samples.ts';

const wikiPage: Sender = {
  id: fakeBrowser.runtime.id,
  url: `https://${HOST}/index.php?title=X`,
  tab: { id: 7 } as never,
};
const popup: Sender = { id: fakeBrowser.runtime.id, url: fakeBrowser.runtime.getURL('/popup.html') };

/** A row with what a later version may have added, and a property that must not become a prototype. */
const ROW = {
  ...draftOf('Faster boot'),
  ...(JSON.parse('{ "__proto__": { "polluted": true }, "note": "ask Ada first" }') as object),
  createdAt: '2021-05-04T10:00:00.000Z',
};
const PLAN: ImportPlan = {
  new: { count: 1, examples: ['Faster boot'] },
  changed: { count: 0, examples: [] },
  same: { count: 0, examples: [] },
  unreadable: { new: 0, same: 0 },
  rejected: [{ list: 'bookmarks', row: 3, title: null, fault: { kind: 'not-text', part: 'title', limit: null } }],
};

function handlersOf(): Handlers<Background & TransferMessages> {
  return {
    'bookmarks.list': vi.fn(async () => []),
    'bookmarks.set': vi.fn(async draft => ({ ...draft, createdAt: '2021-05-04T10:00:00.000Z' })),
    'bookmarks.remove': vi.fn(async () => null),
    'bookmarks.recent': vi.fn(async () => ({ bookmarks: [], unreadable: 0 })),
    'lens.set': vi.fn(async () => DEFAULT_SETTINGS),
    'settings.get': vi.fn(async () => DEFAULT_SETTINGS),
    'settings.change': vi.fn(async () => DEFAULT_SETTINGS),
    'attention.count': vi.fn(async () => null),
    'pages.open': vi.fn(async () => null),
    'shortcut.get': vi.fn(async () => null),
    'data.count': vi.fn(async () => ({ bookmarks: 3 })),
    'data.deleteAll': vi.fn(async () => ({ bookmarks: 3, settings: true })),
    'offNote.shown': vi.fn(async () => null),
    'bookmarks.export': vi.fn(async () => ({ bookmarks: [ROW], unreadable: [{ page: 5 }] })),
    'bookmarks.restore': vi.fn(async () => null),
    'import.preview': vi.fn(async () => ({ ok: false as const, problem: { kind: 'empty' as const } })),
    'import.apply': vi.fn(async () => ({ ok: true as const, plan: PLAN })),
  };
}

async function send(message: unknown, sender: Sender): Promise<Reply> {
  const { promise, resolve } = Promise.withResolvers<Reply>();
  const kept = await fakeBrowser.runtime.onMessage.trigger(message as never, sender as never, resolve as never);
  expect(kept).toContain(true);
  return promise;
}

function callsOf(handlers: Handlers<Background & TransferMessages>): number {
  return Object.values(handlers).reduce((sum, handler) => sum + vi.mocked(handler).mock.calls.length, 0);
}

let handlers: Handlers<Background & TransferMessages>;

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  handlers = handlersOf();
  serveBackground(handlers);
});

describe('what the background answers', () => {
  it('answers a wiki page about its own host', async () => {
    const reply = await send({ message: 'bookmarks.set', input: draftOf('Faster boot') }, wikiPage);
    expect(reply).toMatchObject({ ok: true, value: { title: 'Faster boot', createdAt: '2021-05-04T10:00:00.000Z' } });
  });

  it('knows a wiki page by its host whatever the scheme', async () => {
    const overHttp = { ...wikiPage, url: `http://${HOST}/wiki/Summer_ideas` };
    expect(await send({ message: 'bookmarks.list', input: { page: PAGE } }, overHttp)).toEqual({ ok: true, value: [] });
  });

  it.each([
    ['bookmarks.list', { page: PAGE }],
    ['bookmarks.set', draftOf('Faster boot')],
    ['bookmarks.remove', { page: PAGE, idea: 'faster boot' }],
    ['lens.set', { host: HOST, on: false }],
  ])('refuses %s from the content script of another wiki', async (message, input) => {
    const other = { ...wikiPage, url: 'https://wiki.example.net/wiki/Summer_ideas' };
    expect(await send({ message, input }, other)).toMatchObject({ ok: false, code: 'invalid' });
    expect(callsOf(handlers)).toBe(0);
  });

  it.each([
    ['bookmarks.recent', { limit: 5 }],
    ['offNote.shown', {}],
    ['settings.change', { change: { iconCount: false } }],
    ['settings.change', { change: { shortcuts: false, highlight: 'off' } }],
    ['data.count', {}],
    ['data.deleteAll', {}],
    ['bookmarks.export', {}],
    ['bookmarks.restore', { row: ROW }],
    ['import.preview', { text: '{' }],
    ['import.apply', { text: '{' }],
  ])('answers %s %j to the popup and refuses it to a wiki page', async (message, input) => {
    expect(await send({ message, input }, wikiPage)).toMatchObject({ ok: false, code: 'invalid' });
    expect(callsOf(handlers)).toBe(0);
    expect(await send({ message, input }, popup)).toMatchObject({ ok: true });
  });

  it.each([
    ['settings.get', {}],
    ['settings.change', { change: { shortcuts: false } }],
    ['attention.count', { count: 99_999 }],
    ['pages.open', { page: 'dashboard-bookmarks' }],
    ['pages.open', { page: 'dashboard-transfer' }],
    ['pages.open', { page: 'options' }],
    ['shortcut.get', {}],
  ])('answers %s %j to a wiki page, too', async (message, input) => {
    expect(await send({ message, input }, wikiPage)).toMatchObject({ ok: true });
    expect(callsOf(handlers)).toBe(1);
  });

  it.each([
    ['another extension', { ...popup, id: 'somebody-else' }],
    ['a nameless sender', { ...popup, id: undefined }],
    ['a page that is no web page', { ...wikiPage, url: `file:///${HOST}/x.html` }],
    ['a tab without an address', { id: fakeBrowser.runtime.id, tab: { id: 7 } as never }],
  ])('refuses %s', async (_who, sender) => {
    expect(await send({ message: 'settings.get', input: {} }, sender as Sender)).toMatchObject({
      ok: false,
      code: 'invalid',
    });
    expect(callsOf(handlers)).toBe(0);
  });

  it('looks at nothing of what a stranger sends', async () => {
    const looked = vi.fn();
    const message = new Proxy({ message: 'settings.get', input: {} }, { get: looked, ownKeys: looked, has: looked });
    expect(await send(message, { ...popup, id: 'somebody-else' })).toMatchObject({ ok: false, code: 'invalid' });
    expect(looked).not.toHaveBeenCalled();
  });

  it('hands whole rows on as they are, and no prototype', async () => {
    const reply = await send({ message: 'bookmarks.export', input: {} }, popup);
    expect(reply).toEqual({ ok: true, value: { bookmarks: [ROW], unreadable: [{ page: 5 }] } });
    const [row] = (reply as unknown as { value: { bookmarks: [object] } }).value.bookmarks;
    expect([Object.hasOwn(row, '__proto__'), 'polluted' in row]).toEqual([true, false]);
    await send({ message: 'bookmarks.restore', input: { row: ROW } }, popup);
    expect(vi.mocked(handlers['bookmarks.restore']).mock.calls[0]?.[0].row).toBe(ROW);
  });

  it('hands a failing store on with its code', async () => {
    vi.mocked(handlers['bookmarks.list']).mockRejectedValue(new LensError('storage', { detail: 'quota' }));
    const reply = await send({ message: 'bookmarks.list', input: { page: PAGE } }, wikiPage);
    expect(reply).toEqual({ ok: false, code: 'storage', detail: 'quota' });
  });

  it('answers even when a handler breaks', async () => {
    const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    vi.mocked(handlers['bookmarks.list']).mockRejectedValue(new TypeError('a slip'));
    const reply = await send({ message: 'bookmarks.list', input: { page: PAGE } }, wikiPage);
    expect(reply).toMatchObject({ ok: false, code: 'unavailable' });
    expect(error).toHaveBeenCalledOnce();
    error.mockRestore();
  });
});

describe('a message of wrong shape changes nothing', () => {
  const draft = draftOf('Faster boot');
  const long = 'x'.repeat(2_001);
  it.each<[string, unknown]>([
    ['no message at all', undefined],
    ['a string', 'bookmarks.list'],
    ['an array', []],
    ['an unknown name', { message: 'bookmarks.drop', input: {} }],
    ['a name of every object', { message: 'toString', input: {} }],
    ['the prototype', { message: '__proto__', input: {} }],
    ['no input', { message: 'settings.get' }],
    ['a list for no input', { message: 'settings.get', input: [] }],
    ['an input too many', { message: 'settings.get', input: { all: true } }],
    ['a page without a title', { message: 'bookmarks.list', input: { page: `${HOST}/` } }],
    ['a page without a host', { message: 'bookmarks.list', input: { page: '/Summer_ideas' } }],
    ['a host with a user name', { message: 'lens.set', input: { host: `someone@${HOST}`, on: true } }],
    ['an upper-case host', { message: 'lens.set', input: { host: HOST.toUpperCase(), on: true } }],
    ['a limit below one', { message: 'bookmarks.recent', input: { limit: 0 } }],
    ['a limit without end', { message: 'bookmarks.recent', input: { limit: 1e9 } }],
    ['a date from the page', { message: 'bookmarks.set', input: { ...draft, createdAt: '2001-01-01T00:00:00.000Z' } }],
    ['a setting that is not for change', { message: 'settings.change', input: { change: { offHosts: [] } } }],
    ['a setting of no known value', { message: 'settings.change', input: { change: { highlight: 'loud' } } }],
    ['a setting that is not given', { message: 'settings.change', input: { change: { shortcuts: undefined } } }],
    ['less than no ideas', { message: 'attention.count', input: { count: -1 } }],
    ['half an idea', { message: 'attention.count', input: { count: 0.5 } }],
    ['100,000 ideas', { message: 'attention.count', input: { count: 100_000 } }],
    ['a page that is none of ours', { message: 'pages.open', input: { page: 'https://example.org/' } }],
    ['deleting with conditions', { message: 'data.deleteAll', input: { page: PAGE } }],
    ['an empty title', { message: 'bookmarks.set', input: { ...draft, title: '' } }],
    ['a title over 2,000 characters', { message: 'bookmarks.set', input: { ...draft, title: long } }],
    ['an old key that is none', { message: 'bookmarks.set', input: { ...draft, was: '' } }],
    ['an empty idea key', { message: 'bookmarks.set', input: { ...draft, idea: '' } }],
    ['a script for a link', { message: 'bookmarks.set', input: { ...draft, url: 'javascript:alert(1)' } }],
    [
      'a link to another host',
      { message: 'bookmarks.set', input: { ...draft, url: 'https://wiki.example.net/wiki/X' } },
    ],
    ['a row to restore without a date', { message: 'bookmarks.restore', input: { row: draft } }],
    [
      'a row to restore with a script for a link',
      { message: 'bookmarks.restore', input: { row: { ...ROW, url: 'javascript:alert(1)' } } },
    ],
    ['an import that is no text', { message: 'import.apply', input: { text: { bookmarks: [] } } }],
    ['101 contacts', { message: 'bookmarks.set', input: { ...draft, contacts: Array(101).fill(draft.contacts[0]) } }],
    [
      'a contact of no known role',
      { message: 'bookmarks.set', input: { ...draft, contacts: [{ name: 'A', email: null, role: 'x' }] } },
    ],
  ])('%s', async (_what, message) => {
    const reply = await send(message, popup);
    expect(reply).toMatchObject({ ok: false, code: 'invalid', detail: expect.stringMatching(/./u) });
    expect(callsOf(handlers)).toBe(0);
  });

  it('says which part is wrong', async () => {
    const reply = await send({ message: 'bookmarks.set', input: { ...draft, title: long } }, popup);
    expect(reply).toMatchObject({ detail: expect.stringContaining('bookmarks.set input: title') });
  });
});

describe('what the lens of a tab answers', () => {
  const status = { state: 'off', host: HOST, pageTitle: 'Summer ideas', counts: null } as const;
  const tabHandlers: Handlers<LensTab> = {
    'lens.status': async () => status,
    'lens.toggle': async () => status,
    'lens.show': async () => status,
  };

  it('answers the extension and nobody else', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    serveLensTab(tabHandlers);
    expect(await send({ message: 'lens.status', input: {} }, popup)).toEqual({ ok: true, value: status });
    expect(await send({ message: 'lens.status', input: {} }, { id: fakeBrowser.runtime.id })).toMatchObject({
      ok: true,
    });
    expect(await send({ message: 'lens.toggle', input: {} }, wikiPage)).toMatchObject({ ok: false, code: 'invalid' });
  });

  it.each(['all', 'needs-review', 'open-comments', 'interest'])('can be asked to show %s', async show => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    serveLensTab(tabHandlers);
    const message = { message: 'lens.show', input: { show } };
    expect(await send(message, popup)).toEqual({ ok: true, value: status });
    expect(await send(message, wikiPage)).toMatchObject({ ok: false, code: 'invalid' });
  });

  it('cannot be asked to show what it does not know', async () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    serveLensTab(tabHandlers);
    const reply = await send({ message: 'lens.show', input: { show: 'reviewed' } }, popup);
    expect(reply).toMatchObject({ ok: false, code: 'invalid' });
  });

  it('stops when its signal aborts', () => {
    fakeBrowser.runtime.onMessage.removeAllListeners();
    const stop = new AbortController();
    serveLensTab(tabHandlers, stop.signal);
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(true);
    stop.abort();
    expect(fakeBrowser.runtime.onMessage.hasListeners()).toBe(false);
  });
});
