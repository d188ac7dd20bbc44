/**
 * Moving nodes of the page without disturbing them: `moveBefore` keeps focus, playing media, frames and scroll places
 * (Chromium 133, Firefox 144); it drops the text selection, which is kept here.
 */

/** Moves `node` before `before` (or last) in `parent`. Where `moveBefore` is missing or refuses, an ordinary insertion. */
export function moveNode(node: Node, parent: ParentNode & Node, before: Node | null): void {
  if ('moveBefore' in parent && node.isConnected && parent.isConnected) parent.moveBefore(node as ChildNode, before);
  else parent.insertBefore(node, before);
}

/** Runs `change`, which moves nodes, and sets the user's text selection again where its ends are still on the page. */
export function keepSelection<Result>(document: Document, change: () => Result): Result {
  const selection = document.getSelection();
  if (!selection || selection.rangeCount === 0 || selection.isCollapsed) return change();
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const result = change();
  if (anchorNode?.isConnected && focusNode?.isConnected) {
    selection.setBaseAndExtent(anchorNode, anchorOffset, focusNode, focusOffset);
  }
  return result;
}
