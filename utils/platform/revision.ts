/**
 * The revision of what the background stores: a number in `storage.local` under `revision` that grows with each change. Its change
 * event tells all open tabs to ask again; the number itself says nothing about what changed.
 */
import { onLocalChanged, readLocal, writeLocal } from './local-store.ts';

const KEY = 'revision';

/** Calls `changed` after each change of stored data, in every open page of ours, until `signal` aborts. */
export function onRevision(changed: () => void, signal: AbortSignal): void {
  onLocalChanged(KEY, () => changed(), signal);
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
