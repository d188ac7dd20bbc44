/**
 * Links to places of the page. A link at arrival is corrected once for the bar, which came after the browser had scrolled; a
 * link to a heading that is hidden shows what stands under it. Links to hidden ideas need nothing: the browser reveals them.
 */
import type { Regions } from '../../utils/model/region.ts';
import { HIDDEN_ATTRIBUTE } from '../../utils/overlay/names.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { Session } from '../display/session.ts';
import type { ReadingPlace } from './reading-place.ts';
import { targetOf } from './target.ts';

/** What stays free between the bar and a heading under it, px; as in page.css. */
const GAP = 12;

/** How far above the window's top, px, a target may have got while tools and marks came in under the browser's scroll. */
const ARRIVAL_REACH = 80;

/**
 * Corrects the place at which one arrived by a link, once the page is complete, unless the reader has begun to move. Call it when
 * tools and marks stand.
 */
export function correctArrival(document: Document, overlay: Overlay, signal: AbortSignal): void {
  const view = document.defaultView;
  if (!view || document.location.hash === '') return;
  const arrived = new AbortController();
  const until = AbortSignal.any([arrived.signal, signal]);
  for (const move of ['wheel', 'touchstart', 'keydown', 'pointerdown']) {
    document.addEventListener(move, () => arrived.abort(), { signal: until, passive: true });
  }
  const correct = () =>
    soon(() => {
      if (!until.aborted) uncoverTarget(document, overlay, ARRIVAL_REACH);
    });
  correct();
  // The browser scrolls to the target once more when the last picture has come.
  if (document.readyState !== 'complete') view.addEventListener('load', correct, { once: true, signal: until });
}

/** Brings the target of the address's hash out from under the bar, if that is where it is; any other place is the reader's. */
function uncoverTarget(document: Document, overlay: Overlay, reach = GAP): void {
  const target = targetOf(document, document.location.hash);
  const bar = overlay.hosts.toolbar();
  if (!target || !bar) return;
  const { top: barTop, bottom } = bar.getBoundingClientRect();
  const covered = Number.parseFloat(bar.style.getPropertyValue('--idea-lens-top')) || 0;
  const { top, height } = target.getBoundingClientRect();
  // A bar that does not stick yet stands above everything that a link can be covered in.
  if (height === 0 || top <= -reach || top >= bottom + GAP - 1 || barTop > covered + 1) return;
  document.defaultView?.scrollBy({ top: top - bottom - GAP, behavior: 'instant' });
}

/**
 * Shows the anchor that a link of ours names beside its query, which the browser does not know: what hides it is revealed, and it is
 * brought under the bar. Nothing happens for an anchor that the page has not.
 */
export function showAnchor(anchor: string, regions: Regions, overlay: Overlay, session: Session): void {
  const document = regions.root?.ownerDocument;
  const target = document && targetOf(document, `#${anchor}`);
  if (!document || !target) return;
  const key = overlay.keyOf(target);
  const group = regions.groups.find(({ headingBlock }) => headingBlock.contains(target));
  const { visible } = session.state().shown;
  if (key !== null && !visible.has(key)) session.reveal([key]);
  else if (group && !group.ideas.some(each => visible.has(each))) session.reveal(group.ideas);
  soon(() => {
    target.scrollIntoView({ block: 'start', behavior: 'instant' });
    soon(() => uncoverTarget(document, overlay));
  });
}

/** Follows links to hidden headings of lists and areas, until `signal` aborts. */
export function followLinks(
  regions: Regions,
  overlay: Overlay,
  session: () => Session,
  place: ReadingPlace,
  signal: AbortSignal,
): void {
  const document = regions.root?.ownerDocument;
  const uncover = () => document && soon(() => uncoverTarget(document, overlay));
  document?.defaultView?.addEventListener('hashchange', uncover, { signal });
  document?.addEventListener(
    'click',
    event => {
      const link = event.target instanceof Element ? event.target.closest('a[href^="#"]') : null;
      const target = link && targetOf(document, link.getAttribute('href') ?? '');
      const group = target && regions.groups.find(({ headingBlock }) => headingBlock.contains(target));
      if (!target || !group?.headingBlock.hasAttribute(HIDDEN_ATTRIBUTE)) return;
      const { shown } = session().state();
      if (shown.layout === 'sections' && shown.visible.size > 0) {
        session().reveal(group.ideas);
        requestAnimationFrame(() => {
          target.scrollIntoView({ block: 'start' });
          uncover();
        });
      } else {
        // In one list, or where nothing matches, no heading can be shown: what there is begins at the bar.
        requestAnimationFrame(() => place.toStart());
      }
    },
    { signal },
  );
}

/** After the browser has scrolled, and the bar has noticed. */
function soon(act: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(act));
}
