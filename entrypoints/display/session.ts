/**
 * What the user has asked for on this page, and the view that follows. State in, view out; no DOM, no browser API.
 * Lives as long as the lens is on; what must outlive it is in the background's storage.
 */
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { ListOnPage } from '../../utils/model/page.ts';
import { EMPTY_QUERY, LONGEST_TEXT, type Query } from '../../utils/model/query.ts';
import type { TextProblem } from '../../utils/model/text.ts';
import type { View } from '../../utils/model/view.ts';
import { createQueryRunner } from '../../utils/query/run-query.ts';

export interface SessionState {
  readonly query: Query;
  readonly view: View;
  /** The view and the ideas revealed on top of it: what the page shows. */
  readonly shown: View;
  readonly bookmarks: ReadonlySet<IdeaKey>;
  /** Why the last thing asked for was not taken; the query is then the one before. `null` when it was. */
  readonly refused: TextProblem | null;
}

export interface Session {
  state(): SessionState;
  /**
   * Asks for something else; what was revealed is hidden again. Asking for the same changes nothing, and a search text that is
   * too long is refused.
   */
  ask(query: Query): void;
  /** Shows hidden ideas until the query changes, without editing it. */
  reveal(keys: Iterable<IdeaKey>): void;
  /** Hides again what was revealed among `keys`. */
  conceal(keys: Iterable<IdeaKey>): void;
  /** Makes ready for the first search, a few ideas a call; `true` once there is nothing left to do. */
  prepare(): boolean;
  /** The bookmarks as stored. */
  keep(bookmarks: ReadonlySet<IdeaKey>): void;
}

/** Folding the text of so many ideas takes about a millisecond. */
const IDEAS_A_CALL = 20;

/**
 * A session over a page's ideas, with the bookmarks as far as they are known; `changed` is called after each change that makes a new
 * state.
 */
export function createSession(
  ideas: readonly AssessedIdea[],
  lists: readonly ListOnPage[],
  locale: string,
  changed: (state: SessionState, before: SessionState) => void,
  bookmarks: ReadonlySet<IdeaKey> = new Set(),
): Session {
  const runner = createQueryRunner(ideas, lists, locale);
  let revealed: ReadonlySet<IdeaKey> = new Set();
  let state = stateOf(EMPTY_QUERY, bookmarks);

  function showRevealed(keys: ReadonlySet<IdeaKey>): void {
    if (keys.size === revealed.size) return;
    revealed = keys;
    become({ ...state, shown: withRevealed(state.view, revealed) });
  }

  function stateOf(query: Query, bookmarks: ReadonlySet<IdeaKey>): SessionState {
    const view = runner.run(query, bookmarks);
    return { query, view, shown: withRevealed(view, revealed), bookmarks, refused: null };
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
      const isSame = JSON.stringify(query) === JSON.stringify(state.query);
      if (query.text.length > LONGEST_TEXT) {
        become({ ...state, refused: { kind: 'too-long', length: query.text.length } });
        return;
      }
      if (isSame) {
        if (state.refused !== null) become({ ...state, refused: null });
        return;
      }
      revealed = new Set();
      become(stateOf(query, state.bookmarks));
    },
    reveal(keys) {
      showRevealed(new Set([...revealed, ...keys]));
    },
    conceal(keys) {
      const gone = new Set(keys);
      showRevealed(new Set([...revealed].filter(key => !gone.has(key))));
    },
    prepare: () => runner.prepare(IDEAS_A_CALL),
    keep(bookmarks) {
      // What was said of a text that is not taken holds until something else is asked.
      become({ ...stateOf(state.query, bookmarks), refused: state.refused });
    },
  };
}

/** Whether two views show the same ideas in the same places; their counts may differ. */
export function showsSame(a: View, b: View): boolean {
  if (a === b) return true;
  const isSame = (one: readonly IdeaKey[], other: readonly IdeaKey[]) =>
    one === other || (one.length === other.length && one.every((key, index) => key === other[index]));
  return a.layout === b.layout && isSame(a.order, b.order) && isSame(a.all, b.all);
}

/** The view with some hidden ideas shown where they stand. */
function withRevealed(view: View, revealed: ReadonlySet<IdeaKey>): View {
  const more = [...revealed].filter(key => !view.visible.has(key));
  if (more.length === 0) return view;
  const visible = new Set([...view.order, ...more]);
  return { ...view, order: view.all.filter(key => visible.has(key)), visible };
}
