/** What is made of a reading: queries, facets, addresses, exports, and the lens on the page, which has to come off without a trace. */
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import Papa from 'papaparse';
import { bookmarksToMarkdown } from '../../utils/export/bookmarks-markdown.ts';
import { pageToCsv } from '../../utils/export/page-csv.ts';
import { pageToJson } from '../../utils/export/page-json.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Reading } from '../../utils/model/page.ts';
import { EMPTY_QUERY, FACETS, type Query, SCOPES, SORT_KEYS } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { createOverlay } from '../../utils/overlay/overlay.ts';
import { createSectioning } from '../../utils/overlay/sectioning.ts';
import { decodeQuery, encodeQuery } from '../../utils/query/hash.ts';
import { createQueryRunner } from '../../utils/query/run-query.ts';
import { ADDRESS, Broken } from './promises.ts';
import { text } from './texts.ts';

/** A query that is not bound to a page yet: facets are picked by number among the values that the page has. */
export interface OddQuery {
  readonly text: string;
  readonly scope: Query['scope'];
  readonly sort: Query['sort'];
  readonly picks: readonly (readonly [facet: (typeof FACETS)[number], value: number])[];
  readonly bookmarks: readonly number[];
}

export const anyOddQuery: fc.Arbitrary<OddQuery> = fc.record({
  text: fc.oneof(
    {
      weight: 4,
      arbitrary: fc.constantFrom(
        '',
        'rope',
        '-rope',
        '"and so on"',
        'difficulty:low',
        'area:__proto__',
        'is:open',
        'missing:skills',
        'mentor:a',
        '"',
        'x:',
      ),
    },
    { weight: 1, arbitrary: text },
  ),
  scope: fc.constantFrom(...SCOPES, 'all' as const, 'all' as const),
  sort: fc.record({
    key: fc.constantFrom(...SORT_KEYS),
    direction: fc.constantFrom('ascending' as const, 'descending' as const),
    sections: fc.boolean(),
  }),
  picks: fc.array(fc.tuple(fc.constantFrom(...FACETS), fc.nat(50)), { maxLength: 2 }),
  bookmarks: fc.array(fc.nat(200), { maxLength: 3 }),
});

function promise(holds: boolean, words: () => string): void {
  if (!holds) throw new Broken(words());
}

/** The query for that page; `resting` is the view of the empty query. */
export function bound(odd: OddQuery, resting: View): Query {
  let facets: Query['facets'] = EMPTY_QUERY.facets;
  for (const [facet, pick] of odd.picks) {
    const rows = resting.facetCounts[facet];
    const row = rows[pick % Math.max(rows.length, 1)];
    if (row) facets = { ...facets, [facet]: [row.value] };
  }
  return { text: odd.text, scope: odd.scope, sort: { ...odd.sort }, facets };
}

/** Runs the queries; the views, in order. */
export function queryOdd(reading: Reading, ideas: readonly AssessedIdea[], queries: readonly OddQuery[]): View[] {
  const runner = createQueryRunner(ideas, reading.page.lists, 'en');
  const resting = runner.run(EMPTY_QUERY, new Set());
  promise(
    resting.order.length === ideas.length,
    () => `the empty query shows ${resting.order.length} of ${ideas.length}`,
  );
  return queries.map(odd => {
    const query = bound(odd, resting);
    const bookmarks = new Set(odd.bookmarks.flatMap(at => ideas[at]?.key ?? []));
    const view = runner.run(query, bookmarks);
    const fresh = createQueryRunner(ideas, reading.page.lists, 'en').run(query, bookmarks);
    promise(isDeepStrictEqual(view, fresh), () => 'a query gives another view after others');
    checkView(view, ideas);
    checkHash(query);
    return view;
  });
}

function checkView(view: View, ideas: readonly AssessedIdea[]): void {
  const keys = new Set<IdeaKey>(ideas.map(idea => idea.key));
  promise(new Set(view.order).size === view.order.length, () => 'an idea shows twice');
  promise(
    view.order.every(key => keys.has(key)),
    () => 'an idea shows that is not there',
  );
  promise(view.all.length === ideas.length, () => `all ideas are ${view.all.length} of ${ideas.length}`);
  for (const facet of FACETS) {
    for (const { count } of view.facetCounts[facet]) {
      promise(
        Number.isInteger(count) && count >= 0 && count <= ideas.length,
        () => `${facet} counts ${count} of ${ideas.length}`,
      );
    }
  }
}

/** A lone surrogate cannot stand in an address. */
function checkHash(query: Query): void {
  const pairs = encodeQuery(query);
  const again = decodeQuery(pairs);
  if (JSON.stringify(query).includes('\\ud')) return;
  promise(
    isDeepStrictEqual(again, query),
    () => `${JSON.stringify(query)} comes back from its address as ${JSON.stringify(again)}`,
  );
}

const WORDS = { title: 'Kept', contacts: (names: string) => names, bookmarked: (at: string) => at };

/** Writes every export and reads it again. */
export function exportOdd(reading: Reading, ideas: readonly AssessedIdea[]): void {
  const json = pageToJson(reading.page, ideas, reading.warnings);
  promise(
    isDeepStrictEqual(JSON.parse(JSON.stringify(json)), { ...json, warnings: json.warnings.map(plain) }),
    () => 'the JSON does not hold the page',
  );
  const { data, errors } = Papa.parse<Record<string, string>>(pageToCsv(reading.page, ideas), { header: true });
  promise(
    errors.length === 0 && data.length === ideas.length,
    () => `the CSV has ${data.length} rows of ${ideas.length}: ${JSON.stringify(errors)}`,
  );
  data.forEach((row, at) => {
    promise(
      row.key?.replace(/^'/u, '') === ideas[at]?.key.replace(/^'/u, ''),
      () => `the CSV's row ${at} is another idea`,
    );
    promise(
      Object.values(row).every(cell => !/^[=+@\t\r-]/u.test(cell)),
      () => 'a cell of the CSV is a formula',
    );
  });
  const markdown = bookmarksToMarkdown(
    ideas.map(idea => ({
      page: reading.page.key,
      idea: idea.key,
      title: idea.title,
      pageTitle: reading.page.title,
      url: ADDRESS,
      anchor: idea.anchor,
      contacts: idea.contacts,
      insertedRaw: idea.inserted.raw,
      createdAt: '2014-03-03T10:00:00.000Z',
    })),
    WORDS,
  );
  const items = markdown.split('\n').filter(line => line.startsWith('- '));
  promise(items.length === ideas.length, () => `the Markdown has ${items.length} items of ${ideas.length}`);
  promise(
    !/<\w|(?<!\\)\]\((?!https:\/\/wiki\.xenproject\.org\/)/u.test(markdown),
    () => 'the Markdown holds markup of the page',
  );
}

const plain = (warning: object) => JSON.parse(JSON.stringify(warning)) as unknown;

/** The lens on the page through these views, and off: the same bytes, the same nodes. */
export async function restoreOdd(
  document: Document,
  reading: Reading,
  ideas: readonly AssessedIdea[],
  views: readonly View[],
): Promise<void> {
  const before = document.documentElement.outerHTML;
  const nodes = allNodes(document);
  const overlay = createOverlay(reading.regions, {
    // The page's listeners take only signals of its own window.
    signal: new (document.defaultView ?? globalThis).AbortController().signal,
    styles: () => [],
    slice: 1_000,
    sectioning: async () => createSectioning,
  });
  overlay.hosts.toolbar();
  overlay.markGroups();
  for (const { key } of ideas) {
    overlay.slot(key);
    overlay.mark(key, ['needs-review']);
  }
  for (const view of views) {
    await overlay.apply(view);
    for (const [key, region] of reading.regions.ideas) {
      const hidden = region.heading.closest('section[data-idea-lens-section][hidden]') !== null;
      promise(hidden !== view.visible.has(key), () => `“${key}” is ${hidden ? 'hidden' : 'shown'}, against the view`);
    }
  }
  overlay.restore();
  const after = allNodes(document);
  promise(document.documentElement.outerHTML === before, () => 'the lens has left something on the page');
  promise(
    after.length === nodes.length && after.every((node, at) => node === nodes[at]),
    () => 'the page has other nodes than before',
  );
}

function allNodes(document: Document): Node[] {
  const walker = document.createTreeWalker(document);
  const nodes: Node[] = [];
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
  return nodes;
}
