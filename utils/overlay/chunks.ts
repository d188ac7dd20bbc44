/**
 * Boxes of ours around sections that follow each other, up to fifty in one: the browser skips a box that is off the screen as a whole,
 * and has far fewer to look at. Not for the order of what is in them: that is the arrangement's.
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion } from '../model/region.ts';
import type { Journal } from './journal.ts';
import { CHUNK, LAID_OUT_ATTRIBUTE } from './names.ts';
import { nameOf, nextOf, parentOf } from './nodes.ts';
import type { Extent, Section } from './sections.ts';

/** Measured as the best at 300 to 10,000 ideas: fewer make more boxes, more make each that comes into view slower. */
export const CHUNK_SIZE = 50;

/** An empty chunk, not on the page yet. */
export function makeChunk(document: Document): HTMLElement {
  return document.createElement(CHUNK);
}

/** Puts sections that follow each other directly into chunks, where they stand below each other. Call once all ideas are wrapped. */
export function chunkSections(
  regions: readonly IdeaRegion[],
  sections: ReadonlyMap<IdeaKey, Section>,
  journal: Journal,
): HTMLElement[] {
  const runs: Section[][] = [];
  const isBlock = blockParents();
  for (const { key } of regions) {
    const section = sections.get(key);
    if (!section) continue;
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run && last && run.length < CHUNK_SIZE && follows(last.element, section.element)) run.push(section);
    else runs.push([section]);
  }
  return runs
    .filter(run => run.length > 1 && isBlock(run[0]?.element))
    .map(run => {
      const chunk = makeChunk((run[0] as Section).element.ownerDocument);
      journal.wrap(nodesOf(run), chunk);
      return chunk;
    });
}

/** Whether children of an element's parent stand below each other; a grid or columns would treat a box of many as one. */
function blockParents(): (element: Element | undefined) => boolean {
  const known = new Map<Node, boolean>();
  return element => {
    const parent = element && parentOf(element);
    if (!(parent instanceof Element)) return false;
    const isBlock = known.get(parent) ?? isBlockContainer(parent);
    known.set(parent, isBlock);
    return isBlock;
  };
}

function isBlockContainer(element: Element): boolean {
  const style = element.ownerDocument.defaultView?.getComputedStyle(element);
  if (!style) return false;
  const inColumns = [style.columnCount, style.columnWidth].some(value => Boolean(value) && value !== 'auto');
  return /^(?:block|flow-root|list-item|table-cell)$/u.test(style.display) && !inColumns;
}

function follows(section: Element, next: Element): boolean {
  let node = nextOf(section);
  while (node && node !== next && isBlank(node)) node = nextOf(node);
  return node === next;
}

function isBlank(node: Node): boolean {
  const name = nameOf(node);
  return name === '#comment' || (name === '#text' && node.nodeValue?.trim() === '');
}

function nodesOf(run: readonly Section[]): [Node, ...Node[]] {
  const first = (run[0] as Section).element;
  const last = (run.at(-1) as Section).element;
  const nodes: [Node, ...Node[]] = [first];
  for (let node: Node | null = first; node && node !== last; ) {
    node = nextOf(node);
    if (node) nodes.push(node);
  }
  return nodes;
}

/** Between ideas in one list, px; as in page.css. */
const LIST_GAP = 12;

/** Tells each chunk how high it is while it is skipped: as high as what shows in it now. */
export function fitChunks(
  chunks: readonly HTMLElement[],
  sections: ReadonlyMap<IdeaKey, Section>,
  visible: ReadonlySet<IdeaKey>,
  extents: ReadonlyMap<IdeaKey, Extent>,
  inList: boolean,
): void {
  const heights = new Map<Node, number>(chunks.map(chunk => [chunk, 0]));
  for (const { key, element } of sections.values()) {
    const chunk = element.parentNode;
    const extent = visible.has(key) ? extents.get(key) : undefined;
    const height = chunk ? heights.get(chunk) : undefined;
    if (!chunk || !extent || height === undefined) continue;
    heights.set(chunk, height + extent.height + (inList ? LIST_GAP : extent.margins));
  }
  for (const chunk of chunks) {
    const size = `${Math.max(0, heights.get(chunk) ?? 0)}px`;
    if (chunk.style.containIntrinsicBlockSize !== size) chunk.style.containIntrinsicBlockSize = size;
  }
}

/** The chunk that a section stands in now is laid out from here on, wherever it is. */
export function layOutChunk(section: Element): void {
  section.closest(CHUNK)?.setAttribute(LAID_OUT_ATTRIBUTE, '');
}
