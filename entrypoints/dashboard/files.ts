/** The files that the dashboard saves: their names, their text, and how the browser gets them. */
import type { SaveFormat } from '../../components/dashboard/parts.ts';
import { bookmarksToJsonText } from '../../utils/export/bookmarks-json.ts';
import { bookmarksToMarkdown } from '../../utils/export/bookmarks-markdown.ts';
import type { AllBookmarks } from '../../utils/model/import.ts';
import { t } from '../../utils/platform/i18n.ts';

export interface SavedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** The file of all bookmarks as of `now`. */
export function fileOf(format: SaveFormat, all: AllBookmarks, now: Date): SavedFile {
  const name = `idea-lens-bookmarks-${dayOf(now)}`;
  if (format === 'json') {
    return { name: `${name}.json`, type: 'application/json', text: bookmarksToJsonText(all, now) };
  }
  const text = bookmarksToMarkdown(all.bookmarks, {
    title: t('transfer.markdownTitle'),
    contacts: names => t('transfer.markdownContacts', [names]),
    bookmarked: createdAt => t('transfer.markdownBookmarked', [dayWords(createdAt)]),
  });
  return { name: `${name}.md`, type: 'text/markdown', text };
}

/** A date that is none stays as it is. */
function dayWords(iso: string): string {
  const moment = new Date(iso);
  return Number.isNaN(moment.getTime()) ? iso : dayOf(moment);
}

/** The day as the user's clock has it and the dashboard shows it, YYYY-MM-DD. */
function dayOf(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map(part => String(part).padStart(2, '0')).join('-');
}

/** Hands a file to the browser, which saves it as it saves every download. */
export function download({ name, type, text }: SavedFile): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // Not at once: the browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
