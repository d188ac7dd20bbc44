/**
 * Answers a wiki's addresses from the saved pages, in a Playwright browser or for a server of a test, so that the extension runs
 * under the wiki's real name without a network and without a wiki. Not for writing pages: see render.ts.
 */
import { readFile } from 'node:fs/promises';
import { basename, extname, join, resolve } from 'node:path';
import type { BrowserContext, Route } from 'playwright';
import { ASSETS, askedFor, fileName, PICTURES, SAVED, STYLES_INDEX, stylesKey, WIKI } from './saved.ts';

export interface SavedOptions {
  /** A folder of saved pages: a name below `tests/pages/html` (`1.39-vector`) or an absolute path. */
  readonly folder: string;
  /** The wiki's name; `wiki.xenproject.org` when left out. */
  readonly host?: string;
  /** Further pages: title (with blanks or underscores) → HTML file. They go before those of the folder. */
  readonly extra?: ReadonlyMap<string, string>;
  /** Called with every address that was asked for, the wiki's and all others: for tests that count requests. */
  readonly onRequest?: (url: string) => void;
}

export interface SavedAnswer {
  readonly status?: number;
  readonly type: string;
  readonly body: string | Buffer;
}

const PICTURE_TYPES: ReadonlyMap<string, string> = new Map([
  ['.png', 'image/png'],
  ['.svg', 'image/svg+xml'],
]);

const NOT_FOUND: SavedAnswer = { status: 404, type: 'text/plain', body: 'Not saved' };

/**
 * From now on `context` gets pages (`/wiki/Title`, `/index.php?title=Title`, with `oldid`, `diff`, `action=history`,
 * `edit` and `submit`), the skin's stylesheets and the pages' pictures from the saved files, the wiki's scripts as empty
 * ones, and 404 for everything else. No request over http or https leaves the machine.
 */
export async function routeSaved(context: BrowserContext, options: SavedOptions): Promise<void> {
  const { onRequest } = options;
  const answerTo = savedAnswers(options);
  await context.route(
    url => url.protocol === 'http:' || url.protocol === 'https:',
    async route => {
      const url = new URL(route.request().url());
      onRequest?.(url.href);
      await fulfill(route, await answerTo(url));
    },
  );
}

/** What the wiki would answer to an address; 404 for everything that is not saved. */
export function savedAnswers(options: Omit<SavedOptions, 'onRequest'>): (url: URL) => Promise<SavedAnswer> {
  const { host = 'wiki.xenproject.org' } = options;
  const folder = resolve(SAVED, options.folder);
  const extra = new Map([...(options.extra ?? [])].map(([title, file]) => [fileName(title), file]));
  return async url => (url.hostname === host ? answer(url, folder, extra) : NOT_FOUND);
}

async function fulfill(route: Route, { status = 200, type, body }: SavedAnswer): Promise<void> {
  await route.fulfill({ status, contentType: type, body }).catch(() => {
    // The page was closed before its answer came.
  });
}

async function answer(url: URL, folder: string, extra: ReadonlyMap<string, string>): Promise<SavedAnswer> {
  const asked = askedFor(url);
  if (asked) {
    const name = fileName(asked.title, asked.view);
    return file(extra.get(name) ?? join(folder, basename(name)), 'text/html; charset=utf-8');
  }
  const styles = stylesKey(url);
  if (styles !== null) return stylesheet(folder, styles);
  if (url.pathname === '/load.php') return { type: 'text/javascript; charset=utf-8', body: '' };
  const name = basename(url.pathname);
  // MediaWiki's address of "Some picture.png" is /images/b/bc/Some_picture.png.
  if (url.pathname.startsWith('/images/')) return picture(PICTURES, name.replaceAll('_', ' '));
  if (/^\/(?:resources|skins)\//u.test(url.pathname)) return picture(join(folder, ASSETS), name);
  if (url.pathname === '/logo.svg') return picture(WIKI, name);
  if (url.pathname === '/favicon.ico') return { status: 204, type: 'image/x-icon', body: '' };
  return NOT_FOUND;
}

async function stylesheet(folder: string, key: string): Promise<SavedAnswer> {
  const index: unknown = JSON.parse((await contents(join(folder, STYLES_INDEX)))?.toString('utf8') ?? '{}');
  const name =
    typeof index === 'object' && index !== null ? Object.entries(index).find(([known]) => known === key)?.[1] : null;
  return typeof name === 'string' ? file(join(folder, basename(name)), 'text/css; charset=utf-8') : NOT_FOUND;
}

function picture(folder: string, name: string): Promise<SavedAnswer> {
  return file(join(folder, name), PICTURE_TYPES.get(extname(name)) ?? 'application/octet-stream');
}

async function file(path: string, type: string): Promise<SavedAnswer> {
  const body = await contents(path);
  return body === null ? NOT_FOUND : { type, body };
}

function contents(path: string): Promise<Buffer | null> {
  return readFile(path).catch(() => null);
}
