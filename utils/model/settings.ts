/** Harmless choices, kept in `storage.local`. No user data here: content scripts can write to that store too. */

export interface Settings {
  /** Hosts (lower case, no scheme) on which the user switched the lens off. */
  readonly offHosts: readonly string[];
  /** Whether the user has been told once how to turn the lens on again. */
  readonly offNoteShown: boolean;
}

export const DEFAULT_SETTINGS: Settings = { offHosts: [], offNoteShown: false };
