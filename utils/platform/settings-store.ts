/**
 * The settings, kept in `storage.local` under `settings`: read by everybody, written by the background alone (it makes the one
 * writer in its `main`). Values that are not settings are read as the defaults and stay until the next write.
 */
import * as v from 'valibot';
import { isHost } from '../model/host.ts';
import { DEFAULT_SETTINGS, type Settings } from '../model/settings.ts';
import { onLocalChanged, readLocal, writeLocal } from './local-store.ts';

const KEY = 'settings';

/** The shape of settings, in the store and in messages. */
export const SETTINGS_SCHEMA: v.GenericSchema<unknown, Settings> = v.strictObject({
  offHosts: v.array(v.pipe(v.string(), v.check(isHost))),
  offNoteShown: v.boolean(),
});

/** The settings; the defaults where none are stored or they cannot be read. Rejects with a `LensError` when the store fails. */
export async function readSettings(): Promise<Settings> {
  return settingsFrom(await readLocal(KEY));
}

/** Calls `changed` with the new settings after each change in any tab, until `signal` aborts. */
export function onSettingsChanged(changed: (settings: Settings) => void, signal: AbortSignal): void {
  onLocalChanged(KEY, value => changed(settingsFrom(value)), signal);
}

/** Reads, changes and writes the settings; gives them as stored. */
export type ChangeSettings = (change: (settings: Settings) => Settings) => Promise<Settings>;

/** For the background only. Changes run one after the other, so that none overwrites another; a failed one does not stop the next. */
export function createSettingsWriter(): ChangeSettings {
  let last: Promise<unknown> = Promise.resolve();
  return change => {
    const next = last.then(async () => {
      const settings = change(await readSettings());
      await writeLocal(KEY, settings);
      return settings;
    });
    last = next.catch(() => undefined);
    return next;
  };
}

function settingsFrom(stored: unknown): Settings {
  if (stored === undefined) return DEFAULT_SETTINGS;
  const result = v.safeParse(SETTINGS_SCHEMA, stored);
  if (result.success) return result.output;
  console.warn(
    'Idea Lens: the stored settings cannot be read, the defaults hold until they are changed',
    result.issues,
  );
  return DEFAULT_SETTINGS;
}
