/**
 * A flat picture of a piece of the page: its nodes in page order, with parent and end, so that all reading is walking numbers.
 * Reads only. Walks with a TreeWalker and no recursion: neither deep nesting nor form controls named like DOM properties harm it.
 */

/** Nodes in page order; node `i`'s subtree is `i` up to (not with) `ends[i]`. Node 0 is the root. */
export interface Tree {
  readonly root: Element;
  /** How many nodes there are. */
  readonly size: number;
  /**
   * The headings, and elements within a line that have attributes; `null` for all others. What a script has held on to for a
   * while, browsers keep as long as the page lives: of 300,000 nodes that is three times the page's text.
   */
  readonly elements: readonly (Element | null)[];
  /** Local name of an element, `#text`, or `#other`. */
  readonly names: readonly string[];
  /** The `class` attribute of an element of a kind whose classes mean something here, else ''. */
  readonly classes: readonly string[];
  /** The characters of a text node, else ''. */
  readonly data: readonly string[];
  readonly parents: readonly number[];
  readonly ends: readonly number[];
  /** The nearest block (the node itself if it is one), which is where a line of text ends at the latest. */
  readonly homes: readonly number[];
  /** Elements that stand after the content, as a whole: navigation boxes, references, the table of contents. In page order. */
  readonly stops: readonly number[];
}

const INLINE = new Set(
  (
    'a abbr acronym audio b bdi bdo big br button cite code data del dfn em figure font i img input ins kbd label link map mark ' +
    'math meta object q rb rp rt ruby s samp small source span strike strong sub sup svg time tt u var video wbr'
  ).split(' '),
);
const OPAQUE = new Set('iframe noembed noframes noscript script select style svg template textarea'.split(' '));
const CLASSED = new Set('div span sup ol ul table nav section'.split(' '));
const HEADING = /^h[1-6]$/u;
const TEXT = '#text';
/** Controls that the wiki puts into the text: the links to edit a section, and what folds a block. */
const OPAQUE_CLASS = /(?:^|\s)mw-(?:editsection|collapsible-toggle)(?:\s|$)/u;
const STOP_CLASS = /(?:^|\s)(?:navbox|mw-references-wrap|printfooter|catlinks|toc)(?:\s|$)/u;

/** So many nodes are a step: a millisecond or some. */
const NODES_A_STEP = 500;

/**
 * The picture of `root` and everything in it. Scripts, edit links and the elements of `stops` are there, but not what is in them. Where `root`
 * changes between two steps the picture is of no use, but it comes to an end.
 */
export function* readTree(root: Element): Generator<void, Tree> {
  const elements: (Element | null)[] = [];
  const names: string[] = [];
  const classes: string[] = [];
  const data: string[] = [];
  const parents: number[] = [];
  const ends: number[] = [];
  const homes: number[] = [];
  const stops: number[] = [];
  const kinds = new Map<string, Kind>();
  const walker = root.ownerDocument.createTreeWalker(root);
  let parent = -1;
  // Each question to the page takes longer than all that is done with the answer: none is asked twice, and a text none that it has no use for.
  for (let node: Node | null = root; node !== null; ) {
    const index = names.length;
    const name = nameOf(node);
    const kind = kinds.get(name) ?? kindOf(name);
    kinds.set(name, kind);
    const element: Element | null = kind.isElement ? (node as Element) : null;
    const className: string = (kind.hasClasses && element?.getAttribute('class')) || '';
    const isStop: boolean =
      index > 0 &&
      ((className !== '' && STOP_CLASS.test(className)) || (name === 'div' && element?.getAttribute('id') === 'toc'));
    const isOpaque: boolean = isStop || kind.isOpaque || (className !== '' && OPAQUE_CLASS.test(className));
    elements.push(kind.isKept || (kind.isInLine && element?.hasAttributes()) ? element : null);
    names.push(name);
    data.push(name === TEXT ? (node.nodeValue ?? '') : '');
    classes.push(className);
    parents.push(parent);
    ends.push(index + 1);
    homes.push(parent < 0 || kind.isBlock ? index : (homes[parent] ?? 0));
    if (isStop) stops.push(index);
    if (names.length % NODES_A_STEP === 0) yield;
    node = isOpaque ? null : walker.firstChild();
    if (node) parent = index;
    while (parent >= 0 && !node) {
      node = walker.nextSibling();
      if (node) continue;
      ends[parent] = names.length;
      parent = parents[parent] ?? -1;
      walker.parentNode();
    }
  }
  return { root, size: names.length, elements, names, classes, data, parents, ends, homes, stops };
}

/** What holds for all nodes of a name. */
interface Kind {
  /** An element that can be asked; a form's controls answer for it. */
  readonly isElement: boolean;
  readonly isBlock: boolean;
  readonly isInLine: boolean;
  readonly hasClasses: boolean;
  /** Nothing in it is text of the page. */
  readonly isOpaque: boolean;
  readonly isKept: boolean;
}

function kindOf(name: string): Kind {
  const isElement = !name.startsWith('#') && name !== 'form';
  return {
    isElement,
    isBlock: isBlock(name),
    isInLine: isElement && !isBlock(name),
    hasClasses: CLASSED.has(name),
    isOpaque: name.startsWith('#') || OPAQUE.has(name),
    isKept: HEADING.test(name),
  };
}

/** A form's own properties can be hidden by its controls' names; then it is taken for what it is. */
function nameOf(node: Node): string {
  if (node.nodeType === 3) return TEXT;
  if (typeof node.nodeType === 'number' && node.nodeType !== 1) return '#other';
  const name: unknown = (node as Element).localName;
  return typeof name === 'string' ? name : 'form';
}

/** Whether an element of that name ends a line of text. Unknown names do; text and comments do not. */
export function isBlock(name: string): boolean {
  return !name.startsWith('#') && !INLINE.has(name);
}

export function nameAt(tree: Tree, index: number): string {
  return tree.names[index] ?? '';
}

/** First index after the subtree. */
export function endOf(tree: Tree, index: number): number {
  return tree.ends[index] ?? index + 1;
}

export function parentOf(tree: Tree, index: number): number {
  return tree.parents[index] ?? -1;
}

export function homeOf(tree: Tree, index: number): number {
  return tree.homes[index] ?? 0;
}

/** Whether `inner` is `outer` or stands in it. */
export function holds(tree: Tree, outer: number, inner: number): boolean {
  return outer <= inner && inner < endOf(tree, outer);
}

export function hasClass(tree: Tree, index: number, name: string): boolean {
  return (tree.classes[index] ?? '').split(/\s+/u).includes(name);
}

/** An attribute's value; '' when there is none, or the element is not kept. */
export function attribute(tree: Tree, index: number, name: string): string {
  return tree.elements[index]?.getAttribute(name) ?? '';
}

/**
 * Stands at node `index`, which is or holds an element that is kept (else at the root), and walks on from there as the page is. A walker,
 * because neither a form nor anything else can hide from it where it stands.
 */
export function walkerAt(tree: Tree, index: number): TreeWalker {
  let at = index;
  while (!tree.elements[at] && at + 1 < endOf(tree, index)) at++;
  const { root } = tree;
  const walker = root.ownerDocument.createTreeWalker(root);
  walker.currentNode = tree.elements[at] ?? root;
  for (; at > index; at = parentOf(tree, at)) walker.parentNode();
  return walker;
}

/** The characters of a text node, '' for any other. */
export function dataOf(tree: Tree, index: number): string {
  return tree.data[index] ?? '';
}

/** Nearest ancestor-or-self that `wanted` accepts, not looking further up than (and not at) `limit`; -1 when there is none. */
export function closest(tree: Tree, index: number, wanted: (name: string) => boolean, limit = -1): number {
  for (let at = index; at > limit && at >= 0; at = parentOf(tree, at)) {
    if (wanted(nameAt(tree, at))) return at;
  }
  return -1;
}
