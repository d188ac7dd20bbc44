/**
 * Single keys on the page. Never while somebody types, never with a modifier (MediaWiki's access keys are Alt+Shift and a letter),
 * never in a dialog of the wiki nor in a menu, where letters lead to items. What each key does is told from outside.
 */

/** By what the key types, so that `/` and `?` are found on every keyboard. */
export const KEYS = ['/', 'j', 'k', 'n', 'p', 'b', 'r', '?', 'Escape'] as const;
export type Key = (typeof KEYS)[number];

const FIELDS =
  'input:not([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset]), textarea, select, [role=textbox], [role=searchbox], [role=combobox]';
/** What has keys of its own. */
const LAYERS =
  'dialog, [role=dialog], [role=alertdialog], [aria-modal=true], [role=menu], [role=menubar], [role=listbox], [role=tree]';

/** Listens until `signal` aborts; `isOn` is asked at each key. Escape works also while single keys are off. */
export function listenToKeys(
  document: Document,
  isOn: () => boolean,
  pressed: (key: Key) => void,
  signal: AbortSignal,
): void {
  const onKey = (event: KeyboardEvent) => {
    const key = KEYS.find(each => each === event.key);
    // Keys that a script has made are nobody's wish: one of them would bookmark.
    if (key === undefined || !event.isTrusted || event.defaultPrevented || event.isComposing) return;
    if (event.ctrlKey || event.metaKey || event.altKey || (key !== 'Escape' && !isOn())) return;
    if (event.composedPath().some(wantsKeys)) return;
    event.preventDefault();
    // A key that is held down would take back what it has just done.
    if (event.repeat && key === 'b') return;
    pressed(key);
  };
  document.addEventListener('keydown', onKey, { signal });
}

function wantsKeys(target: EventTarget): boolean {
  if (!(target instanceof HTMLElement)) return false;
  return target.isContentEditable || target.matches(FIELDS) || target.matches(LAYERS);
}
