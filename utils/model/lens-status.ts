/** What the lens of one tab says of itself, and can be asked to show: for the popup and the keyboard command. Plain data. */
import { SCOPES } from './query.ts';

export interface LensCounts {
  /** All ideas of the page, whatever is filtered. */
  readonly ideas: number;
  /** Ideas for which at least one reason holds. */
  readonly needsReview: number;
  /** Review comments that are not addressed. */
  readonly openComments: number;
  /** Open comments of the kind `interest`. */
  readonly interested: number;
}

/**
 * Why a tab shows no lens: switched off for the wiki; on, but it has stepped aside or failed; nothing to show; labels unknown; not a page to
 * read (edit, history …).
 */
export const IDLE_STATES = ['off', 'aside', 'no-ideas', 'not-understood', 'other-view'] as const;
export type IdleState = (typeof IDLE_STATES)[number];

interface LensPlace {
  /** Host of the tab's page, lower case, with its port where it has one. */
  readonly host: string;
  /** The page's title; empty when the page does not say. */
  readonly pageTitle: string;
}

export type LensStatus =
  | (LensPlace & { readonly state: 'on'; readonly counts: LensCounts })
  | (LensPlace & { readonly state: IdleState; readonly counts: null });

/** What a tab can be asked to show instead of what it shows: a scope, or the ideas somebody is interested in (facet Attention). */
export const SHOWABLE = [...SCOPES, 'interest'] as const;
export type Showable = (typeof SHOWABLE)[number];
