/** Text onto the clipboard, also where the newer way to it is closed. Not for reading it. */

/** Puts `text` on the clipboard; `false` where the browser refuses. Call it from a click or a key. */
export async function copyText(document: Document, text: string): Promise<boolean> {
  const { clipboard } = document.defaultView?.navigator ?? {};
  try {
    // Only pages of a secure origin have one.
    if (clipboard !== undefined) {
      await clipboard.writeText(text);
      return true;
    }
  } catch {
    // Refused, or the document has not the focus: the older way may still be open.
  }
  return copySelected(document, text);
}

/** By way of the browser's own "Copy": the one way on a wiki that is served by http. */
function copySelected(document: Document, text: string): boolean {
  const onCopy = (event: ClipboardEvent) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData('text/plain', text);
  };
  document.addEventListener('copy', onCopy, { capture: true, once: true });
  const copied = document.execCommand('copy');
  document.removeEventListener('copy', onCopy, { capture: true });
  return copied;
}
