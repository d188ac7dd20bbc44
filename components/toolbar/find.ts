/** Finding a name among the values of a facet. Not the search through ideas: that comes as a view. */

/** Text without case and accents. */
export function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Whether `name` contains what was typed; nothing typed finds everything. */
export function isFound(name: string, typed: string): boolean {
  return folded(name).includes(folded(typed.trim()));
}
