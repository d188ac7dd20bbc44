/** Paints search hits in the ideas near the window, and follows scrolling: painting a long page whole would cost too much. */
import type { Regions } from '../../utils/model/region.ts';
import type { View } from '../../utils/model/view.ts';
import type { HitStrength, Paint } from '../../utils/overlay/highlights.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import { matchRanges } from '../../utils/query/search.ts';

export interface Hits {
  /** Paints what `view` searches for, in place of what was painted. */
  show(view: View): void;
  /** Paints what is painted now as strongly as the settings say now. */
  again(): void;
}

/** After so many ms hits are painted even where the browser is busy. */
const SOON = 100;

export interface HitsOptions {
  readonly regions: Regions;
  readonly overlay: Overlay;
  readonly paint: Paint;
  readonly strength: () => HitStrength;
  readonly signal: AbortSignal;
}

/** Nothing is painted before the first search; ends when `signal` aborts. */
export function createHits({ regions, overlay, paint, strength, signal }: HitsOptions): Hits {
  const window = regions.root?.ownerDocument.defaultView ?? globalThis.window;
  let view: View | null = null;
  let waiting = 0;
  /** What is painted, in which ideas: scrolling paints only what is new. */
  let painted = '';

  function paintNear(): void {
    if (signal.aborted || !view || view.terms.length === 0) return;
    const { terms } = view;
    // One window above and one below: what comes into view is painted already.
    const { innerHeight } = window;
    const near = overlay.between(-innerHeight, 2 * innerHeight).map(({ key }) => key);
    const now = JSON.stringify([terms, strength(), near]);
    if (now === painted) return;
    painted = now;
    paint.hits(
      near.flatMap(key => regions.ideas.get(key) ?? []),
      text => matchRanges(text, terms),
      strength(),
    );
  }

  /** After the frame that shows which ideas are left: what is painted in them need not hold that up. */
  function paintSoon(): void {
    if (!view || view.terms.length === 0) return;
    cancelIdleCallback(waiting);
    waiting = requestIdleCallback(paintNear, { timeout: SOON });
  }

  for (const event of ['scroll', 'resize']) window.addEventListener(event, paintSoon, { signal, passive: true });

  return {
    again: paintNear,
    show(next) {
      const had = (view?.terms.length ?? 0) > 0;
      view = next;
      // Ideas may have been moved, and what was painted in them with them.
      painted = '';
      if (next.terms.length > 0) paintSoon();
      else if (had) paint.hits([], null);
    },
  };
}
