/**
 * Every message of the project, in one place: what it asks, what it gives. A method's name is the message's name on the wire.
 * Shapes are checked on both ends (schemas.ts); who may ask what is in sender.ts. Every method fails with a `LensError` only.
 */
import type { Bookmark, BookmarkDraft } from '../model/bookmark.ts';
import type { AllBookmarks, BookmarkRow, ImportAnswer } from '../model/import.ts';
import type { IdeaKey, PageKey } from '../model/key.ts';
import type { LensStatus, Showable } from '../model/lens-status.ts';
import type { Choices, Settings } from '../model/settings.ts';
import type { OwnPage } from '../platform/tabs.ts';

/** The readable bookmarks of all pages, newest first, and how many rows could not be read (they are kept). */
export interface RecentBookmarks {
  readonly bookmarks: readonly Bookmark[];
  readonly unreadable: number;
}

/** What was deleted: how many bookmarks, and whether the settings, too. */
export interface Deleted {
  readonly bookmarks: number;
  readonly settings: boolean;
}

/** Messages to the background that take all bookmarks out of the store and back into it. Extension pages only. */
export interface TransferMessages {
  /** Whole rows of all pages, newest first, with what this version does not know of; and the rows that cannot be read. */
  'bookmarks.export'(input: Record<string, never>): Promise<AllBookmarks>;
  /** Takes a removal back: the row is put as it was, unless the idea was bookmarked again meanwhile. */
  'bookmarks.restore'(input: { readonly row: BookmarkRow }): Promise<null>;
  /** What merging the text of a bookmarks file would do. A file that cannot be taken is no error: the answer says why. */
  'import.preview'(input: { readonly text: string }): Promise<ImportAnswer>;
  /** Merges the file, all or nothing, and gives what was done; decided anew, for the store may have changed since the preview. */
  'import.apply'(input: { readonly text: string }): Promise<ImportAnswer>;
}

/** Messages to the background, from the lens on a page or from the extension's own pages. */
export interface Background {
  /** The bookmarks of one page, oldest first; rows that cannot be read are left out and kept. A wiki page asks for its own host only. */
  'bookmarks.list'(input: { readonly page: PageKey }): Promise<readonly Bookmark[]>;
  /**
   * Keeps an idea and gives the bookmark as stored; it is stored when this resolves. For an idea that is bookmarked already the
   * date stays and the rest is renewed; so with one that was stored under another key, whose row goes.
   */
  'bookmarks.set'(input: BookmarkDraft): Promise<Bookmark>;
  /** Forgets a bookmark. Asking again for one that is gone is no error. */
  'bookmarks.remove'(input: { readonly page: PageKey; readonly idea: IdeaKey }): Promise<null>;
  /** Newest first, at most `limit` (1 to 100). Extension pages only. */
  'bookmarks.recent'(input: { readonly limit: number }): Promise<RecentBookmarks>;
  /** Switches the lens on or off for one wiki and gives the settings that follow. A wiki page switches its own host only. */
  'lens.set'(input: { readonly host: string; readonly on: boolean }): Promise<Settings>;
  'settings.get'(input: Record<string, never>): Promise<Settings>;
  /** Changes what is named and gives the settings that follow. A wiki page changes `shortcuts` only. */
  'settings.change'(input: { readonly change: Partial<Choices> }): Promise<Settings>;
  /**
   * Writes on the button of the asking tab how many ideas of its page need a review (0 to 99,999; 0 takes it off). Shown while the
   * setting `iconCount` and the lens of that wiki are on: a page sends it again whenever the settings change. Wiki pages only.
   */
  'attention.count'(input: { readonly count: number }): Promise<null>;
  /** Opens one of the extension's own pages in a tab. */
  'pages.open'(input: { readonly page: OwnPage }): Promise<null>;
  /** The keys that turn the lens on and off, as the browser writes them; `null` when the user has set none. */
  'shortcut.get'(input: Record<string, never>): Promise<string | null>;
  /** How many bookmarks are stored, with those that cannot be read. Extension pages only. */
  'data.count'(input: Record<string, never>): Promise<{ readonly bookmarks: number }>;
  /**
   * Deletes everything the user has stored: all data at once or, when it rejects with `storage`, none; then the settings, of which
   * the answer says whether they went. Extension pages only.
   */
  'data.deleteAll'(input: Record<string, never>): Promise<Deleted>;
  /** The user has seen how to turn the lens on again. Extension pages only. */
  'offNote.shown'(input: Record<string, never>): Promise<null>;
}

/** Messages to the content script of one tab, from the extension's own pages or the background. */
export interface LensTab {
  'lens.status'(input: Record<string, never>): Promise<LensStatus>;
  /** Turns the lens of this tab's wiki on or off (stored by the background, so all tabs follow) and gives the status that follows. */
  'lens.toggle'(input: Record<string, never>): Promise<LensStatus>;
  /** Shows this, and nothing else that was searched or filtered; the lens must be on. Rejects with `unavailable` where it is not. */
  'lens.show'(input: { readonly show: Showable }): Promise<LensStatus>;
}

/** An interface of messages: every method takes one input and gives a promise. */
export type Messages<Api> = { readonly [Name in keyof Api]: (input: never) => Promise<unknown> };
export type InputOf<Api, Name extends keyof Api> = Api[Name] extends (input: infer Input) => unknown ? Input : never;
export type OutputOf<Api, Name extends keyof Api> = Api[Name] extends (input: never) => Promise<infer Output>
  ? Output
  : never;
