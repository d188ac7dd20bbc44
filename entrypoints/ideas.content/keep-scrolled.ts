/**
 * Boxes of the page that somebody has scrolled (long code, a wide table) stay where they are when ideas move: a browser remembers that
 * over one move, but not over two before it lays the page out again, nor for what it skips. Not for the window's own place.
 */

interface Place {
  readonly left: number;
  readonly top: number;
}

/** Notes what is scrolled until `life` ends, and gives a function that runs a writing which moves nodes. */
export function createScrollKeeper(document: Document, life: AbortSignal): (write: () => void) => void {
  const scrolled = new Map<Element, Place>();

  function putBack(within: Node): void {
    for (const [box, place] of scrolled) {
      if (!box.isConnected) scrolled.delete(box);
      // Only where there are such boxes: asking has the page laid out.
      else if (within.contains(box) && (box.scrollLeft !== place.left || box.scrollTop !== place.top)) {
        box.scrollTo({ ...place, behavior: 'instant' });
      }
    }
  }

  const options = { capture: true, passive: true, signal: life };
  document.addEventListener(
    'scroll',
    ({ target }) =>
      target instanceof Element && scrolled.set(target, { left: target.scrollLeft, top: target.scrollTop }),
    options,
  );
  // What the browser skips cannot be scrolled: it is put back when it is laid out again.
  document.addEventListener(
    'contentvisibilityautostatechange',
    ({ target }) => target instanceof Node && putBack(target),
    options,
  );
  return write => {
    write();
    putBack(document);
  };
}
