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

/** Puts `box` beneath (or above) `anchor`. */
export function putAt(box: HTMLElement, anchor: HTMLElement, { align, low, clear }: Wish): void {
  const { clientWidth: width, clientHeight: height } = box.ownerDocument.documentElement;
  const direction = getComputedStyle(anchor).direction === 'rtl' ? 'rtl' : 'ltr';
  const size = { width: box.offsetWidth, height: box.scrollHeight + box.offsetHeight - box.clientHeight };
  const { left, right, top, bottom } = anchor.getBoundingClientRect();
  const around = clear === undefined ? null : anchor.closest(clear);
  const button = { left, right, top, bottom: around?.getBoundingClientRect().bottom ?? bottom };
  const place = placePopover(button, size, { width, height }, align, direction, low);
  box.style.left = `${place.left}px`;
  box.style.top = `${place.top}px`;
  box.style.maxHeight = `${place.maxHeight}px`;
}

/** Puts `box` at `anchor` and keeps it there until the function it gives is called. */
export function keepAt(box: HTMLElement, anchor: RefObject<HTMLElement | null>, wish: Wish): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const put = () => anchor.current && putAt(box, anchor.current, wish);
  put();
  box.ownerDocument.addEventListener('scroll', put, { capture: true, passive: true, signal });
  box.ownerDocument.defaultView?.addEventListener('resize', put, { signal });
  return () => listening.abort();
}
