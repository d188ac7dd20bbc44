/**
 * Bare extensions: the floor of what an arrival, or a page without ideas, costs an extension in this browser, whatever it does. They read
 * nothing, and what they show does nothing. Written into a folder each time, because they are nobody's to install.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WITH_LENS } from './serve.ts';

/** An empty box of the bar's height, with a field in it, before the first list. */
const SHOW = `
  const host = document.createElement('idea-lens-toolbar');
  host.style.cssText = 'display: block; block-size: 44px; contain: strict; position: sticky; inset-block-start: 0';
  host.attachShadow({ mode: 'open' }).append(document.createElement('input'));
  document.querySelector('.mw-parser-output > h2')?.before(host);
`;

/** By name: the content script, and what it imports. */
const SCRIPTS = {
  /** Puts the bar there at once. */
  bar: { content: `(() => {${SHOW}})();`, imported: '' },
  /** Asks for its settings and imports a file first, as the lens does: code that is fetched only where there are ideas. */
  'bar after an import': {
    content: `(async () => {
      const settings = chrome.storage.local.get('settings');
      const { show } = await import(chrome.runtime.getURL('/show.js'));
      await settings;
      show();
    })();`,
    imported: `export function show() {${SHOW}}`,
  },
  /** Looks at each node of the page once, as whoever reads the page has to, and keeps nothing. */
  'bar after a walk': {
    content: `(() => {
      const root = document.querySelector('.mw-parser-output');
      const walker = document.createTreeWalker(root ?? document.body);
      let length = 0;
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        length += node.nodeType === 3 ? node.nodeValue.length : node.localName.length;
      }
      if (length > 0) {${SHOW}}
    })();`,
    imported: '',
  },
  /** Asks for its settings, listens to messages and to changes, as the lens does on every page. */
  listening: {
    content: `(() => {
      chrome.storage.local.get('settings', () => undefined);
      chrome.storage.onChanged.addListener(() => undefined);
      chrome.runtime.onMessage.addListener(() => undefined);
      new MutationObserver(() => undefined).observe(document.documentElement, { childList: true, characterData: true, subtree: true });
    })();`,
    imported: '',
  },
} as const;
export type BareName = keyof typeof SCRIPTS;

export interface Bare {
  /** Folder of the unpacked extension. */
  readonly folder: string;
  remove(): Promise<void>;
}

export async function writeBare(name: BareName): Promise<Bare> {
  const folder = await mkdtemp(join(tmpdir(), 'idea-lens-bare-'));
  const matches = [`${WITH_LENS}/*`];
  const manifest = {
    manifest_version: 3,
    name: `Bare: ${name}`,
    version: '1',
    permissions: ['storage'],
    background: { service_worker: 'background.js' },
    content_scripts: [{ matches, run_at: 'document_end', js: ['content.js'] }],
    web_accessible_resources: [{ resources: ['show.js'], matches, use_dynamic_url: true }],
  };
  const { content, imported } = SCRIPTS[name];
  await Promise.all([
    writeFile(join(folder, 'manifest.json'), JSON.stringify(manifest)),
    writeFile(join(folder, 'background.js'), ''),
    writeFile(join(folder, 'content.js'), content),
    writeFile(join(folder, 'show.js'), imported),
  ]);
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}
