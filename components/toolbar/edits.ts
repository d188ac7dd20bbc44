/**
 * The changes to a query that the toolbar's controls make. Pure; none of them touches more than its own part. Facets and search
 * text are two views of one query: what the text asks of a facet (`area:mirage`) moves into the facet when a part of it is unticked.
 * Which values are one is the view's word: all of its values are spelled as the page spells them.
 */
import type { FacetName, FacetValueOf, Query, Scope, Sort, SortKey } from '../../utils/model/query.ts';
import { EMPTY_QUERY, FACETS } from '../../utils/model/query.ts';
import type { Removal, View } from '../../utils/model/view.ts';

export function withText(query: Query, text: string): Query {
  return { ...query, text };
}

export function withScope(query: Query, scope: Scope): Query {
  return { ...query, scope };
}

/** What is asked of a facet, ticked or typed, each value once and as the page spells it; ticked ones first. */
export function choicesOf<F extends FacetName>(view: View, facet: F): readonly FacetValueOf[F][] {
  const ticked = tickedIn(view, facet);
  return [...ticked, ...typedIn(view, facet).filter(value => !ticked.includes(value))];
}

/** Takes or drops one value of a facet. What the text asks of the facet stays there, unless it is that which is dropped. */
export function withToggled<F extends FacetName>(query: Query, view: View, facet: F, value: FacetValueOf[F]): Query {
  const others = (values: readonly FacetValueOf[F][]) => values.filter(other => other !== value);
  if (typedIn(view, facet).includes(value)) return withoutTyped(query, view, facet, others(choicesOf(view, facet)));
  const ticked = tickedIn(view, facet);
  return withTicked(query, facet, ticked.includes(value) ? others(ticked) : [...ticked, value]);
}

/** Takes values that are not taken yet beside those that are. */
export function withTaken<F extends FacetName>(
  query: Query,
  view: View,
  facet: F,
  values: readonly FacetValueOf[F][],
): Query {
  return withTicked(query, facet, [...tickedIn(view, facet), ...values]);
}

export function withoutFacet(query: Query, view: View, facet: FacetName): Query {
  return withoutTyped(query, view, facet, []);
}

function tickedIn<F extends FacetName>(view: View, facet: F): readonly FacetValueOf[F][] {
  return view.ticked[facet];
}

function typedIn<F extends FacetName>(view: View, facet: F): readonly FacetValueOf[F][] {
  return view.typed[facet]?.values ?? [];
}

function withTicked<F extends FacetName>(query: Query, facet: F, values: readonly FacetValueOf[F][]): Query {
  return { ...query, facets: { ...query.facets, [facet]: values } };
}

/** With these values alone: a text can hold more than they say (words in a sentence), so it is taken out only where it must be. */
function withoutTyped<F extends FacetName>(
  query: Query,
  view: View,
  facet: F,
  values: readonly FacetValueOf[F][],
): Query {
  return withTicked({ ...query, text: view.typed[facet]?.rest ?? query.text }, facet, values);
}

/** Without the words that no facet shows. */
export function withoutFreeText(query: Query, view: View): Query {
  return withText(query, view.free.rest);
}

export function withSort(query: Query, sort: Sort): Query {
  return { ...query, sort };
}

/** Of comments one looks for many and for new ones; the others begin where a list does. */
const FROM_THE_TOP: readonly SortKey[] = ['open-comments', 'latest-comment'];

/** The sort that choosing another `key` gives: its own direction first; page order is the sort at rest. */
export function sortBy(key: SortKey, before: Sort): Sort {
  if (key === 'page') return EMPTY_QUERY.sort;
  if (key === before.key) return before;
  return { ...before, key, direction: FROM_THE_TOP.includes(key) ? 'descending' : 'ascending' };
}

/** The query without the part that a removal names. */
export function without(query: Query, view: View, what: Removal['what']): Query {
  if (what === 'text') return withoutFreeText(query, view);
  if (what === 'scope') return withScope(query, EMPTY_QUERY.scope);
  return withoutFacet(query, view, what);
}

/** The facets of which something is asked, ticked or typed, in the toolbar's order. */
export function activeFacets(query: Query, view: View): readonly FacetName[] {
  return FACETS.filter(facet => query.facets[facet].length > 0 || view.typed[facet] !== null);
}
