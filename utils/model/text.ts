/** What is said of a search text: what in it was not understood, and what could be typed next. Plain data, no words for people. */

/** The fields that can stand before a colon in the search text, as they are completed and written. */
export const TEXT_FIELDS = [
  'list',
  'area',
  'difficulty',
  'skills',
  'mentor',
  'gsoc',
  'reason',
  'is',
  'has',
  'missing',
  'before',
  'after',
  'title',
] as const;
export type TextField = (typeof TEXT_FIELDS)[number];

/** Something in a search text that could not be taken as it stands; `at` counts UTF-16 units from its start. */
export type TextProblem =
  /** There is no such field: searched as plain words. */
  | { readonly kind: 'unknown-field'; readonly name: string; readonly at: number }
  /** The field takes other values: this one is left out. */
  | { readonly kind: 'unknown-value'; readonly field: TextField; readonly value: string; readonly at: number }
  /** A quotation mark without its end: taken to the end of the text. */
  | { readonly kind: 'unclosed-quote'; readonly at: number }
  /** Longer than LONGEST_TEXT: not taken at all. */
  | { readonly kind: 'too-long'; readonly length: number };

/** One completion of what is being typed. */
export interface Suggestion {
  readonly kind: 'field' | 'value';
  readonly field: TextField;
  /** What it stands for, as it would be typed: `difficulty:`, `area:"Mirage OS"`. */
  readonly words: string;
  /** Ideas that have the value in what shows now; `null` for a field. */
  readonly count: number | null;
  /** The whole text once it is taken, and where the caret goes. */
  readonly text: string;
  readonly caret: number;
}
