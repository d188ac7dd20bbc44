// Odd pages as a real MediaWiki renders them: in its old and new headings, and by Parsoid.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningWiki, startWiki } from '../../wiki/serve.ts';
import { anyOddQuery, exportOdd, queryOdd, restoreOdd } from '../downstream.ts';
import { anyPage, type OddPage } from '../plan.ts';
import { readOdd } from '../promises.ts';
import { isWanted, sample } from '../runs.ts';
import { openStage, type Stage } from '../stage.ts';
import { wikitextOf } from '../wikitext.ts';

const FORMS = [
  { name: 'old headings', env: { MW_LEGACY_HEADING: '1' }, query: '' },
  { name: 'new headings and edit links', env: { MW_LEGACY_HEADING: '0', MW_ANON_EDIT: '1' }, query: '' },
  { name: 'Parsoid', env: { MW_LEGACY_HEADING: '0' }, query: '&useparsoid=1' },
] as const;

/** Parsoid gives up on pages of more than a megabyte. */
const IDEAS_OF_AN_AREA = 12;

function cut(page: OddPage): OddPage {
  const areas = (list: OddPage['lists'][number]) =>
    list.areas.map(area => ({ ...area, ideas: area.ideas.slice(0, IDEAS_OF_AN_AREA) }));
  return { ...page, lists: page.lists.map(list => ({ ...list, areas: areas(list) })) };
}

const drawn = sample(fc.tuple(anyPage.map(cut), fc.array(anyOddQuery, { maxLength: 3 })), 300);
const titleOf = (number: number) => `Odd ${number}`;

let stage: Stage;
beforeAll(() => {
  stage = openStage();
  importPages(drawn.values.map(([page]) => page));
});
afterAll(() => stage.close());

function folder(): string {
  const { WIKI_DIR } = process.env;
  if (!WIKI_DIR) throw new Error('These tests need a wiki: run them by `npm run test:nightly`.');
  return WIKI_DIR;
}

function importPages(pages: readonly OddPage[]): void {
  const files = mkdtempSync(join(tmpdir(), 'idea-lens-odd-'));
  try {
    const names = pages.map((page, number) => {
      const name = join(files, `${titleOf(number)}.txt`);
      writeFileSync(name, wikitextOf(page).toWellFormed());
      return name;
    });
    const done = spawnSync('php', ['maintenance/importTextFiles.php', '--overwrite', ...names], {
      cwd: join(folder(), 'mw'),
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (done.status !== 0)
      throw new Error(`the pages could not be imported: ${done.stdout.slice(-500)} ${done.stderr}`);
  } finally {
    rmSync(files, { recursive: true, force: true });
  }
}

describe('rendered by MediaWiki', () => {
  it.each(FORMS.map((form, at) => ({ ...form, at })))(
    'with $name, odd pages keep what they promise',
    async ({ env, query, at, name }) => {
      const wiki = await startWiki({ dir: folder(), env });
      const sum = { pages: 0, withIdeas: 0, ideas: 0, fields: 0, missing: 0, comments: 0, slowest: 0 };
      const broken: string[] = [];
      try {
        for (const [number, [page, queries]] of drawn.values.entries()) {
          if (number % FORMS.length !== at || !isWanted(number)) continue;
          try {
            await hold(wiki, number, query, page, queries, sum);
          } catch (error) {
            broken.push(
              `seed ${drawn.seed}, page ${number}: ${error instanceof Error ? error.message : String(error)}`,
            );
            console.log(`${broken.at(-1)}\n${wikitextOf(page).slice(0, 4_000)}`);
          }
        }
      } finally {
        await wiki.stop();
      }
      console.log(`${name}, seed ${drawn.seed}: ${JSON.stringify(sum)}`);
      expect(broken).toEqual([]);
      expect(sum.ideas).toBeGreaterThanOrEqual(Math.floor(sum.pages / 2));
    },
  );
});

async function hold(
  wiki: RunningWiki,
  number: number,
  query: string,
  page: OddPage,
  queries: Parameters<typeof queryOdd>[2],
  sum: Record<'pages' | 'withIdeas' | 'ideas' | 'fields' | 'missing' | 'comments' | 'slowest', number>,
): Promise<void> {
  const address = `${wiki.url}/index.php?title=${encodeURIComponent(titleOf(number))}${query}`;
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`MediaWiki answers with ${answer.status}`);
  const document = stage.showText(await answer.text());
  const told = readOdd(document, { ...page, root: 'parser output' });
  const views = queryOdd(told.reading, told.ideas, queries);
  exportOdd(told.reading, told.ideas);
  await restoreOdd(document, told.reading, told.ideas, views);
  sum.pages++;
  if (told.ideas.length > 0) sum.withIdeas++;
  for (const what of ['ideas', 'fields', 'missing', 'comments'] as const) sum[what] += told.confirmed[what];
  sum.slowest = Math.max(sum.slowest, told.milliseconds);
}
