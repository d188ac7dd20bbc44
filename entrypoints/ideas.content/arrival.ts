/**
 * What happens when a page comes, in which order: a first look, settings and display asked for, the page read, the switch followed. Answers
 * the popup from the beginning on, and misses nothing that is done meanwhile. Decides nothing about the lens (on-off.ts does).
 */
import { serveLensTab } from '../../utils/messaging/server.ts';
import type { Settings } from '../../utils/model/settings.ts';
import { atOnce } from '../../utils/page/parse-page.ts';
import { onSettingsChanged } from '../../utils/platform/settings-store.ts';
import { askSettings, fetchDisplay, fetchPanels } from './fetching.ts';
import { readFirst } from './first-reading.ts';
import { createScrollKeeper } from './keep-scrolled.ts';
import { createSwitch } from './on-off.ts';
import type { SeenPage } from './reading.ts';

/** Brings the lens to the page that `look` sees, until `life` ends. Resolves after the first decision. */
export async function arrive(look: () => SeenPage, life: AbortSignal): Promise<void> {
  const seen = look();
  const keepScrolled = createScrollKeeper(document, life);
  const arrived = new AbortController();
  // Settings and display come while the browser draws the page for the first time; where the lens is off, the second for nothing.
  const settings = seen.chance === 'none' ? null : newestSettings(AbortSignal.any([arrived.signal, life]));
  if (seen.chance === 'good') fetchDisplay().catch(() => undefined);
  const reading = settings
    ? readFirst({ document, look, seen, start: settings() }, life)
    : Promise.resolve(atOnce(seen.read()));
  const lensSwitch = reading.then(first =>
    createSwitch({ first, look, keepScrolled, fetchDisplay, fetchPanels }, life),
  );
  serveLensTab(
    {
      'lens.status': async () => (await lensSwitch).status(),
      'lens.toggle': async () => (await lensSwitch).toggle(),
      'lens.show': async ({ show }) => (await lensSwitch).show(show),
    },
    life,
  );
  try {
    const { begin } = await lensSwitch;
    if (settings) await begin(settings());
  } catch (error) {
    // Whoever has taken this script's place goes on.
    if (!life.aborted) throw error;
  } finally {
    arrived.abort();
  }
}

/** Asks for the settings once, and gives what they are by the time they are wanted, until `signal` aborts. */
function newestSettings(signal: AbortSignal): () => Promise<Settings> {
  let newest: Settings | null = null;
  onSettingsChanged(changed => {
    newest = changed;
  }, signal);
  const asked = askSettings();
  return () => asked.then(first => newest ?? first);
}
