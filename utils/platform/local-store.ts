/**
 * `storage.local`, one key at a time, with failures told as `LensError`. Content scripts can write to it too, so it holds only the
 * revision number and harmless settings, and whoever reads checks.
 */
import { browser, extensionId } from './browser.ts';
import { LensError } from './lens-error.ts';

/** The stored value as it is, `undefined` when there is none. */
export async function readLocal(key: string): Promise<unknown> {
  const found = await orLensError(() => browser.storage.local.get(key));
  return found[key];
}

/** Resolves when the browser has stored it. */
export async function writeLocal(key: string, value: unknown): Promise<void> {
  await orLensError(() => browser.storage.local.set({ [key]: value }));
}

/** Resolves when the browser has forgotten it; nothing happens where there is none. */
export async function removeLocal(key: string): Promise<void> {
  await orLensError(() => browser.storage.local.remove(key));
}

/** Calls `changed` with the new value (`undefined` when the key was removed) after each change of `key`, until `signal` aborts. */
export function onLocalChanged(key: string, changed: (value: unknown) => void, signal: AbortSignal): void {
  if (signal.aborted) return;
  const listener = (changes: Record<string, { readonly newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area === 'local' && change !== undefined) changed(change.newValue ?? undefined);
  };
  browser.storage.onChanged.addListener(listener);
  signal.addEventListener('abort', () => removeListener(listener), { once: true });
}

function removeListener(listener: Parameters<typeof browser.storage.onChanged.addListener>[0]): void {
  // After an update of the extension there is nothing left to take the listener off from.
  if (extensionId() !== null) browser.storage.onChanged.removeListener(listener);
}

async function orLensError<T>(run: () => Promise<T>): Promise<T> {
  if (extensionId() === null) throw new LensError('context-invalidated');
  try {
    return await run();
  } catch (cause) {
    throw new LensError(extensionId() === null ? 'context-invalidated' : 'storage', { detail: String(cause), cause });
  }
}
