/** The changes to a query that the toolbar's controls make. Pure; none of them touches more than its own part. */
import type { FacetName, FacetValueOf, Query, Scope, Sort, SortKey } from '../../utils/model/query.ts';
import { EMPTY_QUERY, FACETS } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';

export function withText(query: Query, text: string): Query {
  return { ...query, text };
}

export function withScope(query: Query, scope: Scope): Query {
  return { ...query, scope };
}

/** Ticks or unticks one value of a facet. */
export function withToggled<F extends FacetName>(query: Query, facet: F, value: FacetValueOf[F]): Query {
  const chosen: readonly FacetValueOf[F][] = query.facets[facet];
  const next = chosen.includes(value) ? chosen.filter(other => other !== value) : [...chosen, value];
  return { ...query, facets: { ...query.facets, [facet]: next } };
}

export function withoutFacet(query: Query, facet: FacetName): Query {
  return { ...query, facets: { ...query.facets, [facet]: [] } };
}

export function withSort(query: Query, sort: Sort): Query {
  return { ...query, sort };
}

/** The sort that choosing `key` gives: page order has one direction only, the others keep the one that was set. */
export function sortBy(key: SortKey, before: Sort): Sort {
  return { key, direction: key === 'page' || before.key === 'page' ? 'ascending' : before.direction };
}

/** The query without the part that a removal names. */
export function without(query: Query, what: View['removals'][number]['what']): Query {
  if (what === 'text') return withText(query, '');
  if (what === 'scope') return withScope(query, EMPTY_QUERY.scope);
  return withoutFacet(query, what);
}

/** The facets with at least one value ticked, in the toolbar's order. */
export function activeFacets(query: Query): readonly FacetName[] {
  return FACETS.filter(facet => query.facets[facet].length > 0);
}
