/**
 * The sections that ideas are wrapped in once something is filtered or sorted: hiding one costs the browser almost nothing,
 * and it can be moved whole. Not for what the sections look like: that is in page.css.
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion } from '../model/region.ts';
import type { Journal } from './journal.ts';
import { HOME, MEASURED_ATTRIBUTE, SECTION, SECTION_ATTRIBUTE } from './names.ts';
import { nextOf } from './nodes.ts';
import { endOf } from './standing.ts';

export interface Section {
  readonly key: IdeaKey;
  readonly element: HTMLElement;
}

/**
 * Wraps the regions that are not wrapped yet, until `mayGoOn` says no. `true` when all are. Where `heightOf` knows how high (px) the section
 * of the region of that number is, the browser need not lay it out.
 */
export function wrapRegions(
  regions: readonly IdeaRegion[],
  sections: Map<IdeaKey, Section>,
  journal: Journal,
  heightOf: (number: number) => number | null,
  mayGoOn: () => boolean,
): boolean {
  for (let number = sections.size; number < regions.length; number++) {
    const region = regions[number];
    if (!region) break;
    if (!mayGoOn()) return false;
    const element = region.heading.ownerDocument.createElement(SECTION);
    element.setAttribute(SECTION_ATTRIBUTE, String(number));
    const height = heightOf(number);
    if (height !== null) {
      element.style.containIntrinsicBlockSize = `auto ${height}px`;
      element.setAttribute(MEASURED_ATTRIBUTE, '');
    }
    journal.wrap(nodesNow(region), element);
    sections.set(region.key, { key: region.key, element });
  }
  return true;
}

/** The region's nodes with what of ours, or of the wiki's scripts, has come to stand between them. */
function nodesNow(region: IdeaRegion): [Node, ...Node[]] {
  const nodes: [Node, ...Node[]] = [region.nodes[0]];
  const end = endOf(region);
  for (let node: Node | null = region.nodes[0]; node && node !== end; ) {
    node = nextOf(node);
    if (node) nodes.push(node);
  }
  return nodes;
}

/** Leaves a mark where the section stands, from which it can be brought back: from the page alone, without this lens. */
export function markHome(section: Section, journal: Journal): Element {
  const home = section.element.ownerDocument.createElement(HOME);
  home.setAttribute(SECTION_ATTRIBUTE, section.element.getAttribute(SECTION_ATTRIBUTE) ?? '');
  const parent = section.element.parentNode;
  if (parent) journal.insert(home, parent, section.element);
  return home;
}
