/** The words of the toolbar for what a query holds: scopes, facets and their values, sorts. No markup. */
import type { Level } from '../../utils/model/idea.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import {
  type AttentionValue,
  type FacetName,
  type FacetValueOf,
  PROSE,
  type Scope,
  type Sort,
  type SortKey,
} from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { choicesOf } from './edits.ts';

/** What the page calls things. */
export interface PageWords {
  /** Names the values of the facet List. */
  readonly lists: readonly ListOnPage[];
  /** The page's label of the programme field ("GSoC"). */
  readonly programLabel: string;
  /** The language (BCP 47) of the names above and of areas, skills and contacts, where it may be another than that of our words. */
  readonly pageLanguage?: string | undefined;
}

/** A name of the model as it stands in the keys of the locale files, which take no hyphen. */
type Worded<Name extends string> = Name extends `${infer Head}-${infer Rest}` ? `${Head}_${Rest}` : Name;

function worded<Name extends string>(name: Name): Worded<Name> {
  return name.replace('-', '_') as Worded<Name>;
}

export const scopeName = (scope: Scope): string => t(`toolbar.scope.${worded(scope)}`);

/** What a pointer that rests on it is told: the name in full, or which ideas these are where the name does not say it. */
export const scopeTitle = (scope: Scope): string =>
  scope === 'good-first' ? t('toolbar.goodFirst') : scopeName(scope);

/** A shorter name where there is one; it is contained in the full name. */
export function shortScopeName(scope: Scope): string | undefined {
  return scope === 'good-first' || scope === 'open-comments' ? t(`toolbar.scopeShort.${worded(scope)}`) : undefined;
}

const LEVELS = { 1: 'easy', 2: 'medium', 3: 'high', 4: 'extreme' } as const satisfies Record<Level, string>;

/** A facet's name; the programme's is the page's own. */
export function facetName(facet: FacetName, { programLabel }: PageWords): string {
  return facet === 'program' ? programLabel : t(`facet.name.${facet}`);
}

/** What a value of a facet is called; a list by its heading on the page. */
export function valueName<F extends FacetName>(facet: F, value: FacetValueOf[F], words: PageWords): string {
  if (value === null) return t('facet.notGiven');
  // Named, not numbered: a locale file takes numbered keys for plural forms.
  if (typeof value === 'number') return t(`facet.level.${LEVELS[value]}`);
  if (value === PROSE) return t('facet.prose');
  if (facet === 'program') return t(value === 'yes' ? 'facet.yes' : 'facet.no');
  if (facet === 'attention') return attentionName(value as AttentionValue, words);
  return facet === 'list' ? (words.lists.find(list => list.id === value)?.heading ?? value) : value;
}

function attentionName(value: AttentionValue, { programLabel }: PageWords): string {
  switch (value) {
    case 'needs-review':
      return t('facet.needsReview');
    case 'list:needs-work':
      return t('reason.needsWork');
    case 'list:new':
      return t('reason.new');
    case 'comment:open':
      return t('toolbar.scope.open_comments');
    case 'difficulty:missing':
      return t('reason.difficulty');
    case 'skills:missing':
      return t('reason.skills');
    case 'outcomes:missing':
      return t('reason.outcomes');
    case 'program:missing':
      return t('reason.program', [programLabel]);
    case 'contact:no-address':
      return t('reason.noAddress');
    case 'interest':
      return t('facet.interested');
  }
}

/** A search text for a sentence that puts it in quotation marks: its own would double them. */
export function bareText(text: string): string {
  return text.replace(/["“”„«»]/gu, '');
}

/** A few letters typed can mean many names. */
const MOST_NAMES = 3;

/** What is asked of a facet in words, levels from easy to hard, typed words that name nothing last: "Easy, Medium". */
export function chosenNames(view: View, facet: FacetName, words: PageWords): string {
  const chosen: readonly FacetValueOf[FacetName][] = choicesOf(view, facet);
  const sorted = facet === 'difficulty' ? [...chosen].sort((a, b) => Number(a ?? 9) - Number(b ?? 9)) : chosen;
  const unmatched = view.typed[facet]?.unmatched ?? [];
  const names = [
    ...sorted.map(value => valueName(facet, value, words)),
    ...unmatched.map(word => t('toolbar.quoted', [word])),
  ];
  const others = names.length - MOST_NAMES;
  // One more is as short as its number.
  if (others <= 1) return names.join(', ');
  return [...names.slice(0, MOST_NAMES), t('toolbar.others', [String(others)], others)].join(', ');
}

/** "13 of 24 ideas". */
export function statusWords(shown: number, { total }: View, locale: string): string {
  return t('toolbar.status', [numeral(shown, locale), numeral(total, locale)], total);
}

export const sortName = (key: SortKey): string => t(`sort.key.${worded(key)}`);

/** The Sort button's whole name: "Sort: Difficulty, ascending". */
export function sortButtonName(sort: Sort): string {
  if (sort.key === 'page') return t('sort.button', [sortName('page')]);
  return t('sort.button', [`${sortName(sort.key)}, ${t(`sort.${sort.direction}`).toLowerCase()}`]);
}

/** What is said once it is sorted so: "Sorted by difficulty, easiest first". */
export function sortSaid({ key, direction }: Sort): string {
  if (key === 'page') return t('sort.back');
  return t(`sort.said.${worded(key)}`, [t(`sort.${direction}First.${worded(key)}`)]);
}

/** "One list, easiest first. 10 without a difficulty come last." Empty in page order. */
export function sortNote({ key, direction, sections }: Sort, withoutValue: number, locale: string): string {
  if (key === 'page') return '';
  const first = t(`sort.${direction}First.${worded(key)}`);
  const order = t(sections ? 'sort.inSections' : 'sort.oneList', [first]);
  // Every idea has a title.
  if (key === 'title' || withoutValue === 0) return order;
  return `${order} ${t(`sort.missing.${worded(key)}`, [numeral(withoutValue, locale)], withoutValue)}`;
}
