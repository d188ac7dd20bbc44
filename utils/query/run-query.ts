/**
 * From ideas and a query to a view: which ideas show, in which order, and every count beside a control.
 * Pure; knows nothing of pages, storage or words.
 */
import type { AssessedIdea } from '../model/idea.ts';
import type { IdeaKey } from '../model/key.ts';
import type { ListOnPage } from '../model/page.ts';
import { EMPTY_QUERY, FACETS, type FacetName, type Query, SCOPES, type Scope, type Sort } from '../model/query.ts';
import type { Removal, View } from '../model/view.ts';
import { allBits, type Bits, bitsWhere, both, countBits, countBoth, hasBit } from './bits.ts';
import { areaFacet, difficultyFacet, listFacet } from './facets.ts';
import { inScope } from './scopes.ts';
import { parseTerms } from './search.ts';
import { createSearchIndex } from './search-index.ts';
import { collatorFor, type SortedIndices, sortIdeas } from './sort.ts';

export interface QueryContext {
  readonly bookmarks: ReadonlySet<IdeaKey>;
  /** The page's lists, for rows of lists without ideas and for their names. */
  readonly lists: readonly ListOnPage[];
  /** BCP 47, for the order of names. One that the platform refuses counts as English. */
  readonly locale: string;
}

/** Runs query after query over the same ideas, keeping what they have in common. */
export interface QueryRunner {
  /** Equal to `runQuery` of the same ideas, whatever ran before. */
  run(query: Query, bookmarks: ReadonlySet<IdeaKey>): View;
  /** Makes ready for the first search, `count` ideas a call, in idle moments; `true` once there is nothing left to do. */
  prepare(count: number): boolean;
}

/**
 * The view of a query. `ideas` in page order, keys unique. Inside a facet one chosen value is enough, every active facet must
 * hold; values that no idea has match nothing. Never throws.
 */
export function runQuery(ideas: readonly AssessedIdea[], query: Query, context: QueryContext): View {
  return createQueryRunner(ideas, context.lists, context.locale).run(query, context.bookmarks);
}

/** What each part of a query lets through on its own; `null` lets everything through. */
type Parts = Readonly<Record<'text' | 'scope' | FacetName, Bits | null>>;
type Part = keyof Parts;
const PARTS: readonly Part[] = ['text', 'scope', ...FACETS];

/** A runner over `ideas`, which must not change. */
export function createQueryRunner(
  ideas: readonly AssessedIdea[],
  lists: readonly ListOnPage[],
  locale: string,
): QueryRunner {
  const collator = collatorFor(locale);
  const everything = allBits(ideas);
  const search = createSearchIndex(ideas.map(idea => idea.text));
  const facets = {
    list: listFacet(ideas, lists, collator),
    area: areaFacet(ideas, collator),
    difficulty: difficultyFacet(ideas),
  };
  const sorted = new Map<string, SortedIndices>();
  const fixedScopes = new Map<Scope, Bits>(
    SCOPES.filter(scope => scope !== 'bookmarked').map(scope => [
      scope,
      bitsWhere(ideas, idea => inScope(scope, idea, new Set())),
    ]),
  );

  function scopeBits(scope: Scope, bookmarks: ReadonlySet<IdeaKey>): Bits {
    return fixedScopes.get(scope) ?? bitsWhere(ideas, idea => inScope(scope, idea, bookmarks));
  }

  function sortedBy(sort: Sort): SortedIndices {
    const name = `${sort.key} ${sort.direction}`;
    const known = sorted.get(name) ?? sortIdeas(ideas, sort, locale);
    sorted.set(name, known);
    return known;
  }

  /** What passes every part but one. */
  function passing(parts: Parts, except: Part | null): Bits {
    return PARTS.reduce((passed, part) => {
      const bits = part === except ? null : parts[part];
      return bits === null ? passed : both(passed, bits);
    }, everything);
  }

  function run(query: Query, bookmarks: ReadonlySet<IdeaKey>): View {
    const terms = parseTerms(query.text);
    const parts: Parts = {
      text: terms.length > 0 ? search.find(terms) : null,
      scope: query.scope === 'all' ? null : scopeBits(query.scope, bookmarks),
      list: facets.list.matching(query.facets.list),
      area: facets.area.matching(query.facets.area),
      difficulty: facets.difficulty.matching(query.facets.difficulty),
    };
    const shown = passing(parts, null);
    const inAnyScope = passing(parts, 'scope');
    const { indices, withoutValue } = sortedBy(query.sort);
    const shownIndices = indices.filter(index => hasBit(shown, index));
    const order = keysAt(ideas, shownIndices);
    return {
      total: ideas.length,
      order,
      visible: new Set(order),
      layout: query.sort.key === 'page' ? 'sections' : 'one-list',
      withoutSortValue: indices.slice(indices.length - withoutValue).filter(index => hasBit(shown, index)).length,
      scopeCounts: scopeCounts(scope => countBoth(inAnyScope, scopeBits(scope, bookmarks))),
      facetCounts: {
        list: facets.list.rows(passing(parts, 'list'), query.facets.list),
        area: facets.area.rows(passing(parts, 'area'), query.facets.area),
        difficulty: facets.difficulty.rows(passing(parts, 'difficulty'), query.facets.difficulty),
      },
      terms: terms.filter(term => !term.negated),
      removals: order.length > 0 ? [] : removalsOf(parts, part => countBits(passing(parts, part))),
      active: isActive(query),
    };
  }

  return { run, prepare: search.prepare };
}

/** Whether the query asks for anything that "Clear all" would clear. Blanks in the search field are nothing. */
export function isActive(query: Query): boolean {
  return (
    query.text.trim() !== '' ||
    query.scope !== EMPTY_QUERY.scope ||
    query.sort.key !== EMPTY_QUERY.sort.key ||
    FACETS.some(facet => query.facets[facet].length > 0)
  );
}

function keysAt(ideas: readonly AssessedIdea[], indices: readonly number[]): readonly IdeaKey[] {
  return indices.flatMap(index => ideas[index]?.key ?? []);
}

function scopeCounts(countOf: (scope: Scope) => number): Readonly<Record<Scope, number>> {
  return {
    all: countOf('all'),
    'good-first': countOf('good-first'),
    'needs-review': countOf('needs-review'),
    'open-comments': countOf('open-comments'),
    bookmarked: countOf('bookmarked'),
  };
}

/** Each active part that alone hides everything, with what would show without it. */
function removalsOf(parts: Parts, countWithout: (part: Part) => number): readonly Removal[] {
  return PARTS.filter(part => parts[part] !== null)
    .map(what => ({ what, count: countWithout(what) }))
    .filter(removal => removal.count > 0);
}
