/**
 * `npm run render-samples`: renders the sample pages again from their wikitext, with real MediaWikis, into
 * tests/pages/html. The same wikitext gives the same bytes: revisions get fixed ids and times, and what differs from
 * request to request is levelled (see steady.ts). Not run by tests: they use what is saved.
 *
 *   node tests/pages/render.ts [FOLDER...]     all folders, or those named (e.g. 1.39-vector)
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningWiki, startWiki } from '../wiki/serve.ts';
import { ASSETS, fileName, SAVED, type SavedView, STYLES_INDEX, stylesKey } from './saved.ts';
import { steady } from './steady.ts';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
const WIKITEXT = fileURLToPath(new URL('./wikitext/', import.meta.url));
const SERVER = 'https://wiki.xenproject.org';
const MAIN = 'Lanternfish ideas';
/** What is the same in every form, or over 100 kB long, is saved in one form. */
const ONCE: readonly string[] = ['Hostile ideas', 'Ideas of Lanternfish'];
/** The views that a test looks at; the others only have to be told apart, and their stylesheets are large. */
const STYLED: readonly SavedView[] = ['read', 'old', 'diff'];

const PICTURE_IN_CSS = /url\(["']?(\/[^/)"'][^)"']*)["']?\)/gu;

/** One way in which MediaWiki renders pages. */
interface Form {
  readonly folder: string;
  readonly release: 'bookworm' | 'trixie';
  readonly env: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly pages: 'all' | 'most' | 'main';
  /** Also history, diff, edit and so on of the main page. */
  readonly views: boolean;
}

const FORMS: readonly Form[] = [
  { folder: '1.39-vector', release: 'bookworm', env: { MW_SKIN: 'vector' }, query: {}, pages: 'all', views: true },
  {
    folder: '1.39-monobook',
    release: 'bookworm',
    env: { MW_SKIN: 'monobook' },
    query: {},
    pages: 'main',
    views: false,
  },
  {
    folder: '1.39-timeless',
    release: 'bookworm',
    env: { MW_SKIN: 'timeless' },
    query: {},
    pages: 'main',
    views: false,
  },
  { folder: '1.39-minerva', release: 'bookworm', env: { MW_SKIN: 'minerva' }, query: {}, pages: 'main', views: false },
  {
    folder: '1.43-vector-2022',
    release: 'trixie',
    env: { MW_SKIN: 'vector-2022', MW_LEGACY_HEADING: '0', MW_ANON_EDIT: '1' },
    query: {},
    pages: 'most',
    views: false,
  },
  {
    folder: '1.43-parsoid',
    release: 'trixie',
    env: { MW_SKIN: 'vector', MW_LEGACY_HEADING: '0', MW_LEGACY_MEDIA: '0', MW_ANON_EDIT: '1' },
    query: { useparsoid: '1' },
    pages: 'most',
    views: false,
  },
];

/** A wiki with nothing but the sample pages, its revisions at fixed times; the folder it is in. */
function freshWiki(release: Form['release']): string {
  const dir = join(PROJECT, '.cache', 'wiki', `samples-${release}`);
  rmSync(join(dir, 'installed'), { force: true });
  run('bash', [join(PROJECT, 'tests/wiki/setup.sh'), dir, release], PROJECT);
  const time = "'201405' || printf('%02d', 1 + ID / 3600) || '12' || printf('%02d%02d', ID / 60 % 60, ID % 60)";
  const update = (table: string, column: string, id: string) =>
    run(
      'php',
      ['maintenance/sql.php', '--query', `UPDATE ${table} SET ${column} = ${time.replaceAll('ID', id)}`],
      join(dir, 'mw'),
    );
  update('revision', 'rev_timestamp', 'rev_id');
  update('page', 'page_touched', 'page_latest');
  return dir;
}

function run(command: string, args: readonly string[], cwd: string): void {
  const { status, error, stderr } = spawnSync(command, args, {
    cwd,
    stdio: ['ignore', 'inherit', 'pipe'],
    encoding: 'utf8',
  });
  if (status !== 0)
    throw new Error(`${command} ${args.slice(0, 2).join(' ')} failed: ${error?.message ?? stderr.trim()}`);
}

function titles(pages: Form['pages']): string[] {
  if (pages === 'main') return [MAIN];
  return readdirSync(WIKITEXT)
    .map(name => basename(name, '.wiki').replaceAll('%2F', '/').replaceAll('%3A', ':'))
    .filter(title => !title.startsWith('Template:') && (pages === 'all' || !ONCE.includes(title)))
    .sort();
}

async function renderForm(form: Form, dir: string): Promise<number> {
  const folder = join(SAVED, form.folder);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const styles = new Map<string, string>();
  await withWiki(form, dir, {}, async wiki => {
    const save = saver(wiki, folder, styles);
    for (const title of titles(form.pages)) await save(title, 'read', await page(wiki, title, form.query));
    if (form.views) await renderViews(wiki, save);
  });
  if (form.views) {
    // As somebody with the right to edit gets them.
    await withWiki(form, dir, { MW_ANON_EDIT: '1' }, wiki => renderEditing(wiki, saver(wiki, folder, styles)));
  }
  writeFileSync(join(folder, STYLES_INDEX), `${JSON.stringify(Object.fromEntries(styles), null, 2)}\n`);
  return readdirSync(folder).length;
}

async function withWiki(
  form: Form,
  dir: string,
  env: Readonly<Record<string, string>>,
  work: (wiki: RunningWiki) => Promise<void>,
): Promise<void> {
  const wiki = await startWiki({ dir, env: { ...form.env, ...env, MW_SERVER: SERVER } });
  try {
    await work(wiki);
  } finally {
    await wiki.stop();
  }
}

/** Saves pages with the stylesheets they link to. */
function saver(wiki: RunningWiki, folder: string, styles: Map<string, string>): Save {
  return async (title, view, html) => {
    const text = steady(html);
    writeFileSync(join(folder, fileName(title, view)), text);
    if (!STYLED.includes(view) || title.startsWith('Special:')) return;
    await saveStyles(wiki, text, folder, styles);
    if (title === MAIN && view === 'read') await saveAssets(wiki, text, folder);
  };
}

type Save = (title: string, view: SavedView, html: string) => Promise<void>;

async function renderViews(wiki: RunningWiki, save: Save): Promise<void> {
  const history = await page(wiki, MAIN, { action: 'history' });
  const [newest, ...older] = [...history.matchAll(/data-mw-revid="(\d+)"/gu)].map(match => match[1] ?? '');
  const oldest = older.at(-1);
  if (newest === undefined || oldest === undefined) throw new Error(`${MAIN} has no earlier revision.`);
  await save(MAIN, 'history', history);
  await save(MAIN, 'old', await page(wiki, MAIN, { oldid: oldest }));
  await save(MAIN, 'diff', await page(wiki, MAIN, { diff: newest, oldid: oldest }));
  await save('Special:AllPages', 'read', await page(wiki, 'Special:AllPages'));
  await save('No such ideas', 'read', await page(wiki, 'No such ideas'));
}

/** The edit form and its preview. */
async function renderEditing(wiki: RunningWiki, save: Save): Promise<void> {
  const edit = await page(wiki, MAIN, { action: 'edit' });
  await save(MAIN, 'edit', edit);
  const text = /<textarea[^>]*>([\s\S]*?)<\/textarea>/u.exec(edit)?.[1] ?? '';
  const fields = { wpTextbox1: unescapeText(text), wpPreview: '1', wpEditToken: '+\\', wpUnicodeCheck: 'ℳ𝒲♥𝓊𝓃𝒾𝒸ℴ𝒹ℯ' };
  await save(MAIN, 'preview', await page(wiki, MAIN, { action: 'submit' }, new URLSearchParams(fields)));
}

function unescapeText(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}

async function page(
  wiki: RunningWiki,
  title: string,
  query: Readonly<Record<string, string>> = {},
  form?: URLSearchParams,
): Promise<string> {
  const asked = `${wiki.url}/index.php?${new URLSearchParams({ title, ...query })}`;
  const plain = Object.keys(query).length === 0;
  const url = plain ? `${wiki.url}/wiki/${encodeURIComponent(title.replaceAll(' ', '_'))}` : asked;
  const response = await fetch(url, form ? { method: 'POST', body: form } : {});
  if (response.status !== 200 && response.status !== 404)
    throw new Error(`${url} answers with status ${response.status}.`);
  return response.text();
}

async function saveStyles(wiki: RunningWiki, html: string, folder: string, styles: Map<string, string>): Promise<void> {
  for (const [, link = ''] of html.matchAll(/<link rel="stylesheet" href="(\/load\.php[^"]*)"/gu)) {
    const path = unescapeText(link);
    const key = stylesKey(new URL(path, SERVER));
    if (key === null || styles.has(key)) continue;
    const css = await (await fetch(wiki.url + path)).text();
    const name = `load-${styles.size + 1}.css`;
    styles.set(key, name);
    writeFileSync(join(folder, name), steady(await withPictures(wiki, css)));
  }
}

/** The stylesheet with the skin's own small pictures in it, so that it stands alone. */
async function withPictures(wiki: RunningWiki, css: string): Promise<string> {
  const inlined = new Map<string, string>();
  for (const [, path = ''] of css.matchAll(PICTURE_IN_CSS)) {
    if (inlined.has(path)) continue;
    const response = await fetch(wiki.url + path);
    const type = response.headers.get('content-type') ?? '';
    const bytes = Buffer.from(await response.arrayBuffer());
    const usable = response.ok && type.startsWith('image/');
    inlined.set(path, usable ? `data:${type.replaceAll(' ', '')};base64,${bytes.toString('base64')}` : 'data:,');
  }
  return css.replaceAll(PICTURE_IN_CSS, (_, path: string) => `url("${inlined.get(path)}")`);
}

/** The skin's pictures that the page itself shows, its logo for instance. */
async function saveAssets(wiki: RunningWiki, html: string, folder: string): Promise<void> {
  for (const [, path = ''] of html.matchAll(/src="(\/(?:resources|skins)\/[^" ]+\.(?:png|svg))/gu)) {
    const response = await fetch(wiki.url + path);
    if (!response.ok) continue;
    mkdirSync(join(folder, ASSETS), { recursive: true });
    writeFileSync(join(folder, ASSETS, basename(path)), Buffer.from(await response.arrayBuffer()));
  }
}

async function main(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.find(folder => !FORMS.some(form => form.folder === folder));
  if (unknown !== undefined) {
    console.error(`usage: node tests/pages/render.ts [FOLDER...]   (${FORMS.map(form => form.folder).join(', ')})`);
    return 2;
  }
  const forms = FORMS.filter(form => wanted.length === 0 || wanted.includes(form.folder));
  try {
    const wikis = new Map(forms.map(form => [form.release, '']));
    for (const release of wikis.keys()) wikis.set(release, freshWiki(release));
    for (const form of forms)
      console.log(`${form.folder}: ${await renderForm(form, wikis.get(form.release) ?? '')} files`);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

process.exitCode = await main(process.argv.slice(2));
