/** Answers the bench's browser: made pages on two hosts (the wiki's, where the lens is, and one where it is not), scripts, and 404. */
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import type { BrowserContext } from 'playwright';
import { madePage } from './made-page.ts';

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

/** `/wiki/Ideas_N` is a page of N ideas; everything else of the two hosts that is not here is not found. */
export async function serveBench(context: BrowserContext): Promise<void> {
  const pages = new Map<number, string>();
  await context.route(
    url => url.protocol === 'http:' || url.protocol === 'https:',
    async route => {
      const url = new URL(route.request().url());
      const count = /^\/wiki\/Ideas_(\d+)$/u.exec(url.pathname)?.[1];
      if (count !== undefined) {
        const body = pages.get(Number(count)) ?? madePage(Number(count));
        pages.set(Number(count), body);
        return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
      }
      const script = /^\/bench\/((?:in-page|node_modules)\/[\w./-]+\.(?:ts|js))$/u.exec(url.pathname)?.[1];
      if (script !== undefined) {
        const text = readFileSync(new URL(script, HERE), 'utf8');
        const body = script.endsWith('.ts') ? stripTypeScriptTypes(text) : text;
        return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body });
      }
      return route.fulfill({ status: 404, body: '' });
    },
  );
}
