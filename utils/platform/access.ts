/**
 * Which sites the browser lets the extension see. Measured: Chromium 156 (site access "on click") and Firefox 153 (permission taken
 * back) both say so here, and both can be asked for the hosts of content scripts, without a further permission in the manifest.
 */
import { browser } from './browser.ts';

/** Those of `matches` (match patterns) to which the browser gives no access. */
export async function withheldFrom(matches: readonly string[]): Promise<readonly string[]> {
  const given = await Promise.all(matches.map(match => browser.permissions.contains({ origins: [match] })));
  return matches.filter((_, at) => given[at] === false);
}

/** Asks the user for access; gives what they chose. Call it within a click, before anything is waited for, or the browser refuses. */
export function askForAccess(matches: readonly string[]): Promise<boolean> {
  return browser.permissions.request({ origins: [...matches] });
}
