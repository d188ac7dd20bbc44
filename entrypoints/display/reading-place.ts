/**
 * Where the reader is, while the list changes under a bar that has stuck to the window's top: the idea in view keeps its place
 * when it still shows; otherwise the list is shown from its beginning. As long as the bar stands in its own place nothing moves.
 */
import type { Regions } from '../../utils/model/region.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { SessionState } from './session.ts';

export interface ReadingPlace {
  /** Call before `state` shows; call what it gives afterwards. */
  before(state: SessionState, was: SessionState): () => void;
  /** Shows the list from its beginning, the bar above it. */
  toStart(): void;
}

export function createReadingPlace(regions: Regions, overlay: Overlay): ReadingPlace {
  const view = regions.root?.ownerDocument.defaultView ?? null;

  /** Where the bar would stand if it did not stick, from the window's top. */
  function barsOwnTop(bar: Element): number {
    const above = bar.previousElementSibling;
    return above ? above.getBoundingClientRect().bottom : (regions.root?.getBoundingClientRect().top ?? 0);
  }

  function blocksOf(state: SessionState): Element[] {
    return state.shown.order.flatMap(key => regions.ideas.get(key)?.headingBlock ?? []);
  }

  function inView(blocks: readonly Element[], from: number): Element | null {
    const end = view?.innerHeight ?? 0;
    const tops = blocks.map(block => block.getBoundingClientRect().top);
    const first = tops.findIndex(top => top >= from && top < end);
    if (first >= 0) return blocks[first] ?? null;
    // An idea longer than the window: its heading is above, and what follows is below.
    const open = tops.findLastIndex(top => top < from);
    const next = blocks[open]?.closest('section')?.getBoundingClientRect().bottom ?? tops[open + 1] ?? 0;
    return next > from ? (blocks[open] ?? null) : null;
  }

  function toStart(): void {
    const bar = overlay.hosts.toolbar();
    if (!bar || !view) return;
    const covered = Number.parseFloat(bar.style.getPropertyValue('--idea-lens-top')) || 0;
    view.scrollBy({ top: barsOwnTop(bar) - covered, behavior: 'instant' });
  }

  return {
    toStart,
    before(state, was) {
      const bar = overlay.hosts.toolbar();
      if (!bar || !view) return () => undefined;
      const { top, bottom } = bar.getBoundingClientRect();
      if (barsOwnTop(bar) >= top - 16) return () => undefined;
      const anchor = inView(blocksOf(was), bottom);
      const place = anchor?.getBoundingClientRect().top ?? 0;
      return () => {
        const asked = state.query !== was.query;
        const blocks = blocksOf(state);
        const sortedAnew = asked && JSON.stringify(state.query.sort) !== JSON.stringify(was.query.sort);
        if (anchor && blocks.includes(anchor) && !sortedAnew) {
          view.scrollBy({ top: anchor.getBoundingClientRect().top - place, behavior: 'instant' });
        } else if (asked && (sortedAnew || !inView(blocks, bar.getBoundingClientRect().bottom))) {
          toStart();
        }
      };
    },
  };
}
