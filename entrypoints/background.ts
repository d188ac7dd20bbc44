/**
 * The background: owns all stored data and answers messages. It may be stopped at any moment and started again, so every listener is
 * in place when `main` returns and nothing is remembered but connections that can be made anew.
 */
import { defineBackground } from 'wxt/utils/define-background';
import { createTabClient } from '../utils/messaging/client.ts';
import type { Background, TransferMessages } from '../utils/messaging/protocol.ts';
import { type Handlers, serveBackground } from '../utils/messaging/server.ts';
import { isLensOn, withLens } from '../utils/model/settings.ts';
import { type ActionButton, createActionButton } from '../utils/platform/action.ts';
import { LensError } from '../utils/platform/lens-error.ts';
import { bumpRevision, restartRevision } from '../utils/platform/revision.ts';
import { createSettingsWriter, readSettings, type SettingsWriter } from '../utils/platform/settings-store.ts';
import { activeTab, onToggleCommand, openOwnPage, toggleShortcut } from '../utils/platform/tabs.ts';
import { type AllData, createAllData } from '../utils/storage/all-data.ts';
import { type BookmarkStore, createBookmarkStore } from '../utils/storage/bookmarks.ts';
import { createDatabase } from '../utils/storage/database.ts';
import { createTransferStore, type TransferStore } from '../utils/storage/transfer.ts';

export default defineBackground({
  type: 'module',
  main() {
    const database = createDatabase();
    const settings = createSettingsWriter();
    const button = createActionButton();
    serveBackground({
      ...bookmarkHandlers(createBookmarkStore(database, { now: () => new Date(), changed: tellAllTabs })),
      ...lensHandlers(settings, button),
      ...settingsHandlers(settings, button),
      ...transferHandlers(createTransferStore(database, { changed: tellAllTabs })),
      ...dataHandlers(createAllData(database, { changed: tellOfDeletion }), settings, button),
      ...PLACE_HANDLERS,
    });
    onToggleCommand(() => void toggleActiveTab());
  },
});

type Some<Names extends keyof Background> = Pick<Handlers<Background>, Names>;

function bookmarkHandlers(
  store: BookmarkStore,
): Some<'bookmarks.list' | 'bookmarks.set' | 'bookmarks.remove' | 'bookmarks.recent'> {
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

function transferHandlers(store: TransferStore): Handlers<TransferMessages> {
  return {
    'bookmarks.export': () => store.all(),
    async 'bookmarks.restore'({ row }) {
      await store.restore(row);
      return null;
    },
    'import.preview': ({ text }) => store.preview(text),
    'import.apply': ({ text }) => store.merge(text),
  };
}

function lensHandlers(
  { change }: SettingsWriter,
  button: ActionButton,
): Some<'lens.set' | 'offNote.shown' | 'attention.count'> {
  const noteShown = () => change(settings => ({ ...settings, offNoteShown: true }));
  return {
    async 'lens.set'({ host, on }, from) {
      const settings = await change(before => withLens(before, host, on));
      if (on) void button.unmark();
      // The popup says how by itself; on a page nothing of ours is left to say it.
      else if (!settings.offNoteShown && from.kind === 'wiki')
        void button.tellHowToTurnOn(from.tab).then(noteShown).catch(warn);
      return settings;
    },
    async 'offNote.shown'() {
      await noteShown();
      await button.unmark();
      return null;
    },
    async 'attention.count'({ count }, from) {
      if (from.kind !== 'wiki') throw new LensError('invalid', { detail: 'attention.count: not from a wiki page' });
      const settings = await readSettings();
      // A count that was sent just before the lens went off must not hide the note on how to turn it on again.
      const shown = settings.iconCount && from.hosts.every(host => isLensOn(settings, host));
      if (from.tab !== null) await button.showCount(from.tab, shown ? count : 0);
      return null;
    },
  };
}

function settingsHandlers({ change }: SettingsWriter, button: ActionButton): Some<'settings.get' | 'settings.change'> {
  return {
    'settings.get': () => readSettings(),
    async 'settings.change'({ change: wanted }) {
      const settings = await change(before => ({ ...before, ...wanted }));
      if (!settings.iconCount) await button.clearCounts();
      return settings;
    },
  };
}

function dataHandlers(
  data: AllData,
  { clear }: SettingsWriter,
  button: ActionButton,
): Some<'data.count' | 'data.deleteAll'> {
  return {
    'data.count': async () => ({ bookmarks: await data.countBookmarks() }),
    async 'data.deleteAll'() {
      const bookmarks = await data.deleteAll();
      // The data is gone and stays so: what becomes of the settings is told beside it.
      const settings = await clear().then(
        () => true,
        error => {
          warn(error);
          return false;
        },
      );
      // By default the lens is on everywhere.
      if (settings) await button.unmark();
      return { bookmarks, settings };
    },
  };
}

const PLACE_HANDLERS: Some<'pages.open' | 'shortcut.get'> = {
  async 'pages.open'({ page }) {
    await openOwnPage(page);
    return null;
  },
  'shortcut.get': () => toggleShortcut(),
};

/** What is stored stays confirmed when the news of it fails: tabs then learn of it at their next question. */
async function tellAllTabs(): Promise<void> {
  await bumpRevision().catch(warn);
}

async function tellOfDeletion(): Promise<void> {
  await restartRevision().catch(warn);
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
