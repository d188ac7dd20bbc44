/**
 * Where the reader is, while the list changes under a bar that has stuck to the window's top: the idea in view keeps its place
 * when it still shows; otherwise the list is shown from its beginning. As long as the bar stands in its own place nothing moves.
 */
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Query } from '../../utils/model/query.ts';
import type { Regions } from '../../utils/model/region.ts';
import type { IdeaBox } from '../../utils/overlay/in-view.ts';
import { NOTES, TOOLBAR } from '../../utils/overlay/names.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { HeldPlace } from '../display/resume.ts';
import type { SessionState } from '../display/session.ts';
import { targetOf } from './target.ts';

export interface ReadingPlace {
  /** Call before `state` shows; call what it gives afterwards. */
  before(state: SessionState, was: SessionState): () => void;
  /** Call before showing what a new address asks for: it may name an anchor of the page. */
  follow(): void;
  /** Shows the list from its beginning, the bar above it. */
  toStart(): void;
  /** The same, after what keeps the reader's place, which takes a frame. */
  toStartSoon(): void;
  /** Who follows a link to a view comes to see the ideas. A page that is loaded again stays where it was. */
  arrive(): void;
  /** The idea the reader is at; as last seen, where the page has been replaced meanwhile. `null` above the first one. */
  now(): HeldPlace | null;
  /** Brings an idea back to where `now` saw it. */
  putBack(held: HeldPlace | null): void;
}

/** Follows the reader's own moves until `signal` aborts. */
export function createReadingPlace(regions: Regions, overlay: Overlay, signal: AbortSignal): ReadingPlace {
  const view = regions.root?.ownerDocument.defaultView ?? null;

  /** Where the bar would stand if it did not stick, from the window's top. */
  function barsOwnTop(bar: Element): number {
    const above = bar.previousElementSibling;
    return above ? above.getBoundingClientRect().bottom : (regions.root?.getBoundingClientRect().top ?? 0);
  }

  function belowBar(bar: Element): { readonly from: number; readonly ideas: readonly IdeaBox[] } {
    const from = bar.getBoundingClientRect().bottom;
    return { from, ideas: overlay.between(from, view?.innerHeight ?? 0) };
  }

  /** The first idea that begins in the window below `bar`, else the one that fills it. */
  function inView(bar: Element): IdeaKey | null {
    const { from, ideas } = belowBar(bar);
    return (ideas.find(({ top }) => top >= from) ?? ideas.at(-1))?.key ?? null;
  }

  /** Whether a title shows below `bar`: who has asked for something sees what came. */
  function beginsInView(bar: Element): boolean {
    const { from, ideas } = belowBar(bar);
    return ideas.some(({ top }) => top >= from);
  }

  /** Of the heading: the one place that an idea has before and after it is wrapped. */
  function topOf(key: IdeaKey): number {
    return regions.ideas.get(key)?.headingBlock.getBoundingClientRect().top ?? 0;
  }

  /**
   * Scrolls by what `off` says is wrong, now and once all is laid out: browsers scroll to whole pixels, and by themselves when something
   * above what they hold on to has grown. The bar is one of these: it is told its own height once what is in it has been laid out
   * (surroundings.ts). We are told after it, before the frame shows.
   */
  function hold(off: () => number): void {
    correct(off);
    const content = overlay.hosts.toolbar()?.shadowRoot?.firstElementChild;
    const grown = new ResizeObserver(() => correct(off));
    if (content) grown.observe(content);
    view?.requestAnimationFrame(() => {
      correct(off);
      view.requestAnimationFrame(() => {
        correct(off);
        grown.disconnect();
      });
    });
  }

  function correct(off: () => number): void {
    const distance = off();
    if (Math.abs(distance) >= 1) view?.scrollBy({ top: distance, behavior: 'instant' });
  }

  function toStart(): void {
    const bar = overlay.hosts.toolbar();
    if (!bar || !view) return;
    hold(() => barsOwnTop(bar) - (Number.parseFloat(bar.style.getPropertyValue('--idea-lens-top')) || 0));
  }

  /** Where one was when one began to ask for something else; `null` once the reader has moved on. */
  let left: { readonly query: Query; readonly key: IdeaKey; readonly top: number } | null = null;
  const moveOn = () => {
    left = null;
  };
  /** Working the bar, and what is said under it, is no moving on; nor is Escape, which clears the search. */
  const onPress = (event: Event) => {
    const isOurs = event.target instanceof Element && event.target.matches(`${TOOLBAR}, ${NOTES}`);
    if (!isOurs && !(event instanceof KeyboardEvent && event.key === 'Escape')) moveOn();
  };
  const options = { signal, passive: true, capture: true };
  for (const move of ['wheel', 'touchmove']) regions.root?.ownerDocument.addEventListener(move, moveOn, options);
  for (const press of ['pointerdown', 'keydown']) regions.root?.ownerDocument.addEventListener(press, onPress, options);

  /** The anchor of the page that somebody is about to come to. */
  let target: Element | null = null;
  /** Back and forward lead to where one was, which the browser knows. */
  let traverses = false;
  view?.navigation?.addEventListener(
    'navigate',
    event => {
      traverses = event.navigationType === 'traverse';
    },
    { signal },
  );

  /** What to do once `state` shows, while the bar is stuck: the idea in view stays, or the list begins at the bar. */
  function whileStuck(bar: Element, state: SessionState, was: SessionState, asked: boolean): () => void {
    const key = inView(bar);
    const place = key === null ? 0 : topOf(key);
    if (asked && key !== null) left ??= { query: was.query, key, top: place };
    return () => {
      const sortedAnew = asked && JSON.stringify(state.query.sort) !== JSON.stringify(was.query.sort);
      if (key !== null && state.shown.visible.has(key) && !sortedAnew) {
        const off = () => topOf(key) - place;
        if (asked) hold(off);
        else correct(off);
      } else if (asked && (sortedAnew || !beginsInView(bar))) {
        toStart();
      }
    };
  }

  function placeAfter(bar: Element, state: SessionState, was: SessionState): () => unknown {
    const asked = state.query !== was.query;
    // Some browsers have scrolled by now, to where it stood before.
    const to = target;
    if (to) return () => !traverses && to.scrollIntoView({ block: 'start', behavior: 'instant' });
    if (asked && left !== null && isSame(left.query, state.query)) {
      // A search that was only a look aside: back where one was.
      const { key, top } = left;
      left = null;
      return () => hold(() => topOf(key) - top);
    }
    const own = barsOwnTop(bar);
    // What is revealed by itself is on its way to be scrolled to.
    if (own >= bar.getBoundingClientRect().top - 16) return () => asked && hold(() => barsOwnTop(bar) - own);
    return whileStuck(bar, state, was, asked);
  }

  /** Where the reader was when the page last stood still: once it is replaced it is too late to ask. */
  let seen: HeldPlace | null = null;
  let put: number | null = null;

  function look(): HeldPlace | null {
    const bar = overlay.hosts.toolbar();
    if (!bar || !view || !regions.root) return null;
    const [first] = overlay.between(Math.max(bar.getBoundingClientRect().bottom, 0), view.innerHeight);
    return first ? { key: first.key, top: topOf(first.key) } : null;
  }
  const remember = () => {
    if (regions.root?.isConnected) seen = look();
  };
  view?.addEventListener('scrollend', remember, { signal });
  remember();

  return {
    follow() {
      target = view && targetOf(view.document, view.location.hash);
      setTimeout(() => {
        target = null;
      });
    },
    toStart,
    toStartSoon: () => view?.requestAnimationFrame(() => view.requestAnimationFrame(toStart)),
    arrive() {
      const [visit] = performance.getEntriesByType('navigation');
      if (visit instanceof PerformanceNavigationTiming && visit.type === 'navigate') toStart();
    },
    now() {
      remember();
      return seen;
    },
    putBack(held) {
      // Moved on since: then that is where the reader wants to be.
      if (held === null || !view || (put !== null && Math.abs(put - view.scrollY) > 1)) return;
      if (!regions.ideas.get(held.key)?.headingBlock.checkVisibility()) return;
      correct(() => topOf(held.key) - held.top);
      put = view.scrollY;
    },
    before(state, was) {
      const bar = overlay.hosts.toolbar();
      if (!bar || !view) return () => undefined;
      const keep = placeAfter(bar, state, was);
      return () => {
        keep();
        requestIdleCallback(remember);
      };
    },
  };
}

function isSame(a: Query, b: Query): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
