/**
 * Boxes of the page that somebody has scrolled (long code, a wide table) stay where they are when ideas move: a browser remembers that
 * over one move, but not over two before it lays the page out again, nor for what it skips. Not for the window's own place.
 */

/** Notes what is scrolled until `life` ends, and gives a function that runs a writing which moves nodes. */
export function createScrollKeeper(document: Document, life: AbortSignal): (write: () => void) => void {
  const scrolled = new Set<Element>();
  const note = ({ target }: Event) => target instanceof Element && scrolled.add(target);
  document.addEventListener('scroll', note, { capture: true, passive: true, signal: life });
  return write => {
    const places = [...scrolled].map(box => [box, box.scrollLeft, box.scrollTop] as const);
    write();
    // Only where there are such boxes: asking has the page laid out.
    for (const [box, left, top] of places) {
      if (!box.isConnected) scrolled.delete(box);
      else if (box.scrollLeft !== left || box.scrollTop !== top) box.scrollTo({ left, top, behavior: 'instant' });
    }
  };
}
