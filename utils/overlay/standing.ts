/**
 * How ideas stand on the page: how far from what is before and after them, how high, and in what form. Only reads. No number is one of the
 * page's own places: these change while ideas are being wrapped, when a picture comes or the bar gets a second row.
 */
import type { IdeaRegion } from '../model/region.ts';
import { COMMENT_LABEL, SECTION, SECTION_ATTRIBUTE } from './names.ts';
import { lastOf, nameOf, nextOf, parentOf, previousOf } from './nodes.ts';

/** A wiki's text can give its headings any `data-` attribute, but it cannot make a section. */
const OUR_SECTION = `${SECTION}[${SECTION_ATTRIBUTE}]`;

/** What stands before an idea: another idea, something of the page, or (with nothing beside it) the edge of the box it stands in. */
export type Neighbour = { readonly kind: 'idea' } | { readonly kind: 'beside' | 'around'; readonly element: Element };

/** Where the idea's own boxes begin (its heading) and end, px from the window's top. */
export interface Extent {
  readonly top: number;
  readonly bottom: number;
}

/** All lengths px. */
export interface Standing {
  readonly region: IdeaRegion;
  readonly before: Neighbour | null;
  /** From what stands before to the heading; our own boxes between them do not count. */
  readonly lead: number;
  /** What follows where that is no idea, and how far below. */
  readonly after: { readonly element: Element; readonly tail: number } | null;
  readonly height: number;
  /** Ideas of the same form have, as a rule, the same margins at their ends. */
  readonly form: string;
  /** In the window or near it. */
  readonly isNear: boolean;
}

/** The ideas, in page order, as they stand before any is wrapped. Reads layout once for all. */
export function readStandings(regions: readonly IdeaRegion[]): readonly Standing[] {
  const extents = regions.map(extentOf);
  const neighbours = regions.map((region, number) => neighbourOf(region, regions[number - 1]));
  return regions.map((region, number) => {
    const { top, bottom } = extents[number] as Extent;
    const before = neighbours[number] ?? null;
    const follower = neighbours[number + 1]?.kind === 'idea' ? null : elementAfter(region);
    const window = region.heading.ownerDocument.defaultView?.innerHeight ?? 0;
    return {
      region,
      before,
      lead: before ? (leadOf(region, top, before, extents[number - 1]) ?? 0) : 0,
      after: follower && { element: follower, tail: tailOf(bottom, follower) ?? 0 },
      height: bottom - top,
      form: formOf(region),
      isNear: bottom > -window && top < 2 * window,
    };
  });
}

export function extentOf(region: IdeaRegion): Extent {
  const heading = region.headingBlock.getBoundingClientRect();
  const [first] = region.nodes;
  for (let node: Node | null = endOf(region); node; node = previousOf(node)) {
    const box = node instanceof Element ? node.getBoundingClientRect() : null;
    if (box && box.height > 0) return { top: heading.top, bottom: box.bottom };
    if (node === first) break;
  }
  return { top: heading.top, bottom: heading.bottom };
}

/** From what stands before to the idea's `top`; `null` where that is gone. `previous` is where the idea before it stands. */
export function leadOf(
  region: IdeaRegion,
  top: number,
  before: Neighbour,
  previous: Extent | null | undefined,
): number | null {
  const edge = edgeOf(before, previous);
  if (edge === null) return null;
  let ours = 0;
  const outermost = region.headingBlock.closest(OUR_SECTION) ?? region.nodes[0];
  for (let node = elementBefore(outermost); node && isOurs(node); node = elementBefore(node)) {
    ours += node.getBoundingClientRect().height;
  }
  return top - edge - ours;
}

function edgeOf(before: Neighbour, previous: Extent | null | undefined): number | null {
  if (before.kind === 'idea') return previous?.bottom ?? null;
  if (!before.element.isConnected) return null;
  const { top, bottom } = before.element.getBoundingClientRect();
  return before.kind === 'beside' ? bottom : top;
}

/** From the idea's `bottom` to what follows; `null` where that is gone. */
export function tailOf(bottom: number, follower: Element): number | null {
  return follower.isConnected ? follower.getBoundingClientRect().top - bottom : null;
}

/** A box without height lets margins through; what is before it counts. */
function neighbourOf(region: IdeaRegion, previous: IdeaRegion | undefined): Neighbour | null {
  const [first] = region.nodes;
  const end = previous && endOf(previous);
  for (let node = previousOf(first); node; node = previousOf(node)) {
    if (node === end) return { kind: 'idea' };
    if (!(node instanceof Element) || isOurs(node)) continue;
    if (node.getBoundingClientRect().height > 0) return { kind: 'beside', element: node };
  }
  const parent = parentOf(first);
  return parent instanceof Element ? { kind: 'around', element: parent } : null;
}

function elementAfter(region: IdeaRegion): Element | null {
  for (let node = nextOf(endOf(region)); node; node = nextOf(node)) {
    if (node instanceof Element && !isOurs(node)) return node;
  }
  return null;
}

function elementBefore(node: Node): Element | null {
  for (let each = previousOf(node); each; each = previousOf(each)) if (each instanceof Element) return each;
  return null;
}

/** Our own hosts, not our sections. */
function isOurs(element: Element): boolean {
  return nameOf(element).startsWith('idea-lens-');
}

/** How deep margins at an idea's end are looked for: an item's text in a list in a table's cell. */
const DEPTH = 6;

/** What the margins at an idea's ends depend on: what its heading is, and what it ends with. */
function formOf(region: IdeaRegion): string {
  const { headingBlock } = region;
  const names = [nameOf(headingBlock), headingBlock.getAttribute('class') ?? '', nameOf(region.nodes[0])];
  for (let node: Node | null = endOf(region); node && names.length < 3 + DEPTH; node = lastOf(node)) {
    while (node && isBlank(node)) node = previousOf(node);
    if (!node) break;
    names.push(nameOf(node));
  }
  return names.join(' ');
}

function isBlank(node: Node): boolean {
  return node instanceof Comment || (node instanceof Text && node.data.trim() === '');
}

/** The idea's last node on the page as it is now: what says that it ends with a comment belongs to it. */
export function endOf(region: IdeaRegion): Node {
  const last = lastNode(region);
  const label = nextOf(last);
  return label && nameOf(label) === COMMENT_LABEL ? label : last;
}

/**
 * The region's last node beside its first one, as the page is now: a skin may have put a node into a box of its own meanwhile
 * (Timeless does so with tables), and then the box is what belongs to the idea.
 */
function lastNode(region: IdeaRegion): Node {
  const [first] = region.nodes;
  const home = parentOf(first);
  const beside = (node: Node): Node | null => {
    let top: Node | null = node;
    while (top && parentOf(top) !== home) top = parentOf(top);
    return top;
  };
  for (const node of region.nodes.toReversed()) {
    const found = beside(node);
    if (found) return found;
  }
  return first;
}
