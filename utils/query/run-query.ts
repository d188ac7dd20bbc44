/**
 * From ideas and a query to a view: which ideas show, in which order, and every count beside a control.
 * Pure; knows nothing of pages, storage or words.
 */
import type { AssessedIdea } from '../model/idea.ts';
import type { IdeaKey } from '../model/key.ts';
import type { ListOnPage } from '../model/page.ts';
import {
  EMPTY_QUERY,
  FACETS,
  type FacetName,
  type FacetValueOf,
  type Query,
  SCOPES,
  type Scope,
  type Sort,
} from '../model/query.ts';
import type { FacetCount, NearMiss, Removal, View, ViewLayout } from '../model/view.ts';
import { allBits, type Bits, bitsWhere, both, countBits, countBoth, either, hasBit } from './bits.ts';
import { createFacets } from './facet-rules.ts';
import { readText } from './language.ts';
import { inScope } from './scopes.ts';
import { createSearchIndex } from './search-index.ts';
import { namesIn, type SortedIndices, sortIdeas, sortInSections } from './sort.ts';
import { freeConditions, freeText, type TypedFacets, typedFacets } from './typed.ts';
import { whenAsked } from './when-asked.ts';

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
  /** Makes ready for the first search and the first filter, `count` ideas or a facet a call, in idle moments; `true` once nothing is left to do. */
  prepare(count: number): boolean;
}

/**
 * The view of a query. `ideas` in page order, keys unique. Inside a facet one chosen value is enough, ticked or typed; every active
 * facet must hold; values that no idea has match nothing. Never throws.
 */
export function runQuery(ideas: readonly AssessedIdea[], query: Query, context: QueryContext): View {
  return createQueryRunner(ideas, context.lists, context.locale).run(query, context.bookmarks);
}

/** What each part of a query lets through on its own; `null` lets everything through. */
type Parts = Readonly<Record<'text' | 'scope' | FacetName, Bits | null>>;
type Part = keyof Parts;
const PARTS: readonly Part[] = ['text', 'scope', ...FACETS];

/** Facets in which "not given" can keep an idea from showing. */
const GIVEN: readonly FacetName[] = ['area', 'difficulty', 'skills', 'contact', 'program'];

/** A runner over `ideas`, which must not change. */
export function createQueryRunner(
  ideas: readonly AssessedIdea[],
  lists: readonly ListOnPage[],
  locale: string,
): QueryRunner {
  const everything = allBits(ideas);
  const search = createSearchIndex(ideas.map(idea => idea.text));
  const facets = createFacets(ideas, lists, namesIn(locale));
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
    const name = `${sort.key} ${sort.direction} ${sort.sections}`;
    const flat = () => sortIdeas(ideas, sort, locale);
    const known = sorted.get(name) ?? (layoutOf(sort) === 'sorted-sections' ? sortInSections(ideas, flat()) : flat());
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

  function facetBits<F extends FacetName>(facet: F, query: Query, typed: TypedFacets): Bits | null {
    const ticked = query.facets[facet];
    const words = typed[facet];
    if (ticked.length === 0) return words?.bits ?? null;
    const held = facets[facet].matching(ticked);
    return words ? either(ideas.length, [held, words.bits]) : held;
  }

  /** Nothing ticked is no reason to make the facet. */
  function tickedIn<F extends FacetName>(facet: F, query: Query): readonly FacetValueOf[F][] {
    const ticked: readonly FacetValueOf[F][] = query.facets[facet];
    return ticked.length === 0 ? ticked : facets[facet].asInRows(ticked);
  }

  function rowsOf<F extends FacetName>(
    facet: F,
    query: Query,
    typed: TypedFacets,
    parts: Parts,
  ): readonly FacetCount<F>[] {
    const ticked: readonly FacetValueOf[F][] = query.facets[facet];
    return facets[facet].rows(passing(parts, facet), [...ticked, ...(typed[facet]?.choice.values ?? [])]);
  }

  /** Ideas that only the missing value of one facet keeps from showing. */
  function nearMisses(query: Query, typed: TypedFacets, parts: Parts): readonly NearMiss[] {
    return GIVEN.flatMap(facet => {
      const chosen: readonly unknown[] = [...query.facets[facet], ...(typed[facet]?.choice.values ?? [])];
      if (parts[facet] === null || chosen.includes(null)) return [];
      const count = countBoth(passing(parts, facet), facets[facet].without());
      return count > 0 ? [{ facet, count }] : [];
    });
  }

  function run(query: Query, bookmarks: ReadonlySet<IdeaKey>): View {
    const read = readText(query.text);
    const typed = typedFacets(query.text, read, facets);
    const bookmarked = (idea: AssessedIdea) => bookmarks.has(idea.key);
    const conditions = freeConditions(ideas, read, facets, everything, bookmarked);
    const words = read.terms.length > 0 ? search.find(read.terms) : null;
    const parts: Parts = {
      text: words && conditions ? both(words, conditions) : (words ?? conditions),
      scope: query.scope === 'all' ? null : scopeBits(query.scope, bookmarks),
      ...eachFacet(facet => facetBits(facet, query, typed)),
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
      layout: layoutOf(query.sort),
      all: keysAt(ideas, indices),
      withoutSortValue: shownIndices.filter(index => withoutValue.has(index)).length,
      scopeCounts: scopeCounts(scope => countBoth(inAnyScope, scopeBits(scope, bookmarks))),
      facetCounts: whenAsked(eachFacet(facet => () => rowsOf(facet, query, typed, parts))) as View['facetCounts'],
      ticked: whenAsked(eachFacet(facet => () => tickedIn(facet, query))) as View['ticked'],
      typed: {
        list: typed.list?.choice ?? null,
        area: typed.area?.choice ?? null,
        difficulty: typed.difficulty?.choice ?? null,
        skills: typed.skills?.choice ?? null,
        contact: typed.contact?.choice ?? null,
        program: typed.program?.choice ?? null,
        attention: typed.attention?.choice ?? null,
      },
      free: freeText(query.text, read),
      terms: read.terms.filter(term => !term.negated),
      problems: read.problems,
      nearMisses: nearMisses(query, typed, parts),
      removals: order.length > 0 ? [] : removalsOf(parts, part => countBits(passing(parts, part))),
      active: isActive(query),
    };
  }

  const unmade = [...FACETS];
  function prepare(count: number): boolean {
    if (!search.prepare(count)) return false;
    const next = unmade.pop();
    // The first look at a facet makes it.
    if (next) facets[next].without();
    return unmade.length === 0;
  }

  return { run, prepare };
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

function layoutOf({ key, sections }: Sort): ViewLayout {
  if (key === 'page') return 'sections';
  return sections ? 'sorted-sections' : 'one-list';
}

function eachFacet<T>(of: (facet: FacetName) => T): Readonly<Record<FacetName, T>> {
  return Object.fromEntries(FACETS.map(facet => [facet, of(facet)])) as Record<FacetName, T>;
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
