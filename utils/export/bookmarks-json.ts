/** All bookmarks as JSON, `idea-lens/bookmarks@1`: whole rows, so that an import gives back exactly what was exported. */
import { type AllBookmarks, BOOKMARKS_FORMAT } from '../model/import.ts';

/** The object to serialise. Rows that cannot be read stand apart, as they are. */
export function bookmarksToJson({ bookmarks, unreadable }: AllBookmarks, exportedAt: Date) {
  return { format: BOOKMARKS_FORMAT, exportedAt: exportedAt.toISOString(), bookmarks, unreadable } as const;
}

/** The text of the file. A row a line: a fault is found by its line, and no indentation makes the file larger than an import takes. */
export function bookmarksToJsonText(all: AllBookmarks, exportedAt: Date): string {
  const parts = Object.entries(bookmarksToJson(all, exportedAt)).map(([name, part]) => {
    const text = typeof part === 'string' ? JSON.stringify(part) : `[${part.map(onItsLine).join(',')}\n]`;
    return `${JSON.stringify(name)}: ${text}`;
  });
  return `{\n${parts.join(',\n')}\n}\n`;
}

function onItsLine(row: unknown): string {
  return `\n${JSON.stringify(row)}`;
}
