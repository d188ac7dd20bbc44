/** From ideas to the nodes of the page that are theirs. Knows nothing of what the nodes say. */
import type { IdeaKey } from '../model/key.ts';
import type { CommentRegion, GroupRegion, IdeaRegion } from '../model/region.ts';
import type { FoundComment } from './comments.ts';
import type { Group } from './groups.ts';
import type { Heading } from './headings.ts';
import { hasText } from './text.ts';
import { dataOf, endOf, holds, nameAt, parentOf, type Tree, walkerAt } from './tree.ts';

/**
 * The first node after an idea's content: the next heading that is not its own, or what stands after the content as a whole. What stands
 * between its fields (a navigation box, references) ends nothing: `last` is the node at which the last one begins.
 */
export function contentEnd(tree: Tree, heading: Heading, last: number, next: Heading | undefined): number {
  const end = next?.block ?? tree.size;
  const from = Math.max(heading.index, last);
  const stop = tree.stops.find(at => at > from && at < end && holds(tree, parentOf(tree, at), heading.index));
  return stop ?? end;
}

/** The idea's nodes, from its heading's block (or the card that the heading begins) to where its content ends. */
export function ideaRegion(
  tree: Tree,
  key: IdeaKey,
  heading: Heading,
  end: number,
  comments: readonly { readonly id: string; readonly found: FoundComment }[],
): IdeaRegion {
  const first = cardOf(tree, heading, end);
  const nodes = siblings(tree, first, end);
  const block = elementAt(tree, heading.block);
  return {
    key,
    heading: elementAt(tree, heading.index),
    headingBlock: block,
    nodes: [nodes[0] ?? block, ...nodes.slice(1)],
    comments: comments.map(({ id, found }) => commentRegion(tree, id, found)),
  };
}

/**
 * Climbs from the heading as long as the element above holds nothing of another idea, group or text: a card, a section of Parsoid's.
 */
function cardOf(tree: Tree, heading: Heading, end: number): number {
  let at = heading.block;
  for (let up = parentOf(tree, at); up > 0; up = parentOf(tree, up)) {
    if (endOf(tree, up) > end || hasText(tree, up, at) || hasHeadingBefore(tree, up, at)) break;
    at = up;
  }
  return at;
}

function hasHeadingBefore(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/^h[1-6]$/u.test(nameAt(tree, at))) return true;
  return false;
}

/** The node and its following siblings that end before `end`, trailing white space and HTML comments left out. */
function siblings(tree: Tree, first: number, end: number): Node[] {
  const nodes: Node[] = [];
  let kept = 0;
  const walker = walkerAt(tree, first);
  const last = endOf(tree, parentOf(tree, first));
  for (let at = first; at < last && endOf(tree, at) <= end; at = endOf(tree, at)) {
    if (at > first) walker.nextSibling();
    nodes.push(walker.currentNode);
    const isBlank = nameAt(tree, at) === '#other' || (nameAt(tree, at) === '#text' && dataOf(tree, at).trim() === '');
    if (!isBlank) kept = nodes.length;
  }
  return nodes.slice(0, kept);
}

function commentRegion(tree: Tree, id: string, found: FoundComment): CommentRegion {
  return { id, icon: elementAt(tree, found.icon), nodes: siblings(tree, found.icon, found.to) };
}

/** The heading of a list or area. */
export function groupRegion(tree: Tree, group: Group, keys: readonly IdeaKey[]): GroupRegion {
  const { heading } = group.entry;
  return {
    kind: group.kind,
    list: group.list,
    title: heading.title,
    heading: elementAt(tree, heading.index),
    headingBlock: elementAt(tree, heading.block),
    ideas: group.ideas.flatMap(position => keys[position] ?? []),
  };
}

/** The child of the root that is or holds the heading's block. */
export function childOfRoot(tree: Tree, heading: Heading): Node | null {
  let at = heading.block;
  while (parentOf(tree, at) > 0) at = parentOf(tree, at);
  return walkerAt(tree, at).currentNode;
}

function elementAt(tree: Tree, index: number): Element {
  return walkerAt(tree, index).currentNode as Element;
}
