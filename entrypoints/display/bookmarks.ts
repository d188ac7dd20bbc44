/**
 * The bookmarks of this page as the background has them, and what is being changed. Nothing counts as saved before the
 * background has said so.
 */

import type { Background } from '../../utils/messaging/protocol.ts';
import type { BookmarkDraft } from '../../utils/model/bookmark.ts';
import type { findAgain } from '../../utils/model/find-again.ts';
import type { Idea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import { LONGEST_TITLE, MOST_CONTACTS } from '../../utils/model/limits.ts';
import { addressOfPage, type Page } from '../../utils/model/page.ts';
import { LensError } from '../../utils/platform/lens-error.ts';

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

export interface BookmarkKeeper {
  now(): PageBookmarks;
  /** Reads them again; keeps the last ones where that fails. */
  refresh(): Promise<void>;
  /** Bookmarks or forgets an idea; does nothing while a change of the same idea is on its way. */
  toggle(idea: Idea): Promise<void>;
}

/**
 * Keeps the bookmarks of `page`, those of `before` until they have been read; `changed` is called after each change. Which
 * ideas they are of is looked up by the `panels`. Nothing is called after `signal` aborts.
 */
export function createBookmarkKeeper(
  page: Page,
  background: Background,
  panels: () => Promise<{ readonly findAgain: typeof findAgain }>,
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

  /** Stores an idea under its key; a row there that counts for another idea goes on to that one's key first. */
  async function keep(idea: Idea, was?: IdeaKey): Promise<void> {
    const moving = found.get(idea.key) ?? idea.key;
    const other = page.ideas.find(({ key }) => key === moving);
    if (other && moving !== idea.key) await keep(other, idea.key);
    await background['bookmarks.set']({ ...draftOf(page, idea), ...(was && { was }) });
    found.set(idea.key, idea.key);
  }

  /** Removes every row that counts for an idea. */
  async function forget(key: IdeaKey): Promise<void> {
    for (const [row, counts] of [...found]) {
      if (counts !== key) continue;
      await background['bookmarks.remove']({ page: page.key, idea: row });
      found.delete(row);
    }
  }

  async function refresh(): Promise<void> {
    const turn = ++asked;
    try {
      const bookmarks = await background['bookmarks.list']({ page: page.key });
      const again = bookmarks.length > 0 ? (await panels()).findAgain(bookmarks, page.ideas) : new Map();
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
        if (want) await keep(idea);
        else await forget(key);
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

/** What is kept for people to read may be cut, a link may not. */
function clip(text: string): string {
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;
}

function draftOf(page: Page, idea: Idea): BookmarkDraft {
  return {
    page: page.key,
    idea: idea.key,
    title: clip(idea.title),
    pageTitle: clip(page.title),
    url: addressOfPage(page),
    anchor: idea.anchor !== null && idea.anchor.length <= LONGEST_TITLE ? idea.anchor : null,
    contacts: idea.contacts.slice(0, MOST_CONTACTS).map(contact => ({
      ...contact,
      name: contact.name === null ? null : clip(contact.name),
      email: contact.email === null ? null : clip(contact.email),
    })),
    insertedRaw: idea.inserted.raw === null ? null : clip(idea.inserted.raw),
  };
}

function troubleOf(error: unknown): LensError {
  return error instanceof LensError ? error : new LensError('unavailable', { cause: error });
}
