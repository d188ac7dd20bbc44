/** The settings page: loads, draws, stores what is chosen, and follows what changes elsewhere. How it looks is components/options. */
import { render } from 'preact';
import type { Deletion } from '../../components/options/parts.ts';
import { SettingsPage } from '../../components/options/SettingsPage.tsx';
import { createClient } from '../../utils/messaging/client.ts';
import { DEFAULT_SETTINGS } from '../../utils/model/settings.ts';
import { t, wordsLanguage } from '../../utils/platform/i18n.ts';
import { isRefusal, wordsOf } from '../../utils/platform/lens-error.ts';
import { onRevision } from '../../utils/platform/revision.ts';
import { onSettingsChanged } from '../../utils/platform/settings-store.ts';
import { type Loaded, loadSettings } from './load.ts';

/** A change that could not be stored, to be tried again. */
interface FailedChange {
  readonly change: () => Promise<unknown>;
  /** Why, a sentence for people. */
  readonly words: string;
}

const root = document.getElementById('options');
if (root !== null) openSettings(root);

function openSettings(root: HTMLElement): void {
  document.documentElement.lang = wordsLanguage();
  document.title = t('options.title');
  const background = createClient();
  const closed = new AbortController();
  let latest = 0;
  let loaded: Loaded | null = null;
  let deletion: Deletion = { step: 'none' };
  let failed: FailedChange | null = null;

  async function refresh(): Promise<void> {
    latest += 1;
    const turn = latest;
    const fresh = await loadSettings(background, loaded?.stored ?? null);
    // Answers can overtake each other; the newest question counts.
    if (turn !== latest) return;
    loaded = fresh;
    if ((fresh.stored.bookmarks ?? 0) > 0) keptAgain();
    draw();
  }

  /** Something is stored again since all was deleted, by another tab perhaps. */
  function keptAgain(): void {
    if (deletion.step === 'deleted') deletion = { step: 'none' };
  }

  function draw(): void {
    if (loaded === null) return;
    render(
      <SettingsPage
        stored={loaded.stored}
        error={failed?.words ?? loaded.error}
        deletion={deletion}
        onWiki={(hosts, on) => void store(() => Promise.all(hosts.map(host => background['lens.set']({ host, on }))))}
        onChange={change => void store(() => background['settings.change']({ change }))}
        onTryAgain={() => void (failed === null ? refresh() : store(failed.change))}
        onAsk={() => show({ step: 'asked' })}
        onKeep={() => show({ step: 'none' })}
        onDelete={() => void deleteAll(loaded?.stored.bookmarks ?? null)}
      />,
      root,
    );
  }

  function show(next: Deletion): void {
    deletion = next;
    draw();
  }

  /** Draws what is stored afterwards, whether it could be changed or not. */
  async function store(change: () => Promise<unknown>): Promise<void> {
    try {
      await change();
      failed = null;
    } catch (error) {
      failed = { change, words: wordsOf(error) };
    }
    // What was said of a deletion does not hold for what is stored after it.
    if (deletion.step === 'deleted' || deletion.step === 'failed') deletion = { step: 'none' };
    await refresh();
  }

  async function deleteAll(before: number | null): Promise<void> {
    show({ step: 'running' });
    try {
      deletion = { step: 'deleted', ...(await background['data.deleteAll']({})) };
    } catch (error) {
      console.error('Idea Lens: the data was not deleted, or not surely', error);
      deletion = { step: 'failed', kept: await isKept(error, before) };
    }
    await refresh();
  }

  /** A store that refuses has kept all. A background that was stopped may have deleted before it could say so: count again. */
  async function isKept(error: unknown, before: number | null): Promise<boolean> {
    if (isRefusal(error)) return true;
    const now = await background['data.count']({}).catch(() => null);
    return now !== null && before !== null && before > 0 && now.bookmarks === before;
  }

  onRevision(() => void refresh(), closed.signal);
  onSettingsChanged(settings => {
    if (settings !== DEFAULT_SETTINGS) keptAgain();
    void refresh();
  }, closed.signal);
  addEventListener('pagehide', () => closed.abort(), { once: true });
  void refresh();
}
