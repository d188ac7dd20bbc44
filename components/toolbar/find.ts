/** Finding a name among the values of a facet, and names that are part of others. Not the search through ideas: that comes as a view. */

/** Letters and digits, and the signs that make another word of one: C, C++ and C# are three. */
const WORD = /[\p{L}\p{N}+#]+/gu;

/** Text without case and accents, apostrophes and hyphens as they are typed; by way of upper case, where `ß` is the `SS` that it is written for. */
function folded(text: string): string {
  const bare = text.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
  return bare.replace(/[‘’ʼ]/gu, "'").replace(/[‐-–−]/gu, '-');
}

/** Whether `name` contains what was typed; nothing typed finds everything. */
export function isFound(name: string, typed: string): boolean {
  return folded(name).includes(folded(typed.trim()));
}

/** Whether `name` says all of `part`, word for word, and more: "Some C programming" says "C", and neither "C" nor "C++" does. */
export function isPartOf(part: string, name: string): boolean {
  const [inner, outer] = [wordsOf(part), wordsOf(name)];
  return inner !== '  ' && inner !== outer && outer.includes(inner);
}

/** Its words, a blank around each. */
function wordsOf(text: string): string {
  return ` ${(folded(text).match(WORD) ?? []).join(' ')} `;
}
