/**
 * The bar over the list of ideas. It shows a query and the view that follows from it, and asks its owner for another query;
 * it keeps nothing itself but what is open. It knows nothing of the page: the owner places its host, adopts the style sheets
 * `ui/tokens.css`, `ui/ui.css` and `toolbar/toolbar.css` there, and answers each `onQuery` with new `query` and `view` props.
 *
 * On the host the owner may set: `data-night` (the skin is dark), `data-stuck` (the bar stands at the top edge), and the
 * custom properties `--idea-lens-top` (where it sticks, 0px) and `--idea-lens-bleed` (what a phone's bar reaches out to
 * both sides, 0px).
 */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListOnPage } from '../../utils/model/page.ts';
import { type Query, SCOPES, type Scope } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { funnel } from '../ui/icons.ts';
import { activeFacets, withScope, withText } from './edits.ts';
import { type Layout, useLayout } from './layout.ts';
import { MoreButton, ScopeButton, SortButton } from './Menus.tsx';
import type { How, Opened, PartProps } from './parts.ts';
import { Scopes } from './Scopes.tsx';
import { Search } from './Search.tsx';
import { SecondRow } from './SecondRow.tsx';
import { Sheet } from './Sheet.tsx';
import { Switch } from './Switch.tsx';

export interface ToolbarProps {
  readonly query: Query;
  readonly view: View;
  /** In page order; names the values of the facet List. */
  readonly lists: readonly ListOnPage[];
  /** The bookmarks could not be read: how many there are is then not known, and not shown as 0. */
  readonly bookmarksFailed: boolean;
  /** BCP 47, for numbers and the order of names. */
  readonly locale: string;
  /** How long after the last change the status is said, ms; 500. */
  readonly statusDelay?: number;
  /** The user asks for `next`. Called for every key while typing, and once more with `commit` when the field is left. */
  onQuery(next: Query, how: How): void;
  onSwitchOff(): void;
}

export function Toolbar(props: ToolbarProps) {
  const { query, view, locale, onQuery } = props;
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const filters = useRef<HTMLButtonElement>(null);
  const layout = useLayout(frame);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [filtering, setFiltering] = useState(false);
  const phone = layout === 'phone';
  const tabs = layout === 'wide' || layout === 'tight';
  const onRemoved = useRescue(frame, phone ? filters : field);
  useLayoutEffect(() => setOpened(null), [layout]);

  const number = (n: number) => n.toLocaleString(locale);
  const counts = scopeCounts(view, props.bookmarksFailed, number);
  const part: PartProps = {
    query,
    view,
    lists: props.lists,
    locale,
    layout,
    opened,
    number,
    onOpen: setOpened,
    onQuery,
  };
  const active = activeFacets(query).length;
  return (
    <div class={`frame ${layout}`} ref={frame}>
      {/* biome-ignore lint/a11y/useSemanticElements: tools find the bar by this attribute */}
      <div class="bar" role="search" aria-label={t('extension.name')}>
        <div class="first">
          <Search
            text={query.text}
            placeholder={placeholder(layout, view.total, locale)}
            field={field}
            onText={(text, how) => onQuery(withText(query, text), how)}
          />
          {tabs && (
            <Scopes
              look="tabs"
              chosen={query.scope}
              counts={counts}
              onChoose={scope => onQuery(withScope(query, scope), 'commit')}
            />
          )}
          {layout === 'menu' && <ScopeButton {...part} counts={counts} />}
          <Button
            look={tabs ? 'quiet' : 'normal'}
            class={filtering && !phone ? 'filters wordy on' : 'filters wordy'}
            icon={funnel}
            title={t('toolbar.filters')}
            buttonRef={filters}
            expanded={phone ? opened === 'sheet' : filtering}
            popup={phone ? 'dialog' : undefined}
            onClick={() => (phone ? setOpened('sheet') : setFiltering(!filtering))}
          >
            <span class="word">{t('toolbar.filters')}</span>
            {active > 0 && <span class="count"> {number(active)}</span>}
          </Button>
          {tabs && (
            <>
              <SortButton {...part} />
              <span class="divider" />
              <Switch onSwitchOff={props.onSwitchOff} />
            </>
          )}
          {layout === 'menu' && <MoreButton {...part} onSwitchOff={props.onSwitchOff} />}
        </div>
        <SecondRow {...part} filtering={filtering} statusDelay={props.statusDelay ?? 500} onRemoved={onRemoved} />
      </div>
      {phone && opened === 'sheet' && <Sheet {...part} counts={counts} onSwitchOff={props.onSwitchOff} />}
    </div>
  );
}

function placeholder(layout: Layout, total: number, locale: string): string {
  if (layout === 'phone') return t('toolbar.searchCount', [total.toLocaleString(locale)], total);
  return t(layout === 'tight' ? 'toolbar.searchShort' : 'toolbar.search');
}

function scopeCounts(view: View, bookmarksFailed: boolean, number: (n: number) => string) {
  const count = (scope: Scope) =>
    bookmarksFailed && scope === 'bookmarked' ? undefined : number(view.scopeCounts[scope]);
  return Object.fromEntries(SCOPES.map(scope => [scope, count(scope)])) as Record<Scope, string | undefined>;
}

/**
 * For controls that take themselves away: after the returned function was called, the focus goes to `refuge` as soon as a
 * rendering has left it nowhere.
 */
function useRescue(frame: RefObject<HTMLElement | null>, refuge: RefObject<HTMLElement | null>): () => void {
  const wanted = useRef(false);
  useLayoutEffect(() => {
    const root = frame.current?.getRootNode();
    if (!wanted.current || !(root instanceof ShadowRoot || root instanceof Document)) return;
    if (root.activeElement && root.activeElement !== frame.current?.ownerDocument.body) return;
    wanted.current = false;
    refuge.current?.focus({ preventScroll: true });
  });
  return () => {
    wanted.current = true;
  };
}
