/** For tests that compare the page before and after: nothing of the wiki's own is still under way. Sent into the page whole. */

/** Whether every module that was asked for has run, and what they left to do at the next idle moment is done, too. Runs in the page. */
export async function scriptsAreDone(): Promise<boolean> {
  // A bare piece of HTML has no scripts.
  if (typeof mw !== 'object') return document.querySelector('script[src*="load.php"]') === null;
  if (mw.loader.getState('site') !== 'ready') return false;
  const isRunning = (name: string) => ['loading', 'loaded', 'executing'].includes(mw.loader.getState(name));
  for (let times = 0; times < 3; times++) {
    if (mw.loader.getModuleNames().some(isRunning)) return false;
    await new Promise(resolve => requestIdleCallback(resolve));
  }
  return true;
}

declare const mw: { loader: { getState(module: string): string; getModuleNames(): string[] } };
