/**
 * The bookmarks of this page as the background has them, and what is being changed. Nothing counts as saved before the
 * background has said so.
 */

import type { Background } from '../../utils/messaging/protocol.ts';
import type { BookmarkDraft } from '../../utils/model/bookmark.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import { LONGEST_TITLE, MOST_CONTACTS } from '../../utils/model/limits.ts';
import type { Page } from '../../utils/model/page.ts';
import { LensError } from '../../utils/platform/lens-error.ts';

/** A change of one idea's bookmark that is on its way, or that was refused. */
export type Saving = 'running' | 'failed';

export interface PageBookmarks {
  readonly stored: ReadonlySet<IdeaKey>;
  readonly saving: ReadonlyMap<IdeaKey, Saving>;
  /** What keeps the bookmarks from being read or saved; `null` when all is well. */
  readonly trouble: LensError | null;
}

export interface BookmarkKeeper {
  now(): PageBookmarks;
  /** Reads them again; keeps the last ones where that fails. */
  refresh(): Promise<void>;
  /** Bookmarks or forgets an idea; does nothing while a change of the same idea is on its way. */
  toggle(idea: AssessedIdea): Promise<void>;
}

/**
 * Keeps the bookmarks of `page`, `stored` until they have been read; `changed` is called after each change. Nothing is called after
 * `signal` aborts.
 */
export function createBookmarkKeeper(
  page: Page,
  background: Background,
  changed: (now: PageBookmarks) => void,
  signal: AbortSignal,
  stored: ReadonlySet<IdeaKey> = new Set(),
): BookmarkKeeper {
  let now: PageBookmarks = { stored, saving: new Map(), trouble: null };
  let asked = 0;

  function become(next: Partial<PageBookmarks>): void {
    if (signal.aborted) return;
    now = { ...now, ...next };
    changed(now);
  }

  async function refresh(): Promise<void> {
    const turn = ++asked;
    try {
      const bookmarks = await background['bookmarks.list']({ page: page.key });
      // An answer that was overtaken by a later question would bring old bookmarks back.
      if (turn === asked) become({ stored: new Set(bookmarks.map(bookmark => bookmark.idea)), trouble: null });
    } catch (error) {
      if (turn === asked) become({ trouble: troubleOf(error) });
    }
  }

  return {
    now: () => now,
    refresh,
    async toggle(idea) {
      if (now.saving.get(idea.key) === 'running') return;
      become({ saving: new Map(now.saving).set(idea.key, 'running') });
      const forget = now.stored.has(idea.key);
      try {
        if (forget) await background['bookmarks.remove']({ page: page.key, idea: idea.key });
        else await background['bookmarks.set'](draftOf(page, idea));
        const stored = new Set(now.stored);
        if (forget) stored.delete(idea.key);
        else stored.add(idea.key);
        asked++;
        become({ stored, saving: without(now.saving, idea.key), trouble: null });
      } catch (error) {
        become({ saving: new Map(now.saving).set(idea.key, 'failed'), trouble: troubleOf(error) });
      }
    },
  };
}

/** What is kept for people to read may be cut, a link may not. */
function clip(text: string): string {
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;
}

function draftOf(page: Page, idea: AssessedIdea): BookmarkDraft {
  return {
    page: page.key,
    idea: idea.key,
    title: clip(idea.title),
    pageTitle: clip(page.title),
    url: page.url,
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

function without<Key, Value>(map: ReadonlyMap<Key, Value>, key: Key): Map<Key, Value> {
  const rest = new Map(map);
  rest.delete(key);
  return rest;
}
