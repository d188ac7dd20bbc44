/**
 * `npm start`: the built extension in a browser, on the project's sample page, answered under the wiki's real address.
 *   npm start                      the sample page
 *   npm start -- --live            the real wiki page
 *   npm start -- --page FILE.html  any saved page
 * Prints what the lens read. Without a display it runs headless, writes .output/start.png and ends.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { routeSaved } from '../pages/serve-saved.ts';
import { type OpenedBrowser, openBrowser } from './open-browser.ts';

const LIVE = 'https://wiki.xenproject.org/wiki/Archived/GSoc_2014';
const SAMPLE = 'https://wiki.xenproject.org/wiki/Lanternfish_ideas';
const PICTURE = '.output/start.png';

interface Wish {
  readonly live: boolean;
  readonly page: string | null;
}

function readWish(): Wish {
  try {
    const { values } = parseArgs({ options: { live: { type: 'boolean' }, page: { type: 'string' } } });
    if (values.page !== undefined && !existsSync(values.page)) throw new Error(`There is no file ${values.page}.`);
    if (values.live && values.page !== undefined) throw new Error('--live and --page exclude each other.');
    return { live: values.live ?? false, page: values.page === undefined ? null : resolve(values.page) };
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    console.error('usage: npm start [-- --live | -- --page FILE.html]');
    process.exit(2);
  }
}

function hasDisplay(): boolean {
  if (process.env.CI) return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

async function openPage(browser: OpenedBrowser, wish: Wish): Promise<Page> {
  const page = browser.context.pages()[0] ?? (await browser.context.newPage());
  if (!wish.live) {
    const extra = wish.page === null ? {} : { extra: new Map([['Saved page', wish.page]]) };
    await routeSaved(browser.context, { folder: '1.39-vector', ...extra });
  }
  await page.goto(wish.live ? LIVE : wish.page === null ? SAMPLE : 'https://wiki.xenproject.org/wiki/Saved_page');
  return page;
}

/** What the lens put on the page: its stable names are what it read. */
async function whatItRead(page: Page): Promise<string> {
  await page.locator('idea-lens-toolbar, idea-lens-notes').first().waitFor({ state: 'attached', timeout: 15_000 });
  const total = await page.getByRole('status').first().textContent();
  const ideas = Number(/(\d+)\D*$/u.exec(total ?? '')?.[1] ?? 0);
  await page.waitForFunction(wanted => document.querySelectorAll('[data-idea-lens-idea]').length >= wanted, ideas);
  const review = await page.locator('[data-idea-lens-attention~="needs-review"]').count();
  const comments = await page.locator('idea-lens-comment[data-idea-lens-comment="open"]').count();
  return `${ideas} ideas, ${review} need a review, ${comments} open comments`;
}

const wish = readWish();
const built = spawnSync('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
if (built.status !== 0) {
  console.error('The extension could not be built; see above.');
  process.exit(1);
}
const headless = !hasDisplay();
const browser = await openBrowser({ headless, viewport: headless ? { width: 1280, height: 800 } : null });
try {
  const page = await openPage(browser, wish);
  const line = await whatItRead(page).catch(() => 'The lens found no ideas on this page.');
  await page
    .locator('idea-lens-toolbar')
    .first()
    .scrollIntoViewIfNeeded({ timeout: 2_000 })
    .catch(() => undefined);
  if (headless) await page.screenshot({ path: PICTURE });
  if (headless) console.log(`No display, so the browser ran without a window; the page is in ${PICTURE}.`);
  console.log(line);
  if (!headless) await new Promise(done => browser.context.once('close', done));
} finally {
  await browser.close().catch(() => undefined);
}
