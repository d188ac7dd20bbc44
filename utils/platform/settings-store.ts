/**
 * The settings, kept in `storage.local` under `settings`: read by everybody, written by the background alone (it makes the one
 * writer in its `main`). A value that is none falls back to its default, alone, and stays in the store until the next write; so does
 * what an earlier version did not store yet.
 */
import * as v from 'valibot';
import { isHost } from '../model/host.ts';
import { type Choices, DEFAULT_SETTINGS, HIGHLIGHTS, type Settings } from '../model/settings.ts';
import { onLocalChanged, readLocal, removeLocal, writeLocal } from './local-store.ts';

const KEY = 'settings';

const VALUES = {
  offHosts: v.array(v.pipe(v.string(), v.check(isHost))),
  offNoteShown: v.boolean(),
  shortcuts: v.boolean(),
  iconCount: v.boolean(),
  highlight: v.picklist(HIGHLIGHTS),
};

/** The shape of settings in messages. */
export const SETTINGS_SCHEMA: v.GenericSchema<unknown, Settings> = v.strictObject(VALUES);

/** The shape of a change to some of them. */
export const CHANGE_SCHEMA: v.GenericSchema<unknown, Partial<Choices>> = v.strictObject({
  shortcuts: v.exactOptional(VALUES.shortcuts),
  iconCount: v.exactOptional(VALUES.iconCount),
  highlight: v.exactOptional(VALUES.highlight),
});

/** The settings; the defaults where none are stored or they cannot be read. Rejects with a `LensError` when the store fails. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom(await readLocal(KEY));
}

/**
 * Calls `changed` with the new settings after each change in any tab, until `signal` aborts; with `DEFAULT_SETTINGS` itself once none are
 * stored any more.
 */
export function onSettingsChanged(changed: (settings: Settings) => void, signal: AbortSignal): void {
  onLocalChanged(KEY, value => changed(settingsFrom(value)), signal);
}

export interface SettingsWriter {
  /** Reads, changes and writes the settings; gives them as stored. */
  change(change: (settings: Settings) => Settings): Promise<Settings>;
  /** Takes the settings out of the store: the defaults hold again. */
  clear(): Promise<void>;
}

/** For the background only. Changes run one after the other, so that none overwrites another; a failed one does not stop the next. */
export function createSettingsWriter(): SettingsWriter {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn<T>(run: () => Promise<T>): Promise<T> {
    const next = last.then(run);
    last = next.catch(() => undefined);
    return next;
  }

  return {
    change: change =>
      inTurn(async () => {
        const settings = change(await readSettings());
        await writeLocal(KEY, settings);
        return settings;
      }),
    clear: () => inTurn(() => removeLocal(KEY)),
  };
}

/** What is missing is no fault, and further keys (of a later version) are let pass. */
function settingsFrom(stored: unknown): Settings {
  if (stored === undefined) return DEFAULT_SETTINGS;
  const values = new Map<string, unknown>(typeof stored === 'object' ? Object.entries(stored ?? {}) : []);
  const given = Object.entries(VALUES).filter(([key]) => values.has(key));
  const readable = given.filter(([key, schema]) => v.is(schema, values.get(key)));
  if (readable.length < given.length || typeof stored !== 'object' || stored === null) {
    console.warn(
      'Idea Lens: stored settings cannot be read; the defaults hold for them until they are changed',
      stored,
    );
  }
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(readable.map(([key]) => [key, values.get(key)])) };
}
