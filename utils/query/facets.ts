/**
 * The facets of a page: their values, which ideas each value holds, the rows with counts, and which values typed words name.
 * Not for combining facets with search and scope (`run-query.ts`). What makes each facet is in `facet-rules.ts`.
 */
import type { AssessedIdea } from '../model/idea.ts';
import type { FacetName, FacetValueOf } from '../model/query.ts';
import type { FacetCount } from '../model/view.ts';
import { addAll, type Bits, bitsWhere, type Compact, compact, countIn, either, emptyBits } from './bits.ts';
import { hasWords, meantBy, type Named } from './names.ts';
import type { TokenValue } from './tokens.ts';
import { NONE } from './vocabulary.ts';

/** What makes a facet: which values exist, which of them an idea has, what they are called, and how rows stand. */
export interface FacetRule<F extends FacetName> {
  /** Values that have a row even when no idea has them. */
  readonly always: readonly FacetValueOf[F][];
  readonly valuesOf: (idea: AssessedIdea) => readonly FacetValueOf[F][];
  /** Two values of one identity are one value, spelled as it first occurs. */
  readonly identity: (value: FacetValueOf[F]) => unknown;
  readonly compareRows: (a: FacetCount<F>, b: FacetCount<F>) => number;
  /** What typed words name: the page's own names, or words of a fixed vocabulary. */
  readonly naming:
    | { readonly kind: 'page'; readonly nameOf: (value: FacetValueOf[F]) => Named | null }
    | { readonly kind: 'fixed'; readonly meant: (typed: string) => readonly FacetValueOf[F][] | null };
  /** Text of an idea in which typed words are looked for, too (whole ones), where its values are no names. */
  readonly alsoIn?: (idea: AssessedIdea) => string | null;
}

/** What typed words ask of a facet. */
export interface TypedValues<F extends FacetName> {
  readonly values: readonly FacetValueOf[F][];
  readonly unmatched: readonly string[];
  /** The ideas they ask for. */
  readonly bits: Bits;
}

/** One facet over the ideas of one page. */
export interface FacetIndex<F extends FacetName> {
  /** The ideas that have at least one of the chosen values. */
  matching(chosen: readonly FacetValueOf[F][]): Bits;
  named(typed: readonly TokenValue[]): TypedValues<F>;
  /** The ideas that do not give a value. */
  without(): Bits;
  /**
   * One row a value, counted among the ideas given. Rows without ideas stay, and a chosen value that the page does not know
   * (an old link) gets a row with 0, so that it can be unticked.
   */
  rows(among: Bits, chosen: readonly FacetValueOf[F][]): readonly FacetCount<F>[];
  /** The values, each once, as their rows have them. */
  asInRows(chosen: readonly FacetValueOf[F][]): readonly FacetValueOf[F][];
}

interface Holder<F extends FacetName> {
  readonly value: FacetValueOf[F];
  readonly ideas: Compact;
}

/** An index by `rule` over `ideas`, which must not change. */
export function facetIndex<F extends FacetName>(ideas: readonly AssessedIdea[], rule: FacetRule<F>): FacetIndex<F> {
  const size = ideas.length;
  const nobody = emptyBits(size);
  const holders = holdersOf(ideas, rule);
  const ideasOf = (value: FacetValueOf[F]) => holders.get(rule.identity(value))?.ideas;

  function meant({ text, quoted }: TokenValue): readonly FacetValueOf[F][] {
    if (rule.naming.kind === 'fixed') return rule.naming.meant(text) ?? [];
    const { nameOf } = rule.naming;
    const known = [...holders.values()].flatMap(({ value }) => {
      const named = nameOf(value);
      return named === null ? [] : [{ value, named }];
    });
    const found = meantBy(
      text,
      quoted,
      known.map(each => each.named),
    );
    return found.flatMap(index => known[index]?.value ?? []);
  }

  /** Ideas whose text holds the words, where the facet looks there, too. */
  function inText(typed: string): Bits {
    return bitsWhere(ideas, idea => hasWords(typed, rule.alsoIn?.(idea) ?? ''));
  }

  function matching(chosen: readonly FacetValueOf[F][]): Bits {
    const bits = emptyBits(size);
    for (const value of chosen) {
      const held = ideasOf(value);
      if (held) addAll(bits, held);
    }
    return bits;
  }

  function asInRows(chosen: readonly FacetValueOf[F][]): readonly FacetValueOf[F][] {
    const spelled = new Map<unknown, FacetValueOf[F]>();
    for (const value of chosen) {
      const identity = rule.identity(value);
      if (!spelled.has(identity)) spelled.set(identity, holders.get(identity)?.value ?? value);
    }
    return [...spelled.values()];
  }

  return {
    matching,
    asInRows,
    without: () => matching([null as FacetValueOf[F]]),
    named(typed) {
      const values = new Map<unknown, FacetValueOf[F]>();
      const unmatched: string[] = [];
      const sets: Bits[] = [];
      for (const word of typed) {
        const isNone = !word.quoted && word.text.toLowerCase() === NONE && holders.has(null);
        const found = isNone ? [null as FacetValueOf[F]] : meant(word);
        for (const value of found) values.set(rule.identity(value), value);
        // In quotation marks it is the value itself that is meant.
        const also = rule.alsoIn && !isNone && !(word.quoted && found.length > 0) ? inText(word.text) : nobody;
        if (found.length === 0 && also.every(bits => bits === 0)) unmatched.push(word.text);
        sets.push(also);
      }
      const all = [...values.values()];
      return { values: all, unmatched, bits: either(size, [matching(all), ...sets]) };
    },
    rows(among, chosen) {
      const taken = new Set(asInRows(chosen));
      return [...new Set([...[...holders.values()].map(({ value }) => value), ...taken])]
        .map(value => {
          const held = ideasOf(value);
          return { value, count: held ? countIn(among, held) : 0, chosen: taken.has(value) };
        })
        .sort(rule.compareRows);
    },
  };
}

/** The values of a facet by identity, each with the ideas that have it. */
function holdersOf<F extends FacetName>(
  ideas: readonly AssessedIdea[],
  rule: FacetRule<F>,
): ReadonlyMap<unknown, Holder<F>> {
  const found = new Map<unknown, { readonly value: FacetValueOf[F]; readonly indexes: Set<number> }>();
  const indexesOf = (value: FacetValueOf[F]) => {
    const identity = rule.identity(value);
    const known = found.get(identity) ?? { value, indexes: new Set<number>() };
    found.set(identity, known);
    return known.indexes;
  };
  for (const value of rule.always) indexesOf(value);
  ideas.forEach((idea, index) => {
    for (const value of rule.valuesOf(idea)) indexesOf(value).add(index);
  });
  return new Map(
    [...found].map(([identity, { value, indexes }]) => [
      identity,
      { value, ideas: compact(ideas.length, [...indexes]) },
    ]),
  );
}
