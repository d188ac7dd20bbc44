/**
 * Where a node stands, as the DOM itself says it. A form's own properties are hidden behind the names of its controls: with
 * `<input name="parentNode">` in it, `form.parentNode` is that input, and whoever climbs by it never arrives. Not for our own nodes.
 */

export function parentOf(node: Node): (ParentNode & Node) | null {
  return Reflect.get(Node.prototype, 'parentNode', node);
}

export function nextOf(node: Node): ChildNode | null {
  return Reflect.get(Node.prototype, 'nextSibling', node);
}

export function previousOf(node: Node): ChildNode | null {
  return Reflect.get(Node.prototype, 'previousSibling', node);
}

export function firstOf(node: Node): ChildNode | null {
  return Reflect.get(Node.prototype, 'firstChild', node);
}

export function lastOf(node: Node): ChildNode | null {
  return Reflect.get(Node.prototype, 'lastChild', node);
}

export function holds(outer: Node, inner: Node): boolean {
  return Node.prototype.contains.call(outer, inner);
}

export function isOnPage(node: Node): boolean {
  return Reflect.get(Node.prototype, 'isConnected', node);
}

/** Where an element is laid out, px from the window's top left corner. */
export function rectOf(element: Element): DOMRect {
  return Element.prototype.getBoundingClientRect.call(element);
}

/** `false` for what is not shown, and for what the browser skips because it is far from the window. */
export function isLaidOut(element: Element): boolean {
  return element.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
}

/** Its name in small letters. */
export function nameOf(node: Node): string {
  return String(Reflect.get(Node.prototype, 'nodeName', node)).toLowerCase();
}
