/** Asks for what the settings page shows. Draws nothing. */
import type { KnownWiki, Stored } from '../../components/options/parts.ts';
import type { Background } from '../../utils/messaging/protocol.ts';
import { isLensOn, type Settings } from '../../utils/model/settings.ts';
import { wordsOf } from '../../utils/platform/lens-error.ts';
import { hostOf, PROFILES } from '../../utils/profile/index.ts';

export interface Loaded {
  readonly stored: Stored;
  /** Why something could not be read, a sentence for people. */
  readonly error: string | null;
}

/** Never rejects: what cannot be had is told. Settings that cannot be read stay as they were in `before`. */
export async function loadSettings(background: Background, before: Stored | null): Promise<Loaded> {
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
  const known =
    settings === null ? { wikis: before?.wikis ?? null, choices: before?.choices ?? null } : knownOf(settings);
  return { stored: { ...known, bookmarks: count?.bookmarks ?? null, shortcut }, error };
}

function knownOf(settings: Settings): Pick<Stored, 'wikis' | 'choices'> {
  const { shortcuts, iconCount, highlight } = settings;
  return { wikis: wikisOf(settings), choices: { shortcuts, iconCount, highlight } };
}

function wikisOf(settings: Settings): KnownWiki[] {
  return PROFILES.map(({ name, matches }) => {
    const hosts = [...new Set(matches.map(match => hostOf(match) ?? match))];
    return { name, hosts, on: hosts.every(host => isLensOn(settings, host)) };
  });
}
