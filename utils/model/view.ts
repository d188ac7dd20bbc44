/** What follows from a query: which ideas show, in which order, and every count beside a control. */
import type { IdeaKey } from './key.ts';
import type { FacetChoices, FacetName, FacetValueOf, Scope } from './query.ts';
import type { TextProblem } from './text.ts';

/** One row of a facet: how many ideas would show if this value alone were asked for in its facet (own facet excluded). */
export interface FacetCount<F extends FacetName> {
  readonly value: FacetValueOf[F];
  readonly count: number;
  /** Ticked, or asked for in the search text. */
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

/** What the search text asks of one facet (`area:mirage`). Ticked and typed values count alike: one of them is enough. */
export interface TypedChoice<F extends FacetName> {
  /** The values of the page that the words name, in page order. */
  readonly values: readonly FacetValueOf[F][];
  /** Words that name none. */
  readonly unmatched: readonly string[];
  /** The search text without what it asks of this facet. */
  readonly rest: string;
}

/** The part of the search text that no facet shows: words, and conditions of other fields. */
export interface FreeText {
  /** As typed; empty when there is none. */
  readonly text: string;
  /** The search text without it. */
  readonly rest: string;
}

/** Ideas that would show but for a value that they do not give. */
export interface NearMiss {
  readonly facet: FacetName;
  /** Never 0. */
  readonly count: number;
}

/** How ideas stand: in the page's sections as they are; sorted inside the sections; in one list. */
export type ViewLayout = 'sections' | 'sorted-sections' | 'one-list';

export interface View {
  /** M of "N of M ideas". */
  readonly total: number;
  /** The ideas that show, in the order to show them in. */
  readonly order: readonly IdeaKey[];
  /** The same as a set. */
  readonly visible: ReadonlySet<IdeaKey>;
  readonly layout: ViewLayout;
  /** All ideas in the order asked for, the hidden ones too; in page order when nothing is sorted. */
  readonly all: readonly IdeaKey[];
  /** Of the shown ideas, how many have no value for the sort key (they come last); 0 in page order. */
  readonly withoutSortValue: number;
  /** Live: search and facets applied, own scope excluded. */
  readonly scopeCounts: Readonly<Record<Scope, number>>;
  readonly facetCounts: { readonly [F in FacetName]: readonly FacetCount<F>[] };
  /** What is ticked in each facet, each value once and as its row has it: a link may spell a name in another case. */
  readonly ticked: FacetChoices;
  /** What the search text asks of each facet; `null` where it does not speak of it. */
  readonly typed: { readonly [F in FacetName]: TypedChoice<F> | null };
  readonly free: FreeText;
  /** What to paint: the terms that are not negated. */
  readonly terms: readonly SearchTerm[];
  /** What in the search text was not taken as it stands. */
  readonly problems: readonly TextProblem[];
  /** In the order of the facets. */
  readonly nearMisses: readonly NearMiss[];
  /** Filled only when nothing shows. */
  readonly removals: readonly Removal[];
  /** Anything set that "Clear all" would clear: text, scope, a facet or a sort. */
  readonly active: boolean;
}

/** Whether the view hides or moves any of the page's `total` ideas. At rest the page keeps its own structure. */
export function isNarrowed({ layout, visible }: View, total: number): boolean {
  return layout !== 'sections' || visible.size < total;
}
