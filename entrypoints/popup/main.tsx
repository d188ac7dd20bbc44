/** The popup's page: loads, draws, and follows what changes while it is open. How it looks is components/popup. */
import { render } from 'preact';
import { Popup } from '../../components/popup/Popup.tsx';
import { createClient, createTabClient } from '../../utils/messaging/client.ts';
import { onRevision } from '../../utils/platform/revision.ts';
import { onSettingsChanged } from '../../utils/platform/settings-store.ts';
import { type Loaded, loadPopup, wordsOf } from './load.ts';

const root = document.getElementById('popup');
if (root !== null) openPopup(root);

function openPopup(root: HTMLElement): void {
  const background = createClient();
  const closed = new AbortController();
  let latest = 0;
  let noteSeen = false;

  async function refresh(error: string | null = null): Promise<void> {
    latest += 1;
    const turn = latest;
    const loaded = await loadPopup(background);
    // Answers can overtake each other; the newest question counts.
    if (turn === latest) draw(loaded, error);
  }

  function draw({ tab, place, recent }: Loaded, error: string | null): void {
    render(
      <Popup
        place={place}
        recent={recent}
        error={error}
        onSwitch={() => tab !== null && void turnSwitch(tab.id)}
        onTryAgain={() => void refresh()}
      />,
      root,
    );
    if (place.kind === 'lens' && !place.on) tellNoteSeen();
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
