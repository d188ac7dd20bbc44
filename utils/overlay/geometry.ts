/**
 * Where tools and bars belong on the page as it is laid out now. All reading of layout first, then all writing, so that a
 * page of many ideas is laid out once. Writes only CSS variables on our own hosts.
 */
import type { CommentRegion, IdeaRegion } from '../model/region.ts';
import { LIFT } from './names.ts';

/** Tells each idea's host how far above it (px) the middle of its heading's last line is. */
export function liftTools(hosts: ReadonlyMap<IdeaRegion, HTMLElement>): void {
  const lifts = [...hosts].map(([region, host]) => {
    const line = lastLine(region.heading);
    // A heading that is not laid out now (hidden, skipped) keeps what was measured before.
    return line ? host.getBoundingClientRect().top - (line.top + line.bottom) / 2 : null;
  });
  let index = 0;
  for (const host of hosts.values()) {
    const lift = lifts[index++];
    if (lift !== null && lift !== undefined) host.style.setProperty(LIFT, `${Math.round(lift * 2) / 2}px`);
  }
}

/** The ideas whose title runs under their tools, where these are now: their headings need room at the end. */
export function crowdedIdeas(hosts: ReadonlyMap<IdeaRegion, HTMLElement>): IdeaRegion[] {
  return [...hosts].filter(([region, host]) => runsUnder(region, host)).map(([region]) => region);
}

/** What has to stay free between a title and its tools, px. */
const GAP = 8;

function runsUnder(region: IdeaRegion, host: HTMLElement): boolean {
  const line = lastLine(region.heading);
  const tools = host.shadowRoot?.querySelector('.tools')?.getBoundingClientRect();
  if (!line || !tools || tools.width === 0 || tools.top >= line.bottom || tools.bottom <= line.top) return false;
  const toRight = getComputedStyle(host).direction === 'rtl';
  return toRight ? line.left < tools.right + GAP : line.right > tools.left - GAP;
}

function lastLine(heading: Element): DOMRect | null {
  const title = heading.querySelector('.mw-headline') ?? heading;
  const range = heading.ownerDocument.createRange();
  range.selectNodeContents(title);
  const edit = title.querySelector('.mw-editsection');
  if (edit) range.setEndBefore(edit);
  return [...range.getClientRects()].findLast(rect => rect.width > 0 && rect.height > 0) ?? null;
}

/**
 * Tells each comment's host where the bar beside the comment goes, relative to the host, in px: along the comment's lines and those of
 * its label, the last element of each pair.
 */
export function placeBars(hosts: ReadonlyMap<CommentRegion, CommentHosts>): void {
  const places = [...hosts].map(([region, { host, label }]) => barOf(region, host, label));
  let index = 0;
  for (const { host } of hosts.values()) {
    const place = places[index++];
    if (!place) continue;
    host.style.setProperty('--idea-lens-bar-top', `${place.top}px`);
    host.style.setProperty('--idea-lens-bar-height', `${place.height}px`);
    host.style.setProperty('--idea-lens-bar-inset', `${place.inset}px`);
  }
}

export interface CommentHosts {
  /** At the comment's icon. */
  readonly host: HTMLElement;
  /** After its last word. */
  readonly label: HTMLElement;
}

interface Bar {
  readonly top: number;
  readonly height: number;
  /** From the host to the bar, against the direction of reading. */
  readonly inset: number;
}

/** Left of a list item's bullet; close beside a run of text that is no item. */
const BESIDE_ITEM = 22;
const BESIDE_RUN = 8;
const WIDTH = 3;

function barOf(region: CommentRegion, host: HTMLElement, label: HTMLElement): Bar | null {
  const first = region.nodes[0];
  const last = region.nodes.at(-1);
  if (!first?.isConnected || !last?.isConnected) return null;
  const range = host.ownerDocument.createRange();
  range.setStartBefore(first);
  range.setEndAfter(last);
  const item = host.closest('li');
  const words = label.shadowRoot?.querySelector('.label');
  const rects = [...range.getClientRects(), ...(words?.getClientRects() ?? [])].filter(rect => rect.height > 0);
  const own = host.getBoundingClientRect();
  if (rects.length === 0) return null;
  const top = Math.min(...rects.map(rect => rect.top));
  const bottom = Math.max(...rects.map(rect => rect.bottom));
  const toRight = getComputedStyle(host).direction === 'rtl';
  const box = (item ?? host.parentElement)?.getBoundingClientRect();
  const start = box ? (toRight ? box.right - own.right : own.left - box.left) : 0;
  const beside = item ? BESIDE_ITEM : BESIDE_RUN + WIDTH;
  return { top: Math.round(top - own.top), height: Math.round(bottom - top), inset: Math.round(start + beside) };
}
