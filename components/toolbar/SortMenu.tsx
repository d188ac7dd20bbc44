/** What Sort opens. */
import type { RefObject } from 'preact';
import { t } from '../../utils/platform/i18n.ts';
import { Popover } from '../ui/Popover.tsx';
import type { PartProps } from './parts.ts';
import { SortOptions } from './SortOptions.tsx';

export interface SortMenuProps extends PartProps {
  readonly button: RefObject<HTMLButtonElement | null>;
}

export function SortMenu({ button, ...props }: SortMenuProps) {
  const shut = () => props.onOpen(null);
  return (
    <Popover button={button} align="end" low role="menu" label={t('sort.label')} onClose={shut}>
      <div class="popover-title" aria-hidden="true">
        {t('sort.label')}
      </div>
      <SortOptions kind="menu" {...props} />
    </Popover>
  );
}
