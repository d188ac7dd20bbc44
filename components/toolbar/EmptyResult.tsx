/**
 * Stands where the ideas would be when none matches: says what was asked for, that nothing is lost, and offers each single
 * step back that would show something. Needs the same style sheets as the toolbar, in a host of its own.
 */
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import type { Removal, View } from '../../utils/model/view.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { activeFacets, without } from './edits.ts';
import { bareText, chosenNames, facetName, type PageWords, scopeName } from './words.ts';

export interface EmptyResultProps extends PageWords {
  readonly query: Query;
  readonly view: View;
  readonly locale: string;
  /** Whether the bookmarks of the page have been read, and what keeps them from being read or saved. */
  readonly bookmarks: { readonly known: boolean; readonly trouble: object | null };
  onQuery(next: Query, how: 'commit'): void;
}

export function EmptyResult(props: EmptyResultProps) {
  const { query, view, locale, onQuery } = props;
  const total = numeral(view.total, locale);
  const what = whatIsMissing(props);
  const isNoBookmark = asksBookmarksAlone(props) && props.bookmarks.known;
  return (
    <div class="empty">
      {what && <p class="empty-what">{what}</p>}
      <p class="empty-rest">
        {isNoBookmark ? t('toolbar.empty.howToBookmark') : t('toolbar.empty.stillHere', [total], view.total)}
      </p>
      <div class="empty-actions">
        {view.removals
          // What would show everything is the last button already.
          .filter(({ count }) => count > 0 && count < view.total)
          .map(({ what, count }) => (
            <Button key={what} look="normal" onClick={() => onQuery(without(query, view, what), 'commit')}>
              {removalName(what, props)}{' '}
              <span class="count">{t('toolbar.ideas', [numeral(count, locale)], count)}</span>
            </Button>
          ))}
        <Button look="primary" onClick={() => onQuery(EMPTY_QUERY, 'commit')}>
          {t('toolbar.empty.showAll', [total], view.total)}
        </Button>
      </div>
    </div>
  );
}

function asksBookmarksAlone({ query, view }: EmptyResultProps): boolean {
  return query.scope === 'bookmarked' && query.text.trim() === '' && activeFacets(query, view).length === 0;
}

/** "No idea matches “haskell” in Mirage OS."; `null` while the bookmarks are on their way: nothing may be missing. */
function whatIsMissing(props: EmptyResultProps): string | null {
  const { query, view, bookmarks } = props;
  if (query.scope === 'bookmarked' && !bookmarks.known) return bookmarks.trouble && t('toolbar.empty.notRead');
  if (asksBookmarksAlone(props)) return t('toolbar.empty.noBookmarks');
  const text = bareText(view.free.text);
  const scope = query.scope === 'all' ? [] : [scopeName(query.scope)];
  const facets = activeFacets(query, view).map(facet => chosenNames(view, facet, props));
  const where = [...scope, ...facets].join(', ');
  if (text === '') return t('toolbar.empty.noneIn', [where]);
  return where ? t('toolbar.empty.noneMatchesIn', [text, where]) : t('toolbar.empty.noneMatches', [text]);
}

function removalName(what: Removal['what'], props: EmptyResultProps): string {
  if (what === 'text') return t('toolbar.empty.clearSearch');
  if (what === 'scope') return t('toolbar.empty.searchAll');
  const values = chosenNames(props.view, what, props);
  return t('toolbar.remove', [t('facet.value', [facetName(what, props), values])]);
}
