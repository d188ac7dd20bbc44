/** Long work in slices, so that the page stays usable: no task of ours keeps the browser for more than a few milliseconds. */

/** Does `work` for each of `items` in order, giving way after `slice` milliseconds; ends early when `signal` aborts. */
export async function inSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  signal: AbortSignal,
  slice = 8,
): Promise<void> {
  let end = performance.now() + slice;
  for (const item of items) {
    if (performance.now() >= end) {
      await nextTask();
      end = performance.now() + slice;
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

function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
