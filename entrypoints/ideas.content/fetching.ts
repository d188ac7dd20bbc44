/** What the content script asks the browser for: settings, and the scripts of what shows. Keeps nothing and decides nothing. */
import { DEFAULT_SETTINGS, type Settings } from '../../utils/model/settings.ts';
import { runOwnScript } from '../../utils/platform/browser.ts';
import { readSettings } from '../../utils/platform/settings-store.ts';
import { type Display, takeDisplay } from '../display/offer.ts';
import { type OfferedPanels, takePanels } from '../display/panels-offer.ts';

/** The stored settings; the defaults, said in the console, where they cannot be had. */
export function askSettings(): Promise<Settings> {
  return readSettings().catch((error: unknown) => {
    console.warn('Idea Lens: the settings cannot be read, so the lens is on', error);
    return DEFAULT_SETTINGS;
  });
}

/** What stands on the page. Rejects when the browser does not give it: after an update of the extension, above all. */
export async function fetchDisplay(): Promise<Display> {
  await runOwnScript('/display.js');
  return takeDisplay();
}

/** What opens on demand. Rejects as `fetchDisplay` does. */
export async function fetchPanels(): Promise<OfferedPanels> {
  await runOwnScript('/panels.js');
  return takePanels();
}
