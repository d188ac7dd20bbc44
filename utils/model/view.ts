/** What follows from a query: which ideas show, in which order, and every count beside a control. */
import type { IdeaKey } from './key.ts';
import type { FacetName, FacetValueOf, Scope } from './query.ts';

/** One row of a facet: how many ideas would show if this value alone were ticked in its facet (own facet excluded). */
export interface FacetCount<F extends FacetName> {
  readonly value: FacetValueOf[F];
  readonly count: number;
  readonly chosen: boolean;
}

/** One removal that an empty result can offer, with the number of ideas it would show (never 0). */
export interface Removal {
  readonly what: 'text' | 'scope' | FacetName;
  readonly count: number;
}

/** A term that the search looks for: folded text, never empty. */
export interface SearchTerm {
  readonly folded: string;
  readonly negated: boolean;
}

export interface View {
  /** M of "N of M ideas". */
  readonly total: number;
  /** The ideas that show, in the order to show them in. */
  readonly order: readonly IdeaKey[];
  /** The same as a set. */
  readonly visible: ReadonlySet<IdeaKey>;
  /** Page order keeps the page's sections; any other sort makes one list. */
  readonly layout: 'sections' | 'one-list';
  /** Of the shown ideas, how many have no value for the sort key (they come last); 0 in page order. */
  readonly withoutSortValue: number;
  /** Live: search and facets applied, own scope excluded. */
  readonly scopeCounts: Readonly<Record<Scope, number>>;
  readonly facetCounts: { readonly [F in FacetName]: readonly FacetCount<F>[] };
  /** What to paint: the terms that are not negated. */
  readonly terms: readonly SearchTerm[];
  /** Filled only when nothing shows. */
  readonly removals: readonly Removal[];
  /** Anything set that "Clear all" would clear: text, scope, a facet or a sort. */
  readonly active: boolean;
}
