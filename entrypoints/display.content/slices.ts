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

function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
