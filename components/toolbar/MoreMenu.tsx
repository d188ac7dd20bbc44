/** What More opens; in a narrow bar the switch and Sort come first. */
import type { RefObject } from 'preact';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { sortVertical } from '../ui/icons.ts';
import { Popover } from '../ui/Popover.tsx';
import { MoreItems } from './MoreItems.tsx';
import type { PartProps } from './parts.ts';
import { Switch } from './Switch.tsx';
import { sortButtonName } from './words.ts';

export interface MoreMenuProps extends PartProps {
  readonly button: RefObject<HTMLButtonElement | null>;
}

export function MoreMenu(props: MoreMenuProps) {
  const { layout, query, button, onOpen } = props;
  const narrow = layout === 'menu';
  return (
    <Popover
      button={button}
      align="end"
      low
      // A switch is no item of a menu.
      role={narrow ? 'dialog' : 'menu'}
      label={t('toolbar.more')}
      onClose={() => onOpen(null)}
    >
      {narrow && (
        <>
          <Switch onSwitchOff={props.onSwitchOff} />
          <Button
            look="quiet"
            class="menu-row"
            icon={sortVertical}
            label={sortButtonName(query.sort)}
            expanded={false}
            popup="menu"
            onClick={() => onOpen('sort')}
          >
            {sortButtonName(query.sort)}
          </Button>
          <hr />
        </>
      )}
      <MoreItems
        own={props.query.scope === 'bookmarked'}
        kind={narrow ? 'buttons' : 'menu'}
        more={props.more}
        shortcuts={props.shortcuts}
        onLeave={() => onOpen(null)}
        onSay={props.onSay}
      />
    </Popover>
  );
}
