/** Giving way to whatever else the browser has to do. Decides nothing: who works for long asks for it. */

/** Kept in a task of its own, after what is waiting by now. */
export function nextTask(): Promise<void> {
  return scheduler.postTask(() => undefined);
}
