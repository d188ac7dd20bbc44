/**
 * How the content script gets the display: they share one isolated world, which no page can see, and nothing else. Two scripts
 * and not one, because most pages of a wiki hold no ideas, and the larger part of the code is of no use there.
 */
import type { keepPlace } from '../../utils/overlay/place.ts';
import type { startLens } from './lens.tsx';
import type { showLoneNotice, updated } from './lone-notice.tsx';

export interface Display {
  readonly startLens: typeof startLens;
  readonly showLoneNotice: typeof showLoneNotice;
  readonly updated: typeof updated;
  readonly keepPlace: typeof keepPlace;
}

interface MeetingPlace {
  ideaLensDisplay?: Display;
}

/** Leaves the display where the content script finds it; one that was left before is replaced. */
export function offerDisplay(display: Display): void {
  (globalThis as MeetingPlace).ideaLensDisplay = display;
}

/** Gives the display. Throws when its script has not run. */
export function takeDisplay(): Display {
  const display = (globalThis as MeetingPlace).ideaLensDisplay;
  if (!display) throw new Error('Idea Lens: the script of the display ran without offering it.');
  return display;
}
