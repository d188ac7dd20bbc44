/**
 * What the user has asked for on this page, and the view that follows. State in, view out; no DOM, no browser API.
 * Lives as long as the lens is on; what must outlive it is in the background's storage.
 */
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import { createQueryRunner } from '../../utils/query/run-query.ts';

export interface SessionState {
  readonly query: Query;
  readonly view: View;
  /** The view and the ideas revealed on top of it: what the page shows. */
  readonly shown: View;
  readonly bookmarks: ReadonlySet<IdeaKey>;
}

export interface Session {
  state(): SessionState;
  /** Asks for something else; what was revealed is hidden again. Asking for the same changes nothing. */
  ask(query: Query): void;
  /** Shows hidden ideas until the query changes, without editing it. */
  reveal(keys: Iterable<IdeaKey>): void;
  /** Makes ready for the first search, a few ideas a call; `true` once there is nothing left to do. */
  prepare(): boolean;
  /** The bookmarks as stored. */
  keep(bookmarks: ReadonlySet<IdeaKey>): void;
}

/** Folding the text of so many ideas takes about a millisecond. */
const IDEAS_A_CALL = 20;

/** A session over a page's ideas; `changed` is called after each change that makes a new state. */
export function createSession(
  ideas: readonly AssessedIdea[],
  lists: readonly ListOnPage[],
  locale: string,
  changed: (state: SessionState, before: SessionState) => void,
): Session {
  const runner = createQueryRunner(ideas, lists, locale);
  let revealed: ReadonlySet<IdeaKey> = new Set();
  let state = stateOf(EMPTY_QUERY, new Set());

  function stateOf(query: Query, bookmarks: ReadonlySet<IdeaKey>): SessionState {
    const view = runner.run(query, bookmarks);
    return { query, view, shown: withRevealed(view, revealed), bookmarks };
  }

  function become(next: SessionState): void {
    const before = state;
    state = next;
    changed(state, before);
  }

  return {
    state: () => state,
    ask(query) {
      // Leaving the search field asks once more for what shows already: that hides nothing that was revealed.
      if (JSON.stringify(query) === JSON.stringify(state.query)) return;
      revealed = new Set();
      become(stateOf(query, state.bookmarks));
    },
    reveal(keys) {
      const more = new Set([...revealed, ...keys]);
      if (more.size === revealed.size) return;
      revealed = more;
      become({ ...state, shown: withRevealed(state.view, revealed) });
    },
    prepare: () => runner.prepare(IDEAS_A_CALL),
    keep(bookmarks) {
      become(stateOf(state.query, bookmarks));
    },
  };
}

/** The view with some hidden ideas shown after the others; in the page's sections they show where they stand. */
function withRevealed(view: View, revealed: ReadonlySet<IdeaKey>): View {
  const more = [...revealed].filter(key => !view.visible.has(key));
  if (more.length === 0) return view;
  const order = [...view.order, ...more];
  return { ...view, order, visible: new Set(order) };
}
