/** The words of the toolbar for what a query holds: scopes, facets and their values, sorts. No markup. */
import type { Level } from '../../utils/model/idea.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import type { FacetName, FacetValueOf, Query, Scope, Sort, SortKey } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';

/** A name of the model as it stands in the keys of the locale files, which take no hyphen. */
type Worded<Name extends string> = Name extends `${infer Head}-${infer Rest}` ? `${Head}_${Rest}` : Name;

function worded<Name extends string>(name: Name): Worded<Name> {
  return name.replace('-', '_') as Worded<Name>;
}

export const scopeName = (scope: Scope): string => t(`toolbar.scope.${worded(scope)}`);

/** A shorter name where there is one; it is contained in the full name. */
export function shortScopeName(scope: Scope): string | undefined {
  return scope === 'good-first' || scope === 'open-comments' ? t(`toolbar.scopeShort.${worded(scope)}`) : undefined;
}

const LEVELS = { 1: 'easy', 2: 'medium', 3: 'high', 4: 'extreme' } as const satisfies Record<Level, string>;

export const facetName = (facet: FacetName): string => t(`facet.name.${facet}`);

/** What a value of a facet is called; a list by its heading on the page. */
export function valueName<F extends FacetName>(facet: F, value: FacetValueOf[F], lists: readonly ListOnPage[]): string {
  if (value === null) return t('facet.notGiven');
  // Named, not numbered: a locale file takes numbered keys for plural forms.
  if (typeof value === 'number') return t(`facet.level.${LEVELS[value]}`);
  return facet === 'list' ? (lists.find(list => list.id === value)?.heading ?? value) : value;
}

/** The ticked values of a facet in words, levels from easy to hard: "Easy, Medium". */
export function chosenNames(query: Query, facet: FacetName, lists: readonly ListOnPage[]): string {
  const chosen: readonly FacetValueOf[FacetName][] = query.facets[facet];
  const sorted = facet === 'difficulty' ? [...chosen].sort((a, b) => Number(a ?? 9) - Number(b ?? 9)) : chosen;
  return sorted.map(value => valueName(facet, value, lists)).join(', ');
}

export const sortName = (key: SortKey): string => t(`sort.key.${worded(key)}`);

/** The Sort button's whole name: "Sort: Difficulty, ascending". */
export function sortButtonName(sort: Sort): string {
  if (sort.key === 'page') return t('sort.button', [sortName('page')]);
  return t('sort.button', [`${sortName(sort.key)}, ${t(`sort.${sort.direction}`).toLowerCase()}`]);
}

/** "One list, easiest first. 10 without a difficulty come last." Empty in page order. */
export function sortNote({ key, direction }: Sort, withoutValue: number, number: (n: number) => string): string {
  if (key === 'page') return '';
  const order = t(`sort.${direction}First.${worded(key)}`);
  // Every idea has a title.
  if (key === 'title' || withoutValue === 0) return order;
  return `${order} ${t(`sort.missing.${worded(key)}`, [number(withoutValue)], withoutValue)}`;
}
