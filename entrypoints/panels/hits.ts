/** Paints search hits in the ideas near the window, and follows scrolling: painting a long page whole would cost too much. */
import type { IdeaRegion, Regions } from '../../utils/model/region.ts';
import type { View } from '../../utils/model/view.ts';
import { type HitStrength, paintHits } from '../../utils/overlay/highlights.ts';
import { matchRanges } from '../../utils/query/search.ts';

export interface Hits {
  /** Paints what `view` searches for, in place of what was painted. */
  show(view: View): void;
  /** Paints what is painted now as strongly as the settings say now. */
  again(): void;
}

/** After so many ms hits are painted even where the browser is busy. */
const SOON = 100;

/** How far beyond the window, as a share of its height, hits are painted. */
const MARGIN = '100%';

/** Nothing is painted before the first search; ends when `signal` aborts. */
export function createHits(regions: Regions, strength: () => HitStrength, signal: AbortSignal): Hits {
  const near = new Set<IdeaRegion>();
  const regionOf = new Map<Element, IdeaRegion>();
  let view: View | null = null;
  let observer: IntersectionObserver | null = null;
  let waiting = 0;

  function paint(): void {
    if (signal.aborted || !view) return;
    const { terms, visible } = view;
    const regionsToPaint = [...near].filter(region => visible.has(region.key));
    paintHits(regionsToPaint, terms.length > 0 ? text => matchRanges(text, terms) : null, strength());
  }

  /** After the frame that shows which ideas are left: what is painted in them need not hold that up. */
  function paintSoon(): void {
    cancelIdleCallback(waiting);
    waiting = requestIdleCallback(paint, { timeout: SOON });
  }

  function watch(): void {
    observer?.disconnect();
    near.clear();
    regionOf.clear();
    observer = new IntersectionObserver(
      entries => {
        for (const { target, isIntersecting } of entries) {
          const region = regionOf.get(target);
          if (region && isIntersecting) near.add(region);
          else if (region) near.delete(region);
        }
        paint();
      },
      { rootMargin: `${MARGIN} 0px` },
    );
    for (const region of regions.ideas.values()) {
      // The section once there is one (its box is known while its content is skipped), else the idea's own blocks.
      const section = region.headingBlock.closest('section[data-idea-lens-section]');
      for (const element of section ? [section] : region.nodes.filter(node => node instanceof Element)) {
        regionOf.set(element, region);
        observer.observe(element);
      }
    }
  }

  signal.addEventListener('abort', () => observer?.disconnect(), { once: true });

  return {
    again: paint,
    show(next) {
      const had = (view?.terms.length ?? 0) > 0;
      view = next;
      if (next.terms.length > 0) {
        if (!had) watch();
        else paintSoon();
      } else if (had) {
        observer?.disconnect();
        observer = null;
        paintHits([], null);
      }
    },
  };
}
