/** Asks for what the popup shows: the tab in front, the settings, the newest bookmarks. Draws nothing. */
import type { PopupBookmarks, PopupPlace } from '../../components/popup/parts.ts';
import { createTabClient } from '../../utils/messaging/client.ts';
import type { Background } from '../../utils/messaging/protocol.ts';
import { webHostsOf } from '../../utils/model/host.ts';
import { isLensOn } from '../../utils/model/settings.ts';
import { LensError } from '../../utils/platform/lens-error.ts';
import { type ActiveTab, activeTab, toggleShortcut } from '../../utils/platform/tabs.ts';
import { profileFor } from '../../utils/profile/index.ts';

const SHOWN_BOOKMARKS = 5;

export interface Loaded {
  /** The tab in front, where there is one. */
  readonly tab: ActiveTab | null;
  readonly place: PopupPlace;
  readonly recent: PopupBookmarks;
}

/** Never rejects: what cannot be had is told in the parts. */
export async function loadPopup(background: Background): Promise<Loaded> {
  const tab = await activeTab().catch(() => null);
  const [place, recent] = await Promise.all([placeOf(tab, background), recentBookmarks(background)]);
  return { tab, place, recent };
}

async function placeOf(tab: ActiveTab | null, background: Background): Promise<PopupPlace> {
  if (tab === null) return { kind: 'unknown', perhapsReload: false };
  try {
    const status = await createTabClient(tab.id)['lens.status']({});
    // A page without ideas does not know of itself whether the lens would be on; the settings do.
    const settings = await background['settings.get']({}).catch(() => null);
    const on = settings === null ? status.state !== 'off' : isLensOn(settings, status.host);
    return { kind: 'lens', status, on, shortcut: await toggleShortcut().catch(() => null) };
  } catch {
    return silentPlace(tab);
  }
}

/** A tab that does not answer: another site, or a page of a known wiki that was open before the extension came. */
function silentPlace({ url }: ActiveTab): PopupPlace {
  // The browser tells the address only of hosts that it gave us access to: without one, it may be either.
  if (url === null) return { kind: 'unknown', perhapsReload: true };
  const known = webHostsOf(url)?.some(host => profileFor(host) !== null) ?? false;
  return known ? { kind: 'unseen' } : { kind: 'unknown', perhapsReload: false };
}

async function recentBookmarks(background: Background): Promise<PopupBookmarks> {
  try {
    return { kind: 'found', ...(await background['bookmarks.recent']({ limit: SHOWN_BOOKMARKS })) };
  } catch (error) {
    return { kind: 'failed', error: wordsOf(error) };
  }
}

/** A sentence for people about any failure. */
export function wordsOf(error: unknown): string {
  return error instanceof LensError ? error.message : new LensError('unavailable', { cause: error }).message;
}
