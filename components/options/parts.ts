/** What the settings page shows. Plain data. */
import type { Choices } from '../../utils/model/settings.ts';

/** One wiki that Idea Lens knows, on or off as a whole whatever names it goes by. */
export interface KnownWiki {
  readonly name: string;
  readonly hosts: readonly string[];
  readonly on: boolean;
}

export interface Stored {
  /** These and the choices are `null` while they could not be read. */
  readonly wikis: readonly KnownWiki[] | null;
  readonly choices: Choices | null;
  /** How many bookmarks are stored; `null` where that cannot be read. */
  readonly bookmarks: number | null;
  /** The keys that turn the lens on and off; `null` when the user has set none, or the browser does not say. */
  readonly shortcut: string | null;
}

/**
 * How far deleting everything has come. `deleted`: `settings` says whether these went, too. `failed`: `kept` says whether it is
 * certain that nothing was deleted.
 */
export type Deletion =
  | { readonly step: 'none' | 'asked' | 'running' }
  | { readonly step: 'deleted'; readonly bookmarks: number; readonly settings: boolean }
  | { readonly step: 'failed'; readonly kept: boolean };
