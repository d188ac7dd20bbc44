/** Moving through a list of controls with the keyboard: arrows, Home, End, and the first letter. Focus only, no choosing. */

/** Fields that want their arrows and letters for themselves. */
const FIELDS = 'input:not([type=checkbox], [type=radio])';

/**
 * Moves the focus among the elements of `list` that match `items`, as `event` asks, and takes the event then. Arrows wrap
 * around; a letter goes to the next item whose text begins with it. Anything else, and keys in a text field, are left alone.
 */
export function moveInList(event: KeyboardEvent, list: Element, items: string): void {
  const target = event.composedPath()[0];
  if (!(target instanceof Element) || target.matches(FIELDS) || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = [...list.querySelectorAll<HTMLElement>(items)];
  const next = all[goal(event.key, all, all.indexOf(target as HTMLElement))];
  // With nowhere to go the keys scroll what the control stands in.
  if (!next || next === target) return;
  event.preventDefault();
  event.stopPropagation();
  next.focus();
}

/** Index of the item that `key` leads to from `at` (-1: none has the focus); -1 when it leads nowhere. */
function goal(key: string, all: readonly HTMLElement[], at: number): number {
  if (key === 'Home') return 0;
  if (key === 'End') return all.length - 1;
  if (key === 'ArrowDown') return (at + 1) % all.length;
  if (key === 'ArrowUp') return (Math.max(at, 0) - 1 + all.length) % all.length;
  if (key.length !== 1 || key === ' ') return -1;
  const order = [...all.keys()].map(step => (at + 1 + step) % all.length);
  return order.find(index => textOf(all[index]).startsWith(key.toLowerCase())) ?? -1;
}

/** What a person reads on the item: a checkbox's text is its label's. */
function textOf(item: HTMLElement | undefined): string {
  return ((item?.closest('label') ?? item)?.textContent ?? '').trim().toLowerCase();
}
