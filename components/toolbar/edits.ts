/**
 * The changes to a query that the toolbar's controls make. Pure; none of them touches more than its own part. Facets and search
 * text are two views of one query: what the text asks of a facet (`area:mirage`) moves into the facet when that is changed.
 */
import type { FacetName, FacetValueOf, Query, Scope, Sort, SortKey } from '../../utils/model/query.ts';
import { EMPTY_QUERY, FACETS } from '../../utils/model/query.ts';
import type { Removal, View } from '../../utils/model/view.ts';
import { folded } from './find.ts';

export function withText(query: Query, text: string): Query {
  return { ...query, text };
}

export function withScope(query: Query, scope: Scope): Query {
  return { ...query, scope };
}

/** What is asked of a facet, ticked or typed, each value once; ticked ones first. */
export function choicesOf<F extends FacetName>(query: Query, view: View, facet: F): readonly FacetValueOf[F][] {
  const ticked: readonly FacetValueOf[F][] = query.facets[facet];
  const typed: readonly FacetValueOf[F][] = view.typed[facet]?.values ?? [];
  return [...ticked, ...typed.filter(value => !ticked.some(other => isSame(value, other)))];
}

/** Takes or drops one value of a facet; what the text asks of the facet is from then on ticked. */
export function withToggled<F extends FacetName>(query: Query, view: View, facet: F, value: FacetValueOf[F]): Query {
  const chosen = choicesOf(query, view, facet);
  const others = chosen.filter(other => !isSame(value, other));
  return withChoices(query, view, facet, others.length < chosen.length ? others : [...chosen, value]);
}

/** Takes values that are not taken yet beside those that are. */
export function withTaken<F extends FacetName>(
  query: Query,
  view: View,
  facet: F,
  values: readonly FacetValueOf[F][],
): Query {
  return withChoices(query, view, facet, [...choicesOf(query, view, facet), ...values]);
}

export function withoutFacet(query: Query, view: View, facet: FacetName): Query {
  return withChoices(query, view, facet, []);
}

function withChoices<F extends FacetName>(
  query: Query,
  view: View,
  facet: F,
  choices: readonly FacetValueOf[F][],
): Query {
  const text = view.typed[facet]?.rest ?? query.text;
  return { ...query, text, facets: { ...query.facets, [facet]: choices } };
}

/** A link may spell a name in another case than the page does. */
function isSame(a: FacetValueOf[FacetName], b: FacetValueOf[FacetName]): boolean {
  return a === b || (typeof a === 'string' && typeof b === 'string' && folded(a) === folded(b));
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
