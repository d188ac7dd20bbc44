/**
 * From idea to idea: where the reader is, which one comes next, and going there. The focus goes to the idea's tools, right behind
 * its heading; the heading itself stays the page's own.
 */
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Regions } from '../../utils/model/region.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { FocusKeeper } from '../display/focus.ts';
import type { Session } from '../display/session.ts';
import { focusIdea } from './idea-focus.ts';

/** A heading so near to its place under the bar, px, counts as being there. */
const NEAR = 8;
/** As in page.css: what stays free between the bar and a heading. */
const GAP = 12;

export interface Moving {
  /** The idea the reader is at: the one with the focus, else the first whose heading is on the screen, else the one being read. */
  current(): AssessedIdea | null;
  /** Goes to the next (or previous) idea that shows and fits; `false` when there is none that way. */
  step(way: 1 | -1, fits?: (idea: AssessedIdea) => boolean): boolean;
  goTo(key: IdeaKey): void;
}

export interface MovingOptions {
  readonly ideas: readonly AssessedIdea[];
  readonly regions: Regions;
  readonly overlay: Overlay;
  readonly session: Session;
  readonly focus: FocusKeeper;
  /** Called with the idea gone to, its number among those that show and fit, and how many these are. */
  readonly arrived: (idea: AssessedIdea, number: number, total: number) => void;
}

export function createMoving(options: MovingOptions): Moving {
  const { regions, overlay } = options;
  const document = regions.root?.ownerDocument ?? globalThis.document;
  const byKey = new Map(options.ideas.map(idea => [idea.key, idea]));

  const barBottom = () => overlay.hosts.toolbar()?.getBoundingClientRect().bottom ?? 0;
  /** Where the bar ends once it has stuck to the window's top. */
  const stuckBottom = () => {
    const bar = overlay.hosts.toolbar();
    if (!bar) return 0;
    return (Number.parseFloat(bar.style.getPropertyValue('--idea-lens-top')) || 0) + bar.getBoundingClientRect().height;
  };
  const topOf = (key: IdeaKey) => regions.ideas.get(key)?.headingBlock.getBoundingClientRect().top ?? 0;

  function focused(): IdeaKey | null {
    const element = document.activeElement;
    return element && element !== document.body ? overlay.keyOf(element) : null;
  }

  /** The ideas that show, in the order of the page as it is. */
  function showing(): readonly IdeaKey[] {
    const { shown } = options.session.state();
    return shown.layout === 'one-list' ? shown.order : shown.all.filter(key => shown.visible.has(key));
  }

  /** The number in `keys` that the step goes to; `keys` may lack the idea one is at. */
  function goal(keys: readonly IdeaKey[], way: 1 | -1): number {
    const from = focused() ?? options.focus.lost();
    if (from !== null) {
      const { all } = options.session.state().shown;
      const rank = (key: IdeaKey) => all.indexOf(key);
      const here = keys.indexOf(from);
      if (here >= 0) return here + way;
      return way > 0
        ? keys.findIndex(key => rank(key) > rank(from))
        : keys.findLastIndex(key => rank(key) < rank(from));
    }
    const line = barBottom() + GAP;
    return way > 0
      ? keys.findIndex(key => topOf(key) > line + NEAR)
      : keys.findLastIndex(key => topOf(key) < line - NEAR);
  }

  function goTo(key: IdeaKey): void {
    const region = regions.ideas.get(key);
    const view = document.defaultView;
    if (!region || !view) return;
    options.focus.found();
    focusIdea(overlay.hosts.idea(region), byKey.get(key)?.title ?? key);
    const distance = topOf(key) - stuckBottom() - GAP;
    const near = Math.abs(distance) < 2 * view.innerHeight;
    if (near && !view.matchMedia('(prefers-reduced-motion: reduce)').matches) {
      // To a place, not by a distance: another scrolling may still be under way.
      view.scrollTo({ top: view.scrollY + distance, behavior: 'smooth' });
      return;
    }
    // Far away the browser only guesses heights; it knows them once it has been there.
    region.headingBlock.scrollIntoView({ block: 'start', behavior: 'instant' });
    view.scrollBy({ top: topOf(key) - stuckBottom() - GAP, behavior: 'instant' });
  }

  return {
    goTo,
    current() {
      const key = focused();
      if (key !== null) return byKey.get(key) ?? null;
      const end = document.defaultView?.innerHeight ?? 0;
      const keys = showing();
      const first = keys.find(each => topOf(each) >= barBottom() && topOf(each) < end);
      const read = first ?? keys.findLast(each => topOf(each) < barBottom());
      return read === undefined ? null : (byKey.get(read) ?? null);
    },
    step(way, fits = () => true) {
      const keys = showing().filter(key => {
        const idea = byKey.get(key);
        return idea !== undefined && fits(idea);
      });
      const number = goal(keys, way);
      const key = keys[number];
      const idea = key === undefined ? undefined : byKey.get(key);
      if (idea === undefined) return false;
      goTo(idea.key);
      options.arrived(idea, number + 1, keys.length);
      return true;
    },
  };
}
