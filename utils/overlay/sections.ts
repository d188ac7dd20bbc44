/**
 * The sections that ideas are wrapped in once something is filtered or sorted: hiding one costs the browser almost nothing,
 * and it can be moved whole. Not for what the sections look like: that is in page.css.
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion } from '../model/region.ts';
import type { Journal } from './journal.ts';
import { COMMENT_LABEL, HOME, MEASURED_ATTRIBUTE, SECTION, SECTION_ATTRIBUTE } from './names.ts';
import { nameOf, nextOf, parentOf, previousOf as previousNodeOf } from './nodes.ts';

/** A wiki's text can give its headings any `data-` attribute, but it cannot make a section. */
const OUR_SECTION = `${SECTION}[${SECTION_ATTRIBUTE}]`;

export interface Section {
  readonly key: IdeaKey;
  readonly element: HTMLElement;
}

/** Wraps the regions that are not wrapped yet, until `mayGoOn` says no. `true` when all are. */
export function wrapRegions(
  regions: readonly IdeaRegion[],
  sections: Map<IdeaKey, Section>,
  journal: Journal,
  mayGoOn: () => boolean,
): boolean {
  for (let number = sections.size; number < regions.length; number++) {
    const region = regions[number];
    if (!region) break;
    if (!mayGoOn()) return false;
    const element = region.heading.ownerDocument.createElement(SECTION);
    element.setAttribute(SECTION_ATTRIBUTE, String(number));
    journal.wrap(nodesNow(region), element);
    sections.set(region.key, { key: region.key, element });
  }
  return true;
}

/** The region's nodes with what of ours, or of the wiki's scripts, has come to stand between them. */
function nodesNow(region: IdeaRegion): [Node, ...Node[]] {
  const first = region.nodes[0];
  const last = lastNode(region);
  const nodes: [Node, ...Node[]] = [first];
  for (let node: Node | null = first; node && node !== last; ) {
    node = nextOf(node);
    if (node) nodes.push(node);
  }
  const label = nextOf(nodes.at(-1) ?? first);
  if (label && nameOf(label) === COMMENT_LABEL) nodes.push(label);
  return nodes;
}

/** What lies between a region and its neighbours on the page, none of which is a number of the page's own places: these change. */
export interface Gaps {
  /** What stands before the region: an element of the page beside it, else the box that it stands in. */
  readonly before: { readonly element: Element; readonly isBeside: boolean } | null;
  /** From there to the region's heading, px; our own boxes between them do not count. */
  readonly lead: number;
  /** What follows the region where that is no region, and how far below it. */
  readonly after: { readonly element: Element; readonly tail: number } | null;
}

/** The gaps around each region as the page is now. Reads layout once for all. */
export function measureGaps(regions: readonly IdeaRegion[]): Gaps[] {
  const blocks = new Set<Element>(regions.map(region => region.headingBlock));
  return regions.map(region => {
    const before = elementBefore(region);
    const follower = elementAfter(region);
    const after = follower && !blocks.has(follower) ? follower : null;
    return {
      before,
      lead: before ? leadOf(region, before) : 0,
      after: after && { element: after, tail: tailOf(region, after) },
    };
  });
}

function leadOf(region: IdeaRegion, { element, isBeside }: NonNullable<Gaps['before']>): number {
  const { top, bottom } = element.getBoundingClientRect();
  let ours = 0;
  for (let node = previousOf(outermostOf(region)); node && isOurs(node); node = previousOf(node)) {
    ours += node.getBoundingClientRect().height;
  }
  return region.headingBlock.getBoundingClientRect().top - (isBeside ? bottom : top) - ours;
}

function tailOf(region: IdeaRegion, after: Element): number {
  return after.getBoundingClientRect().top - bottomOf(region);
}

/** Where the region's own boxes end. */
function bottomOf(region: IdeaRegion): number {
  const bottoms = region.nodes.map(node => (node instanceof Element ? node.getBoundingClientRect() : null));
  return bottoms.findLast(box => box && box.height > 0)?.bottom ?? region.headingBlock.getBoundingClientRect().bottom;
}

function elementBefore(region: IdeaRegion): Gaps['before'] {
  const first = outermostOf(region);
  for (let element = previousOf(first); element; element = previousOf(element)) {
    // A box without height lets margins through; the one before it counts.
    if (!isOurs(element) && element.getBoundingClientRect().height > 0) return { element, isBeside: true };
  }
  const parent = parentOf(first);
  return parent instanceof Element ? { element: parent, isBeside: false } : null;
}

function elementAfter(region: IdeaRegion): Element | null {
  for (let node = nextOf(sectionOf(region) ?? lastNode(region)); node; node = nextOf(node)) {
    if (node instanceof Element && !isOurs(node)) return node.matches(OUR_SECTION) ? null : node;
  }
  return null;
}

function outermostOf(region: IdeaRegion): Node {
  return sectionOf(region) ?? region.nodes[0];
}

function previousOf(node: Node): Element | null {
  for (let each = previousNodeOf(node); each; each = previousNodeOf(each)) if (each instanceof Element) return each;
  return null;
}

/** Our own hosts, not our sections. */
function isOurs(element: Element): boolean {
  return nameOf(element).startsWith('idea-lens-');
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

/**
 * Sections stop the margins of neighbours from collapsing; each is drawn back by what it pushed, and keeps its measured size while the
 * browser skips its content, so that the page's height stays what it was. `was` are the gaps before any was wrapped. Only gaps are
 * compared: between the slices of the wrapping, a picture may have come, or the bar may have got a second row.
 */
export function settleSections(regions: readonly IdeaRegion[], was: readonly Gaps[]): void {
  const measured = regions.map((region, index) => {
    const { before = null, lead = 0, after = null } = was[index] ?? {};
    return {
      section: sectionOf(region),
      lead: before?.element.isConnected ? leadOf(region, before) - lead : 0,
      tail: after?.element.isConnected ? tailOf(region, after.element) - after.tail : 0,
    };
  });
  const heights = measured.map(({ section }) => section?.getBoundingClientRect().height ?? 0);
  measured.forEach(({ section, lead, tail }, index) => {
    if (!section) return;
    if (Math.abs(lead) >= 0.5) section.style.marginBlockStart = `${-lead}px`;
    if (Math.abs(tail) >= 0.5) section.style.marginBlockEnd = `${-tail}px`;
    section.style.containIntrinsicBlockSize = `auto ${Math.round(heights[index] ?? 0)}px`;
    section.setAttribute(MEASURED_ATTRIBUTE, '');
  });
}

function sectionOf(region: IdeaRegion): HTMLElement | null {
  return region.headingBlock.closest<HTMLElement>(OUR_SECTION);
}

/** Leaves a mark where the section stands, from which it can be brought back: from the page alone, without this lens. */
export function markHome(section: Section, journal: Journal): Element {
  const home = section.element.ownerDocument.createElement(HOME);
  home.setAttribute(SECTION_ATTRIBUTE, section.element.getAttribute(SECTION_ATTRIBUTE) ?? '');
  const parent = section.element.parentNode;
  if (parent) journal.insert(home, parent, section.element);
  return home;
}
