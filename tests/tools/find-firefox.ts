/**
 * Finds the Firefox that the tests drive. Installs none: the tests in Firefox are skipped where there is none, and say so.
 *
 *   node tests/tools/find-firefox.ts   prints the path, or why there is none (exit code 1)
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The manifest's `strict_min_version`. */
export const OLDEST_FIREFOX = 144;

export type FoundFirefox = { readonly path: string } | { readonly path: null; readonly why: string };

const NAMES = ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'];

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/usr/lib/firefox-esr', '/usr/lib/firefox', '/opt/firefox'].flatMap(folder =>
    NAMES.map(name => join(folder, name)),
  ),
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap(folder =>
    ['Firefox', 'Firefox Developer Edition', 'Firefox Nightly'].map(name =>
      join(folder, `${name}.app/Contents/MacOS/firefox`),
    ),
  ),
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter(folder => folder !== undefined)
    .map(folder => join(folder, 'Mozilla Firefox', 'firefox.exe')),
};

/** `FIREFOX_PATH`, else a Firefox of the system that is new enough; or one plain sentence on why there is none. Never throws. */
export function findFirefox(): FoundFirefox {
  const wished = process.env.FIREFOX_PATH;
  if (wished) {
    const why = whyNot(wished);
    return why === null ? { path: wished } : { path: null, why: `FIREFOX_PATH names ${wished}, which ${why}.` };
  }
  const refused: string[] = [];
  for (const path of candidates()) {
    const why = whyNot(path);
    if (why === null) return { path };
    refused.push(`${path} ${why}`);
  }
  const seen = refused.length === 0 ? '' : ` (${refused.join('; ')})`;
  return { path: null, why: `No Firefox ${OLDEST_FIREFOX} or newer was found${seen}; FIREFOX_PATH may name one.` };
}

function candidates(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const named = process.platform === 'win32' ? [] : onPath.flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...new Set([...named, ...(PLACES[process.platform] ?? [])])].filter(isExecutable);
}

function whyNot(path: string): string | null {
  if (!isExecutable(path)) return 'is no program that can be run';
  if (path.startsWith('/snap/') || startsSnap(path)) return 'is a snap, which cannot read our folders';
  // On Windows `--version` opens a window instead of answering.
  if (process.platform === 'win32') return null;
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 20_000 }).stdout ?? '';
  const version = Number(/Firefox (\d+)\./u.exec(answer)?.[1]);
  if (Number.isNaN(version)) return 'does not say its version';
  return version < OLDEST_FIREFOX ? `is version ${version}` : null;
}

/** Ubuntu's /usr/bin/firefox is a small script that starts the snap. */
function startsSnap(path: string): boolean {
  return statSync(path).size < 10_000 && readFileSync(path, 'utf8').includes('/snap/');
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const found = findFirefox();
  console.log(found.path ?? found.why);
  process.exitCode = found.path === null ? 1 : 0;
}
