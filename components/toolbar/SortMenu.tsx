/** What Sort opens. */
import type { RefObject } from 'preact';
import { t } from '../../utils/platform/i18n.ts';
import { Popover } from '../ui/Popover.tsx';
import { withSort } from './edits.ts';
import type { PartProps } from './parts.ts';
import { SortOptions } from './SortOptions.tsx';

export interface SortMenuProps extends PartProps {
  readonly button: RefObject<HTMLButtonElement | null>;
}

export function SortMenu({ query, button, onQuery, onOpen }: SortMenuProps) {
  return (
    <Popover button={button} align="end" low role="menu" label={t('sort.label')} onClose={() => onOpen(null)}>
      <div class="popover-title" aria-hidden="true">
        {t('sort.label')}
      </div>
      <SortOptions kind="menu" sort={query.sort} onSort={sort => onQuery(withSort(query, sort), 'commit')} />
    </Popover>
  );
}
