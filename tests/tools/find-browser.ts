/**
 * Finds the Chromium that tests and `npm start` drive, and installs one on request.
 * Not a launcher: who starts the browser adds CHROMIUM_ARGUMENTS and the extension itself.
 *
 *   node tests/tools/find-browser.ts             prints the path
 *   node tests/tools/find-browser.ts --install   gets a browser first where there is none
 *
 * Branded Chrome is never taken: since version 137 it ignores `--load-extension`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** What every Chromium we start gets: no traffic of its own, and no sandbox only where root makes it impossible. */
export const CHROMIUM_ARGUMENTS: readonly string[] = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

const NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium'];

const PLACES: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  linux: ['/usr/bin', '/usr/local/bin', '/usr/lib/chromium', '/snap/bin'].flatMap(folder =>
    NAMES.map(name => join(folder, name)),
  ),
  darwin: ['/Applications', join(homedir(), 'Applications')].flatMap(folder => [
    join(folder, 'Chromium.app/Contents/MacOS/Chromium'),
    join(folder, 'Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing'),
  ]),
  win32: [process.env.LOCALAPPDATA, process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)']]
    .filter(folder => folder !== undefined)
    .map(folder => join(folder, 'Chromium', 'Application', 'chrome.exe')),
};

/** Where Chrome for Testing lies below one version's folder of Puppeteer's cache. */
const FOR_TESTING = [
  'chrome-linux64/chrome',
  'chrome-win64/chrome.exe',
  ...['arm64', 'x64'].map(
    cpu => `chrome-mac-${cpu}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`,
  ),
];

/**
 * The path of a Chromium that can load an unpacked extension: `CHROME_PATH`, else a system Chromium, else Chrome for
 * Testing, else Playwright's own. Throws an error whose message is one plain sentence when there is none, or when
 * `CHROME_PATH` names something that cannot be used (a wish is not passed over in silence).
 */
export async function findChromium(): Promise<string> {
  const wished = process.env.CHROME_PATH;
  if (wished) return usable(wished);
  const found = [...systemCandidates(), ...forTestingCandidates()].find(isExecutable) ?? (await playwrightsOwn());
  if (found) return found;
  throw new Error(
    'No Chromium was found: run "npm exec -- node tests/tools/find-browser.ts --install", or set CHROME_PATH to a ' +
      'Chromium or Chrome for Testing (branded Chrome cannot load extensions this way).',
  );
}

function usable(path: string): string {
  if (!isExecutable(path)) throw new Error(`CHROME_PATH names ${path}, which is no program that can be run.`);
  if (isBranded(path)) {
    throw new Error(
      `CHROME_PATH names branded Chrome (${path}), which ignores --load-extension: use Chromium instead.`,
    );
  }
  return path;
}

function isBranded(path: string): boolean {
  // On Windows `--version` opens a window instead of answering; there the folder's name has to do.
  if (process.platform === 'win32') return /\\Google\\Chrome\\/iu.test(path);
  const answer = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 10_000 }).stdout ?? '';
  return /^Google Chrome (?!for Testing)/u.test(answer.trim());
}

function systemCandidates(): string[] {
  const onPath = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const named = process.platform === 'win32' ? [] : onPath.flatMap(folder => NAMES.map(name => join(folder, name)));
  return [...named, ...(PLACES[process.platform] ?? [])];
}

function forTestingCandidates(): string[] {
  const cache = join(process.env.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer'), 'chrome');
  if (!existsSync(cache)) return [];
  const newestFirst = readdirSync(cache).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return newestFirst.flatMap(version => FOR_TESTING.map(path => join(cache, version, path)));
}

async function playwrightsOwn(): Promise<string | null> {
  const { chromium } = await import('playwright');
  const path = chromium.executablePath();
  return isExecutable(path) ? path : null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Gets a Chromium where there is none: from Debian's packages as root, else Playwright's own. Throws as findChromium does. */
export async function installChromium(): Promise<string> {
  if (process.env.CHROME_PATH) return findChromium();
  for (const step of [null, debianPackage, playwrightDownload]) {
    step?.();
    const found = await findChromium().catch(() => null);
    if (found) return found;
  }
  throw new Error(
    'No Chromium could be installed: neither Debian\'s package "chromium" (needs root) nor "npx playwright install ' +
      'chromium" (needs the network) worked; install a Chromium yourself and set CHROME_PATH to it.',
  );
}

function debianPackage(): void {
  if (!existsSync('/etc/debian_version') || process.getuid?.() !== 0) return;
  run('apt-get', ['update', '-qq']);
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

function playwrightDownload(): void {
  run('npx', ['playwright', 'install', 'chromium']);
}

function run(command: string, args: string[]): void {
  console.error(`> ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // stdout belongs to the path we print; on Windows npx is a script and needs the shell.
  spawnSync(command, args, {
    stdio: ['ignore', process.stderr, process.stderr],
    env,
    shell: process.platform === 'win32',
  });
}

async function main(args: string[]): Promise<number> {
  if (args.some(arg => arg !== '--install')) {
    console.error('usage: node tests/tools/find-browser.ts [--install]');
    return 2;
  }
  try {
    console.log(await (args.includes('--install') ? installChromium() : findChromium()));
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
