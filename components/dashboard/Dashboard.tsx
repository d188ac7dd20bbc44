/** The dashboard's page: its tabs, and the one that is open. Knows no browser API. */
import { useRef } from 'preact/hooks';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Bookmarks } from './Bookmarks.tsx';
import { DASHBOARD_TABS, type DashboardActions, type DashboardTab, type DashboardView } from './parts.ts';
import { Transfer } from './Transfer.tsx';

export type DashboardProps = DashboardView & DashboardActions;

export function Dashboard(props: DashboardProps) {
  const { tab, bookmarks } = props;
  const count = bookmarks.kind === 'found' ? bookmarks.all.bookmarks.length : null;
  return (
    <>
      <header class="top">
        <h1>{t('extension.name')}</h1>
        <Tabs open={tab} count={count} onTab={props.onTab} />
      </header>
      <main>
        <div id={`panel-${tab}`} role="tabpanel" aria-labelledby={`tab-${tab}`}>
          {tab === 'bookmarks' ? <Bookmarks {...props} /> : <Transfer {...props} />}
        </div>
      </main>
    </>
  );
}

interface TabsProps {
  readonly open: DashboardTab;
  /** How many bookmarks there are, once that is known. */
  readonly count: number | null;
  onTab(tab: DashboardTab): void;
}

function Tabs({ open, count, onTab }: TabsProps) {
  const list = useRef<HTMLDivElement>(null);

  /** Arrows move and select, as everywhere in Idea Lens. */
  function onKeyDown(event: KeyboardEvent): void {
    const toTheRight = list.current?.matches(':dir(rtl)') ? -1 : 1;
    const to = target(event.key, DASHBOARD_TABS.indexOf(open), toTheRight);
    const tab = to === null ? undefined : DASHBOARD_TABS[to];
    if (tab === undefined || to === null) return;
    event.preventDefault();
    onTab(tab);
    list.current?.querySelectorAll<HTMLElement>('[role="tab"]')[to]?.focus();
  }

  return (
    <div class="tabs" role="tablist" aria-label={t('extension.name')} ref={list} onKeyDown={onKeyDown}>
      {DASHBOARD_TABS.map(tab => (
        <button
          key={tab}
          type="button"
          role="tab"
          id={`tab-${tab}`}
          aria-selected={tab === open}
          // The panel of a tab that is not open is not there to be controlled.
          aria-controls={tab === open ? `panel-${tab}` : undefined}
          tabIndex={tab === open ? 0 : -1}
          onClick={() => onTab(tab)}
        >
          {t(`dashboard.${tab}`)}
          {tab === 'bookmarks' && count !== null && <span class="count"> {numeral(count)}</span>}
        </button>
      ))}
    </div>
  );
}

/** The tab a key leads to; `null` for other keys. `toTheRight` is 1 where the next tab stands to the right, else -1. */
function target(key: string, at: number, toTheRight: 1 | -1): number | null {
  const last = DASHBOARD_TABS.length - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key !== 'ArrowRight' && key !== 'ArrowLeft') return null;
  const step = key === 'ArrowRight' ? toTheRight : -toTheRight;
  return (at + step + last + 1) % (last + 1);
}
