/** All bookmarks as JSON, `idea-lens/bookmarks@1`: whole rows, so that an import gives back exactly what was exported. */
import { type AllBookmarks, BOOKMARKS_FORMAT } from '../model/import.ts';

/** The object to serialise. Rows that cannot be read stand apart, as they are. */
export function bookmarksToJson({ bookmarks, unreadable }: AllBookmarks, exportedAt: Date) {
  return { format: BOOKMARKS_FORMAT, exportedAt: exportedAt.toISOString(), bookmarks, unreadable } as const;
}
