/** The dashboard's page: asks the background, draws, and follows what changes elsewhere. How it looks is components/dashboard. */
import { render } from 'preact';
import { Dashboard } from '../../components/dashboard/Dashboard.tsx';
import {
  DASHBOARD_TABS,
  type DashboardActions,
  type DashboardTab,
  type DashboardView,
  type SaveFormat,
} from '../../components/dashboard/parts.ts';
import { createClient, createTransferClient } from '../../utils/messaging/client.ts';
import { type BookmarkRow, type ImportAnswer, LARGEST_IMPORT_BYTES } from '../../utils/model/import.ts';
import { t, wordsLanguage } from '../../utils/platform/i18n.ts';
import { LensError } from '../../utils/platform/lens-error.ts';
import { onRevision } from '../../utils/platform/revision.ts';
import { download, fileOf } from './files.ts';

const root = document.getElementById('dashboard');
if (root !== null) openDashboard(root);

function openDashboard(root: HTMLElement): void {
  document.documentElement.lang = wordsLanguage();
  const background = { ...createClient(), ...createTransferClient() };
  const closed = new AbortController();
  let latest = 0;
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
    const bookmarks = await background['bookmarks.export']({}).then(
      all => ({ kind: 'found', all }) as const,
      (error: unknown) => ({ kind: 'failed', error: wordsOf(error) }) as const,
    );
    // Answers can overtake each other; the newest question counts.
    if (turn !== latest) return;
    const back = bookmarks.kind === 'found' && bookmarks.all.bookmarks.some(row => isSame(row, view.removed));
    show({ bookmarks, ...(back ? { removed: null } : {}) });
  }

  async function remove(row: BookmarkRow): Promise<void> {
    try {
      await background['bookmarks.remove']({ page: row.page, idea: row.idea });
      show({ removed: row, error: null });
    } catch (error) {
      show({ removed: null, error: `${t('dashboard.notRemoved')} ${wordsOf(error)}` });
    }
    await refresh();
  }

  async function undo(row: BookmarkRow): Promise<void> {
    try {
      await background['bookmarks.restore']({ row });
      await refresh();
      show({ removed: null, error: null });
    } catch (error) {
      show({ error: `${t('dashboard.notRestored')} ${wordsOf(error)}` });
    }
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
    text = null;
    show({ save: { kind: 'none' } });
    if (file.size > LARGEST_IMPORT_BYTES) {
      show({ import: { kind: 'problem', fileName, problem: { kind: 'too-large', bytes: file.size } } });
      return;
    }
    show({ import: { kind: 'reading', fileName } });
    try {
      const given = await file.text();
      const answer = await background['import.preview']({ text: given });
      if (view.import.kind !== 'reading' || view.import.fileName !== fileName) return;
      if (answer.ok) text = given;
      showAnswer(fileName, answer);
    } catch (error) {
      show({ import: { kind: 'failed', error: wordsOf(error) } });
    }
  }

  function showAnswer(fileName: string, answer: ImportAnswer): void {
    show({
      import: answer.ok
        ? { kind: 'preview', fileName, plan: answer.plan, merging: false }
        : { kind: 'problem', fileName, problem: answer.problem },
    });
  }

  async function merge(): Promise<void> {
    const { import: before } = view;
    if (before.kind !== 'preview' || before.merging || text === null) return;
    show({ import: { ...before, merging: true } });
    try {
      const answer = await background['import.apply']({ text });
      if (answer.ok) show({ import: { kind: 'merged', plan: answer.plan } });
      else showAnswer(before.fileName, answer);
      text = null;
    } catch (error) {
      show({ import: { kind: 'failed', error: wordsOf(error) } });
    }
    await refresh();
  }

  /** The bookmarks changed while a file is looked at: what it would do has changed, too. */
  async function previewAnew(): Promise<void> {
    const { import: before } = view;
    if (before.kind !== 'preview' || before.merging || text === null) return;
    const answer = await background['import.preview']({ text }).catch(() => null);
    if (answer !== null && view.import === before) showAnswer(before.fileName, answer);
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
  onRevision(() => {
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

function wordsOf(error: unknown): string {
  return error instanceof LensError ? error.message : new LensError('unavailable', { cause: error }).message;
}
