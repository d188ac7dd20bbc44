import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createClient, createTabClient } from '../../../utils/messaging/client.ts';
import { LensError } from '../../../utils/platform/lens-error.ts';
import { speakEnglish } from './english.ts';
import { draftOf, PAGE } from './samples.ts';

const id = fakeBrowser.runtime.id;

function answer(reply: unknown) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(reply as never);
}

function fail(words: string) {
  return vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockRejectedValue(new Error(words));
}

async function errorOf(promise: Promise<unknown>): Promise<LensError> {
  const error = await promise.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof LensError)) throw new Error(`expected a LensError, got ${String(error)}`);
  return error;
}

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
});
afterEach(() => {
  vi.restoreAllMocks();
  fakeBrowser.runtime.id = id;
});

describe('the client of the background', () => {
  it('gives what the background answers', async () => {
    const send = answer({ ok: true, value: [] });
    expect(await createClient()['bookmarks.list']({ page: PAGE })).toEqual([]);
    expect(send).toHaveBeenCalledWith({ message: 'bookmarks.list', input: { page: PAGE } });
  });

  it('does not send an input of wrong shape', async () => {
    const send = answer({ ok: true, value: null });
    const error = await errorOf(
      createClient()['bookmarks.set'](draftOf('Faster boot', { url: 'javascript:alert(1)' })),
    );
    expect(error.code).toBe('invalid');
    expect(send).not.toHaveBeenCalled();
  });

  it.each([
    ['a value of wrong shape', { ok: true, value: [{ title: 'Faster boot' }] }, 'invalid'],
    ['something that is no answer of ours', { hello: 'world' }, 'invalid'],
    ['no answer', undefined, 'unavailable'],
  ])('does not take %s for an answer', async (_what, reply, code) => {
    answer(reply);
    expect((await errorOf(createClient()['bookmarks.list']({ page: PAGE }))).code).toBe(code);
  });

  it('hands on what the background says, with words for people', async () => {
    answer({ ok: false, code: 'storage', detail: 'QuotaExceededError' });
    const error = await errorOf(createClient()['bookmarks.list']({ page: PAGE }));
    expect(error).toMatchObject({ code: 'storage', detail: 'QuotaExceededError' });
    // It may have been read or written, a setting or a bookmark.
    expect(error.message).toBe('The browser refuses its storage right now.');
  });

  it.each([
    ['Could not establish connection. Receiving end does not exist.', 'unavailable'],
    ['The message port closed before a response was received.', 'unavailable'],
    ['Extension context invalidated.', 'context-invalidated'],
  ])('understands "%s"', async (words, code) => {
    fail(words);
    expect((await errorOf(createClient()['settings.get']({}))).code).toBe(code);
  });

  it('asks nobody once the extension was updated, and still has words for it', async () => {
    const send = answer({ ok: true, value: [] });
    const client = createClient();
    fakeBrowser.runtime.id = undefined as never;
    fakeBrowser.i18n.getMessage = () => {
      throw new Error('Extension context invalidated.');
    };
    const error = await errorOf(client['bookmarks.list']({ page: PAGE }));
    expect(error.code).toBe('context-invalidated');
    expect(error.message).toBe('Idea Lens was updated. Reload the page to go on. Your bookmarks are safe.');
    expect(send).not.toHaveBeenCalled();
  });

  it('says so when the extension is updated while it waits', async () => {
    vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((async () => {
      fakeBrowser.runtime.id = undefined as never;
      throw new Error('The message port closed before a response was received.');
    }) as never);
    expect((await errorOf(createClient()['settings.get']({}))).code).toBe('context-invalidated');
  });
});

describe('the client of a tab', () => {
  it('asks the page of that tab', async () => {
    const status = { state: 'no-ideas', host: 'wiki.example.org', pageTitle: 'Main Page', counts: null };
    const send = vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({ ok: true, value: status } as never);
    expect(await createTabClient(3)['lens.status']({})).toEqual(status);
    expect(send).toHaveBeenCalledWith(3, { message: 'lens.status', input: {} }, { frameId: 0 });
  });

  it('does not believe counts on a page without a lens', async () => {
    const counts = { ideas: 1, needsReview: 0, openComments: 0, interested: 0 };
    const status = { state: 'off', host: 'wiki.example.org', pageTitle: '', counts };
    vi.spyOn(fakeBrowser.tabs, 'sendMessage').mockResolvedValue({ ok: true, value: status } as never);
    expect((await errorOf(createTabClient(3)['lens.status']({}))).code).toBe('invalid');
  });
});
