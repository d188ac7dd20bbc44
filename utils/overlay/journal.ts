/**
 * The record of every change to the page, so that each can be taken back: the same bytes, the same node objects.
 * All writing goes through here. Not for what stands inside our own hosts: that goes with them.
 */
import { moveNode } from './move.ts';
import { parentOf } from './nodes.ts';

export interface Journal {
  /** Puts one of our own nodes before `before` (or last) in `parent`. */
  insert(node: ChildNode, parent: ParentNode & Node, before: Node | null): void;
  /** Takes one of our own nodes out again, before the end; what others have put into it stays in its place. */
  remove(node: ChildNode): void;
  /** Wraps contiguous siblings in `wrapper`, which is ours and not on the page yet. */
  wrap(nodes: readonly [Node, ...Node[]], wrapper: HTMLElement): void;
  /** Sets (or with `null` takes away) one of our attributes on a node of the page; writes only a difference. */
  attribute(element: Element, name: OurAttribute, value: string | null): void;
  /**
   * Takes everything back, newest structure first. What others did to the page meanwhile stays. May be called twice; afterwards
   * nothing is written any more.
   */
  undo(): void;
}

/** The page's own nodes get only attributes of ours. */
export type OurAttribute = `data-idea-lens-${string}`;

/** An empty journal for one lens. */
export function createJournal(): Journal {
  const inserted = new Set<ChildNode>();
  const wrappers: HTMLElement[] = [];
  const attributes = new Map<Element, Map<OurAttribute, string | null>>();
  /** Taken back: what comes late (a frame, an answer) finds the page as it was and leaves it so. */
  let closed = false;

  return {
    insert(node, parent, before) {
      if (closed) return;
      // Written down first: whatever comes in between finds it in the record.
      inserted.add(node);
      parent.insertBefore(node, before);
    },
    remove(node) {
      if (inserted.has(node)) unwrap(node);
      inserted.delete(node);
    },
    wrap(nodes, wrapper) {
      if (closed) return;
      wrappers.push(wrapper);
      parentOf(nodes[0])?.insertBefore(wrapper, nodes[0]);
      for (const node of nodes) if (!closed) moveNode(node, wrapper, null);
    },
    attribute(element, name, value) {
      if (closed) return;
      const current = element.getAttribute(name);
      const known = attributes.get(element) ?? new Map<OurAttribute, string | null>();
      const own = known.has(name) ? known.get(name) : current;
      // One that the page itself has is emptied: taken away, it would come back behind the others.
      const wanted = value ?? (own == null ? null : '');
      if (current === wanted) return;
      if (!known.has(name)) known.set(name, current);
      attributes.set(element, known);
      write(element, name, wanted);
    },
    undo() {
      closed = true;
      // Each can be done again, so that what fails on the way is made good by another call. What was put in first, the bar, goes
      // last: by it a fresh lens knows that one was here.
      const [first, ...others] = inserted;
      for (const node of [...others, ...wrappers.toReversed()]) unwrap(node);
      for (const [element, original] of attributes) {
        for (const [name, value] of original) write(element, name, value);
      }
      attributes.clear();
      if (first) unwrap(first);
    },
  };
}

/** Puts a wrapper's children in its place, whatever they are by now, and takes the wrapper out. */
export function unwrap(wrapper: ChildNode): void {
  const parent = wrapper.parentNode;
  if (!parent) return;
  while (wrapper.firstChild) moveNode(wrapper.firstChild, parent, wrapper);
  wrapper.remove();
}

function write(element: Element, name: OurAttribute, value: string | null): void {
  if (value === null) element.removeAttribute(name);
  else element.setAttribute(name, value);
}
