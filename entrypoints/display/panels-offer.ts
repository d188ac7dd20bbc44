/**
 * How the display and the script of the panels find each other: they share one isolated world, which no page can see. The display
 * lends its Preact, the panels come back. Types and two places to meet, nothing else.
 */
import type * as preact from 'preact';
import type * as hooks from 'preact/hooks';
import type * as runtime from 'preact/jsx-runtime';
import type * as notices from '../../components/idea/notices.ts';
import type { Panels } from '../../components/ui/panels.ts';
import type { createPaint } from '../../utils/overlay/highlights.ts';
import type { undoLeftovers } from '../../utils/overlay/leftovers.ts';
import type { CreateSectioning } from '../../utils/overlay/sectioning.ts';
import type { fieldNear } from '../../utils/query/spelling.ts';
import type { suggest } from '../../utils/query/suggest.ts';
import type * as anchors from '../panels/anchors.ts';
import type { matter } from '../panels/changes.ts';
import type { createCommands } from '../panels/commands.ts';
import type { createHits } from '../panels/hits.ts';
import type { focusIdea } from '../panels/idea-focus.ts';
import type { createPlaces } from '../panels/places.tsx';
import type { createReadingPlace } from '../panels/reading-place.ts';
import type { createResuming } from '../panels/resuming.ts';
import type * as rows from '../panels/rows.ts';
import type { uncoverFocus } from '../panels/uncovering.ts';

export type LentPreact = Pick<
  typeof preact & typeof hooks & typeof runtime,
  'Fragment' | 'createContext' | 'jsx' | 'jsxs' | 'useContext' | 'useEffect' | 'useLayoutEffect' | 'useRef' | 'useState'
>;

export interface OfferedPanels {
  readonly panels: Panels;
  /** The style sheet that the panels need beside the display's. */
  readonly css: string;
  readonly notices: typeof notices;
  readonly anchors: typeof anchors;
  readonly suggest: typeof suggest;
  readonly createCommands: typeof createCommands;
  readonly createHits: typeof createHits;
  readonly createPaint: typeof createPaint;
  readonly createPlaces: typeof createPlaces;
  readonly createReadingPlace: typeof createReadingPlace;
  readonly fieldNear: typeof fieldNear;
  readonly matter: typeof matter;
  readonly createResuming: typeof createResuming;
  readonly createSectioning: CreateSectioning;
  readonly undoLeftovers: typeof undoLeftovers;
  readonly uncoverFocus: typeof uncoverFocus;
  readonly focusIdea: typeof focusIdea;
  readonly rows: typeof rows;
}

interface MeetingPlace {
  ideaLensPreact?: LentPreact;
  ideaLensPanels?: OfferedPanels;
}

export function lendPreact(lent: LentPreact): void {
  (globalThis as MeetingPlace).ideaLensPreact = lent;
}

/** Throws when the display has lent none. */
export function takePreact(): LentPreact {
  const lent = (globalThis as MeetingPlace).ideaLensPreact;
  if (!lent) throw new Error('Idea Lens: the panels were run without the display.');
  return lent;
}

export function offerPanels(offered: OfferedPanels): void {
  (globalThis as MeetingPlace).ideaLensPanels = offered;
}

/** Throws when their script has not run. */
export function takePanels(): OfferedPanels {
  const offered = (globalThis as MeetingPlace).ideaLensPanels;
  if (!offered) throw new Error('Idea Lens: the script of the panels ran without offering them.');
  return offered;
}
