/**
 * Search over all ideas of a page: texts folded once, and the last result narrowed while the query grows.
 * No inverted index: at the sizes of wiki pages building one costs more than it ever saves.
 */
import type { SearchTerm } from '../model/view.ts';
import { allBits, type Bits, bitsWhere, hasBit } from './bits.ts';
import { fold } from './fold.ts';

export interface SearchIndex {
  /** The texts that contain every term and none of the negated ones. Not to be changed by the caller. */
  find(terms: readonly SearchTerm[]): Bits;
  /** Folds up to `count` further texts ahead of the first search, for idle moments; `true` once all are folded. */
  prepare(count: number): boolean;
}

/** An index over texts that do not change. Folding happens at the first search unless `prepare` came before. */
export function createSearchIndex(texts: readonly string[]): SearchIndex {
  const everything = allBits(texts);
  const folded: string[] = [];
  let lastTerms: readonly SearchTerm[] = [];
  let lastResult = everything;

  function prepare(count: number): boolean {
    for (const text of texts.slice(folded.length, folded.length + count)) folded.push(fold(text));
    return folded.length === texts.length;
  }

  return {
    prepare,
    find(terms) {
      if (terms.length === 0) return everything;
      prepare(texts.length);
      const among = narrows(terms, lastTerms) ? lastResult : everything;
      lastResult = bitsWhere(folded, (text, at) => hasBit(among, at) && matchesAll(text, terms));
      lastTerms = terms;
      return lastResult;
    },
  };
}

/** Whether a folded text contains every term and none of the negated ones. */
export function matchesAll(folded: string, terms: readonly SearchTerm[]): boolean {
  return terms.every(term => folded.includes(term.folded) !== term.negated);
}

/**
 * Whether whatever matches `next` must match `last` too: each old word stands in a new one; each old negated word holds a new
 * negated one (`-wordy` may grow the result when it becomes `-wordyness`, `-word` cannot).
 */
function narrows(next: readonly SearchTerm[], last: readonly SearchTerm[]): boolean {
  return last.every(old =>
    next.some(
      term =>
        term.negated === old.negated &&
        (old.negated ? old.folded.includes(term.folded) : term.folded.includes(old.folded)),
    ),
  );
}
