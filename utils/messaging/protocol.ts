/**
 * Every message of the project, in one place: what it asks, what it gives. A method's name is the message's name on the wire.
 * Shapes are checked on both ends (schemas.ts); who may ask what is in sender.ts. Every method fails with a `LensError` only.
 */
import type { Bookmark, BookmarkDraft } from '../model/bookmark.ts';
import type { IdeaKey, PageKey } from '../model/key.ts';
import type { LensStatus } from '../model/lens-status.ts';
import type { Settings } from '../model/settings.ts';

/** The readable bookmarks of all pages, newest first, and how many rows could not be read (they are kept). */
export interface RecentBookmarks {
  readonly bookmarks: readonly Bookmark[];
  readonly unreadable: number;
}

/** Messages to the background, from the lens on a page or from the extension's own pages. */
export interface Background {
  /** The bookmarks of one page, oldest first; rows that cannot be read are left out and kept. A wiki page asks for its own host only. */
  'bookmarks.list'(input: { readonly page: PageKey }): Promise<readonly Bookmark[]>;
  /**
   * Keeps an idea and gives the bookmark as stored; it is stored when this resolves. For an idea that is bookmarked already the
   * date stays and the rest is renewed.
   */
  'bookmarks.set'(input: BookmarkDraft): Promise<Bookmark>;
  /** Forgets a bookmark. Asking again for one that is gone is no error. */
  'bookmarks.remove'(input: { readonly page: PageKey; readonly idea: IdeaKey }): Promise<null>;
  /** Newest first, at most `limit` (1 to 100). Extension pages only. */
  'bookmarks.recent'(input: { readonly limit: number }): Promise<RecentBookmarks>;
  /** Switches the lens on or off for one wiki and gives the settings that follow. A wiki page switches its own host only. */
  'lens.set'(input: { readonly host: string; readonly on: boolean }): Promise<Settings>;
  'settings.get'(input: Record<string, never>): Promise<Settings>;
  /** The user has seen how to turn the lens on again. Extension pages only. */
  'offNote.shown'(input: Record<string, never>): Promise<null>;
}

/** Messages to the content script of one tab, from the extension's own pages or the background. */
export interface LensTab {
  'lens.status'(input: Record<string, never>): Promise<LensStatus>;
  /** Turns the lens of this tab's wiki on or off (stored by the background, so all tabs follow) and gives the status that follows. */
  'lens.toggle'(input: Record<string, never>): Promise<LensStatus>;
}

/** An interface of messages: every method takes one input and gives a promise. */
export type Messages<Api> = { readonly [Name in keyof Api]: (input: never) => Promise<unknown> };
export type InputOf<Api, Name extends keyof Api> = Api[Name] extends (input: infer Input) => unknown ? Input : never;
export type OutputOf<Api, Name extends keyof Api> = Api[Name] extends (input: never) => Promise<infer Output>
  ? Output
  : never;
