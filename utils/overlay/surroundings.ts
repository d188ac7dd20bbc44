/**
 * What the skin around the lens is like: dark or light, and what covers the window's top. Reads the page; writes only to
 * our own bar. Not for the lens's own colours: those are in components/ui/tokens.css.
 */

/**
 * Whether the skin shows itself dark: MediaWiki 1.43 says so by a class of `html`, either fixed or after the system's wish.
 * The system alone decides nothing: a page that is light keeps a light bar.
 */
export function isNight(document: Document): boolean {
  const { classList } = document.documentElement;
  if (classList.contains('skin-theme-clientpref-night')) return true;
  const systemIsDark = document.defaultView?.matchMedia('(prefers-color-scheme: dark)').matches ?? false;
  return classList.contains('skin-theme-clientpref-os') && systemIsDark;
}

/** Calls `changed` with the new answer of `isNight` whenever the skin or the system changes it, until `signal` aborts. */
export function watchNight(document: Document, changed: (night: boolean) => void, signal: AbortSignal): void {
  let known = isNight(document);
  const look = () => {
    const night = isNight(document);
    if (night !== known) changed(night);
    known = night;
  };
  const observer = new MutationObserver(look);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['class'] });
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
  document.defaultView?.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', look, { signal });
}

/** Sticky headers that skins show over the page (Vector 2022 after scrolling, Timeless always), in MediaWiki 1.35 to 1.43. */
const FIXED_HEADERS = '.vector-sticky-header, #mw-header-container, #mw-header-hack, #mw-header';

/** Higher than this, in px, and the bar has a second row. */
const ONE_ROW = 60;

/** Nearer to the window's top than this, px, and a skin may keep free what the bar stands in; more than any does. */
const HIGH = 150;

/** Beyond this, px, the bar stands beside something else than the window's edge. */
const WIDEST_MARGIN = 32;

/**
 * Keeps the bar below the skin's own fixed header, tells headings how much of the window's top is covered, and marks the bar
 * with `data-stuck` while it is stuck, with `data-high` while it is near the window's top. Until `signal` aborts.
 */
export function watchBar(bar: HTMLElement, signal: AbortSignal): void {
  const document = bar.ownerDocument;
  const view = document.defaultView;
  if (!view) return;
  let waiting = 0;
  const look = () => {
    waiting = 0;
    const covered = coveredTop(document);
    const { top, height } = bar.getBoundingClientRect();
    setVariable(bar, '--idea-lens-top', `${covered}px`);
    setVariable(bar, '--idea-lens-start', `${coveredStart(bar)}px`);
    setVariable(bar, '--idea-lens-bleed', `${bleedOf(bar)}px`);
    // What headings keep free above them is a rule of page.css, which can see only the bar's attributes.
    bar.toggleAttribute('data-tall', height > ONE_ROW);
    bar.toggleAttribute('data-covered', covered > 0);
    bar.toggleAttribute('data-high', top < HIGH);
    bar.toggleAttribute('data-stuck', view.scrollY > 0 && top <= covered + 1);
  };
  const later = () => {
    waiting ||= view.requestAnimationFrame(look);
  };
  const content = bar.shadowRoot?.firstElementChild;
  // Told after layout and before paint: nobody sees the bar at another height.
  const grown = new ResizeObserver(([entry]) => {
    const height = entry?.borderBoxSize[0]?.blockSize ?? 0;
    if (height > 0) setVariable(bar, '--idea-lens-height', `${height}px`);
  });
  if (content) grown.observe(content);
  signal.addEventListener('abort', () => grown.disconnect(), { once: true });
  view.addEventListener('scroll', later, { signal, passive: true });
  view.addEventListener('resize', later, { signal });
  signal.addEventListener('abort', () => view.cancelAnimationFrame(waiting), { once: true });
  later();
}

/** What a phone's bar reaches out to both sides: the page's own margin, where it is one and the skin does not cut it off (MonoBook). */
function bleedOf(bar: HTMLElement): number {
  const { left, right } = bar.parentElement?.getBoundingClientRect() ?? bar.getBoundingClientRect();
  const width = bar.ownerDocument.documentElement.clientWidth;
  const margin = Math.round(Math.min(left, width - right));
  return margin > 0 && margin <= WIDEST_MARGIN && !isCutOff(bar) ? margin : 0;
}

function isCutOff(bar: HTMLElement): boolean {
  const { body } = bar.ownerDocument;
  for (let box = bar.parentElement; box && box !== body; box = box.parentElement)
    if (getComputedStyle(box).overflowX !== 'visible') return true;
  return false;
}

/** Wider than this, px, and what lies over the bar is no button that one could make room for. */
const WIDEST_BUTTON = 120;

/** How much of the bar's beginning is under a small fixed button of the skin (Vector 2022's contents on a narrow window), px. */
function coveredStart(bar: HTMLElement): number {
  const { left, right, top } = bar.getBoundingClientRect();
  const toRight = getComputedStyle(bar).direction === 'rtl';
  const over = [2, 12]
    .map(inset => bar.ownerDocument.elementsFromPoint(toRight ? right - inset : left + inset, top + 21)[0])
    .find(element => element && element !== bar && !bar.contains(element));
  for (let element: Element | null | undefined = over; element && element !== bar; element = element.parentElement) {
    if (element.contains(bar) || getComputedStyle(element).position !== 'fixed') continue;
    const box = element.getBoundingClientRect();
    if (box.width > WIDEST_BUTTON) return 0;
    return Math.max(0, Math.ceil(toRight ? right - box.left : box.right - left) + 4);
  }
  return 0;
}

function coveredTop(document: Document): number {
  let covered = 0;
  for (const header of document.querySelectorAll(FIXED_HEADERS)) {
    const style = getComputedStyle(header);
    if (style.position !== 'fixed' || style.visibility === 'hidden' || style.display === 'none') continue;
    const { top, bottom } = header.getBoundingClientRect();
    // A second part (Timeless' coloured line) hangs on the first.
    if (top <= covered && bottom > covered) covered = Math.ceil(bottom);
  }
  return covered;
}

function setVariable(element: HTMLElement, name: string, value: string): void {
  if (element.style.getPropertyValue(name) !== value) element.style.setProperty(name, value);
}
