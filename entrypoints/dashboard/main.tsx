/** The dashboard's page: asks the background, draws, and follows what changes elsewhere. How it looks is components/dashboard. */
import { render } from 'preact';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import {
  DASHBOARD_TABS,
  type DashboardActions,
  type DashboardTab,
  type DashboardView,
  type ImportState,
  type SaveFormat,
} from '../../components/dashboard/parts.ts';
import { mergeCount } from '../../components/dashboard/words.ts';
import { createClient, createTransferClient } from '../../utils/messaging/client.ts';
import { type BookmarkRow, type ImportAnswer, LARGEST_IMPORT_BYTES } from '../../utils/model/import.ts';
import { t, wordsLanguage } from '../../utils/platform/i18n.ts';
import { isRefusal, wordsOf } from '../../utils/platform/lens-error.ts';
import { onRevision } from '../../utils/platform/revision.ts';
import { download, fileOf } from './files.ts';

const root = document.getElementById('dashboard');
if (root !== null) openDashboard(root);

function openDashboard(root: HTMLElement): void {
  document.documentElement.lang = wordsLanguage();
  const background = { ...createClient(), ...createTransferClient() };
  const closed = new AbortController();
  let latest = 0;
  /** How many files have been chosen. */
  let chosen = 0;
  /** The text of the file in the preview. */
  let text: string | null = null;
  let view: DashboardView = {
    tab: tabOf(location.hash),
    bookmarks: { kind: 'loading' },
    removed: null,
    error: null,
    save: { kind: 'none' },
    import: { kind: 'none' },
  };

  function show(change: Partial<DashboardView>): void {
    view = { ...view, ...change };
    document.title = t('dashboard.documentTitle', [t(`dashboard.${view.tab}`)]);
    render(<Dashboard {...view} {...actions} />, root);
  }

  async function refresh(): Promise<void> {
    latest += 1;
    const turn = latest;
    const found = await background['bookmarks.export']({}).then(
      all => ({ kind: 'found', all, error: null }) as const,
      (error: unknown) => ({ kind: 'failed', error: wordsOf(error) }) as const,
    );
    // Answers can overtake each other; the newest question counts.
    if (turn !== latest) return;
    if (found.kind === 'failed') {
      const { bookmarks: before } = view;
      // What was read before is worth more than nothing.
      show({ bookmarks: before.kind === 'found' ? { ...before, error: found.error } : found });
      return;
    }
    const back = found.all.bookmarks.some(row => isSame(row, view.removed));
    show({ bookmarks: found, ...(back ? { removed: null } : {}) });
  }

  /** What is known of one bookmark holds in the list at once: perhaps it cannot be read again. */
  function know(row: BookmarkRow, stored: boolean): void {
    const { bookmarks: before } = view;
    if (before.kind !== 'found') return;
    const others = before.all.bookmarks.filter(each => !isSame(each, row));
    show({ bookmarks: { ...before, all: { ...before.all, bookmarks: stored ? [...others, row] : others } } });
  }

  /** Whether the store has the row, asked anew; `null` where it does not say. */
  async function isStored(row: BookmarkRow): Promise<boolean | null> {
    const all = await background['bookmarks.export']({}).catch(() => null);
    return all === null ? null : all.bookmarks.some(each => isSame(each, row));
  }

  /**
   * The words for a change that failed; `null` where it happened and only its answer was lost. `unchanged` is said where that is sure: a
   * store that refuses has changed nothing, and else it is as the store has it now.
   */
  async function troubleOf(
    error: unknown,
    unchanged: string,
    hasHappened: () => Promise<boolean | null>,
  ): Promise<string | null> {
    const happened = isRefusal(error) ? false : await hasHappened();
    if (happened === true) return null;
    return happened === null ? wordsOf(error) : `${unchanged} ${wordsOf(error)}`;
  }

  async function remove(row: BookmarkRow): Promise<void> {
    try {
      await background['bookmarks.remove']({ page: row.page, idea: row.idea });
      show({ removed: row, error: null });
      know(row, false);
    } catch (failure) {
      const isGone = async () => {
        const stored = await isStored(row);
        return stored === null ? null : !stored;
      };
      const error = await troubleOf(failure, t('dashboard.notRemoved'), isGone);
      // What was removed before can still be taken back.
      show(error === null ? { removed: row, error } : { error });
      if (error === null) know(row, false);
    }
    await refresh();
  }

  async function undo(row: BookmarkRow): Promise<void> {
    try {
      await background['bookmarks.restore']({ row });
    } catch (failure) {
      const error = await troubleOf(failure, t('dashboard.notRestored'), () => isStored(row));
      if (error !== null) {
        show({ error });
        return;
      }
    }
    know(row, true);
    await refresh();
    // Meanwhile another one may have been removed.
    show({ ...(isSame(row, view.removed) ? { removed: null } : {}), error: null });
  }

  async function save(format: SaveFormat): Promise<void> {
    try {
      const all = await background['bookmarks.export']({});
      const file = fileOf(format, all, new Date());
      download(file);
      const count = all.bookmarks.length + (format === 'json' ? all.unreadable.length : 0);
      show({ save: { kind: 'saved', fileName: file.name, count } });
    } catch (error) {
      show({ save: { kind: 'failed', error: wordsOf(error) } });
    }
  }

  async function read(file: File): Promise<void> {
    const fileName = file.name;
    chosen += 1;
    const turn = chosen;
    text = null;
    show({ save: { kind: 'none' } });
    if (file.size > LARGEST_IMPORT_BYTES) {
      show({ import: { kind: 'problem', fileName, problem: { kind: 'too-large', bytes: file.size } } });
      return;
    }
    show({ import: { kind: 'reading', fileName } });
    const given = await file.text().catch(error => {
      console.error('Idea Lens: the browser could not read the file', error);
      return null;
    });
    // Another file was chosen meanwhile.
    if (turn !== chosen) return;
    if (given === null) {
      show({ import: { kind: 'unread', fileName } });
      return;
    }
    try {
      const answer = await background['import.preview']({ text: given });
      if (turn !== chosen) return;
      if (answer.ok) text = given;
      show({ import: stateAfter(fileName, answer, 'preview') });
    } catch (error) {
      if (turn === chosen) show({ import: { kind: 'failed', error: wordsOf(error), unchanged: true } });
    }
  }

  async function merge(): Promise<void> {
    const { import: before } = view;
    if (before.kind !== 'preview' || before.merging || text === null) return;
    const turn = chosen;
    show({ import: { ...before, merging: true } });
    const outcome = await outcomeOf(before, text);
    if (turn === chosen) {
      text = null;
      show({ import: outcome });
    }
    await refresh();
  }

  async function outcomeOf(before: PreviewState, merged: string): Promise<ImportState> {
    try {
      return stateAfter(before.fileName, await background['import.apply']({ text: merged }), 'merged');
    } catch (error) {
      const failed = { kind: 'failed', error: wordsOf(error) } as const;
      if (isRefusal(error)) return { ...failed, unchanged: true };
      // Perhaps only the answer was lost: then nothing is left to be merged.
      const answer = await background['import.preview']({ text: merged }).catch(() => null);
      if (!answer?.ok) return { ...failed, unchanged: false };
      return mergeCount(answer.plan) === 0 ? { kind: 'merged', plan: before.plan } : { ...failed, unchanged: true };
    }
  }

  /** The bookmarks changed while a file is looked at: what it would do has changed, too. */
  async function previewAnew(): Promise<void> {
    const { import: before } = view;
    if (before.kind !== 'preview' || before.merging || text === null) return;
    const answer = await background['import.preview']({ text }).catch(() => null);
    if (answer !== null && view.import === before) show({ import: stateAfter(before.fileName, answer, 'preview') });
  }

  const actions: DashboardActions = {
    onTab(tab) {
      if (tab !== view.tab) location.hash = tab;
    },
    onTryAgain: () => void refresh(),
    onRemove: row => void remove(row),
    onUndo: () => view.removed !== null && void undo(view.removed),
    onSave: format => void save(format),
    onFile: file => void read(file),
    onMerge: () => void merge(),
    onCancel() {
      if (view.import.kind === 'preview' && view.import.merging) return;
      text = null;
      show({ import: { kind: 'none' } });
    },
  };

  addEventListener(
    'hashchange',
    // Going to another tab is an action: the removal before it stands.
    () => show({ tab: tabOf(location.hash), removed: null, error: null }),
    { signal: closed.signal },
  );
  onRevision(allDeleted => {
    // What was removed before that is deleted with all the rest: nothing brings it back.
    if (allDeleted) show({ removed: null });
    void refresh();
    void previewAnew();
  }, closed.signal);
  addEventListener('pagehide', () => closed.abort(), { once: true });
  show({});
  void refresh();
}

function tabOf(hash: string): DashboardTab {
  return DASHBOARD_TABS.find(tab => hash === `#${tab}`) ?? 'bookmarks';
}

/** Whether both are the bookmark of one idea. */
function isSame(row: BookmarkRow, other: BookmarkRow | null): boolean {
  return row.page === other?.page && row.idea === other.idea;
}

type PreviewState = Extract<ImportState, { kind: 'preview' }>;

/** How an import stands once the background has answered. */
function stateAfter(fileName: string, answer: ImportAnswer, done: 'preview' | 'merged'): ImportState {
  if (!answer.ok) return { kind: 'problem', fileName, problem: answer.problem };
  const { plan } = answer;
  return done === 'merged' ? { kind: 'merged', plan } : { kind: 'preview', fileName, plan, merging: false };
}
