/** A stage for the toolbar: its host over a plain page, and an owner that answers each query with the view of 24 sample ideas. */
import { render } from 'preact';
import panelsCss from '../../components/panels.css?inline';
import { ALL_PANELS } from '../../components/panels.ts';
import { EmptyResult, type EmptyResultProps } from '../../components/toolbar/EmptyResult.tsx';
import { Hints } from '../../components/toolbar/Hints.tsx';
import { Toolbar, type ToolbarProps } from '../../components/toolbar/Toolbar.tsx';
import toolbarCss from '../../components/toolbar/toolbar.css?inline';
import { Notice, type NoticeContent } from '../../components/ui/Notice.tsx';
import { type Panels, PanelsContext } from '../../components/ui/panels.ts';
import tokensCss from '../../components/ui/tokens.css?inline';
import uiCss from '../../components/ui/ui.css?inline';
import type { AssessedIdea, Level } from '../../utils/model/idea.ts';
import { ideaKey } from '../../utils/model/key.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import type { TextProblem } from '../../utils/model/text.ts';
import type { View } from '../../utils/model/view.ts';
import { runQuery } from '../../utils/query/run-query.ts';
import { fieldNear } from '../../utils/query/spelling.ts';
import { suggest } from '../../utils/query/suggest.ts';
import { comment, idea } from './idea-stage.tsx';

export const LISTS: readonly ListOnPage[] = [
  { id: 'peer-reviewed', heading: 'List of reviewed ideas', ideas: 12 },
  { id: 'needs-work', heading: 'List of ideas that need more work', ideas: 12 },
];

const AREAS = ['Buoys', 'Tide tables', 'Harbour radio', 'Ferry planning', 'Charts', null] as const;
const LEVELS: readonly (readonly [Level, Level] | null)[] = [[2, 2], null, [3, 3], [1, 2], null, [2, 2]];

const SKILLS = ['C', 'Go', 'Rust', 'Réseau', 'Radio', 'Tide models', 'Charts', 'Sonar', 'Signals', 'Maps'] as const;
const MENTORS = ['Mira Holm', 'Juno Vik', 'Åse Berg'] as const;

/** Two skills each; every fifth says it in a sentence, every seventh not at all. */
function skillsAt(index: number): AssessedIdea['skills'] {
  if (index % 7 === 6) return { raw: 'Unknown', items: [], form: 'none' };
  if (index % 5 === 4) return { raw: null, items: ['You should like boats.'], form: 'prose' };
  const items = [SKILLS[index % 3] ?? '', SKILLS[index % SKILLS.length] ?? ''];
  return { raw: null, items: [...new Set(items)], form: 'list' };
}

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
    skills: skillsAt(index),
    contacts: index % 4 === 3 ? [] : [{ name: MENTORS[index % 3] ?? null, email: null, role: 'contact' }],
    program: { raw: null, value: index % 2 === 0 ? 'yes' : index % 3 === 0 ? 'no' : 'unknown' },
    comments: index % 8 === 3 ? [comment({ id: `${title}#1` })] : [],
    reasons: [
      ...(index < 12 ? [] : (['list:needs-work'] as const)),
      ...(index >= 12 && min === null ? (['difficulty:missing'] as const) : []),
    ],
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
  /** The names of what More did, oldest first. */
  readonly did: readonly string[];
  /** What the hints have said, oldest first. */
  readonly said: readonly string[];
  /** How often the panels were asked for. */
  needed(): number;
  /** Somebody else asks for a text, as Back does. */
  arrive(text: string): void;
  /** Draws again with other props. */
  change(props: ToolbarStageProps): void;
}

export type ToolbarStageProps = Partial<
  Pick<
    ToolbarProps,
    'bookmarksFailed' | 'statusDelay' | 'hasRanges' | 'help' | 'shortcuts' | 'toggleKeys' | 'announcement'
  >
> & {
  /** `null`: not fetched yet. */
  readonly panels?: Panels | null | undefined;
  /** Whether copying the link works. */
  readonly copies?: boolean;
};

export interface ToolbarStageOptions extends ToolbarStageProps {
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
  /** How far the bookmarks have been read; they have been when left out. */
  readonly bookmarks?: EmptyResultProps['bookmarks'];
  /** Shows the hints in the second host. */
  readonly withHints?: boolean;
  readonly typing?: boolean;
  readonly refused?: TextProblem;
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
  let props: ToolbarStageProps = options;
  let needed = 0;
  const said: string[] = [];
  const did: string[] = [];
  const doing = (what: string) => () => void did.push(what);
  const headingOf = (id: string) => lists.find(list => list.id === id)?.heading ?? id;
  const draw = () => {
    const both = { query, view: view(), lists, programLabel: 'Summer', locale: 'en', onQuery };
    const change = (next: ToolbarStageProps) => {
      props = { ...props, ...next };
      draw();
    };
    render(
      <PanelsContext.Provider value={props.panels === undefined ? ALL_PANELS : props.panels}>
        <Toolbar
          {...both}
          hasRanges={props.hasRanges ?? true}
          bookmarksFailed={props.bookmarksFailed ?? false}
          statusDelay={props.statusDelay ?? 0}
          help={props.help ?? false}
          shortcuts={props.shortcuts ?? true}
          toggleKeys={props.toggleKeys ?? null}
          announcement={props.announcement ?? ''}
          suggest={(text, caret) => suggest(text, caret, view(), headingOf)}
          more={{
            onBookmarks: doing('bookmarks'),
            copyLink: async () => {
              did.push('link');
              return props.copies ?? true;
            },
            onSaveJson: doing('json'),
            onSaveCsv: doing('csv'),
            onHelp: () => {
              did.push('help');
              change({ help: true });
            },
            onSettings: doing('settings'),
          }}
          onNeedPanels={() => {
            needed += 1;
          }}
          onShortcuts={on => change({ shortcuts: on })}
          onHelpClose={() => change({ help: false })}
          onSwitchOff={() => {
            switchedOff += 1;
          }}
        />
      </PanelsContext.Provider>,
      host,
    );
    const nothing = options.withEmptyResult && both.view.order.length === 0;
    render(
      <>
        {options.notices?.map(notice => (
          <Notice key={notice.id} notice={notice} />
        ))}
        {options.withHints && (
          <Hints
            {...both}
            fieldNear={fieldNear}
            typing={options.typing ?? false}
            refused={options.refused ?? null}
            onSay={words => said.push(words)}
          />
        )}
        {nothing && <EmptyResult {...both} bookmarks={options.bookmarks ?? { known: true, trouble: null }} />}
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
    did,
    needed: () => needed,
    arrive(text) {
      query = { ...query, text };
      draw();
    },
    said,
    change(next) {
      props = { ...props, ...next };
      draw();
    },
  };
}

function hostIn(column: HTMLElement, tag: string, night: boolean): ShadowRoot {
  const host = document.createElement(tag);
  host.toggleAttribute('data-night', night);
  column.append(host);
  const root = host.attachShadow({ mode: 'open' });
  root.adoptedStyleSheets = [tokensCss, uiCss, toolbarCss, panelsCss].map(css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  });
  return root;
}
