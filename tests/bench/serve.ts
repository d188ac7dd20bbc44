/**
 * Answers the bench's browser on two hosts (the wiki's, where the lens is, and one where it is not): made pages, the project's own saved
 * pages, scripts, and 404.
 */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { BrowserContext } from 'playwright';
import { type SavedAnswer, savedAnswers } from '../pages/serve-saved.ts';
import { madePage } from './made-page.ts';
import { plainPage } from './plain-page.ts';

/** Where the lens is at home. */
export const WITH_LENS = 'https://wiki.xenproject.org';
/** The same pages, which no extension looks at. */
export const WITHOUT_LENS = 'https://bench.invalid';

const HERE = new URL('.', import.meta.url);
const PEERS: readonly string[] = [
  'mixitup/dist/mixitup.min.js',
  'isotope-layout/dist/isotope.pkgd.min.js',
  'list.js/dist/list.min.js',
  'jquery/dist/jquery.min.js',
  'datatables.net/js/dataTables.min.js',
  'tabulator-tables/dist/js/tabulator.min.js',
];

/** The script tags' addresses of a peer. */
export function scriptsOf(contender: string): string[] {
  const names: Readonly<Record<string, readonly string[]>> = {
    MixItUp: ['mixitup/'],
    Isotope: ['isotope-layout/'],
    'List.js': ['list.js/'],
    DataTables: ['jquery/', 'datatables.net/'],
    Tabulator: ['tabulator-tables/'],
  };
  return (names[contender] ?? []).flatMap(name =>
    PEERS.filter(path => path.startsWith(name)).map(path => `/bench/node_modules/${path}`),
  );
}

/** `/wiki/Ideas_N` is a page of N ideas, `/wiki/Tide_tables` (and `…_with_labels`) a long one without; the saved pages have their own addresses. */
export async function serveBench(context: BrowserContext): Promise<void> {
  const pages = new Map<string, string>();
  const saved = savedAnswers({ folder: '1.39-vector' });
  await context.route(
    url => url.protocol === 'http:' || url.protocol === 'https:',
    async route => {
      const url = new URL(route.request().url());
      const {
        status = 200,
        type,
        body,
      } = made(url.pathname, pages) ?? scriptAt(url.pathname) ?? (await saved(atWiki(url)));
      // The page may have been closed meanwhile, when its contender was given up.
      await route.fulfill({ status, contentType: type, body }).catch(() => undefined);
    },
  );
}

/** The same pages are on both hosts, saved for one. */
function atWiki(url: URL): URL {
  return url.origin === WITHOUT_LENS ? new URL(url.pathname + url.search, WITH_LENS) : url;
}

function made(path: string, pages: Map<string, string>): SavedAnswer | null {
  const count = /^\/wiki\/Ideas_(\d+)$/u.exec(path)?.[1];
  const plain = /^\/wiki\/Tide_tables(_with_labels)?$/u.exec(path);
  if (count === undefined && !plain) return null;
  const body = pages.get(path) ?? (count === undefined ? plainPage(plain?.[1] !== undefined) : madePage(Number(count)));
  pages.set(path, body);
  return { type: 'text/html; charset=utf-8', body };
}

function scriptAt(path: string): SavedAnswer | null {
  const script = /^\/bench\/((?:in-page|node_modules)\/[\w./-]+\.(?:ts|js))$/u.exec(path)?.[1];
  if (script === undefined) return null;
  const text = readFileSync(new URL(script, HERE), 'utf8');
  return { type: 'text/javascript; charset=utf-8', body: script.endsWith('.ts') ? stripTypeScriptTypes(text) : text };
}
