/** Keeping the idea that somebody is reading where it is on the screen while things above it come and go. */

/**
 * Runs `change` and scrolls so that the first of `blocks` that is on the screen (or, before the first, the page itself) stays at
 * its height. Does nothing where that block is gone afterwards.
 */
export function keepPlace(blocks: Iterable<Element>, change: () => void): void {
  const anchor = firstOnScreen(blocks);
  if (!anchor) {
    change();
    return;
  }
  const before = anchor.getBoundingClientRect().top;
  change();
  const after = anchor.getBoundingClientRect();
  const moved = after.top - before;
  const view = anchor.ownerDocument.defaultView;
  if (view && (after.width > 0 || after.height > 0) && Math.abs(moved) >= 1) {
    view.scrollBy({ top: moved, behavior: 'instant' });
  }
}

function firstOnScreen(blocks: Iterable<Element>): Element | null {
  let above: Element | null = null;
  for (const block of blocks) {
    const { top, bottom, height } = block.getBoundingClientRect();
    if (height === 0) continue;
    const screen = block.ownerDocument.defaultView?.innerHeight ?? 0;
    if (top >= screen) break;
    if (bottom > 0) return block;
    above = block;
  }
  return above;
}
