import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { DEFAULT_SETTINGS, isLensOn, type Settings, withLens } from '../../../utils/model/settings.ts';
import { bumpRevision, onRevision, restartRevision } from '../../../utils/platform/revision.ts';
import { createSettingsWriter, onSettingsChanged, readSettings } from '../../../utils/platform/settings-store.ts';
import { speakEnglish } from '../messaging/english.ts';

const HOST = 'wiki.example.org';
const { local } = fakeBrowser.storage;
let stop: AbortController;

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  vi.restoreAllMocks();
});

describe('settings', () => {
  it('are the defaults at first: on everywhere', async () => {
    const settings = await readSettings();
    expect(settings).toEqual(DEFAULT_SETTINGS);
    expect(isLensOn(settings, HOST)).toBe(true);
  });

  it('switch one wiki and leave the others', async () => {
    const { change } = createSettingsWriter();
    await change(settings => withLens(settings, HOST, false));
    await change(settings => withLens(settings, 'wiki.example.net', false));
    await change(settings => withLens(settings, HOST, false));
    expect((await readSettings()).offHosts.toSorted()).toEqual(['wiki.example.net', HOST]);
    await change(settings => withLens(settings, HOST, true));
    expect((await readSettings()).offHosts).toEqual(['wiki.example.net']);
  });

  it('changed at the same time are all kept', async () => {
    const { change } = createSettingsWriter();
    const hosts = ['a.example', 'b.example', 'c.example'];
    await Promise.all(hosts.map(host => change(settings => withLens(settings, host, false))));
    expect((await readSettings()).offHosts).toEqual(hosts);
  });

  it('go on being written after a write that failed', async () => {
    const { change } = createSettingsWriter();
    vi.spyOn(local, 'set').mockRejectedValueOnce(new Error('full'));
    const off = (settings: Settings) => withLens(settings, HOST, false);
    await expect(change(off)).rejects.toMatchObject({ code: 'storage' });
    expect((await change(off)).offHosts).toEqual([HOST]);
  });

  it.each([
    ['a string', 'off'],
    ['a number', 5],
    ['a list of anything', { offHosts: [5], offNoteShown: false }],
    ['hosts with more in them', { offHosts: ['x/../y'], offNoteShown: false }],
  ])('that are %s are read as the defaults, with one warning, and stay until the next write', async (_what, stored) => {
    const warning = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    await local.set({ settings: stored });
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
    expect(warning).toHaveBeenCalledOnce();
    expect(await local.get('settings')).toEqual({ settings: stored });
    await createSettingsWriter().change(settings => withLens(settings, HOST, false));
    expect((await readSettings()).offHosts).toEqual([HOST]);
  });

  it('of the earlier version are kept, with the defaults for what it did not know', async () => {
    const warning = vi.spyOn(console, 'warn');
    await local.set({ settings: { offHosts: [HOST], offNoteShown: true } });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, offHosts: [HOST], offNoteShown: true });
    expect(warning).not.toHaveBeenCalled();
  });

  it('of a later version are read as far as this one knows them', async () => {
    const warning = vi.spyOn(console, 'warn');
    await local.set({ settings: { ...DEFAULT_SETTINGS, shortcuts: false, colour: 'red' } });
    expect(await readSettings()).toEqual({ ...DEFAULT_SETTINGS, shortcuts: false });
    expect(warning).not.toHaveBeenCalled();
  });

  it.each([
    ['offHosts', 'everywhere'],
    ['shortcuts', 'no'],
    ['iconCount', 0],
    ['highlight', 'blinking'],
  ])('with a wrong value of %s keep all the others', async (key, wrong) => {
    const warning = vi.spyOn(console, 'warn').mockImplementation(() => undefined);
    const chosen = { offHosts: [HOST], offNoteShown: true, shortcuts: false, iconCount: false, highlight: 'off' };
    await local.set({ settings: { ...chosen, [key]: wrong } });
    expect(await readSettings()).toEqual({ ...chosen, [key]: DEFAULT_SETTINGS[key as keyof Settings] });
    expect(warning).toHaveBeenCalledOnce();
  });

  it('can be taken out of the store, after what was asked before', async () => {
    const { change, clear } = createSettingsWriter();
    await Promise.all([change(settings => withLens(settings, HOST, false)), clear()]);
    expect(await local.get('settings')).toEqual({});
    expect(await readSettings()).toEqual(DEFAULT_SETTINGS);
  });

  it('reach every open page when they change, until it stops listening', async () => {
    const seen: Settings[] = [];
    onSettingsChanged(settings => seen.push(settings), stop.signal);
    const { change } = createSettingsWriter();
    await bumpRevision();
    await change(settings => withLens(settings, HOST, false));
    await vi.waitFor(() => expect(seen).toEqual([{ ...DEFAULT_SETTINGS, offHosts: [HOST] }]));
    stop.abort();
    await change(settings => withLens(settings, HOST, true));
    expect(seen).toHaveLength(1);
  });

  it('that were taken away are the defaults again', async () => {
    const seen: Settings[] = [];
    await createSettingsWriter().change(settings => withLens(settings, HOST, false));
    onSettingsChanged(settings => seen.push(settings), stop.signal);
    await local.remove('settings');
    await vi.waitFor(() => expect(seen).toEqual([DEFAULT_SETTINGS]));
  });

  it('are not asked for once the extension was updated', async () => {
    const { id } = fakeBrowser.runtime;
    fakeBrowser.runtime.id = undefined as never;
    await expect(readSettings()).rejects.toMatchObject({ code: 'context-invalidated' });
    fakeBrowser.runtime.id = id;
  });
});

describe('the revision', () => {
  it('tells every open page of each change, until it stops listening', async () => {
    const heard = vi.fn();
    onRevision(heard, stop.signal);
    await bumpRevision();
    await bumpRevision();
    await vi.waitFor(() => expect(heard).toHaveBeenCalledTimes(2));
    stop.abort();
    await bumpRevision();
    expect(heard).toHaveBeenCalledTimes(2);
    expect(await local.get('revision')).toEqual({ revision: 3 });
  });

  it('says when everything was deleted, and when something else changed', async () => {
    const heard = vi.fn();
    onRevision(heard, stop.signal);
    await bumpRevision();
    await restartRevision();
    await bumpRevision();
    await vi.waitFor(() => expect(heard.mock.calls).toEqual([[false], [true], [false]]));
  });

  it('begins again where a page wrote nonsense into it', async () => {
    await local.set({ revision: 'NaN' });
    await bumpRevision();
    expect(await local.get('revision')).toEqual({ revision: 1 });
  });
});
