/**
 * Whoever goes backwards through the page with the keyboard sees where it is: what Tab leads to never stays behind the bar that has
 * stuck to the window's top. The browser alone takes that for in sight. Not for links (anchors.ts) nor for j and k (moving.ts).
 */
import type { Overlay } from '../../utils/overlay/overlay.ts';

/** As in page.css: what stays free between the bar and what one is led to, px. */
const GAP = 12;

/** Follows the Tab key until `signal` aborts. */
export function uncoverFocus(document: Document, overlay: Overlay, signal: AbortSignal): void {
  let tabbed = false;
  const options = { capture: true, signal };
  document.addEventListener(
    'keydown',
    ({ key }) => {
      tabbed = key === 'Tab';
    },
    options,
  );
  document.addEventListener(
    'pointerdown',
    () => {
      tabbed = false;
    },
    options,
  );
  document.addEventListener(
    'focusin',
    event => {
      const path = event.composedPath();
      const [target] = path;
      const bar = overlay.hosts.toolbar();
      if (!tabbed || !bar || !(target instanceof Element) || path.includes(bar)) return;
      // Each step is told once; what moves the focus by itself afterwards scrolls by itself.
      tabbed = false;
      // Once the browser has scrolled as far as it does.
      requestAnimationFrame(() => {
        if (target.matches(':focus') && !path.some(standsStill)) uncover(target, bar);
      });
    },
    options,
  );
}

function uncover(target: Element, bar: HTMLElement): void {
  const view = target.ownerDocument.defaultView;
  const { top, left, right, height } = target.getBoundingClientRect();
  const over = bar.getBoundingClientRect();
  const isBeside = right <= over.left || left >= over.right;
  if (!view || height === 0 || isBeside || top >= over.bottom || !isStuck(bar, over.top, view)) return;
  view.scrollBy({ top: top - over.bottom - GAP, behavior: 'instant' });
}

/** As in surroundings.ts, whose mark on the bar comes a frame later. */
function isStuck(bar: HTMLElement, top: number, { scrollY }: Window): boolean {
  const covered = Number.parseFloat(bar.style.getPropertyValue('--idea-lens-top')) || 0;
  return scrollY > 0 && top <= covered + 1;
}

/** Scrolling the page does not move it: layers of ours, and headers of the skin. */
function standsStill(target: EventTarget): boolean {
  return target instanceof Element && /^(?:fixed|sticky)$/u.test(getComputedStyle(target).position);
}
