/** Harmless choices, kept in `storage.local`. No user data here: content scripts can write to that store too. */

/** How strongly search hits are painted. */
export const HIGHLIGHTS = ['off', 'underline', 'full'] as const;
export type Highlight = (typeof HIGHLIGHTS)[number];

export interface Settings {
  /** Hosts (lower case, no scheme) on which the user switched the lens off. */
  readonly offHosts: readonly string[];
  /** Whether the user has been told once how to turn the lens on again. */
  readonly offNoteShown: boolean;
  /** Whether single keys do something on a page of ideas. */
  readonly shortcuts: boolean;
  /** Whether the extension's icon says how many ideas of the page need a review. */
  readonly iconCount: boolean;
  readonly highlight: Highlight;
}

/** What the user chooses among the settings; the rest has messages of its own. */
export type Choices = Pick<Settings, 'shortcuts' | 'iconCount' | 'highlight'>;

export const DEFAULT_SETTINGS: Settings = {
  offHosts: [],
  offNoteShown: false,
  shortcuts: true,
  iconCount: true,
  highlight: 'full',
};

/** Whether the lens is on for `host`: it is, until the user switches it off there. */
export function isLensOn(settings: Settings, host: string): boolean {
  return !settings.offHosts.includes(host);
}

/** The settings with the lens switched on or off for `host`; everything else stays. */
export function withLens(settings: Settings, host: string, on: boolean): Settings {
  const others = settings.offHosts.filter(off => off !== host);
  return { ...settings, offHosts: on ? others : [...others, host] };
}
