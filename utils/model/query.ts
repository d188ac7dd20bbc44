/** What the user asked for. Plain data: two equal queries give the same view. */
import type { Level } from './idea.ts';
import type { ListId } from './key.ts';
import type { ReasonCode } from './reason.ts';

/** Presets. A preset is a scope: search and facets narrow inside it. */
export const SCOPES = ['all', 'good-first', 'needs-review', 'open-comments', 'bookmarked'] as const;
export type Scope = (typeof SCOPES)[number];

/** In the order in which they stand in the bar. */
export const FACETS = ['list', 'area', 'difficulty', 'skills', 'contact', 'program', 'attention'] as const;
export type FacetName = (typeof FACETS)[number];

/** Skills that are written as sentences are no values; all of them are this one. No page holds such a text: HTML has no U+0000. */
export const PROSE = '\0prose';

/** What the facet Attention asks for: at least one reason, a certain reason, or somebody's interest. */
export type AttentionValue = 'needs-review' | ReasonCode | 'interest';

/** What each facet's values are; `null` is "not given". */
export interface FacetValueOf {
  list: ListId;
  area: string | null;
  difficulty: Level | null;
  /** A skill as the page first spells it, or PROSE. */
  skills: string | null;
  /** The name of somebody to contact; the address where there is no name. */
  contact: string | null;
  program: 'yes' | 'no' | null;
  attention: AttentionValue;
}

/** The ticked values of each facet, each once, in no particular order; empty means the facet is not active. */
export type FacetChoices = { readonly [F in FacetName]: readonly FacetValueOf[F][] };

export const SORT_KEYS = [
  'page',
  'title',
  'inserted',
  'difficulty',
  'contact',
  'open-comments',
  'latest-comment',
] as const;
export type SortKey = (typeof SORT_KEYS)[number];
export type SortDirection = 'ascending' | 'descending';

export interface Sort {
  readonly key: SortKey;
  /** In page order always `ascending`. */
  readonly direction: SortDirection;
  /** Sorted inside the page's own sections, whose headings stay; in page order it makes no difference. */
  readonly sections: boolean;
}

export interface Query {
  /** As typed: words, `"phrases"`, `field:value`, and any of them behind `-`. All must hold. */
  readonly text: string;
  readonly scope: Scope;
  readonly facets: FacetChoices;
  readonly sort: Sort;
}

/** The query at rest: everything, in page order. */
export const EMPTY_QUERY: Query = {
  text: '',
  scope: 'all',
  facets: { list: [], area: [], difficulty: [], skills: [], contact: [], program: [], attention: [] },
  sort: { key: 'page', direction: 'ascending', sections: false },
};

/** Longer than this, in UTF-16 units, no search is taken: nobody types it, and a page may try to make one. */
export const LONGEST_TEXT = 1_000;

/** So many values of one facet are taken from a link: nobody ticks more, and a page may try to make one that takes for ever. */
export const MOST_VALUES = 1_000;
