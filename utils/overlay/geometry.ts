/**
 * Where tools and bars belong on the page as it is laid out now. All reading of layout first, then all writing, so that a
 * page of many ideas is laid out once. Writes only CSS variables on our own hosts.
 */
import type { CommentRegion, IdeaRegion } from '../model/region.ts';
import { ASIDE, LIFT } from './names.ts';

/** Tells each idea's host how far above it (px) the middle of its heading's last line is, and what of that line's end is not free. */
export function liftTools(hosts: ReadonlyMap<IdeaRegion, HTMLElement>): void {
  const places = [...hosts].map(([region, host]) => {
    const line = lastLine(region.heading);
    // A heading that is not laid out now (hidden, skipped) keeps what was measured before.
    if (!line) return null;
    const lift = host.getBoundingClientRect().top - (line.top + line.bottom) / 2;
    return [Math.round(lift * 2) / 2, asideOf(region, host, line)] as const;
  });
  let index = 0;
  for (const host of hosts.values()) {
    const place = places[index++];
    if (!place) continue;
    host.style.setProperty(LIFT, `${place[0]}px`);
    host.style.setProperty(ASIDE, `${place[1]}px`);
  }
}

/** Nearer to the line's end than this, px, an edit link stands where the bookmark would. */
const BUTTON = 36;

/** What an edit link takes of the end of `line`, where it stands in the tools' place (Minerva puts it there); px. */
function asideOf(region: IdeaRegion, host: HTMLElement, line: DOMRect): number {
  const spans = editLinks(region).flatMap(edit => (isBeside(edit, line) ? [fromEnd(host, edit)] : []));
  return Math.max(0, ...spans.map(([from, to]) => (from < BUTTON ? Math.ceil(to) + 4 : 0)));
}

function editLinks({ headingBlock }: IdeaRegion): DOMRect[] {
  return [...headingBlock.querySelectorAll('.mw-editsection')].map(edit => edit.getBoundingClientRect());
}

/** Lines that follow each other can share a pixel or two. */
function isBeside(one: DOMRect, other: DOMRect): boolean {
  return Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4;
}

/** How far from the end of the host's line a box begins and ends, against the direction of reading; px. */
function fromEnd(host: HTMLElement, box: DOMRect): [number, number] {
  const { left, right } = host.getBoundingClientRect();
  return getComputedStyle(host).direction === 'rtl'
    ? [box.left - left, box.right - left]
    : [right - box.right, right - box.left];
}

/** The ideas whose title runs under their tools, where these are now: their headings need room at the end. */
export function crowdedIdeas(hosts: ReadonlyMap<IdeaRegion, HTMLElement>): IdeaRegion[] {
  return [...hosts].filter(([region, host]) => runsUnder(region, host)).map(([region]) => region);
}

/** What has to stay free between a title and its tools, px. */
const GAP = 8;

/** An edit link after the title counts like the title; beside one at the line's end the tools stand. */
function runsUnder(region: IdeaRegion, host: HTMLElement): boolean {
  const lines = [...linesOf(region.heading), ...editLinks(region)];
  return [...(host.shadowRoot?.querySelectorAll('.tools, .bookmark') ?? [])].some(tool => {
    const box = tool.getBoundingClientRect();
    return lines.some(line => {
      if (!isBeside(line, box)) return false;
      const [from, to] = fromEnd(host, line);
      const reach = fromEnd(host, box)[1];
      return from < reach + GAP && to > reach;
    });
  });
}

function lastLine(heading: Element): DOMRect | undefined {
  return linesOf(heading).at(-1);
}

/** Where the words of a heading stand; those of the edit link are none. */
function linesOf(heading: Element): DOMRect[] {
  const title = heading.querySelector('.mw-headline') ?? heading;
  const range = heading.ownerDocument.createRange();
  range.selectNodeContents(title);
  const edit = title.querySelector('.mw-editsection');
  if (edit) range.setEndBefore(edit);
  return [...range.getClientRects()].filter(rect => rect.width > 0 && rect.height > 0);
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
