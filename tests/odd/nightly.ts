/**
 * `npm run test:nightly`: odd pages in numbers that no one waits for: 10,000 in jsdom, 500 in a real browser with the built extension,
 * 300 through a real MediaWiki, and restore sequences, of the overlay alone and of the whole lens, many times over. Not a test itself.
 *
 *   node tests/odd/nightly.ts [--runs N] [--browser N] [--wiki N] [--restore N] [--seed N] [--page N] [--release bookworm|trixie]
 *
 * 0 leaves a part out. The seed is drawn unless given, and said: the same one gives the same pages again. `--page` tries one of them
 * alone, in the browser and the wiki.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const USAGE =
  'usage: npm run test:nightly -- [--runs N] [--browser N] [--wiki N] [--restore N] [--seed N] [--page N] [--release bookworm|trixie]';

interface Part {
  readonly name: string;
  readonly runs: number;
  readonly tests: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What has to be there first; `false` when it could not be made. */
  readonly prepare?: () => boolean;
}

function main(): number {
  const wanted = readArguments();
  if (wanted === null) {
    console.error(USAGE);
    return 2;
  }
  const { release, numbers } = wanted;
  const seed = numbers.seed ?? Math.trunc(Math.random() * 2 ** 31);
  const wiki = join(PROJECT, '.cache', 'wiki', 'odd');
  const parts: readonly Part[] = [
    { name: 'jsdom', runs: numbers.runs ?? 10_000, tests: ['odd', 'tests/odd/odd-pages'] },
    {
      name: 'browser',
      runs: numbers.browser ?? 500,
      tests: ['nightly', 'tests/odd/nightly/browser'],
      prepare: () => run('npm', ['run', '--silent', 'build']),
    },
    {
      name: 'MediaWiki',
      runs: numbers.wiki ?? 300,
      tests: ['nightly', 'tests/odd/nightly/wiki'],
      env: { WIKI_DIR: wiki },
      prepare: () => copyWiki(release, wiki),
    },
    { name: 'restore', runs: numbers.restore ?? 2_000, tests: ['browser', 'tests/browser/overlay'] },
    {
      name: 'restore of the whole lens',
      runs: numbers.restore ?? 2_000,
      tests: ['e2e', 'tests/e2e/restore-sequences'],
      prepare: () => run('npm', ['run', '--silent', 'build']),
    },
  ];
  console.log(`nightly: seed ${seed}`);
  const failed = parts.filter(part => part.runs > 0 && !runPart(part, seed, numbers.page)).map(part => part.name);
  console.log(failed.length === 0 ? 'nightly: all passed' : `nightly: failed: ${failed.join(', ')} (seed ${seed})`);
  return failed.length === 0 ? 0 : 1;
}

function runPart(
  { name, runs, tests: [project = '', filter = ''], env = {}, prepare }: Part,
  seed: number,
  page?: number,
): boolean {
  const begin = Date.now();
  const passed =
    (prepare?.() ?? true) &&
    run('npx', ['vitest', 'run', '--project', project, filter], {
      ...env,
      IDEA_LENS_RUNS: String(runs),
      IDEA_LENS_SEED: String(seed),
      ...(page === undefined ? {} : { IDEA_LENS_PAGE: String(page) }),
    });
  const seconds = Math.round((Date.now() - begin) / 1_000);
  console.log(`nightly: ${name}, ${runs} runs, ${seconds} s: ${passed ? 'passed' : 'FAILED'}`);
  return passed;
}

/** Makes or updates the wiki of the tests and takes a copy: thousands of odd pages are not to stay in it. */
function copyWiki(release: string, copy: string): boolean {
  const original = join(PROJECT, '.cache', 'wiki', release);
  if (!run('bash', [join(PROJECT, 'tests/wiki/setup.sh'), original, release])) return false;
  rmSync(copy, { recursive: true, force: true });
  cpSync(original, copy, { recursive: true, verbatimSymlinks: true });
  return existsSync(join(copy, 'mw', 'LocalSettings.php'));
}

function readArguments(): { release: string; numbers: Readonly<Record<string, number | undefined>> } | null {
  try {
    const text = { type: 'string' } as const;
    const { release = 'trixie', ...rest } = parseArgs({
      options: { release: text, runs: text, browser: text, wiki: text, restore: text, seed: text, page: text },
    }).values;
    const numbers = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name, Number(value)]));
    const areNumbers = Object.values(numbers).every(value => Number.isInteger(value) && value >= 0);
    return areNumbers && ['bookworm', 'trixie'].includes(release) ? { release, numbers } : null;
  } catch {
    return null;
  }
}

function run(command: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): boolean {
  const done = spawnSync(command, args, { cwd: PROJECT, stdio: 'inherit', env: { ...process.env, ...env } });
  if (done.error) console.error(`${command} could not be run: ${done.error.message}.`);
  return done.status === 0;
}

process.exitCode = main();
