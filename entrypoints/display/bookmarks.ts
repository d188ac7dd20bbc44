/**
 * The bookmarks of this page as the background has them, and what is being changed. Nothing counts as saved before the
 * background has said so.
 */

import type { Background } from '../../utils/messaging/protocol.ts';
import type { Idea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Page } from '../../utils/model/page.ts';
import { LensError } from '../../utils/platform/lens-error.ts';
import type * as rows from '../panels/rows.ts';

/** A change of one idea's bookmark that is on its way, or that was refused. */
export type Saving = 'running' | 'failed';

export interface PageBookmarks {
  /** The ideas that are bookmarked, wherever their rows stand. */
  readonly stored: ReadonlySet<IdeaKey>;
  /** Whether these were read, and could be when they were last asked for. */
  readonly known: boolean;
  readonly saving: ReadonlyMap<IdeaKey, Saving>;
  /** What keeps the bookmarks from being read or saved; `null` when all is well. */
  readonly trouble: LensError | null;
}

/** What changes the rows comes with the panels. */
export interface RowsKeeper {
  now(): { readonly rows: typeof rows } | null;
  get(): Promise<{ readonly rows: typeof rows }>;
}

export interface BookmarkKeeper {
  now(): PageBookmarks;
  /** Reads them again; keeps the last ones where that fails. */
  refresh(): Promise<void>;
  /** Bookmarks or forgets an idea; does nothing while a change of the same idea is on its way. */
  toggle(idea: Idea): Promise<void>;
}

/**
 * Keeps the bookmarks of `page`, those of `before` until they have been read; `changed` is called after each change. Their
 * rows are the business of the `panels`. Nothing is called after `signal` aborts.
 */
export function createBookmarkKeeper(
  page: Page,
  background: Background,
  panels: RowsKeeper,
  changed: (now: PageBookmarks) => void,
  signal: AbortSignal,
  before: Pick<PageBookmarks, 'stored' | 'known'> | null = null,
): BookmarkKeeper {
  let now: PageBookmarks = {
    stored: before?.stored ?? new Set(),
    known: before?.known ?? false,
    saving: new Map(),
    trouble: null,
  };
  /** For the key of each row the key of the idea that it counts for. */
  let found = new Map([...now.stored].map(key => [key, key]));
  let asked = 0;
  /** Of each change that failed, whether the idea was to be bookmarked. Once that is so, there is nothing to try again. */
  const wanted = new Map<IdeaKey, boolean>();

  function become(next: Partial<PageBookmarks>): void {
    if (signal.aborted) return;
    now = { ...now, ...next };
    changed(now);
  }

  /** Nothing more is to be said of the last change of `key`. */
  function settle(key: IdeaKey): void {
    const saving = new Map(now.saving);
    saving.delete(key);
    now = { ...now, saving };
  }

  async function refresh(): Promise<void> {
    const turn = ++asked;
    try {
      const bookmarks = await background['bookmarks.list']({ page: page.key });
      const again = bookmarks.length > 0 ? (await panels.get()).rows.findAgain(bookmarks, page.ideas) : new Map();
      // An answer that was overtaken by a later question would bring old bookmarks back.
      if (turn !== asked) return;
      found = again;
      const stored = new Set(found.values());
      // It happened after all: only the answer was lost.
      for (const [key, want] of wanted) if (stored.has(key) === want && wanted.delete(key)) settle(key);
      become({ stored, known: true, trouble: null });
    } catch (error) {
      if (turn === asked) become({ known: false, trouble: troubleOf(error) });
    }
  }

  return {
    now: () => now,
    refresh,
    async toggle(idea) {
      const { key } = idea;
      if (now.saving.get(key) === 'running') return;
      const want = !now.stored.has(key);
      wanted.delete(key);
      become({ saving: new Map(now.saving).set(key, 'running') });
      try {
        const { keepRow, forgetRows } = (panels.now() ?? (await panels.get())).rows;
        if (want) await keepRow({ page, background, found }, idea);
        else await forgetRows({ page, background, found }, key);
        settle(key);
        become({ stored: new Set(found.values()), trouble: null });
        // An answer that is under way may be older than this.
        void refresh();
      } catch (error) {
        // Meanwhile the store may have been seen to hold it.
        const saved = now.stored.has(key) === want;
        const trouble = troubleOf(error);
        if (saved) settle(key);
        else wanted.set(key, want);
        // Nothing keeps it from being saved, then; but a dead extension saves nothing more.
        if (saved) become({ trouble: trouble.code === 'context-invalidated' ? trouble : null });
        else become({ saving: new Map(now.saving).set(key, 'failed'), trouble });
      }
    },
  };
}

function troubleOf(error: unknown): LensError {
  return error instanceof LensError ? error : new LensError('unavailable', { cause: error });
}
