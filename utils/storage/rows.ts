/**
 * Reads stored rows. What a row lacks is never guessed: it is readable as a whole or not at all, and what is not readable stays in
 * the store for a later version (or a person) to mend.
 */
import * as v from 'valibot';
import type { Bookmark } from '../model/bookmark.ts';
import { isUrlOfPage } from '../model/host.ts';
import type { IdeaKey, PageKey } from '../model/key.ts';

/** Further properties are let pass and left out. */
const BOOKMARK_ROW: v.GenericSchema<unknown, Bookmark> = v.pipe(
  v.object({
    page: v.custom<PageKey>(value => typeof value === 'string'),
    idea: v.custom<IdeaKey>(value => typeof value === 'string'),
    title: v.string(),
    pageTitle: v.string(),
    url: v.string(),
    anchor: v.nullable(v.string()),
    contacts: v.array(
      v.object({
        name: v.nullable(v.string()),
        email: v.nullable(v.string()),
        role: v.picklist(['contact', 'mentor', 'student']),
      }),
    ),
    insertedRaw: v.nullable(v.string()),
    createdAt: v.pipe(v.string(), v.isoTimestamp()),
  }),
  v.check(row => isUrlOfPage(row.url, row.page)),
);

/** The bookmark in a stored row; `null` when it cannot be read. */
export function readBookmark(row: unknown): Bookmark | null {
  const result = v.safeParse(BOOKMARK_ROW, row);
  return result.success ? result.output : null;
}

/** The readable bookmarks of `rows`, in their order. */
export function readBookmarks(rows: readonly unknown[]): Bookmark[] {
  return rows.map(readBookmark).filter(bookmark => bookmark !== null);
}
