/** A browser with the extension on a real MediaWiki, which answers under the wiki's own name. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type OpenedBrowser, openBrowser } from '../tools/open-browser.ts';
import { routeWiki } from './route-https.ts';
import { type RunningWiki, startWiki } from './serve.ts';

export const HOST = 'https://wiki.xenproject.org';
const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

/** The folder that `npm run test:wiki` has set up. */
export function wikiFolder(): string {
  const folder = process.env.WIKI_DIR;
  if (!folder) throw new Error('These tests need a wiki: run them by `npm run test:wiki`.');
  return folder;
}

/** The folders of further wiki pages. */
export function furtherPages(): string[] {
  return (process.env.WIKI_PAGES ?? '').split(':').filter(Boolean);
}

/** How a page can look, and how the answer shows that it does: MediaWiki answers with another skin for one that it lacks. */
export interface Skin {
  readonly name: string;
  /** What is added to the address, with its `&`. */
  readonly query: string;
  /** Matches the body of a page in this skin, and in no other. */
  readonly body: string;
}

const SKINS: readonly Skin[] = ['vector', 'vector-2022', 'monobook', 'timeless', 'minerva'].map(name => ({
  name,
  query: `&useskin=${name}`,
  body: name === 'vector' ? '.skin-vector-legacy' : `.skin-${name}`,
}));

/** 1.35's Vector has two versions, of which the second became Vector 2022; Debian's package of it brings no Minerva. */
const SKINS_OF_1_35: readonly Skin[] = [
  ...SKINS.filter(({ name }) => name !== 'vector-2022' && name !== 'minerva'),
  {
    name: 'vector, version 2',
    query: '&useskin=vector&useskinversion=2',
    body: '.skin-vector:not(.skin-vector-legacy)',
  },
];

/** The Debian release whose MediaWiki is tested. */
export function release(): string {
  return process.env.WIKI_RELEASE ?? '';
}

/** The skins that this release has. */
export function skins(): readonly Skin[] {
  return release() === 'bullseye' ? SKINS_OF_1_35 : SKINS;
}

export interface RealWiki {
  readonly wiki: RunningWiki;
  readonly browser: OpenedBrowser;
  close(): Promise<void>;
}

export async function openRealWiki(env: Readonly<Record<string, string>> = {}): Promise<RealWiki> {
  const wiki = await startWiki({ dir: wikiFolder(), env });
  const browser = await openBrowser();
  await routeWiki(browser.context, wiki.port);
  return {
    wiki,
    browser,
    async close() {
      await browser.close();
      await wiki.stop();
    },
  };
}

/** A page of the wiki as JSON, by the project's own command; `path` from the host on. */
export async function parsed(wiki: RunningWiki, path: string): Promise<unknown> {
  const answer = await fetch(wiki.url + path, { headers: { 'x-forwarded-proto': 'https' } });
  const folder = mkdtempSync(join(tmpdir(), 'idea-lens-page-'));
  try {
    const file = join(folder, 'page.html');
    writeFileSync(file, await answer.text());
    const run = spawnSync('npm', ['run', '--silent', 'parse', '--', file, '--url', HOST + path], {
      cwd: PROJECT,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    if (run.status !== 0) throw new Error(`parse ended with ${run.status}: ${run.stderr}`);
    return JSON.parse(run.stdout);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
