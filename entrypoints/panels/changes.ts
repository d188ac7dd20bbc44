/**
 * Whether what others did to the page changes what was read of it. Sorting a table's rows, folding a block and the browser's
 * translation do not; whatever adds, takes away or moves text, headings or ideas does. Looks only.
 */
import type { Regions } from '../../utils/model/region.ts';
import { CHUNK, ONE_LIST, SECTION, SECTION_ATTRIBUTE } from '../../utils/overlay/names.ts';

const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Controls that the wiki's own scripts put into the text; reading passes over them, too. */
const CONTROLS = '.mw-collapsible-toggle, .mw-editsection, style, script';
/** What Chrome puts around each translated text. */
const TRANSLATED = 'font[style*="vertical-align"]';
const PASSED_OVER = `${CONTROLS}, ${TRANSLATED}`;

/** Judges what a MutationObserver has seen, our own writing left out. */
export function matter(records: readonly MutationRecord[], regions: Regions): boolean {
  const { root } = regions;
  if (!root?.isConnected) return true;
  const { own, parents } = placesOf(regions, root);
  const translated = new Set(records.filter(isTranslation).map(record => record.target));
  const texts = new Map<Node, Map<Node, boolean>>();
  for (const record of records) {
    const { target } = record;
    if (!root.contains(target) || translated.has(target) || elementOf(target)?.closest(PASSED_OVER)) continue;
    const changed = changedBy(record);
    if (changed.some(node => isOurs(node) && !node.isConnected)) return true;
    const theirs = changed.filter(node => !isOurs(node));
    if (parents.has(target) || isOurSection(target)) {
      if (theirs.length > 0) return true;
      continue;
    }
    const owner = ownerOf(target, own, root);
    if (owner === null) {
      if (theirs.some(node => own.has(node) || holds(node, HEADINGS))) return true;
    } else if (record.type === 'characterData') return true;
    else note(record, texts, owner);
  }
  return [...texts].some(([owner, seen]) => [...seen].some(([text, was]) => was !== owner.contains(text)));
}

/** The nodes that are an idea's or a group's own, and those in which such nodes stand side by side. */
function placesOf({ ideas, groups }: Regions, root: Element): { own: Set<Node>; parents: Set<Node> } {
  const own = new Set<Node>();
  const parents = new Set<Node>([root]);
  for (const { nodes } of ideas.values()) {
    for (const node of nodes) own.add(node);
    if (nodes[0].parentNode) parents.add(nodes[0].parentNode);
  }
  for (const { headingBlock } of groups) own.add(headingBlock);
  return { own, parents };
}

function ownerOf(target: Node, own: ReadonlySet<Node>, root: Element): Node | null {
  for (let node: Node | null = target; node && node !== root; node = node.parentNode) if (own.has(node)) return node;
  return null;
}

/** Takes down of each text and picture that came or went whether it was there before the first record about it. */
function note(record: MutationRecord, texts: Map<Node, Map<Node, boolean>>, owner: Node): void {
  const seen = texts.get(owner) ?? new Map<Node, boolean>();
  texts.set(owner, seen);
  const take = (was: boolean) => (node: Node) => {
    for (const text of readIn(node)) if (!seen.has(text)) seen.set(text, was);
  };
  for (const node of record.removedNodes) if (!isOurs(node)) take(true)(node);
  for (const node of record.addedNodes) if (!isOurs(node)) take(false)(node);
}

/** What reading takes in of a node: its texts and its pictures. */
function readIn(node: Node): Node[] {
  const found: Node[] = [];
  const walker = (node.ownerDocument ?? document).createTreeWalker(
    node,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    each => (each instanceof Element && each.matches(CONTROLS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT),
  );
  if (node instanceof Element && node.matches(CONTROLS)) return found;
  for (let each: Node | null = walker.currentNode; each; each = walker.nextNode()) {
    if (each instanceof HTMLImageElement || (each instanceof Text && each.data.trim() !== '')) found.push(each);
  }
  return found;
}

function changedBy({ addedNodes, removedNodes, target, type }: MutationRecord): Node[] {
  if (type === 'characterData') return [target];
  return [...addedNodes, ...removedNodes].filter(
    node => !(node instanceof Text && node.data.trim() === '') && !(node instanceof Element && node.matches(CONTROLS)),
  );
}

function isTranslation({ addedNodes, removedNodes }: MutationRecord): boolean {
  return [...addedNodes, ...removedNodes].some(node => node instanceof Element && node.matches(TRANSLATED));
}

function isOurs(node: Node): boolean {
  return node.nodeName.startsWith('IDEA-LENS-') || isOurSection(node);
}

function isOurSection(node: Node): boolean {
  if (!(node instanceof Element)) return false;
  return node.matches(`${SECTION}[${SECTION_ATTRIBUTE}], ${CHUNK}, ${ONE_LIST}`);
}

function holds(node: Node, selector: string): boolean {
  return node instanceof Element && (node.matches(selector) || node.querySelector(selector) !== null);
}

function elementOf(node: Node): Element | null {
  return node instanceof Element ? node : node.parentElement;
}
