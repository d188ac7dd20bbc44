/** The presets where tabs have no room: what their button opens. */
import type { RefObject } from 'preact';
import { SCOPES } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Options } from '../ui/Options.tsx';
import { Popover } from '../ui/Popover.tsx';
import { withScope } from './edits.ts';
import type { PartProps, ScopeCounts } from './parts.ts';
import { scopeName } from './words.ts';

export interface ScopeMenuProps extends PartProps {
  readonly counts: ScopeCounts;
  readonly button: RefObject<HTMLButtonElement | null>;
}

export function ScopeMenu({ query, counts, button, onQuery, onOpen }: ScopeMenuProps) {
  return (
    <Popover button={button} align="end" low role="menu" label={t('toolbar.show')} onClose={() => onOpen(null)}>
      <Options
        kind="menu"
        label={t('toolbar.show')}
        options={SCOPES.map(value => ({ value, name: scopeName(value), count: counts[value] }))}
        chosen={query.scope}
        onChoose={scope => {
          onQuery(withScope(query, scope), 'commit');
          onOpen(null);
        }}
      />
    </Popover>
  );
}
