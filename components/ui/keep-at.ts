/** Keeps a popover at the element it belongs to, while the page scrolls and the window changes. The sums are in `place.ts`. */
import type { RefObject } from 'preact';
import { placePopover } from './place.ts';

export interface Wish {
  readonly align: 'start' | 'end';
  /** Above its anchor stands what it must not cover: it goes there only where there is hardly any room below. */
  readonly low?: boolean;
  /** A selector of what around its anchor it goes below, so that all of that can be read. */
  readonly clear?: string;
}

/** Puts `box` beneath (or above) where its anchor stands, or has stood. */
function putAt(box: HTMLElement, anchor: HTMLElement, stood: DOMRect, { align, low, clear }: Wish): void {
  const { clientWidth: width, clientHeight: height } = box.ownerDocument.documentElement;
  const direction = getComputedStyle(anchor).direction === 'rtl' ? 'rtl' : 'ltr';
  const size = { width: box.offsetWidth, height: box.scrollHeight + box.offsetHeight - box.clientHeight };
  const { left, right, top, bottom } = stood;
  const around = clear === undefined ? null : anchor.closest(clear);
  const button = { left, right, top, bottom: around?.getBoundingClientRect().bottom ?? bottom };
  const place = placePopover(button, size, { width, height }, align, direction, low);
  box.style.left = `${place.left}px`;
  box.style.top = `${place.top}px`;
  box.style.maxHeight = `${place.maxHeight}px`;
}

export interface Kept {
  /** What it holds, or what is around it, can have another size. */
  put(): void;
  letGo(): void;
}

/**
 * Puts `box` at `anchor` and keeps it there until it is let go. What is chosen in it can make its anchor longer, or have it begin another
 * line: the box then stays where it is, for the next press of the same hand, until the window has another size.
 */
export function keepAt(box: HTMLElement, anchor: RefObject<HTMLElement | null>, wish: Wish): Kept {
  const listening = new AbortController();
  const { signal } = listening;
  const root = box.getRootNode();
  const frame = root instanceof ShadowRoot ? root.host : box.ownerDocument.documentElement;
  /** Where in the frame the anchor stood. */
  let stood: DOMRect | null = null;
  const put = () => {
    if (!anchor.current) return;
    const { x, y } = frame.getBoundingClientRect();
    stood ??= moved(anchor.current.getBoundingClientRect(), -x, -y);
    putAt(box, anchor.current, moved(stood, x, y), wish);
  };
  const putAnew = () => {
    stood = null;
    put();
  };
  put();
  box.ownerDocument.addEventListener('scroll', put, { capture: true, passive: true, signal });
  box.ownerDocument.defaultView?.addEventListener('resize', putAnew, { signal });
  return { put, letGo: () => listening.abort() };
}

function moved({ x, y, width, height }: DOMRect, byX: number, byY: number): DOMRect {
  return new DOMRect(x + byX, y + byY, width, height);
}
