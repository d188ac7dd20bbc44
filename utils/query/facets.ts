/**
 * The facets of a page: their values, which ideas each value holds, and the rows with counts.
 * Not for combining facets with search and scope (`run-query.ts`).
 */
import type { AssessedIdea, Level } from '../model/idea.ts';
import type { ListOnPage } from '../model/page.ts';
import type { FacetName, FacetValueOf } from '../model/query.ts';
import type { FacetCount } from '../model/view.ts';
import { addBit, type Bits, countBoth, either, emptyBits } from './bits.ts';

/** One facet over the ideas of one page. */
export interface FacetIndex<F extends FacetName> {
  /** The ideas that have at least one of the chosen values; `null` when none is chosen and the facet asks for nothing. */
  matching(chosen: readonly FacetValueOf[F][]): Bits | null;
  /**
   * One row a value, counted among the ideas given. Rows without ideas stay, and a chosen value that the page does not know
   * (an old link) gets a row with 0, so that it can be unticked.
   */
  rows(among: Bits, chosen: readonly FacetValueOf[F][]): readonly FacetCount<F>[];
}

/** What makes a facet: which values exist, which of them an idea has, and how rows stand. */
interface FacetRule<F extends FacetName> {
  /** Values that have a row even when no idea has them. */
  readonly always: readonly FacetValueOf[F][];
  readonly valuesOf: (idea: AssessedIdea) => readonly FacetValueOf[F][];
  readonly compareRows: (a: FacetCount<F>, b: FacetCount<F>) => number;
}

const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** The lists of the page, empty ones too: biggest first, then by heading. */
export function listFacet(
  ideas: readonly AssessedIdea[],
  lists: readonly ListOnPage[],
  collator: Intl.Collator,
): FacetIndex<'list'> {
  const headings = new Map(lists.map(list => [list.id, list.heading]));
  return facetIndex(ideas, {
    always: [...headings.keys()],
    valuesOf: idea => [idea.list],
    compareRows: byCountThenName(row => headings.get(row.value) ?? row.value, collator),
  });
}

/** The areas of the page under their own names: biggest first, then by name, "not given" last. */
export function areaFacet(ideas: readonly AssessedIdea[], collator: Intl.Collator): FacetIndex<'area'> {
  return facetIndex(ideas, {
    always: [],
    valuesOf: idea => [idea.area],
    compareRows: byCountThenName(row => row.value, collator),
  });
}

/** The scale from easy to extreme, then "not given"; a range has each of its levels. */
export function difficultyFacet(ideas: readonly AssessedIdea[]): FacetIndex<'difficulty'> {
  return facetIndex(ideas, {
    always: [...LEVELS, null],
    valuesOf: idea => levelsOf(idea),
    compareRows: (a, b) => (a.value ?? Infinity) - (b.value ?? Infinity) || 0,
  });
}

function levelsOf({ difficulty: { min, max } }: AssessedIdea): readonly (Level | null)[] {
  return min === null || max === null ? [null] : LEVELS.filter(level => min <= level && level <= max);
}

function facetIndex<F extends FacetName>(ideas: readonly AssessedIdea[], rule: FacetRule<F>): FacetIndex<F> {
  const size = ideas.length;
  const nobody = emptyBits(size);
  const holders = new Map<FacetValueOf[F], Bits>(rule.always.map(value => [value, emptyBits(size)]));
  ideas.forEach((idea, index) => {
    for (const value of rule.valuesOf(idea)) {
      const bits = holders.get(value) ?? emptyBits(size);
      addBit(bits, index);
      holders.set(value, bits);
    }
  });

  return {
    matching: chosen =>
      chosen.length === 0
        ? null
        : either(
            size,
            chosen.map(value => holders.get(value) ?? nobody),
          ),
    rows(among, chosen) {
      const ticked = new Set(chosen);
      return [...new Set([...holders.keys(), ...ticked])]
        .map(value => ({ value, count: countBoth(among, holders.get(value) ?? nobody), chosen: ticked.has(value) }))
        .sort(rule.compareRows);
    },
  };
}

/** `null` ("not given") comes last whatever its count; equal names keep their order on the page. */
function byCountThenName<Row extends { readonly count: number }>(
  nameOf: (row: Row) => string | null,
  collator: Intl.Collator,
): (a: Row, b: Row) => number {
  return (a, b) => {
    const [nameA, nameB] = [nameOf(a), nameOf(b)];
    if (nameA === null || nameB === null) return Number(nameA === null) - Number(nameB === null);
    return b.count - a.count || collator.compare(nameA, nameB);
  };
}
