/** The words of the toolbar for what a query holds: scopes, facets and their values, sorts. No markup. */
import type { Level } from '../../utils/model/idea.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import type { FacetName, FacetValueOf, Query, Scope, Sort, SortKey } from '../../utils/model/query.ts';
import { type MessageKey, t } from '../../utils/platform/i18n.ts';

const SCOPE_NAMES: Readonly<Record<Scope, MessageKey>> = {
  all: 'toolbar.scope.all',
  'good-first': 'toolbar.scope.goodFirst',
  'needs-review': 'toolbar.scope.needsReview',
  'open-comments': 'toolbar.scope.openComments',
  bookmarked: 'toolbar.scope.bookmarked',
};

/** Contained in the full name, for narrow bars. */
const SHORT_SCOPE_NAMES: Partial<Record<Scope, MessageKey>> = {
  'good-first': 'toolbar.scope.goodFirstShort',
  'open-comments': 'toolbar.scope.openCommentsShort',
};

const SORT_NAMES: Readonly<Record<SortKey, MessageKey>> = {
  page: 'sort.key.page',
  title: 'sort.key.title',
  difficulty: 'sort.key.difficulty',
  inserted: 'sort.key.inserted',
  'open-comments': 'sort.key.openComments',
};

const SORT_ORDERS: Readonly<Record<SortKey, Readonly<Record<Sort['direction'], MessageKey>>>> = {
  page: { ascending: 'sort.key.page', descending: 'sort.key.page' },
  title: { ascending: 'sort.order.titleUp', descending: 'sort.order.titleDown' },
  difficulty: { ascending: 'sort.order.difficultyUp', descending: 'sort.order.difficultyDown' },
  inserted: { ascending: 'sort.order.insertedUp', descending: 'sort.order.insertedDown' },
  'open-comments': { ascending: 'sort.order.openCommentsUp', descending: 'sort.order.openCommentsDown' },
};

const SORT_MISSING: Partial<Record<SortKey, MessageKey>> = {
  difficulty: 'sort.missing.difficulty',
  inserted: 'sort.missing.inserted',
  'open-comments': 'sort.missing.openComments',
};

const LEVEL_NAMES: Readonly<Record<Level, MessageKey>> = {
  1: 'facet.level.easy',
  2: 'facet.level.medium',
  3: 'facet.level.high',
  4: 'facet.level.extreme',
};

export const scopeName = (scope: Scope): string => t(SCOPE_NAMES[scope]);

/** A shorter name where there is one. */
export function shortScopeName(scope: Scope): string | undefined {
  const key = SHORT_SCOPE_NAMES[scope];
  return key && t(key);
}

export const facetName = (facet: FacetName): string => t(`facet.name.${facet}`);

/** What a value of a facet is called; a list by its heading on the page. */
export function valueName<F extends FacetName>(facet: F, value: FacetValueOf[F], lists: readonly ListOnPage[]): string {
  if (value === null) return t('facet.notGiven');
  if (typeof value === 'number') return t(LEVEL_NAMES[value]);
  return facet === 'list' ? (lists.find(list => list.id === value)?.heading ?? value) : value;
}

/** The ticked values of a facet in words, levels from easy to hard: "Easy, Medium". */
export function chosenNames(query: Query, facet: FacetName, lists: readonly ListOnPage[]): string {
  const chosen: readonly FacetValueOf[FacetName][] = query.facets[facet];
  const sorted = facet === 'difficulty' ? [...chosen].sort((a, b) => Number(a ?? 9) - Number(b ?? 9)) : chosen;
  return sorted.map(value => valueName(facet, value, lists)).join(', ');
}

export const sortName = (key: SortKey): string => t(SORT_NAMES[key]);

/** The Sort button's whole name: "Sort: Difficulty, ascending". */
export function sortButtonName(sort: Sort): string {
  if (sort.key === 'page') return t('sort.button', [sortName('page')]);
  return t('sort.button', [`${sortName(sort.key)}, ${t(`sort.${sort.direction}`).toLowerCase()}`]);
}

/** "One list, easiest first. 10 without a difficulty come last." */
export function sortNote(sort: Sort, withoutValue: number, number: (n: number) => string): string {
  const order = t(SORT_ORDERS[sort.key][sort.direction]);
  const missing = SORT_MISSING[sort.key];
  if (!missing || withoutValue === 0) return order;
  return `${order} ${t(missing, [number(withoutValue)], withoutValue)}`;
}
