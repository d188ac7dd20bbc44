/** The name of a page from what its address says, and its key. The page itself knows better where it says it: see wiki-view.ts. */
import { type PageKey, pageKey } from '../model/key.ts';

/** The title (blanks as `_`) that a wiki's address names: `/wiki/T`, `/index.php/T`, `?title=T`, else the path; `null` when none. */
export function titleFromAddress(address: string): string | null {
  const url = parseUrl(address);
  if (!url) return null;
  const title = url.searchParams.get('title');
  if (title) return underscored(title);
  const path = url.pathname.replace(/^\/(?:wiki|(?:w\/)?index\.php)(?:\/|$)/u, '').replace(/^\//u, '');
  return path === '' ? null : underscored(decodeUrl(path));
}

/** The key of the page of that title at that address. A string that is no address gives a key without host. */
export function keyOf(address: string, title: string): PageKey {
  return pageKey(parseUrl(address)?.host ?? '', title);
}

function underscored(title: string): string {
  return title.trim().replace(/[\s_]+/gu, '_');
}

/** A piece of an address with its `%…` undone; as it is where they are wrong. */
export function decodeUrl(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function parseUrl(address: string): URL | null {
  return URL.canParse(address) ? new URL(address) : null;
}
