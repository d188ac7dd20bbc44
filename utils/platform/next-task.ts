/** Giving way to whatever else the browser has to do. Decides nothing: who works for long asks for it. */

/** Kept in a task of its own, after what is waiting by now. */
export function nextTask(): Promise<void> {
  // Not the browser's scheduler: what goes on after its tasks is in no record of the browser's work, so nobody sees how long it takes.
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
