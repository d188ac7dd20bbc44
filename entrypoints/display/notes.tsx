/** What is said on the page beside the ideas: how much a list hides, notices, an empty result. */
import type { NoticeContent } from '../../components/ui/Notice.tsx';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import type { Query } from '../../utils/model/query.ts';
import type { Regions } from '../../utils/model/region.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import type { PageBookmarks } from './bookmarks.ts';
import type { Mounts } from './mounts.ts';
import type { OfferedPanels } from './panels-offer.ts';
import type { Session, SessionState } from './session.ts';

export interface NotesOptions {
  readonly ideas: readonly AssessedIdea[];
  readonly lists: readonly ListOnPage[];
  readonly regions: Regions;
  readonly locale: string;
  readonly overlay: Overlay;
  readonly mounts: Mounts;
  readonly bookmarks: () => PageBookmarks;
  readonly session: () => Session;
  /** What the page calls the programme field ("GSoC"). */
  readonly programLabel: string;
  readonly ask: (query: Query) => void;
  readonly focusSearch: () => void;
  readonly say: (words: string) => void;
  /** The control that had the focus has gone with what it did. */
  readonly keepFocus: () => void;
  /** `null` until they have come; whoever needs them says so. */
  readonly panels: () => OfferedPanels | null;
  readonly onNeedPanels: () => void;
}

export interface Notes {
  /** `typing`: somebody is in the middle of a search text, of which it is too early to complain. */
  show(state: SessionState, notices: readonly NoticeContent[], typing: boolean): void;
}

export function createNotes(options: NotesOptions): Notes {
  const { regions, overlay, mounts } = options;
  const lists = regions.groups.filter(group => group.kind === 'list' && group.ideas.length > 0);
  const noted = new Set<(typeof lists)[number]>();
  const ideaOf = new Map(options.ideas.map(idea => [idea.key, idea]));
  let underBar = false;

  function showListNotes({ shown, view }: SessionState): void {
    // With nothing left the empty result says it once for all lists; in one list there are no list headings.
    const offered = options.panels();
    const quiet = shown.layout === 'one-list' || shown.visible.size === 0;
    for (const group of lists) {
      const visible = quiet ? group.ideas.length : group.ideas.filter(key => shown.visible.has(key)).length;
      const hides = visible < group.ideas.length;
      const revealed = quiet ? 0 : group.ideas.filter(key => shown.visible.has(key) && !view.visible.has(key)).length;
      if (!hides && revealed === 0 && !noted.has(group)) continue;
      if (!offered) {
        // Drawn again once they have come.
        options.onNeedPanels();
        return;
      }
      const root = overlay.hosts.listNote(group).shadowRoot;
      if (!root) continue;
      noted.add(group);
      const onShow = () => {
        const hidden = group.ideas.find(key => !options.session().state().shown.visible.has(key));
        options.session().reveal(group.ideas);
        // The button goes; whoever used the keyboard goes on at the first idea that came.
        const region = hidden === undefined ? undefined : regions.ideas.get(hidden);
        if (region) offered.focusIdea(overlay.hosts.idea(region), ideaOf.get(region.key)?.title ?? region.key);
      };
      const onHide = () => {
        options.session().conceal(group.ideas);
        // This button has gone; the one that shows them again has come, unless there is nothing to be seen at all.
        const next = root.querySelector('button');
        if (next) next.focus({ preventScroll: true });
        else options.keepFocus();
      };
      const { ListNote } = offered.panels;
      const note = (
        <ListNote shown={visible} total={group.ideas.length} revealed={revealed} onShow={onShow} onHide={onHide} />
      );
      mounts.show(hides || revealed > 0 ? note : null, root);
    }
  }

  function showUnderBar(state: SessionState, notices: readonly NoticeContent[], typing: boolean): void {
    const empty = state.shown.visible.size === 0;
    const { nearMisses, problems } = state.view;
    const hints = nearMisses.length + problems.length > 0 || state.refused !== null;
    if (!empty && !hints && notices.length === 0 && !underBar) return;
    const offered = options.panels();
    if (!offered) {
      // Drawn again once they have come.
      options.onNeedPanels();
      return;
    }
    const root = overlay.hosts.notes()?.shadowRoot;
    if (!root) return;
    underBar = true;
    const { UnderBar } = offered.panels;
    const shared = {
      query: state.query,
      view: state.view,
      lists: options.lists,
      programLabel: options.programLabel,
      locale: options.locale,
    };
    const afterHint = (query: Query) => {
      options.ask(query);
      options.keepFocus();
    };
    const afterEmpty = (query: Query) => {
      options.ask(query);
      // The button goes; the search field is where one goes on.
      options.focusSearch();
    };
    mounts.show(
      <UnderBar
        notices={notices}
        onClosed={options.keepFocus}
        hints={
          hints
            ? {
                ...shared,
                typing,
                refused: state.refused,
                fieldNear: offered.fieldNear,
                onQuery: afterHint,
                onSay: options.say,
              }
            : null
        }
        empty={empty ? { ...shared, bookmarks: options.bookmarks(), onQuery: afterEmpty } : null}
      />,
      root,
    );
  }

  return {
    show(state, notices, typing) {
      showUnderBar(state, notices, typing);
      showListNotes(state);
    },
  };
}
