/**
 * How ideas stand on the page: how far from what is before and after them, how high, and in what form. Only reads. No number is one of the
 * page's own places: these change while ideas are being wrapped, when a picture comes or the bar gets a second row.
 */
import type { IdeaRegion } from '../model/region.ts';
import { CHUNK, COMMENT_LABEL, SECTION, SECTION_ATTRIBUTE } from './names.ts';
import { firstOf, holds, isOnPage, lastOf, nameOf, nextOf, parentOf, previousOf, rectOf } from './nodes.ts';

/** A wiki's text can give its headings any `data-` attribute, but it cannot make a section. */
const OUR_SECTION = `${SECTION}[${SECTION_ATTRIBUTE}]`;

/** What stands before or after an idea, in the page's order and whatever boxes they stand in: another idea, or something else. */
export type Neighbour = 'idea' | Element;

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
  readonly after: Neighbour | null;
  /** From the end of the idea to what follows, where that is no idea. */
  readonly tail: number;
  readonly height: number;
  /** Ideas of the same form have, as a rule, the same margins at their ends. */
  readonly form: string;
  /** In the window or near it. */
  readonly isNear: boolean;
}

/** The ideas, in page order, as they stand before any is wrapped. Reads layout once for all. */
export function readStandings(regions: readonly IdeaRegion[]): readonly Standing[] {
  const extents = regions.map(extentOf);
  const followers = regions.map((region, number) => followerOf(region, regions[number + 1]));
  return regions.map((region, number) => {
    const { top, bottom } = extents[number] as Extent;
    const before: Neighbour | null = followers[number - 1] === 'idea' ? 'idea' : elementBefore(region.nodes[0]);
    const after = followers[number] ?? null;
    const screen = region.heading.ownerDocument.defaultView?.innerHeight ?? 0;
    return {
      region,
      before,
      lead: leadOf(region, top, before, extents[number - 1]) ?? 0,
      after,
      tail: tailOf(bottom, after) ?? 0,
      height: bottom - top,
      form: formOf(region),
      isNear: bottom > -screen && top < 2 * screen,
    };
  });
}

export function extentOf(region: IdeaRegion): Extent {
  const heading = region.headingBlock.getBoundingClientRect();
  const [first] = region.nodes;
  for (let node: Node | null = endOf(region); node; node = previousOf(node)) {
    const box = node instanceof Element ? rectOf(node) : null;
    if (box && box.height > 0) return { top: heading.top, bottom: box.bottom };
    if (node === first) break;
  }
  return { top: heading.top, bottom: heading.bottom };
}

/** From what stands before to the idea's `top`; `null` where that is gone. `previous` is where the idea before it stands. */
export function leadOf(
  region: IdeaRegion,
  top: number,
  before: Neighbour | null,
  previous: Extent | null | undefined,
): number | null {
  const edge = edgeOf(before, previous);
  if (edge === null) return null;
  let ours = 0;
  for (const element of boxesBefore(outermostOf(region))) {
    if (!isOurs(element)) break;
    ours += rectOf(element).height;
  }
  return top - edge - ours;
}

function edgeOf(before: Neighbour | null, previous: Extent | null | undefined): number | null {
  if (before === 'idea') return previous?.bottom ?? null;
  return before && isOnPage(before) ? rectOf(before).bottom : null;
}

/** From the idea's `bottom` to what follows; `null` where that is gone, or an idea. */
export function tailOf(bottom: number, after: Neighbour | null): number | null {
  return after && after !== 'idea' && isOnPage(after) ? rectOf(after).top - bottom : null;
}

function outermostOf({ headingBlock, nodes }: IdeaRegion): Node {
  return headingBlock.closest(OUR_SECTION) ?? nodes[0];
}

/** The boxes that end before `node`, the nearest first. What has no height lets margins through: it does not count. */
function* boxesBefore(node: Node): Iterable<Element> {
  for (let inner: Node | null = node; inner; inner = parentOf(inner)) {
    for (let each = previousOf(inner); each; each = previousOf(each)) if (isBox(each)) yield each;
  }
}

function elementBefore(node: Node): Element | null {
  for (const element of boxesBefore(node)) if (!isOurs(element)) return element;
  return null;
}

/** What comes after the idea: the `next` one, where no box of the page stands between them. */
function followerOf(region: IdeaRegion, next: IdeaRegion | undefined): Neighbour | null {
  const goal = next?.nodes[0];
  for (let inner: Node | null = endOf(region); inner; inner = parentOf(inner)) {
    for (let each = nextOf(inner); each; each = nextOf(each)) {
      // Into the box that the next one stands in.
      while (goal && each && each !== goal && holds(each, goal)) each = firstOf(each);
      if (!each) break;
      if (each === goal) return 'idea';
      if (isBox(each) && !isOurs(each)) return each;
    }
  }
  return null;
}

function isBox(node: Node): node is Element {
  return node instanceof Element && rectOf(node).height > 0;
}

/** Our own hosts, not what ideas stand in. */
function isOurs(element: Element): boolean {
  const name = nameOf(element);
  return name.startsWith('idea-lens-') && name !== CHUNK;
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
  const name = nameOf(node);
  return name === '#comment' || (name === '#text' && (node.nodeValue ?? '').trim() === '');
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
