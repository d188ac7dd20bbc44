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
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { ListOnPage } from '../../utils/model/page.ts';
import { type Query, SCOPES, type Scope } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { funnel } from '../ui/icons.ts';
import { usePanelsFor } from '../ui/panels.ts';
import { Announcer } from './Announcer.tsx';
import type { Suggest } from './completions.ts';
import { activeFacets, withScope, withText } from './edits.ts';
import { hasTabs, type Layout, useLayout } from './layout.ts';
import { MoreButton, ScopeButton, SortButton } from './Menus.tsx';
import type { How, MoreActions, Opened, PartProps } from './parts.ts';
import { Scopes } from './Scopes.tsx';
import { Search } from './Search.tsx';
import { SecondRow } from './SecondRow.tsx';
import { Switch } from './Switch.tsx';

export interface ToolbarProps {
  readonly query: Query;
  readonly view: View;
  /** In page order; names the values of the facet List. */
  readonly lists: readonly ListOnPage[];
  /** What the page calls the programme field ("GSoC"). */
  readonly programLabel: string;
  /** The language (BCP 47) of the page's names, where it may be another than that of our words. */
  readonly pageLanguage?: string;
  /** Some idea's difficulty is a range. */
  readonly hasRanges: boolean;
  /** The bookmarks could not be read: how many there are is then not known, and not shown as 0. */
  readonly bookmarksFailed: boolean;
  /** BCP 47, for numbers and the order of names. */
  readonly locale: string;
  /** How long after the last change the status is said, ms; 500. */
  readonly statusDelay?: number;
  readonly more: MoreActions;
  /** The keyboard shortcuts show. */
  readonly help: boolean;
  /** Single keys are on. */
  readonly shortcuts: boolean;
  /** The keys that turn the lens off and on, as the browser writes them; `null` where none are set. */
  readonly toggleKeys: string | null;
  /** To be said politely ("Bookmarked"). The same words are said again only after others, or none. */
  readonly announcement: string;
  /** What could be typed next; asked while drawing, so it speaks of `view`. */
  readonly suggest: Suggest;
  /** Something was opened whose panel is not there yet (`ui/panels.ts`). */
  onNeedPanels(): void;
  onShortcuts(on: boolean): void;
  onHelpClose(): void;
  /** The user asks for `next`. Called for every key while typing, and once more with `commit` when the field is left. */
  onQuery(next: Query, how: How): void;
  onSwitchOff(): void;
}

export function Toolbar(props: ToolbarProps) {
  const { query, view, locale, onQuery, announcement, statusDelay = 500 } = props;
  const frame = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const filters = useRef<HTMLButtonElement>(null);
  const layout = useLayout(frame);
  const [opened, setOpened] = useState<Opened | null>(null);
  const [filtering, setFiltering] = useState(false);
  const [said, say] = useState('');
  const panels = usePanelsFor(opened !== null || props.help, props.onNeedPanels);
  const phone = layout === 'phone';
  const tabs = hasTabs(layout);
  const onRemoved = useRescue(frame, phone ? filters : field, layout);
  useLayoutEffect(() => setOpened(null), [tabs, layout === 'menu']);
  useEffect(() => say(announcement), [announcement]);

  const counts = scopeCounts(view, props.bookmarksFailed, locale);
  const part: PartProps = {
    query,
    view,
    lists: props.lists,
    programLabel: props.programLabel,
    pageLanguage: props.pageLanguage,
    hasRanges: props.hasRanges,
    more: props.more,
    shortcuts: props.shortcuts,
    locale,
    layout,
    opened,
    onOpen: setOpened,
    onQuery,
    // Without a difference the same words are not said again.
    onSay: words => say(was => (was === words && words !== '' ? `${words}\u00a0` : words)),
    onSwitchOff: props.onSwitchOff,
  };
  const active = activeFacets(query, view).length;
  return (
    <div class={`frame ${layout}`} ref={frame}>
      <div class="measure" />
      {/* biome-ignore lint/a11y/useSemanticElements: tools find the bar by this attribute */}
      <div class="bar" role="search" aria-label={t('extension.name')}>
        <div class="first">
          <Search
            text={query.text}
            placeholder={placeholder(layout, view.total, locale)}
            hint={tabs && layout !== 'tight'}
            field={field}
            shortcuts={props.shortcuts}
            programLabel={props.programLabel}
            locale={locale}
            suggest={props.suggest}
            sayDelay={statusDelay}
            onSay={say}
            onNeedPanels={props.onNeedPanels}
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
            {active > 0 && <span class="count"> {numeral(active, locale)}</span>}
          </Button>
          {tabs && <SortButton {...part} />}
          {!phone && <MoreButton {...part} />}
          {tabs && (
            <>
              <span class="divider" />
              <Switch onSwitchOff={props.onSwitchOff} />
            </>
          )}
        </div>
        <SecondRow
          {...part}
          filtering={filtering}
          statusDelay={statusDelay}
          onRemoved={onRemoved}
          onNeedPanels={props.onNeedPanels}
        />
        <Announcer words={said} />
      </div>
      {phone && opened === 'sheet' && panels && <panels.Sheet {...part} counts={counts} sayDelay={statusDelay} />}
      {props.help && panels && (
        <panels.Help
          shortcuts={props.shortcuts}
          toggleKeys={props.toggleKeys}
          onShortcuts={props.onShortcuts}
          onClose={props.onHelpClose}
        />
      )}
    </div>
  );
}

function placeholder(layout: Layout, total: number, locale: string): string {
  if (layout === 'phone') return t('toolbar.searchCount', [numeral(total, locale)], total);
  return t(layout === 'tight' ? 'toolbar.searchShort' : 'toolbar.search');
}

function scopeCounts(view: View, bookmarksFailed: boolean, locale: string) {
  const count = (scope: Scope) =>
    bookmarksFailed && scope === 'bookmarked' ? undefined : numeral(view.scopeCounts[scope], locale);
  return Object.fromEntries(SCOPES.map(scope => [scope, count(scope)])) as Record<Scope, string | undefined>;
}

/**
 * For controls that take themselves away, or that another form of the bar has not: the focus goes to `refuge` when the next rendering has
 * left it nowhere, after the returned function was called, or where the form is another and something in the bar had it.
 */
function useRescue(
  frame: RefObject<HTMLElement | null>,
  refuge: RefObject<HTMLElement | null>,
  layout: Layout,
): () => void {
  const drawn = useRef(layout);
  const wanted = useRef(false);
  // Asked while it still stands as it was drawn last.
  if (drawn.current !== layout) wanted.current ||= focused(frame);
  drawn.current = layout;
  useLayoutEffect(() => {
    const rescues = wanted.current && !focused(frame);
    // Later on it is the reader who has left it.
    wanted.current = false;
    if (rescues) refuge.current?.focus({ preventScroll: true });
  });
  return () => {
    wanted.current = true;
  };
}

function focused({ current }: RefObject<HTMLElement | null>): boolean {
  const root = current?.getRootNode();
  return root instanceof ShadowRoot && root.activeElement !== null;
}
