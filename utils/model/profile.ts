/** How one wiki writes its ideas, as data. A further wiki is one more value of this type. */
import type { ListId } from './key.ts';

/** The fields an idea can have. `review` holds the comments. */
export const FIELD_NAMES = [
  'inserted',
  'verified',
  'program',
  'contact',
  'mailingList',
  'irc',
  'difficulty',
  'skills',
  'description',
  'outcomes',
  'references',
  'review',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** What the profile says of a list: reviewed; not yet reviewed; new; or closed (its ideas are taken). */
export type ListStanding = 'reviewed' | 'needs-work' | 'new' | 'closed';

export interface ListRule {
  readonly id: ListId;
  readonly standing: ListStanding;
  /** Source of a case-insensitive regular expression that the whole heading (white space collapsed) must match. */
  readonly heading: string;
}

export interface Profile {
  readonly id: string;
  /** What people call the wiki. */
  readonly name: string;
  /** Match patterns of the extension manifest. */
  readonly matches: readonly string[];
  /** Label texts of each field, without colon, compared case-insensitively with white space collapsed. */
  readonly labels: Readonly<Record<FieldName, readonly string[]>>;
  readonly lists: readonly ListRule[];
  /** Template defaults: sources of case-insensitive expressions that a whole value must match to count as not given. */
  readonly placeholders: readonly string[];
  readonly comment: {
    /** Start of the icon's file name or alternative text, blanks and underscores alike. */
    readonly icon: string;
    /** The template's own words in the author's place when nobody signed. */
    readonly unsignedAuthors: readonly string[];
    /** Source: words of a comment that is a student's interest. */
    readonly interest: string;
    /** Whole text of a comment's own words or reply that means addressed, compared without trailing punctuation. */
    readonly addressed: readonly string[];
    /** Source: the note that stands in an empty review field ("(delete as addressed)"). */
    readonly reviewNote: string;
  };
}

/** How the profile marks a list; a list that no rule fits (`other:…`) is neither reviewed nor new: `null`. */
export function standingOf(profile: Profile, list: ListId): ListStanding | null {
  return profile.lists.find(rule => rule.id === list)?.standing ?? null;
}
