/**
 * The background: owns all stored data and answers messages. It may be stopped at any moment and started again, so every listener is
 * in place when `main` returns and nothing is remembered but connections that can be made anew.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { createTabClient } from '../utils/messaging/client.ts';
import type { Background } from '../utils/messaging/protocol.ts';
import { type Handlers, serveBackground } from '../utils/messaging/server.ts';
import { withLens } from '../utils/model/settings.ts';
import { tellHowToTurnOn, unmarkButton } from '../utils/platform/action.ts';
import { bumpRevision } from '../utils/platform/revision.ts';
import { createSettingsWriter, readSettings, type SettingsWriter } from '../utils/platform/settings-store.ts';
import { activeTab, onToggleCommand } from '../utils/platform/tabs.ts';
import { type BookmarkStore, createBookmarkStore } from '../utils/storage/bookmarks.ts';
import { createDatabase } from '../utils/storage/database.ts';

export default defineBackground({
  type: 'module',
  main() {
    const bookmarks = createBookmarkStore(createDatabase(), { now: () => new Date(), changed: tellAllTabs });
    const settings = createSettingsWriter();
    serveBackground({ ...bookmarkHandlers(bookmarks), ...lensHandlers(settings) });
    onToggleCommand(() => void toggleActiveTab());
  },
});

type BookmarkMessages = 'bookmarks.list' | 'bookmarks.set' | 'bookmarks.remove' | 'bookmarks.recent';

function bookmarkHandlers(store: BookmarkStore): Pick<Handlers<Background>, BookmarkMessages> {
  return {
    async 'bookmarks.list'({ page }) {
      const { bookmarks, unreadable } = await store.list(page);
      if (unreadable > 0) console.warn(`Idea Lens: ${unreadable} bookmarks of ${page} cannot be read; they are kept`);
      return bookmarks;
    },
    'bookmarks.set': draft => store.set(draft),
    async 'bookmarks.remove'({ page, idea }) {
      await store.remove(page, idea);
      return null;
    },
    'bookmarks.recent': ({ limit }) => store.recent(limit),
  };
}

function lensHandlers({ change }: SettingsWriter): Omit<Handlers<Background>, BookmarkMessages> {
  const noteShown = () => change(settings => ({ ...settings, offNoteShown: true }));
  return {
    async 'lens.set'({ host, on }, from) {
      const settings = await change(before => withLens(before, host, on));
      if (on) void unmarkButton();
      // The popup says how by itself; on a page nothing of ours is left to say it.
      else if (!settings.offNoteShown && from.kind === 'wiki')
        void tellHowToTurnOn(from.tab).then(noteShown).catch(warn);
      return settings;
    },
    'settings.get': () => readSettings(),
    async 'offNote.shown'() {
      await noteShown();
      await unmarkButton();
      return null;
    },
  };
}

/** What is stored stays confirmed when the news of it fails: tabs then learn of it at their next question. */
async function tellAllTabs(): Promise<void> {
  await bumpRevision().catch(warn);
}

async function toggleActiveTab(): Promise<void> {
  const tab = await activeTab().catch(() => null);
  // A page without our content script has no lens to switch: the keys do nothing there.
  if (tab !== null)
    await createTabClient(tab.id)
      ['lens.toggle']({})
      .catch(() => undefined);
}

function warn(error: unknown): void {
  console.warn('Idea Lens:', error);
}
