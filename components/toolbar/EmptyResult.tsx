/**
 * Stands where the ideas would be when none matches: says what was asked for, that nothing is lost, and offers each single
 * step back that would show something. Needs the same style sheets as the toolbar, in a host of its own.
 */
import type { ListOnPage } from '../../utils/model/page.ts';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { activeFacets, without } from './edits.ts';
import { chosenNames, facetName, scopeName } from './words.ts';

export interface EmptyResultProps {
  readonly query: Query;
  readonly view: View;
  readonly lists: readonly ListOnPage[];
  readonly locale: string;
  onQuery(next: Query, how: 'commit'): void;
}

export function EmptyResult({ query, view, lists, locale, onQuery }: EmptyResultProps) {
  const total = view.total.toLocaleString(locale);
  const onlyBookmarked = query.scope === 'bookmarked' && query.text === '' && activeFacets(query).length === 0;
  return (
    <div class="empty">
      <p class="empty-what">{onlyBookmarked ? t('toolbar.empty.noBookmarks') : whatIsMissing(query, lists)}</p>
      <p class="empty-rest">
        {onlyBookmarked ? t('toolbar.empty.howToBookmark') : t('toolbar.empty.stillHere', [total], view.total)}
      </p>
      <div class="empty-actions">
        {view.removals
          // What would show everything is the last button already.
          .filter(({ count }) => count > 0 && count < view.total)
          .map(({ what, count }) => (
            <Button key={what} look="normal" onClick={() => onQuery(without(query, what), 'commit')}>
              {removalName(what, query, lists)}{' '}
              <span class="count">{t('toolbar.ideas', [count.toLocaleString(locale)], count)}</span>
            </Button>
          ))}
        <Button look="primary" onClick={() => onQuery(EMPTY_QUERY, 'commit')}>
          {t('toolbar.empty.showAll', [total], view.total)}
        </Button>
      </div>
    </div>
  );
}

/** "No idea matches “haskell” in Mirage OS." */
function whatIsMissing(query: Query, lists: readonly ListOnPage[]): string {
  const scope = query.scope === 'all' ? [] : [scopeName(query.scope)];
  const where = [...scope, ...activeFacets(query).map(facet => chosenNames(query, facet, lists))].join(', ');
  if (query.text === '') return t('toolbar.empty.noneIn', [where]);
  return where ? t('toolbar.empty.noneMatchesIn', [query.text, where]) : t('toolbar.empty.noneMatches', [query.text]);
}

function removalName(what: View['removals'][number]['what'], query: Query, lists: readonly ListOnPage[]): string {
  if (what === 'text') return t('toolbar.empty.clearSearch');
  if (what === 'scope') return t('toolbar.empty.searchAll');
  return t('toolbar.remove', [t('facet.value', [facetName(what), chosenNames(query, what, lists)])]);
}
