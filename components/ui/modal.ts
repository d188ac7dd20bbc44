/** A modal dialog while its component is there: the browser keeps the focus in it and gives it back. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** Opens `dialog` at once; Esc, a phone's gesture for going back and a click beside it call `onClose`. */
export function useModal(dialog: RefObject<HTMLDialogElement | null>, onClose: () => void): void {
  const latest = useRef(onClose);
  latest.current = onClose;
  useLayoutEffect(() => {
    const box = dialog.current;
    if (!box) return;
    const listening = new AbortController();
    const { signal } = listening;
    const onBackdrop = (event: MouseEvent) => {
      if (event.target === box && isBeside(box, event)) latest.current();
    };
    box.addEventListener('click', onBackdrop, { signal });
    box.addEventListener('close', () => latest.current(), { signal });
    // Keys in it are not the page's: its shortcuts see our host as their target.
    box.addEventListener('keydown', event => event.stopPropagation(), { signal });
    box.showModal();
    return () => {
      listening.abort();
      box.close();
    };
  }, [dialog]);
}

function isBeside(box: HTMLElement, { clientX, clientY }: MouseEvent): boolean {
  const { left, right, top, bottom } = box.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
