/**
 * The file that holds all bookmarks (`idea-lens/bookmarks@1`), and what reading such a file back finds. Plain data: the words for it
 * are in the locale files.
 */
import type { Bookmark } from './bookmark.ts';

export const BOOKMARKS_FORMAT = 'idea-lens/bookmarks@1';
export const MOST_IMPORT_ROWS = 20_000;
/** Room for that many rows, each with a title as long as a wiki can have. Still less than the browsers let one message carry. */
export const LARGEST_IMPORT_BYTES = MOST_IMPORT_ROWS * 2_500;

/** A stored bookmark with whatever else its row holds; a later version may have added to it. */
export type BookmarkRow = Bookmark & { readonly [further: string]: unknown };

/** All rows of the store: those that can be read, newest first, and the others as they are. */
export interface AllBookmarks {
  readonly bookmarks: readonly BookmarkRow[];
  readonly unreadable: readonly unknown[];
}

/** Why a whole file cannot be taken. Lines and characters count from 1. */
export type ImportProblem =
  | { readonly kind: 'empty' }
  /** It is JSON up to its end, and then more should follow. */
  | { readonly kind: 'cut-off'; readonly line: number; readonly character: number }
  | { readonly kind: 'not-json'; readonly line: number; readonly character: number }
  | { readonly kind: 'too-large'; readonly bytes: number }
  | { readonly kind: 'too-many-rows'; readonly rows: number }
  /** The export of one page (`idea-lens/page@…`), which holds no bookmarks. */
  | { readonly kind: 'page-export' }
  | { readonly kind: 'newer-format'; readonly format: string }
  /** `null`: the file names no format. */
  | { readonly kind: 'other-format'; readonly format: string | null }
  /** A part of the file itself is missing or of the wrong type. */
  | { readonly kind: 'wrong-part'; readonly part: string };

/** What can be wrong with one row. `part` is the property, `contacts.2.name` for one further in; empty for the row itself. */
export const ROW_FAULTS = [
  'missing',
  'not-text',
  'not-text-or-nothing',
  'not-a-list',
  'not-an-object',
  'empty',
  'too-long',
  'not-a-page-key',
  'not-an-idea-key',
  'not-a-date',
  'unknown-role',
  /** The link is not an http or https address of the page's own host. */
  'other-host',
  /** `__proto__` and its kin are no property of a bookmark. */
  'forbidden-name',
  'too-deep',
  /** The same page and idea stands in an earlier row: `part` is that row's number. */
  'duplicate',
  /** A row that cannot be read, and has no key to be kept under. */
  'no-key',
  /** A row would take the place of another one, and one of the two cannot be read. */
  'would-replace',
] as const;
export type RowFaultKind = (typeof ROW_FAULTS)[number];

export interface RowFault {
  readonly kind: RowFaultKind;
  readonly part: string;
  /** How much is allowed, where it is too much. */
  readonly limit: number | null;
}

/** A row of the file that is not taken. */
export interface RejectedRow {
  /** The list of the file it stands in, and its number there, from 1. */
  readonly list: 'bookmarks' | 'unreadable';
  readonly row: number;
  /** The title it gives, where that is text; shortened. */
  readonly title: string | null;
  readonly fault: RowFault;
}

/** How many bookmarks, and the titles of a few of them. */
export interface ImportGroup {
  readonly count: number;
  readonly examples: readonly string[];
}

/** What an import would do. */
export interface ImportPlan {
  readonly new: ImportGroup;
  /** The store has this bookmark with other values: the file's win. */
  readonly changed: ImportGroup;
  readonly same: ImportGroup;
  /** Rows that cannot be read: put back as they are, and there already. */
  readonly unreadable: { readonly new: number; readonly same: number };
  /** In the order of the file. */
  readonly rejected: readonly RejectedRow[];
}

/** What an import would do, or has done; or why the file cannot be taken. */
export type ImportAnswer =
  | { readonly ok: true; readonly plan: ImportPlan }
  | { readonly ok: false; readonly problem: ImportProblem };
