/**
 * How the saved pages are named and addressed: shared by the renderer, which writes them, and by routeSaved, which
 * answers with them. No browser and no wiki here.
 */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of all saved pages, one folder in it for each release and form. */
export const SAVED = fileURLToPath(new URL('./html/', import.meta.url));

/** The folder of the wiki's own files: its logo lies there. */
export const WIKI = fileURLToPath(new URL('../wiki/', import.meta.url));

/** The pictures of the project's own wiki pages. */
export const PICTURES = join(WIKI, 'images');

/** In each folder: which stylesheet of load.php is saved in which file, as `{ "<key>": "load-1.css" }`. */
export const STYLES_INDEX = 'load.json';

/** In each folder: pictures of the skin. */
export const ASSETS = 'assets';

/** Which page of the wiki, in which view. Views other than these are not saved. */
export type SavedView = 'read' | 'old' | 'history' | 'diff' | 'edit' | 'preview';

/** The file of a page's view: the title with underscores, `/` as `%2F`, `:` as `%3A`; views other than read are named. */
export function fileName(title: string, view: SavedView = 'read'): string {
  const name = title.replaceAll(' ', '_').replaceAll('/', '%2F').replaceAll(':', '%3A');
  return view === 'read' ? `${name}.html` : `${name}.${view}.html`;
}

/**
 * What an address of the wiki asks for, in both forms (`/wiki/Title` and `/index.php?title=Title`); `null` when it is no
 * page's address or asks for a view that is never saved.
 */
export function askedFor(url: URL): { title: string; view: SavedView } | null {
  const title = titleOf(url);
  const view = viewOf(url.searchParams);
  return title === null || view === null ? null : { title, view };
}

function titleOf({ pathname, searchParams }: URL): string | null {
  const path = /^\/(?:wiki|index\.php)\/(.+)$/u.exec(pathname)?.[1];
  if (path === undefined) return pathname === '/index.php' ? searchParams.get('title') : null;
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

function viewOf(query: URLSearchParams): SavedView | null {
  if (query.has('diff')) return 'diff';
  switch (query.get('action') ?? 'view') {
    case 'view':
      return query.has('oldid') ? 'old' : 'read';
    case 'history':
      return 'history';
    case 'edit':
      return 'edit';
    case 'submit':
      return 'preview';
    default:
      return null;
  }
}

/** The key of a stylesheet of load.php; `null` for what is no stylesheet (scripts, pictures). */
export function stylesKey(url: URL): string | null {
  if (url.pathname !== '/load.php' || url.searchParams.get('only') !== 'styles') return null;
  return `${url.searchParams.get('modules') ?? ''} ${url.searchParams.get('skin') ?? ''}`;
}
