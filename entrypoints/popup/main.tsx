/** The popup's page: loads, draws, and follows what changes while it is open. How it looks is components/popup. */
import { render } from 'preact';
import { Popup } from '../../components/popup/Popup.tsx';
import { createClient, createTabClient } from '../../utils/messaging/client.ts';
import { askForAccess } from '../../utils/platform/access.ts';
import { t, wordsLanguage } from '../../utils/platform/i18n.ts';
import { wordsOf } from '../../utils/platform/lens-error.ts';
import { onRevision } from '../../utils/platform/revision.ts';
import { onSettingsChanged } from '../../utils/platform/settings-store.ts';
import { reloadTab } from '../../utils/platform/tabs.ts';
import { allMatches } from '../../utils/profile/index.ts';
import { type Loaded, loadPopup } from './load.ts';

const root = document.getElementById('popup');
if (root !== null) openPopup(root);

function openPopup(root: HTMLElement): void {
  document.documentElement.lang = wordsLanguage();
  const background = createClient();
  const closed = new AbortController();
  let latest = 0;
  let noteSeen = false;
  let allowed = false;

  async function refresh(error: string | null = null): Promise<void> {
    latest += 1;
    const turn = latest;
    const loaded = await loadPopup(background);
    // Answers can overtake each other; the newest question counts.
    if (turn === latest) draw(loaded, error);
  }

  function draw({ tab, place, recent }: Loaded, error: string | null): void {
    const inTab = (act: (tab: number) => Promise<unknown>) => tab !== null && void thenClose(() => act(tab.id));
    render(
      <Popup
        // The page knows nothing of the access that was just given until it is loaded again.
        place={allowed && place.kind !== 'lens' ? { kind: 'allowed' } : place}
        recent={recent}
        error={error}
        onSwitch={() => tab !== null && void turnSwitch(tab.id)}
        onTryAgain={() => void refresh()}
        onShow={show => inTab(id => createTabClient(id)['lens.show']({ show }))}
        onReload={() => inTab(reloadTab)}
        onAllow={() => void allow()}
        onAllBookmarks={() => void thenClose(() => background['pages.open']({ page: 'dashboard-bookmarks' }))}
        onSettings={() => void thenClose(() => background['pages.open']({ page: 'options' }))}
      />,
      root,
    );
    if (place.kind === 'lens' && !place.on) tellNoteSeen();
  }

  /** The popup has done its work; where it has not, it stays and says why. */
  async function thenClose(act: () => Promise<unknown>): Promise<void> {
    try {
      await act();
      close();
    } catch (error) {
      await refresh(wordsOf(error));
    }
  }

  /** The browser may close the popup when it asks: what was chosen then shows at its next opening. */
  async function allow(): Promise<void> {
    try {
      allowed = await askForAccess(allMatches());
      await refresh();
    } catch (error) {
      console.error('Idea Lens: the browser did not ask for access', error);
      await refresh(t('popup.allowFailed'));
    }
  }

  /** Once for each opening: the note is written on this popup. A failure only means that it is said again. */
  function tellNoteSeen(): void {
    if (noteSeen) return;
    noteSeen = true;
    background['offNote.shown']({}).catch(() => undefined);
  }

  async function turnSwitch(tab: number): Promise<void> {
    try {
      await createTabClient(tab)['lens.toggle']({});
      await refresh();
    } catch (error) {
      await refresh(wordsOf(error));
    }
  }

  onRevision(() => void refresh(), closed.signal);
  onSettingsChanged(() => void refresh(), closed.signal);
  addEventListener('pagehide', () => closed.abort(), { once: true });
  void refresh();
}
