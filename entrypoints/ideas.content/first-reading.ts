/**
 * The first reading of a page. Meanwhile the browser draws the page, and fetches what will stand on it: that needs the same thread, so the
 * page is read a few milliseconds at a time. Not for later readings: somebody waits for those.
 */
import { atOnce } from '../../utils/page/parse-page.ts';
import { nextTask } from '../../utils/platform/next-task.ts';
import type { ReadPage, SeenPage } from './reading.ts';

/** Milliseconds at a time: five or six until a page of some thirty ideas is read in a new tab. */
const SLICE = 16;

export interface FirstReading {
  readonly document: Document;
  /** Looks again, where the page is changed before it is read. */
  readonly look: () => SeenPage;
  /** What has just been seen. */
  readonly seen: SeenPage;
  /** When to begin. */
  readonly start: Promise<unknown>;
}

/** Reads what was seen; what has come of it, at once, where it is changed meanwhile. Rejects when `life` ends. */
export async function readFirst({ document, look, seen, start }: FirstReading, life: AbortSignal): Promise<ReadPage> {
  const records: MutationRecord[] = [];
  const observer = new MutationObserver(news => {
    records.push(...news);
  });
  observer.observe(document, { childList: true, characterData: true, subtree: true });
  try {
    await start;
    const steps = seen.read();
    for (;;) {
      life.throwIfAborted();
      if (seen.isTouched(records.splice(0))) return atOnce(look().read());
      const end = performance.now() + SLICE;
      let step = steps.next();
      while (!step.done && performance.now() < end) step = steps.next();
      if (step.done) return step.value;
      await nextTask();
    }
  } finally {
    observer.disconnect();
  }
}
