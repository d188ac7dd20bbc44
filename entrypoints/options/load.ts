/** Asks for what the settings page shows. Draws nothing. */
import type { KnownWiki, Stored } from '../../components/options/parts.ts';
import type { Background } from '../../utils/messaging/protocol.ts';
import { DEFAULT_SETTINGS, isLensOn, type Settings } from '../../utils/model/settings.ts';
import { wordsOf } from '../../utils/platform/lens-error.ts';
import { hostOf, PROFILES } from '../../utils/profile/index.ts';

export interface Loaded {
  readonly stored: Stored;
  /** Why the settings could not be read (the defaults stand in for them), a sentence for people. */
  readonly error: string | null;
}

/** Never rejects: what cannot be had is told. */
export async function loadSettings(background: Background): Promise<Loaded> {
  let error: string | null = null;
  const told = (reason: unknown): null => {
    error ??= wordsOf(reason);
    return null;
  };
  const [settings, count, shortcut] = await Promise.all([
    background['settings.get']({}).catch(told),
    background['data.count']({}).catch(told),
    background['shortcut.get']({}).catch(told),
  ]);
  const known = settings ?? DEFAULT_SETTINGS;
  const { shortcuts, iconCount, highlight } = known;
  const choices = { shortcuts, iconCount, highlight };
  return { stored: { wikis: wikisOf(known), choices, bookmarks: count?.bookmarks ?? null, shortcut }, error };
}

function wikisOf(settings: Settings): KnownWiki[] {
  return PROFILES.map(({ name, matches }) => {
    const hosts = [...new Set(matches.map(match => hostOf(match) ?? match))];
    return { name, hosts, on: hosts.every(host => isLensOn(settings, host)) };
  });
}
