/** Asks for what the popup shows: the tab in front, the settings, the newest bookmarks. Draws nothing. */
import type { PopupBookmarks, PopupPlace } from '../../components/popup/parts.ts';
import { createTabClient } from '../../utils/messaging/client.ts';
import type { Background } from '../../utils/messaging/protocol.ts';
import { webHostsOf } from '../../utils/model/host.ts';
import { isLensOn } from '../../utils/model/settings.ts';
import { withheldFrom } from '../../utils/platform/access.ts';
import { wordsOf } from '../../utils/platform/lens-error.ts';
import { type ActiveTab, activeTab, toggleShortcut } from '../../utils/platform/tabs.ts';
import { allMatches, hostOf, profileFor } from '../../utils/profile/index.ts';

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
    return silentPlace(tab).catch((): PopupPlace => ({ kind: 'unknown', perhapsReload: true }));
  }
}

/** A tab that does not answer: another site, a wiki the browser keeps us from, or a page that was open before the extension came. */
async function silentPlace({ url }: ActiveTab): Promise<PopupPlace> {
  if (url !== null) {
    const known = webHostsOf(url)?.some(host => profileFor(host) !== null) ?? false;
    return known ? { kind: 'unseen' } : { kind: 'unknown', perhapsReload: false };
  }
  // Without access the browser tells no address: the page may be anything.
  const hosts = (await withheldFrom(allMatches())).map(match => hostOf(match) ?? match);
  if (hosts.length > 0) return { kind: 'no-access', hosts };
  // With access Firefox tells the address; Chromium never does where only content scripts have it.
  return { kind: 'unknown', perhapsReload: !import.meta.env.FIREFOX };
}

async function recentBookmarks(background: Background): Promise<PopupBookmarks> {
  try {
    return { kind: 'found', ...(await background['bookmarks.recent']({ limit: SHOWN_BOOKMARKS })) };
  } catch (error) {
    return { kind: 'failed', error: wordsOf(error) };
  }
}
