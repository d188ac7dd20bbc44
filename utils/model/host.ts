/** Hosts: which wiki a page, a link or a setting belongs to. */
import type { PageKey } from './key.ts';

/** Far above what DNS allows, with room for a port. */
const LONGEST_HOST = 300;

/** Whether `text` is a host just as `URL.host` gives it: lower case, perhaps with a port, nothing else hidden in it. */
export function isHost(text: string): boolean {
  if (text === '' || text.length > LONGEST_HOST) return false;
  // Each scheme drops its own default port, so one of the two must give the text back.
  return URL.parse(`http://${text}/`)?.host === text || URL.parse(`https://${text}/`)?.host === text;
}

/** The host part of a page key; empty when there is none. */
export function hostOfPage(page: PageKey): string {
  return page.slice(0, Math.max(page.indexOf('/'), 0));
}

/** The host of a web address (http or https) as a page key may write it: with and without its port. `null` for anything else. */
export function webHostsOf(url: string): readonly [string, string] | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/u.test(parsed.protocol)) return null;
  return [parsed.host, parsed.hostname];
}

/** Whether `url` is a web address on the wiki that `page` belongs to. */
export function isUrlOfPage(url: string, page: PageKey): boolean {
  return webHostsOf(url)?.includes(hostOfPage(page)) ?? false;
}
