/** A bookmark of an invented wiki, as a page asks for it. */
import type { BookmarkDraft } from '../../../utils/model/bookmark.ts';
import { ideaKey, pageKey } from '../../../utils/model/key.ts';

export const HOST = 'wiki.example.org';
export const PAGE = pageKey(HOST, 'Summer ideas');

export function draftOf(title: string, over: Partial<BookmarkDraft> = {}): BookmarkDraft {
  return {
    page: PAGE,
    idea: ideaKey(title),
    title,
    pageTitle: 'Summer ideas',
    url: `https://${HOST}/wiki/Summer_ideas`,
    anchor: title.replaceAll(' ', '_'),
    contacts: [{ name: 'Ada Sample', email: 'ada@example.org', role: 'contact' }],
    insertedRaw: '03/02/2021',
    ...over,
  };
}
