/**
 * The sections that ideas are wrapped in once something is filtered or sorted: hiding one costs the browser almost nothing,
 * and it can be moved whole. Not for what the sections look like: that is in page.css.
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion } from '../model/region.ts';
import type { Journal } from './journal.ts';
import { COMMENT_LABEL, HOME, MEASURED_ATTRIBUTE, SECTION, SECTION_ATTRIBUTE } from './names.ts';
import { nameOf, nextOf, parentOf } from './nodes.ts';

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

interface Edge {
  /** Distance from the root's top to the first box of the region. */
  readonly top: number;
  /** Distance from the root's top to the first box that follows the region, where that is no region. */
  readonly after: number | null;
}

/** Where each region begins and ends now. Reads layout once for all. */
export function measureEdges(root: Element, regions: readonly IdeaRegion[]): Edge[] {
  const origin = root.getBoundingClientRect().top;
  const blocks = new Set<Element>(regions.map(region => region.headingBlock));
  return regions.map(region => {
    const follower = elementAfter(region);
    return {
      top: region.headingBlock.getBoundingClientRect().top - origin,
      after: follower && !blocks.has(follower) ? follower.getBoundingClientRect().top - origin : null,
    };
  });
}

function elementAfter(region: IdeaRegion): Element | null {
  for (let node = nextOf(sectionOf(region) ?? lastNode(region)); node; node = nextOf(node)) {
    if (node instanceof Element) return node.matches(OUR_SECTION) ? null : node;
  }
  return null;
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
 * Sections stop the margins of neighbours from collapsing; each is drawn back by what it pushed, and keeps its measured
 * size while the browser skips its content, so that the page's height stays what it was.
 */
export function settleSections(root: Element, regions: readonly IdeaRegion[], before: readonly Edge[]): void {
  const now = measureEdges(root, regions);
  const heights = regions.map(region => sectionOf(region)?.getBoundingClientRect().height ?? 0);
  let pushed = 0;
  regions.forEach((region, index) => {
    const section = sectionOf(region);
    const was = before[index];
    const is = now[index];
    if (!section || !was || !is) return;
    const extra = is.top - was.top - pushed;
    if (Math.abs(extra) >= 0.5) section.style.marginBlockStart = `${-extra}px`;
    pushed += extra;
    if (was.after !== null && is.after !== null) {
      const tail = is.after - was.after - pushed;
      if (Math.abs(tail) >= 0.5) section.style.marginBlockEnd = `${-tail}px`;
      pushed += tail;
    }
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
