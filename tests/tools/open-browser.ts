/**
 * A Chromium with the built extension in it, for `npm start`, the end-to-end tests and the bench. Not for finding the
 * browser (find-browser.ts) nor for what pages it shows (tests/pages, tests/wiki).
 */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from 'playwright';
import { CHROMIUM_ARGUMENTS, findChromium } from './find-browser.ts';

export const BUILT_EXTENSION = new URL('../../.output/chrome-mv3', import.meta.url).pathname;

export interface OpenOptions {
  /** `true` when left out. */
  readonly headless?: boolean;
  readonly viewport?: { readonly width: number; readonly height: number } | null;
  readonly colorScheme?: 'light' | 'dark';
  /** A profile folder to use again; a new one, thrown away at the end, when left out. */
  readonly profile?: string;
  /** Folder of the unpacked extension. */
  readonly extension?: string;
  /** Folder of another unpacked extension to load beside it. */
  readonly beside?: string;
  /** The proxy that everything goes through which is not answered by a route, as `http://127.0.0.1:PORT`. */
  readonly proxy?: string;
  readonly locale?: string;
  /** Further arguments for Chromium. */
  readonly arguments?: readonly string[];
}

export interface OpenedBrowser {
  readonly context: BrowserContext;
  /** The extension's id in this browser. */
  readonly id: string;
  worker(): Worker;
  /** Opens one of the extension's own pages, such as `popup.html`, as a tab. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts the browser and waits until the extension's background runs. Throws when the extension is not built or is refused. */
export async function openBrowser(options: OpenOptions = {}): Promise<OpenedBrowser> {
  const extension = options.extension ?? BUILT_EXTENSION;
  if (!existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`There is no built extension in ${extension}. Run \`npm run build\` first.`);
  }
  const folders = [extension, ...(options.beside === undefined ? [] : [options.beside])].join(',');
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'idea-lens-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: await findChromium(),
    headless: options.headless ?? true,
    viewport: options.viewport === undefined ? { width: 1280, height: 800 } : options.viewport,
    colorScheme: options.colorScheme ?? 'light',
    ...(options.locale === undefined ? {} : { locale: options.locale }),
    ...(options.proxy === undefined ? {} : { proxy: { server: options.proxy } }),
    args: [
      ...CHROMIUM_ARGUMENTS,
      `--disable-extensions-except=${folders}`,
      `--load-extension=${folders}`,
      ...(options.locale === undefined ? [] : [`--lang=${options.locale}`]),
      ...(options.arguments ?? []),
    ],
  });
  const close = async () => {
    await context.close();
    if (options.profile === undefined) await rm(profile, { recursive: true, force: true });
  };
  try {
    const running = context.serviceWorkers().find(isOurs);
    const first = running ?? (await context.waitForEvent('serviceworker', { predicate: isOurs, timeout: 20_000 }));
    const id = new URL(first.url()).host;
    return {
      context,
      id,
      worker: () => context.serviceWorkers().findLast(isOurs) ?? first,
      async openExtensionPage(path) {
        const page = await context.newPage();
        await page.goto(`chrome-extension://${id}/${path}`);
        return page;
      },
      close,
    };
  } catch (error) {
    await close();
    throw new Error(
      'The browser did not load the extension. A branded Chrome refuses it; set CHROME_PATH to a Chromium.',
      {
        cause: error,
      },
    );
  }
}

/** By its file: another extension in a test calls its own differently. */
function isOurs(worker: Worker): boolean {
  return new URL(worker.url()).pathname === '/background.js';
}
