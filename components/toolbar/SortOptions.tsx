/** What to sort by and which way: inside the Sort menu, or in the sheet of a phone. */
import type { SORT_KEYS, Sort } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Options } from '../ui/Options.tsx';
import { sortBy, withSort } from './edits.ts';
import type { PartProps } from './parts.ts';
import { sortName, sortSaid } from './words.ts';

/** The order of the picture, not of the model: what most people look for first. */
const ROWS = [
  'page',
  'title',
  'difficulty',
  'inserted',
  'contact',
  'open-comments',
  'latest-comment',
] as const satisfies (typeof SORT_KEYS)[number][];

export interface SortOptionsProps extends Pick<PartProps, 'query' | 'onQuery' | 'onSay'> {
  readonly kind: 'menu' | 'radios';
}

export function SortOptions({ kind, query, onQuery, onSay }: SortOptionsProps) {
  const { sort } = query;
  const onSort = (next: Sort) => {
    onQuery(withSort(query, next), 'commit');
    // That sections are kept is said by their tick.
    if (next.sections === sort.sections || next.key !== sort.key) onSay(sortSaid(next));
  };
  return (
    <>
      <Options
        kind={kind}
        label={t('sort.label')}
        options={ROWS.map(value => ({ value, name: sortName(value) }))}
        chosen={sort.key}
        onChoose={key => onSort(sortBy(key, sort))}
      />
      {/* Page order has one direction and the page's sections, so there is nothing to choose. */}
      {sort.key !== 'page' && (
        <>
          <Options
            kind={kind}
            look="segments"
            label={t('sort.direction')}
            options={[
              { value: 'ascending', name: t('sort.ascending') },
              { value: 'descending', name: t('sort.descending') },
            ]}
            chosen={sort.direction}
            onChoose={direction => onSort({ ...sort, direction })}
          />
          {/* biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have are checked or not */}
          <button
            type="button"
            class="tick"
            role={kind === 'menu' ? 'menuitemcheckbox' : 'checkbox'}
            aria-checked={sort.sections}
            onClick={() => onSort({ ...sort, sections: !sort.sections })}
          >
            {t('sort.sections')}
          </button>
        </>
      )}
    </>
  );
}
