/** What the extension has stored, read in its background beside its own code. Only for tests. */
import type { Worker } from 'playwright';

export interface Stored {
  /** The rows of the bookmarks. */
  readonly rows: readonly unknown[];
  /** `storage.local`: settings and the revision. */
  readonly local: Readonly<Record<string, unknown>>;
}

/** Everything, as it stands in the browser's stores now. */
export async function everythingStored(worker: Worker): Promise<Stored> {
  return { rows: await worker.evaluate(readRows), local: await worker.evaluate(() => chrome.storage.local.get()) };
}

/** Runs in the background; the database must be there. */
export function readRows(): Promise<unknown[]> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown[]>();
  const opening = indexedDB.open('idea-lens');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const asked = opening.result.transaction('bookmarks').objectStore('bookmarks').getAll();
    asked.onerror = () => reject(asked.error);
    asked.onsuccess = () => {
      opening.result.close();
      resolve(asked.result);
    };
  };
  return promise;
}

declare const chrome: { storage: { local: { get(): Promise<Record<string, unknown>> } } };
