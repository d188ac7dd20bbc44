/** What a reader takes along from a page: a link on the clipboard, a file in the downloads. */

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

/** Saves `text` as a file of the type among the downloads. Asks no network: the address is the browser's own. */
export function saveFile(document: Document, name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has begun by then; the address would else live as long as the page.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The name of a file about the page: its title with what file systems refuse left out. */
export function fileName(title: string, ending: string): string {
  const plain = title.replace(/[^\p{L}\p{N}.-]+/gu, '-').replace(/^[-.]+|[-.]+$/gu, '');
  return `${plain.slice(0, 100) || 'ideas'}.${ending}`;
}
