/** Long work in slices, so that the page stays usable: no task of ours keeps the browser for more than a few milliseconds. */
import { nextTask } from '../../utils/platform/next-task.ts';

/** Milliseconds: what a slice takes at least, and at most. */
const SHORTEST = 8;
const LONGEST = 40;

/**
 * Does `work` for each of `items` in order, giving way between slices; ends early when `signal` aborts. After each slice the
 * browser lays the page out again, which on a long page takes longer than the slice: then the next one may take as long as that.
 */
export async function inSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  signal: AbortSignal,
): Promise<void> {
  let end = performance.now() + SHORTEST;
  for (const item of items) {
    const now = performance.now();
    if (now >= end) {
      await nextTask();
      const resumed = performance.now();
      end = resumed + Math.min(LONGEST, Math.max(SHORTEST, resumed - now));
    }
    if (signal.aborted) return;
    work(item);
  }
}

/** Calls `step` in idle moments until it says that it is done, or `signal` aborts. */
export async function whileIdle(step: () => boolean, signal: AbortSignal): Promise<void> {
  let done = false;
  while (!done && !signal.aborted) {
    await new Promise(resolve => {
      requestIdleCallback(resolve, { timeout: 1_000 });
    });
    done = signal.aborted || step();
  }
}

/** Milliseconds: a tab in the background draws nothing. */
const SOON = 100;

/** Kept once the browser has drawn what stands by now, or soon. */
export async function drawn(): Promise<void> {
  await new Promise<void>(resolve => {
    requestAnimationFrame(() => resolve());
    setTimeout(resolve, SOON);
  });
  await nextTask();
}
