/** All profiles, and which one a page's host belongs to. A further wiki is one more file and one more line here. */
import type { Profile } from '../model/profile.ts';
import { xen } from './xen.ts';

export const PROFILES: readonly Profile[] = [xen];

/** Every match pattern of every profile, for the manifest. */
export function allMatches(): string[] {
  return PROFILES.flatMap(profile => [...profile.matches]);
}

/** The profile whose match patterns name `host` (compared lower-case); `null` when no profile knows it. */
export function profileFor(host: string): Profile | null {
  const wanted = host.toLowerCase();
  return PROFILES.find(profile => profile.matches.some(pattern => hostOf(pattern) === wanted)) ?? null;
}

/** The host that a match pattern names; `null` where it names none. */
export function hostOf(pattern: string): string | null {
  return /^[^:]+:\/\/([^/]+)\//u.exec(pattern)?.[1]?.toLowerCase() ?? null;
}
