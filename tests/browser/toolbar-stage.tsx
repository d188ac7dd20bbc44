/** A stage for the toolbar: its host over a plain page, and an owner that answers each query with the view of 24 sample ideas. */
import { render } from 'preact';
import { EmptyResult } from '../../components/toolbar/EmptyResult.tsx';
import { Toolbar, type ToolbarProps } from '../../components/toolbar/Toolbar.tsx';
import toolbarCss from '../../components/toolbar/toolbar.css?inline';
import { Notice, type NoticeContent } from '../../components/ui/Notice.tsx';
import tokensCss from '../../components/ui/tokens.css?inline';
import uiCss from '../../components/ui/ui.css?inline';
import type { Level } from '../../utils/model/idea.ts';
import { ideaKey } from '../../utils/model/key.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { runQuery } from '../../utils/query/run-query.ts';
import { comment, idea } from './idea-stage.tsx';

export const LISTS: readonly ListOnPage[] = [
  { id: 'peer-reviewed', heading: 'List of reviewed ideas', ideas: 12 },
  { id: 'needs-work', heading: 'List of ideas that need more work', ideas: 12 },
];

const AREAS = ['Buoys', 'Tide tables', 'Harbour radio', 'Ferry planning', 'Charts', null] as const;
const LEVELS: readonly (readonly [Level, Level] | null)[] = [[2, 2], null, [3, 3], [1, 2], null, [2, 2]];

/** 24 ideas in two lists and five areas, every sixth without an area; the first two are bookmarked. */
export const IDEAS = Array.from({ length: 24 }, (_, index) => {
  const [min, max] = LEVELS[index % LEVELS.length] ?? [null, null];
  const title = `Idea ${String.fromCharCode(65 + index)}`;
  return idea({
    key: ideaKey(title),
    title,
    list: index < 12 ? 'peer-reviewed' : 'needs-work',
    area: AREAS[index % AREAS.length] ?? null,
    difficulty: { raw: null, min, max },
    comments: index % 8 === 3 ? [comment({ id: `${title}#1` })] : [],
    reasons: index < 12 ? [] : ['list:needs-work'],
    text: index % 6 === 0 ? `${title} lighthouse` : title,
  });
});
const BOOKMARKS = new Set(IDEAS.slice(0, 2).map(({ key }) => key));

export interface ToolbarStage {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  /** Every query that was asked for, oldest first, with how. */
  readonly asked: readonly { readonly query: Query; readonly how: string }[];
  /** The element in the bar that has the focus. */
  focused(): Element | null;
  switchedOff(): number;
  query(): Query;
  view(): View;
}

export interface ToolbarStageOptions extends Partial<Pick<ToolbarProps, 'bookmarksFailed' | 'statusDelay'>> {
  /** Shown in the second host. */
  readonly notices?: readonly NoticeContent[];
  readonly query?: Partial<Query>;
  /** Of the content column, px. */
  readonly width?: number;
  readonly night?: boolean;
  readonly direction?: 'ltr' | 'rtl';
  readonly ideas?: typeof IDEAS;
  readonly lists?: readonly ListOnPage[];
  /** Shows what stands in the place of the ideas when none matches, in a second host. */
  readonly withEmptyResult?: boolean;
}

/** Replaces what stood in the document before. */
export function toolbarStage(options: ToolbarStageOptions = {}): ToolbarStage {
  const { width = 1055, night = false, direction = 'ltr', ideas = IDEAS, lists = LISTS } = options;
  const column = document.createElement('main');
  column.dir = direction;
  column.style.cssText = `width:${width}px;margin:24px auto;font:14px/22.4px Arial,sans-serif`;
  column.style.color = night ? '#eaecf0' : '#202122';
  document.body.style.cssText = `margin:0;min-height:100vh;background:${night ? '#101418' : '#fff'}`;
  document.body.replaceChildren(column);
  const after = document.createElement('button');
  after.textContent = 'After the bar';
  const host = hostIn(column, 'idea-lens-toolbar', night);
  const empty = hostIn(column, 'idea-lens-notes', night);
  column.append(after);

  const asked: { query: Query; how: string }[] = [];
  let switchedOff = 0;
  let query: Query = { ...EMPTY_QUERY, ...options.query };
  const view = () => runQuery(ideas, query, { bookmarks: BOOKMARKS, lists, locale: 'en' });
  const onQuery = (next: Query, how: string) => {
    asked.push({ query: next, how });
    query = next;
    draw();
  };
  const draw = () => {
    const both = { query, view: view(), lists, locale: 'en', onQuery };
    render(
      <Toolbar
        {...both}
        bookmarksFailed={options.bookmarksFailed ?? false}
        statusDelay={options.statusDelay ?? 0}
        onSwitchOff={() => {
          switchedOff += 1;
        }}
      />,
      host,
    );
    const nothing = options.withEmptyResult && both.view.order.length === 0;
    render(
      <>
        {options.notices?.map(notice => (
          <Notice key={notice.id} notice={notice} />
        ))}
        {nothing && <EmptyResult {...both} />}
      </>,
      empty,
    );
  };
  draw();
  const element = host.host as HTMLElement;
  return {
    host: element,
    root: host,
    asked,
    focused: () => host.activeElement,
    switchedOff: () => switchedOff,
    query: () => query,
    view,
  };
}

function hostIn(column: HTMLElement, tag: string, night: boolean): ShadowRoot {
  const host = document.createElement(tag);
  host.toggleAttribute('data-night', night);
  column.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokensCss, uiCss, toolbarCss].map(css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return root;
}
