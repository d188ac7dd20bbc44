/**
 * Where the words of a search stand in a text, for painting them. Not for what a typed text asks for (`language.ts`), nor for
 * searching many ideas at once (`search-index.ts`).
 */
import type { SearchTerm } from '../model/view.ts';
import { fold, foldWithMap } from './fold.ts';

/**
 * Where the terms that are not negated stand in `text`: `[start, end)` pairs in UTF-16 units of the original, in order, touching
 * none of each other. A character is painted whole, marks included, also when a term covers only half of it (`s` in `ß`).
 */
export function matchRanges(text: string, terms: readonly SearchTerm[]): [number, number][] {
  const plain = fold(text);
  const wanted = terms.filter(term => !term.negated && term.folded !== '' && plain.includes(term.folded));
  if (wanted.length === 0) return [];
  const { folded, starts, ends } = foldWithMap(text);
  const found: [number, number][] = [];
  for (const term of wanted) {
    for (let at = folded.indexOf(term.folded); at >= 0; at = folded.indexOf(term.folded, at + term.folded.length)) {
      found.push([starts[at] ?? 0, ends[at + term.folded.length - 1] ?? 0]);
    }
  }
  return merged(found);
}

/** Overlapping and touching ranges become one. */
function merged(ranges: readonly [number, number][]): [number, number][] {
  const result: [number, number][] = [];
  for (const [start, end] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const last = result.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
