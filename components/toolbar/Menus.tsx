/** The buttons of row 1 that open a menu: presets in a narrow bar, Sort in a wide one, More in both. The menus are handed in. */
import { useRef } from 'preact/hooks';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { arrowDown, arrowUp, ellipsis, expand, sortVertical } from '../ui/icons.ts';
import { usePanels } from '../ui/panels.ts';
import type { Opened, PartProps, ScopeCounts } from './parts.ts';
import { scopeName, sortButtonName, sortName } from './words.ts';

function toggle(props: PartProps, what: Opened): void {
  props.onOpen(props.opened === what ? null : what);
}

/** Sort: shows what is sorted by and which way, unless it is the page's own order. */
export function SortButton(props: PartProps) {
  const button = useRef<HTMLButtonElement>(null);
  const panels = usePanels();
  const { sort } = props.query;
  const sorted = sort.key !== 'page';
  const arrow = sort.direction === 'ascending' ? arrowUp : arrowDown;
  return (
    <>
      <Button
        look="quiet"
        class={sorted ? 'wordy sorted' : 'wordy'}
        icon={sorted ? arrow : sortVertical}
        label={sortButtonName(sort)}
        title={sortButtonName(sort)}
        buttonRef={button}
        expanded={props.opened === 'sort'}
        popup="menu"
        onClick={() => toggle(props, 'sort')}
      >
        <span class="word">{sorted ? sortName(sort.key) : t('sort.label')}</span>
      </Button>
      {props.opened === 'sort' && panels && <panels.SortMenu {...props} button={button} />}
    </>
  );
}

/** The presets where tabs have no room: the chosen one, and the others beneath it. */
export function ScopeButton(props: PartProps & { readonly counts: ScopeCounts }) {
  const button = useRef<HTMLButtonElement>(null);
  const panels = usePanels();
  const { query, counts, opened } = props;
  return (
    <>
      <Button
        look="quiet"
        class="scope-button"
        label={t('toolbar.showScope', [scopeName(query.scope), counts[query.scope] ?? ''])}
        buttonRef={button}
        expanded={opened === 'scope'}
        popup="menu"
        onClick={() => toggle(props, 'scope')}
      >
        <b>{scopeName(query.scope)}</b> <span class="count">{counts[query.scope]}</span>
        <Icon shape={expand} size={12} />
      </Button>
      {opened === 'scope' && panels && <panels.ScopeMenu {...props} button={button} />}
    </>
  );
}

/** More; in a narrow bar it holds the switch and Sort, too. */
export function MoreButton(props: PartProps) {
  const button = useRef<HTMLButtonElement>(null);
  const panels = usePanels();
  const { layout, opened, onOpen } = props;
  const holdsSort = layout === 'menu';
  const open = opened === 'more' || (holdsSort && opened === 'sort');
  return (
    <>
      <Button
        look="quiet"
        class="square"
        icon={ellipsis}
        label={t('toolbar.more')}
        title={t('toolbar.more')}
        buttonRef={button}
        expanded={open}
        popup={holdsSort ? 'dialog' : 'menu'}
        onClick={() => onOpen(open ? null : 'more')}
      />
      {opened === 'more' && panels && <panels.MoreMenu key="more" {...props} button={button} />}
      {holdsSort && opened === 'sort' && panels && <panels.SortMenu key="sort" {...props} button={button} />}
    </>
  );
}
