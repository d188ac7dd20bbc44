/**
 * How the two content scripts meet: they share one isolated world, which no page can see, and nothing else. Two scripts and
 * not one, because the larger part of the code is of no use on a page without ideas.
 */
import type { startLens } from './lens.tsx';
import type { notUnderstood, showLoneNotice, updated } from './lone-notice.tsx';

export interface Display {
  readonly startLens: typeof startLens;
  readonly showLoneNotice: typeof showLoneNotice;
  readonly updated: typeof updated;
  readonly notUnderstood: typeof notUnderstood;
}

interface MeetingPlace {
  ideaLensDisplay?: Display;
}

/** Leaves the display where the other script finds it; one that was left before is replaced. */
export function offerDisplay(display: Display): void {
  (globalThis as MeetingPlace).ideaLensDisplay = display;
}

/** Gives the display. Throws when the manifest ran the scripts in the wrong order. */
export function takeDisplay(): Display {
  const display = (globalThis as MeetingPlace).ideaLensDisplay;
  if (!display) throw new Error('Idea Lens: the display has not been offered; it must run before the reading.');
  return display;
}
