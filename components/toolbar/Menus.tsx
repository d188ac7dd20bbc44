/** The buttons of row 1 that open a menu, each with its menu: presets and More in a narrow bar, Sort in a wide one. */
import type { RefObject } from 'preact';
import { useRef } from 'preact/hooks';
import { SCOPES, type Scope } from '../../utils/model/query.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { arrowDown, arrowUp, ellipsis, expand, sortVertical } from '../ui/icons.ts';
import { Options } from '../ui/Options.tsx';
import { Popover } from '../ui/Popover.tsx';
import { withScope, withSort } from './edits.ts';
import type { Opened, PartProps } from './parts.ts';
import { SortOptions } from './SortOptions.tsx';
import { Switch } from './Switch.tsx';
import { scopeName, sortButtonName, sortName } from './words.ts';

function toggle(props: PartProps, what: Opened): void {
  props.onOpen(props.opened === what ? null : what);
}

/** Sort: shows what is sorted by and which way, unless it is the page's own order. */
export function SortButton(props: PartProps) {
  const button = useRef<HTMLButtonElement>(null);
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
      {props.opened === 'sort' && <SortMenu {...props} button={button} />}
    </>
  );
}

function SortMenu(props: PartProps & { readonly button: RefObject<HTMLButtonElement | null> }) {
  const { query, button, onQuery, onOpen } = props;
  return (
    <Popover button={button} align="end" role="menu" label={t('sort.label')} onClose={() => onOpen(null)}>
      <div class="popover-title" aria-hidden="true">
        {t('sort.label')}
      </div>
      <SortOptions kind="menu" sort={query.sort} onSort={sort => onQuery(withSort(query, sort), 'commit')} />
    </Popover>
  );
}

/** The presets where tabs have no room: the chosen one, and the others beneath it. */
export function ScopeButton(props: PartProps & { readonly counts: Readonly<Record<Scope, string | undefined>> }) {
  const button = useRef<HTMLButtonElement>(null);
  const { query, counts, onQuery, onOpen } = props;
  return (
    <>
      <Button
        look="quiet"
        class="scope-button"
        label={t('toolbar.showScope', [scopeName(query.scope), counts[query.scope] ?? ''])}
        buttonRef={button}
        expanded={props.opened === 'scope'}
        popup="menu"
        onClick={() => toggle(props, 'scope')}
      >
        <b>{scopeName(query.scope)}</b> <span class="count">{counts[query.scope]}</span>
        <Icon shape={expand} size={12} />
      </Button>
      {props.opened === 'scope' && (
        <Popover button={button} align="end" role="menu" label={t('toolbar.show')} onClose={() => onOpen(null)}>
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
      )}
    </>
  );
}

/** More, in a narrow bar: the switch first, then Sort. */
export function MoreButton(props: PartProps & { onSwitchOff(): void }) {
  const button = useRef<HTMLButtonElement>(null);
  const { opened, onOpen } = props;
  return (
    <>
      <Button
        look="quiet"
        class="square"
        icon={ellipsis}
        label={t('toolbar.more')}
        title={t('toolbar.more')}
        buttonRef={button}
        expanded={opened === 'more' || opened === 'sort'}
        popup="dialog"
        onClick={() => onOpen(opened ? null : 'more')}
      />
      {opened === 'more' && (
        <Popover
          key="more"
          button={button}
          align="end"
          role="dialog"
          label={t('toolbar.more')}
          onClose={() => onOpen(null)}
        >
          <Switch onSwitchOff={props.onSwitchOff} />
          <Button
            look="quiet"
            class="menu-row"
            icon={sortVertical}
            label={sortButtonName(props.query.sort)}
            expanded={false}
            popup="menu"
            onClick={() => onOpen('sort')}
          >
            {sortButtonName(props.query.sort)}
          </Button>
        </Popover>
      )}
      {opened === 'sort' && <SortMenu key="sort" {...props} button={button} />}
    </>
  );
}
