/** What the user asked for. Plain data: two equal queries give the same view. */
import type { Level } from './idea.ts';
import type { ListId } from './key.ts';

/** Presets. A preset is a scope: search and facets narrow inside it. */
export const SCOPES = ['all', 'good-first', 'needs-review', 'open-comments', 'bookmarked'] as const;
export type Scope = (typeof SCOPES)[number];

export const FACETS = ['list', 'area', 'difficulty'] as const;
export type FacetName = (typeof FACETS)[number];

/** What each facet's values are; `null` is "not given". */
export interface FacetValueOf {
  list: ListId;
  area: string | null;
  difficulty: Level | null;
}

/** The ticked values of each facet, each once, in no particular order; empty means the facet is not active. */
export type FacetChoices = { readonly [F in FacetName]: readonly FacetValueOf[F][] };

export const SORT_KEYS = ['page', 'title', 'inserted', 'difficulty', 'open-comments'] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type SortDirection = 'ascending' | 'descending';

export interface Sort {
  readonly key: SortKey;
  /** In page order always `ascending`. */
  readonly direction: SortDirection;
}

export interface Query {
  /** As typed. Words are ANDed; `"phrases"`; `-not`. */
  readonly text: string;
  readonly scope: Scope;
  readonly facets: FacetChoices;
  readonly sort: Sort;
}

/** The query at rest: everything, in page order. */
export const EMPTY_QUERY: Query = {
  text: '',
  scope: 'all',
  facets: { list: [], area: [], difficulty: [] },
  sort: { key: 'page', direction: 'ascending' },
};
