/**
 * Says above each title where the idea stands on the page, when all ideas make one list: at those near the window, at the others when they
 * come near. Each line is a tree of its own, which would have to be moved with its idea: hundreds of them nobody looks at.
 */
import { PlaceLine } from '../../components/idea/PlaceLine.tsx';
import type { IdeaKey } from '../../utils/model/key.ts';
import { wordsLocale } from '../../utils/platform/i18n.ts';
import type { CommandContext } from './commands.ts';
import { dateSortedBy } from './date-sorted-by.ts';

export interface Places {
  /** The ideas are in their places, or sorted by something else. */
  show(): void;
}

/** After so many ms a line is drawn even where the browser is busy. */
const SOON = 100;

/** Follows scrolling until the lens goes. */
export function createPlaces({ lens, document, overlay, session, mounts, headingOf }: CommandContext): Places {
  const { ideas, reading, signal } = lens;
  const window = document.defaultView ?? globalThis.window;
  const locale = wordsLocale();
  const ideaOf = new Map(ideas.map(idea => [idea.key, idea]));
  /** What stands in each idea's line beside its place. */
  const placed = new Map<IdeaKey, string | null>();
  let waiting = 0;

  const isOneList = () => !signal.aborted && session.state().shown.layout === 'one-list';

  function showPlace(key: IdeaKey): void {
    const region = reading.regions.ideas.get(key);
    const idea = ideaOf.get(key);
    if (!region || !idea) return;
    const detail = session.state().query.sort.key === 'inserted' ? dateSortedBy(idea, locale) : null;
    if (placed.get(key) === detail) return;
    const root = overlay.hosts.place(region).shadowRoot;
    if (!root) return;
    placed.set(key, detail);
    mounts.show(<PlaceLine listHeading={headingOf(idea)} area={idea.area} detail={detail} />, root);
  }

  function showNear(): void {
    if (!isOneList()) return;
    const { innerHeight } = window;
    for (const { key } of overlay.between(-innerHeight, 2 * innerHeight)) showPlace(key);
  }

  function showSoon(): void {
    if (!isOneList()) return;
    cancelIdleCallback(waiting);
    waiting = requestIdleCallback(showNear, { timeout: SOON });
  }

  // What has been laid out already tells nobody when it comes near; what has not does, before it can be seen.
  for (const event of ['scroll', 'resize']) window.addEventListener(event, showSoon, { signal, passive: true });
  document.addEventListener(
    'contentvisibilityautostatechange',
    event => {
      const key = isOneList() && event.target instanceof Node ? overlay.keyOf(event.target) : null;
      if (key !== null) showPlace(key);
    },
    { capture: true, signal },
  );

  return {
    show() {
      if (!isOneList()) return;
      // Wherever they are by now: what they were sorted by before is no fact about this list.
      for (const key of placed.keys()) showPlace(key);
      showNear();
    },
  };
}
