/** What the search text asks for, held against a page: its part in each facet, and the part that is left over. */
import type { AssessedIdea } from '../model/idea.ts';
import { FACETS, type FacetName } from '../model/query.ts';
import type { FreeText, TypedChoice } from '../model/view.ts';
import { type Bits, bitsWhere, both, minus } from './bits.ts';
import { type FreeField, isDatedSo, isOfDate, testOf } from './conditions.ts';
import type { FacetIndices } from './facet-rules.ts';
import type { TypedValues } from './facets.ts';
import { type Condition, type ReadText, withoutTokens } from './language.ts';
import { type Token, tokensOf } from './tokens.ts';
import { FACET_OF } from './vocabulary.ts';

/** One facet's part of a search text. */
export interface TypedFacet<F extends FacetName> {
  readonly choice: TypedChoice<F>;
  readonly bits: Bits;
}
export type TypedFacets = { readonly [F in FacetName]: TypedFacet<F> | null };

/** What of `text` each facet shows. `read` is the text as read. */
export function typedFacets(text: string, read: ReadText, facets: FacetIndices): TypedFacets {
  const of = <F extends FacetName>(facet: F): TypedFacet<F> | null => {
    const conditions = read.conditions.filter(condition => joins(condition, facet));
    if (conditions.length === 0) return null;
    const { values, unmatched, bits }: TypedValues<F> = facets[facet].named(conditions.flatMap(each => each.values));
    return {
      choice: {
        values,
        unmatched,
        rest: withoutTokens(
          text,
          conditions.map(each => each.token),
        ),
      },
      bits,
    };
  };
  return {
    list: of('list'),
    area: of('area'),
    difficulty: of('difficulty'),
    skills: of('skills'),
    contact: of('contact'),
    program: of('program'),
    attention: of('attention'),
  };
}

/** A facet shows what it is asked for, not what is ruled out. */
function joins({ field, negated }: Condition, facet: FacetName): boolean {
  return !negated && FACET_OF[field] === facet;
}

/** The part of `text` that no facet shows. */
export function freeText(text: string, read: ReadText): FreeText {
  const shown = read.conditions.filter(condition => FACETS.some(facet => joins(condition, facet)));
  const inFacets = new Set<number>(shown.map(({ token }) => token.start));
  const isFree = (token: Token) => !inFacets.has(token.start);
  const tokens = tokensOf(text);
  return {
    text: withoutTokens(
      text,
      tokens.filter(token => !isFree(token)),
    ).trim(),
    rest: withoutTokens(text, tokens.filter(isFree)),
  };
}

/** The ideas for which every condition holds that no facet shows; `null` when there is none. */
export function freeConditions(
  ideas: readonly AssessedIdea[],
  read: ReadText,
  facets: FacetIndices,
  everything: Bits,
  bookmarked: (idea: AssessedIdea) => boolean,
): Bits | null {
  const free = read.conditions.filter(condition => !FACETS.some(facet => joins(condition, facet)));
  const dates = free.filter(isOfDate);
  const sets = free
    .filter(condition => !isOfDate(condition))
    .map(({ field, negated, values }) => {
      const facet = FACET_OF[field];
      const held =
        facet === undefined
          ? bitsWhere(ideas, anyOf(values.map(value => testOf(field as FreeField, value, bookmarked))))
          : facets[facet].named(values).bits;
      return negated ? minus(everything, held) : held;
    });
  if (dates.length > 0) sets.push(bitsWhere(ideas, isDatedSo(dates)));
  return sets.length === 0 ? null : sets.reduce(both);
}

function anyOf(tests: readonly ((idea: AssessedIdea) => boolean)[]): (idea: AssessedIdea) => boolean {
  return idea => tests.some(test => test(idea));
}
