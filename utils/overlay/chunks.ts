/**
 * On a page of very many ideas: boxes of ours around sections that follow each other. The browser skips a box that is far from the window
 * as a whole, and has far fewer to look at. Not for the order of what is in them: that is the arrangement's.
 *
 * Chromium 156 forgets to lay out again what is moved into a box that it skips. So whenever sections move, they move into boxes that are
 * new: what has not been laid out yet is not skipped.
 */
import type { Journal } from './journal.ts';
import { moveNode } from './move.ts';
import { CHUNK, HOME, LAID_OUT_ATTRIBUTE, SECTION, SECTION_ATTRIBUTE } from './names.ts';
import { nameOf, nextOf, parentOf } from './nodes.ts';

export interface Crowd {
  /** With fewer ideas a page has nothing of it. */
  readonly many: number;
  /** At most so many sections in a chunk. */
  readonly size: number;
}

/** Measured at 300 to 10,000 ideas: fewer in one make more boxes, more make each that comes into view slower. */
const CROWD: Crowd = { many: 150, size: 50 };

export interface Chunks {
  /**
   * Puts sections that follow each other on the page, all in page order, into chunks, where they stand below each other. None is skipped
   * before `maySkip`.
   */
  begin(sections: readonly HTMLElement[]): void;
  maySkip(): void;
  /** Puts sections into `list` in this order; moves none when they stand so. */
  fill(list: HTMLElement, sections: readonly HTMLElement[]): void;
  /** Before `list` is taken away. */
  leave(): void;
  /** Gives each home in a chunk of the page the section that `sectionAt` says stands there. */
  settle(sectionAt: (home: Element) => HTMLElement | null): void;
  /** Tells each chunk how high it is while it is skipped: as high as what shows in it, by `heightOf` (px). */
  fit(heightOf: (section: Element) => number): void;
}

/** For the sections of one lens. */
export function createChunks(journal: Journal, { many, size }: Crowd = CROWD): Chunks {
  let isMany = false;
  let ofPage: readonly HTMLElement[] = [];
  let ofList: readonly HTMLElement[] = [];

  function insert(parent: ParentNode & Node, before: Node | null): HTMLElement {
    const chunk = (parent.ownerDocument as Document).createElement(CHUNK);
    journal.insert(chunk, parent, before);
    return chunk;
  }

  function renew(old: HTMLElement, sectionAt: (home: Element) => HTMLElement | null): HTMLElement {
    const parent = parentOf(old);
    if (!parent) return old;
    const chunk = insert(parent, old);
    for (const child of [...old.childNodes]) {
      // It comes behind the home that it belongs to now.
      if (isSection(child)) continue;
      put(child, chunk);
      const section = nameOf(child) === HOME ? sectionAt(child as Element) : null;
      if (section) put(section, chunk);
    }
    journal.remove(old);
    return chunk;
  }

  return {
    begin(sections) {
      isMany = sections.length >= many;
      if (!isMany) return;
      ofPage = runsOf(sections, size).map(nodes => {
        const chunk = insert(parentOf(nodes[0]) as ParentNode & Node, nodes[0]);
        chunk.setAttribute(LAID_OUT_ATTRIBUTE, '');
        for (const node of nodes) put(node, chunk);
        return chunk;
      });
    },
    maySkip() {
      for (const chunk of ofPage) chunk.removeAttribute(LAID_OUT_ATTRIBUTE);
    },
    fill(list, sections) {
      if (!isMany) {
        fillDirectly(list, sections);
        return;
      }
      const stand = ofList.flatMap(chunk => [...chunk.childNodes].filter(isSection));
      if (stand.length === sections.length && stand.every((section, at) => section === sections[at])) return;
      const before = ofList;
      ofList = Array.from({ length: Math.ceil(sections.length / size) }, (_, number) => {
        const chunk = insert(list, null);
        for (const section of sections.slice(number * size, (number + 1) * size)) put(section, chunk);
        return chunk;
      });
      for (const chunk of before) journal.remove(chunk);
    },
    leave() {
      for (const chunk of ofList) journal.remove(chunk);
      ofList = [];
    },
    settle(sectionAt) {
      ofPage = ofPage.map(chunk => renew(chunk, sectionAt));
    },
    fit(heightOf) {
      for (const chunk of [...ofPage, ...ofList]) {
        let height = 0;
        for (let child = chunk.firstElementChild; child; child = child.nextElementSibling) height += heightOf(child);
        const size = `${Math.max(0, Math.round(height))}px`;
        if (chunk.style.containIntrinsicBlockSize !== size) chunk.style.containIntrinsicBlockSize = size;
      }
    },
  };
}

/** The chunk that a section stands in now is laid out from here on, wherever it is. */
export function layOutChunk(section: Element): void {
  section.closest(CHUNK)?.setAttribute(LAID_OUT_ATTRIBUTE, '');
}

/** Puts `node` last into `chunk`; not once the lens has ended, even in the middle of a writing: then `chunk` is no longer on the page. */
function put(node: Node, chunk: HTMLElement): void {
  if (!chunk.isConnected) return;
  // Nothing in these is alive.
  if (isBlank(node) || nameOf(node) === HOME) chunk.append(node);
  else moveNode(node, chunk, null);
}

function fillDirectly(list: HTMLElement, sections: readonly HTMLElement[]): void {
  let next = list.firstChild;
  for (const section of sections) {
    if (section === next) next = next.nextSibling;
    else moveNode(section, list, next);
  }
}

function isSection(node: Node): node is HTMLElement {
  return node instanceof Element && node.localName === SECTION && node.hasAttribute(SECTION_ATTRIBUTE);
}

type Run = [HTMLElement, ...Node[]];

/** The sections that follow each other directly in a box where they stand below each other, with the blanks between them. */
function runsOf(sections: readonly HTMLElement[], size: number): readonly Run[] {
  const isBlock = blockParents();
  const runs: Run[] = [];
  let length = 0;
  for (const section of sections) {
    const run = runs.at(-1);
    const between = run && length < size ? blanksBetween(run.at(-1) as Node, section) : null;
    if (run && between) run.push(...between, section);
    else runs.push([section]);
    length = run && between ? length + 1 : 1;
  }
  return runs.filter(run => run.length > 1 && isBlock(run[0]));
}

/** `null` where something else stands between them. */
function blanksBetween(section: Node, next: Node): Node[] | null {
  const blanks: Node[] = [];
  let node = nextOf(section);
  for (; node && node !== next; node = nextOf(node)) {
    if (!isBlank(node)) return null;
    blanks.push(node);
  }
  return node === next ? blanks : null;
}

function isBlank(node: Node): boolean {
  const name = nameOf(node);
  return name === '#comment' || (name === '#text' && node.nodeValue?.trim() === '');
}

/** Whether children of an element's parent stand below each other; a grid or columns would treat a box of many as one. */
function blockParents(): (element: Element) => boolean {
  const known = new Map<Node, boolean>();
  return element => {
    const parent = parentOf(element);
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
