/**
 * `npm run test:wiki`: sets a real MediaWiki up, builds the extension and runs the tests of the project "wiki" on it.
 * Not a test itself.
 *
 *   node tests/wiki/run.ts [--release bullseye|bookworm|trixie] [--no-build] [TEST...]
 *   WIKI_PAGES=DIR[:DIR]   further folders of wikitext to import
 *
 * Tests are told by the environment: WIKI_DIR (for startWiki), WIKI_RELEASE, WIKI_PAGES (absolute; empty when none).
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const RELEASES = ['bullseye', 'bookworm', 'trixie'];
const USAGE = 'usage: npm run test:wiki -- [--release bullseye|bookworm|trixie] [--no-build] [TEST...]';

class Problem extends Error {}

function main(): number {
  const wanted = readArguments();
  if (wanted === null) {
    console.error(USAGE);
    return 2;
  }
  try {
    const pages = (process.env.WIKI_PAGES ?? '')
      .split(delimiter)
      .filter(Boolean)
      .map(folder => resolve(folder));
    for (const folder of pages)
      if (!existsSync(folder)) throw new Problem(`WIKI_PAGES names ${folder}, which is not there.`);
    const dir = join(PROJECT, '.cache', 'wiki', wanted.release);
    step(
      'bash',
      [join(PROJECT, 'tests/wiki/setup.sh'), dir, wanted.release, ...pages],
      'The wiki could not be set up.',
    );
    if (wanted.build) step('npm', ['run', '--silent', 'build'], 'The extension could not be built.');
    const env = { WIKI_DIR: dir, WIKI_RELEASE: wanted.release, WIKI_PAGES: pages.join(delimiter) };
    return run('npx', ['vitest', 'run', '--project', 'wiki', ...wanted.tests], env);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    console.error(error.message);
    return 1;
  }
}

function readArguments(): { release: string; build: boolean; tests: string[] } | null {
  try {
    const { values, positionals } = parseArgs({
      options: { release: { type: 'string', default: 'bookworm' }, 'no-build': { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return RELEASES.includes(values.release)
      ? { release: values.release, build: !values['no-build'], tests: positionals }
      : null;
  } catch {
    return null;
  }
}

function step(command: string, args: readonly string[], otherwise: string): void {
  if (run(command, args) !== 0) throw new Problem(otherwise);
}

/** Runs a command in the project's folder, its output being ours; its exit code, 1 when it could not be run at all. */
function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): number {
  const done = spawnSync(command, args, { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (done.error) throw new Problem(`${command} could not be run: ${done.error.message}.`);
  return done.status ?? 1;
}

process.exitCode = main();
