/**
 * The revision of what the background stores: a number in `storage.local` under `revision` that grows with each change, and begins again
 * with 0 when everything was deleted. Its change event tells all open tabs to ask again; the number says nothing else about what changed.
 */
import { onLocalChanged, readLocal, writeLocal } from './local-store.ts';

const KEY = 'revision';

/** Calls `changed` after each change of stored data, in every open page of ours, until `signal` aborts; it says whether all was deleted. */
export function onRevision(changed: (allDeleted: boolean) => void, signal: AbortSignal): void {
  onLocalChanged(KEY, revision => changed(revision === 0), signal);
}

/**
 * For the background only, after the change is stored. Two at the same time may write the same number: both changes are stored
 * by then, and one event is enough. Anything that is no whole number counts as 0.
 */
export async function bumpRevision(): Promise<void> {
  const stored = await readLocal(KEY);
  const current = typeof stored === 'number' && Number.isSafeInteger(stored) ? stored : 0;
  await writeLocal(KEY, current + 1);
}

/** For the background only, after everything was deleted. */
export async function restartRevision(): Promise<void> {
  await writeLocal(KEY, 0);
}
