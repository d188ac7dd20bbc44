/**
 * Runs the wiki that setup.sh made, with PHP's own web server on 127.0.0.1, for tests and for the renderer.
 * Not for anybody else: no TLS (route-https.ts lends it the real wiki's name), no protection, passwords known to all.
 *
 *   node tests/wiki/serve.ts DIR [PORT]     in the foreground; ends with Ctrl-C
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { get } from 'node:http';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

export interface WikiOptions {
  /** The folder that setup.sh made. */
  readonly dir: string;
  /** The port to listen on; a free one when left out. */
  readonly port?: number;
  /**
   * How the wiki presents itself: `MW_SERVER` (the address written into pages; else the one it is asked by), `MW_SKIN`,
   * `MW_ANON_EDIT=1` (everybody may edit), `MW_LEGACY_HEADING=0|1` and `MW_LEGACY_MEDIA=0|1` (1.43).
   */
  readonly env?: Readonly<Record<string, string>>;
}

export interface RunningWiki {
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  /** Ends the server and its workers; resolves once they are gone. May be called twice. */
  stop(): Promise<void>;
}

const PHP_SETTINGS = [
  'variables_order=EGPCS',
  'memory_limit=512M',
  'max_execution_time=300',
  'display_errors=0',
  'opcache.enable_cli=1',
];
const PHP = PHP_SETTINGS.flatMap(setting => ['-d', setting]);
const PATIENCE_MS = 60_000;

/**
 * Starts the server and waits until it answers. Throws a plain sentence when `dir` holds no wiki, PHP is missing, the
 * port is taken, or nothing answers within a minute.
 */
export async function startWiki({ dir, port, env = {} }: WikiOptions): Promise<RunningWiki> {
  const root = join(resolve(dir), 'mw');
  if (!existsSync(join(root, 'LocalSettings.php')))
    throw new Error(`There is no wiki in ${dir}: run tests/wiki/setup.sh first.`);
  const chosen = port ?? (await freePort());
  // A process group of its own: PHP's workers outlive their parent and have to be ended with it.
  const server = spawn('php', [...PHP, '-S', `127.0.0.1:${chosen}`, '-t', root, join(resolve(dir), 'router.php')], {
    env: { ...process.env, PHP_CLI_SERVER_WORKERS: '4', ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  let said = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => {
    said = (said + text).slice(-2_000);
  });
  const ended = new Promise<string>(done => {
    server.once('error', error => done(error.message));
    server.once('exit', code => done(/reason: ([^)]*)/u.exec(said)?.[1] ?? `exit code ${code}`));
  });
  const kill = () => {
    try {
      if (server.pid !== undefined) process.kill(-server.pid, 'SIGTERM');
    } catch {
      // Already gone.
    }
  };
  process.once('exit', kill);
  const stop = async () => {
    kill();
    process.removeListener('exit', kill);
    await ended;
  };

  const url = `http://127.0.0.1:${chosen}`;
  const failure = await Promise.race([ended, answers(`${url}/index.php?title=Special:BlankPage`)]);
  if (failure === null) return { url, port: chosen, stop };
  await stop();
  throw new Error(`PHP's server did not come up on port ${chosen}: ${failure}.`);
}

/** `null` as soon as `url` answers with a page; a reason when it does not within our patience. */
async function answers(url: string): Promise<string | null> {
  let last = 'no answer';
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS; await pause(50)) {
    const status = await statusOf(url);
    if (status === 200) return null;
    if (status !== null) last = `it answers with status ${status}`;
  }
  return last;
}

function statusOf(url: string): Promise<number | null> {
  return new Promise(done => {
    get(url, response => {
      response.resume();
      done(response.statusCode ?? null);
    }).on('error', () => done(null));
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === 'object' ? done(address.port) : fail(new Error('no free port')),
      );
    });
  });
}

async function main([dir, port]: string[]): Promise<number> {
  if (dir === undefined || (port !== undefined && !/^\d{1,5}$/u.test(port))) {
    console.error('usage: node tests/wiki/serve.ts DIR [PORT]');
    return 2;
  }
  try {
    const wiki = await startWiki({ dir, port: Number(port ?? 8080) });
    console.log(`${wiki.url}/wiki/Lanternfish_ideas`);
    await new Promise(done => {
      process.once('SIGINT', done);
      process.once('SIGTERM', done);
    });
    await wiki.stop();
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
