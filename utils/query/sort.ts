/**
 * The orders in which ideas can stand. Each is a total order: first the value (in the direction asked for), then page order
 * (always ascending); ideas without a value come last in both directions.
 */
import type { AssessedIdea } from '../model/idea.ts';
import type { Sort } from '../model/query.ts';
import { firstContact } from './facet-rules.ts';
import { openCommentCount } from './scopes.ts';

/** Values of one sort key compare with each other alone; `null` is "has none". */
interface Sorter<T> {
  readonly valueOf: (idea: AssessedIdea) => T | null;
  readonly compare: (a: T, b: T) => number;
}

/** Indices into the ideas (which are in page order): those with a value in order, then those without. */
export interface SortedIndices {
  readonly indices: readonly number[];
  /** Those that have no value. */
  readonly withoutValue: ReadonlySet<number>;
}

/**
 * All ideas in the order asked for. `locale` (BCP 47) is whose alphabet titles follow; one that the platform refuses counts
 * as English. Page order ignores the direction.
 */
export function sortIdeas(ideas: readonly AssessedIdea[], sort: Sort, locale: string): SortedIndices {
  const sign = sort.direction === 'descending' ? -1 : 1;
  switch (sort.key) {
    case 'page':
      return { indices: ideas.map((_, index) => index), withoutValue: new Set() };
    case 'title':
      return sortBy(ideas, sign, byTitle(locale));
    case 'inserted':
      return sortBy(ideas, sign, BY_INSERTED);
    case 'difficulty':
      return sortBy(ideas, sign, BY_DIFFICULTY);
    case 'contact':
      return sortBy(ideas, sign, { valueOf: firstContact, compare: namesIn(locale) });
    case 'open-comments':
      return sortBy(ideas, sign, BY_OPEN_COMMENTS);
    case 'latest-comment':
      return sortBy(ideas, sign, BY_LATEST_COMMENT);
  }
}

/**
 * The same order inside each of the page's sections, which stay where they are: ideas that follow each other in the same list and
 * area are one section. Ideas without a value come last in theirs.
 */
export function sortInSections(ideas: readonly AssessedIdea[], sorted: SortedIndices): SortedIndices {
  const sections: number[] = [];
  ideas.forEach((idea, index) => {
    const before = ideas[index - 1];
    const goesOn = before !== undefined && before.list === idea.list && before.area === idea.area;
    sections.push((sections[index - 1] ?? 0) + (goesOn ? 0 : 1));
  });
  const indices = [...sorted.indices].sort((a, b) => (sections[a] ?? 0) - (sections[b] ?? 0));
  return { ...sorted, indices };
}

/**
 * How names stand in an alphabet: numbers by value ("9" before "10"). A locale that the platform refuses counts as English. The alphabet
 * is fetched with the first comparison: a browser needs longer for it than for all else in a bar that nobody has sorted yet.
 */
export function namesIn(locale: string): (a: string, b: string) => number {
  let compare: Intl.Collator['compare'] | null = null;
  return (a, b) => {
    compare ??= collatorFor(locale).compare;
    return compare(a, b);
  };
}

function collatorFor(locale: string): Intl.Collator {
  try {
    return new Intl.Collator(locale, { numeric: true });
  } catch {
    return new Intl.Collator('en', { numeric: true });
  }
}

const compareIso = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** By the earliest day the date can mean. */
const BY_INSERTED: Sorter<string> = {
  valueOf: idea => idea.inserted.candidates[0] ?? idea.inserted.iso,
  compare: compareIso,
};

/** By the time of the newest comment of any kind that was signed with one. */
const BY_LATEST_COMMENT: Sorter<string> = {
  valueOf: idea =>
    idea.comments
      .flatMap(comment => comment.timestamp ?? [])
      .sort(compareIso)
      .at(-1) ?? null,
  compare: compareIso,
};

/** By the easier end of the range, then by the harder one. */
const BY_DIFFICULTY: Sorter<readonly [number, number]> = {
  valueOf: ({ difficulty: { min, max } }) => (min === null || max === null ? null : [min, max]),
  compare: (a, b) => a[0] - b[0] || a[1] - b[1],
};

const BY_OPEN_COMMENTS: Sorter<number> = { valueOf: openCommentCount, compare: (a, b) => a - b };

function byTitle(locale: string): Sorter<string> {
  return { valueOf: titleOf, compare: namesIn(locale) };
}

function titleOf(idea: AssessedIdea): string | null {
  return idea.title.trim() || null;
}

function sortBy<T>(ideas: readonly AssessedIdea[], sign: 1 | -1, sorter: Sorter<T>): SortedIndices {
  const valued: { readonly index: number; readonly value: T }[] = [];
  const without: number[] = [];
  ideas.forEach((idea, index) => {
    const value = sorter.valueOf(idea);
    if (value === null) without.push(index);
    else valued.push({ index, value });
  });
  valued.sort((a, b) => sign * sorter.compare(a.value, b.value) || a.index - b.index);
  return { indices: [...valued.map(({ index }) => index), ...without], withoutValue: new Set(without) };
}
