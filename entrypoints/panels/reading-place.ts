/**
 * Where the reader is, while the list changes under a bar that has stuck to the window's top: the idea in view keeps its place
 * when it still shows; otherwise the list is shown from its beginning. As long as the bar stands in its own place nothing moves.
 */
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Query } from '../../utils/model/query.ts';
import type { Regions } from '../../utils/model/region.ts';
import { NOTES, TOOLBAR } from '../../utils/overlay/names.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { HeldPlace } from '../display/resume.ts';
import type { SessionState } from '../display/session.ts';

/** Between two looks for an idea in the window, px. */
const PROBE = 60;

export interface ReadingPlace {
  /** Call before `state` shows; call what it gives afterwards. */
  before(state: SessionState, was: SessionState): () => void;
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

  /** A box for each idea that shows: its section where there is one, because asking into a skipped one has it laid out. */
  function boxesOf(state: SessionState): Element[] {
    return state.shown.order.flatMap(key => {
      const block = regions.ideas.get(key)?.headingBlock;
      return block ? (block.closest('section[data-idea-lens-section]') ?? block) : [];
    });
  }

  function inView(boxes: readonly Element[], from: number): Element | null {
    const end = view?.innerHeight ?? 0;
    const places = boxes.map(box => box.getBoundingClientRect());
    const first = places.findIndex(({ top }) => top >= from && top < end);
    if (first >= 0) return boxes[first] ?? null;
    // An idea longer than the window: it begins above, and what follows it is below.
    const open = places.findLastIndex(({ top }) => top < from);
    const until = places[open + 1]?.top ?? places[open]?.bottom ?? 0;
    return until > from ? (boxes[open] ?? null) : null;
  }

  function keyOf(box: Element | null, state: SessionState): IdeaKey | null {
    const contains = (key: IdeaKey) => box?.contains(regions.ideas.get(key)?.headingBlock ?? null);
    return box === null ? null : (state.shown.order.find(contains) ?? null);
  }

  /** Of the heading: the one place that an idea has before and after it is wrapped. */
  function topOf(key: IdeaKey): number {
    return regions.ideas.get(key)?.headingBlock.getBoundingClientRect().top ?? 0;
  }

  /**
   * Scrolls by what `off` says is wrong, now and once all is laid out: browsers scroll to whole pixels, and by themselves when something
   * above what they hold on to has grown.
   */
  function hold(off: () => number): void {
    correct(off);
    view?.requestAnimationFrame(() => correct(off));
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

  /** What to do once `state` shows, while the bar is stuck: the idea in view stays, or the list begins at the bar. */
  function whileStuck(bar: Element, state: SessionState, was: SessionState, asked: boolean): () => void {
    const key = keyOf(inView(boxesOf(was), bar.getBoundingClientRect().bottom), was);
    const place = key === null ? 0 : topOf(key);
    if (asked && key !== null) left ??= { query: was.query, key, top: place };
    return () => {
      const sortedAnew = asked && JSON.stringify(state.query.sort) !== JSON.stringify(was.query.sort);
      if (key !== null && state.shown.visible.has(key) && !sortedAnew) {
        const off = () => topOf(key) - place;
        if (asked) hold(off);
        else correct(off);
      } else if (asked && (sortedAnew || !inView(boxesOf(state), bar.getBoundingClientRect().bottom))) {
        toStart();
      }
    };
  }

  function placeAfter(bar: Element, state: SessionState, was: SessionState): () => void {
    const asked = state.query !== was.query;
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
    const { left, width, bottom } = bar.getBoundingClientRect();
    for (let y = Math.max(bottom, 0) + 1; y < view.innerHeight; y += PROBE) {
      const hit = regions.root.ownerDocument.elementFromPoint(left + width / 2, y);
      const key = hit && regions.root.contains(hit) ? overlay.keyOf(hit) : null;
      if (key !== null) return { key, top: topOf(key) };
    }
    return null;
  }
  const remember = () => {
    if (regions.root?.isConnected) seen = look();
  };
  view?.addEventListener('scrollend', remember, { signal });
  remember();

  return {
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
