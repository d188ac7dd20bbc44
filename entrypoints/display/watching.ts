/** What happens on the page by itself while the lens is on, and what must follow. Ends with its signal. */
import { IDEA, LIFT } from '../../utils/overlay/names.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import { isNight, watchBar, watchNight } from '../../utils/overlay/surroundings.ts';
import type { CommentMarks } from './comments.tsx';
import type { LensOptions } from './lens-options.ts';
import type { Session } from './session.ts';

/** The skin's looks and fixed headers, for the bar and our hosts. */
export function watchSurroundings(document: Document, overlay: Overlay, signal: AbortSignal): void {
  const bar = overlay.hosts.toolbar();
  if (bar) watchBar(bar, signal);
  overlay.hosts.night(isNight(document));
  watchNight(document, night => overlay.hosts.night(night), signal);
}

/** An updated extension gives an old page no words: that must be noticed before anything is drawn again. */
export function watchForUpdate(document: Document, { isLost, onLost, signal }: LensOptions): void {
  const notice = () => {
    if (isLost()) onLost();
  };
  for (const touch of ['pointerdown', 'keydown', 'focusin']) {
    document.addEventListener(touch, notice, { capture: true, signal });
  }
}

/** Find in page and links to anchors reach hidden ideas: what the browser reveals, the view takes in. */
export function watchReveals(document: Document, overlay: Overlay, session: () => Session, signal: AbortSignal): void {
  document.addEventListener(
    'beforematch',
    event => {
      const key = event.target instanceof Node ? overlay.keyOf(event.target) : null;
      if (key === null) return;
      // The browser scrolls to it right after this: it must be laid out by then, and nothing may move meanwhile.
      overlay.layOut(key);
      setTimeout(() => session().reveal([key]));
    },
    { signal },
  );
}

/** Another width may break lines elsewhere. Ideas far from the window are measured when they come near. */
export function watchWidth(document: Document, overlay: Overlay, marks: CommentMarks, signal: AbortSignal): void {
  let resized = false;
  const later = () =>
    requestAnimationFrame(() => {
      overlay.lift();
      marks.place();
    });
  document.defaultView?.addEventListener(
    'resize',
    () => {
      resized = true;
      later();
    },
    { signal },
  );
  // Tools that were made for an idea out of sight have never been measured.
  const isNew = ({ target }: Event) =>
    target instanceof Element && target.querySelector<HTMLElement>(IDEA)?.style.getPropertyValue(LIFT) === '';
  document.addEventListener('contentvisibilityautostatechange', event => (resized || isNew(event)) && later(), {
    capture: true,
    signal,
  });
}
