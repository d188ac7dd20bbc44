/** Why an idea needs attention, machine-readable. The words for people are in the locale files. */

/** In the order in which they are listed. One of them is enough: the idea needs a review. */
export const REASON_CODES = [
  'list:needs-work',
  'list:new',
  'comment:open',
  'difficulty:missing',
  'skills:missing',
  'outcomes:missing',
  'program:missing',
  'contact:no-address',
] as const;
export type ReasonCode = (typeof REASON_CODES)[number];

/** Weaker than a reason: shown in the list of reasons, never flags an idea alone. Alphabetical. */
export const ADVISORY_CODES = [
  'comment:interest',
  'comment:misplaced',
  'comment:unsigned',
  'date:ambiguous',
  'skills:prose',
  'verified:never',
] as const;
export type AdvisoryCode = (typeof ADVISORY_CODES)[number];
