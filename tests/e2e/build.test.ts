import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { BUILT_EXTENSION } from '../tools/open-browser.ts';

const FIREFOX = join(BUILT_EXTENSION, '../firefox-mv3');
const manifestOf = (folder: string) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const zipped = (file: string) => gzipSync(readFileSync(join(BUILT_EXTENSION, file)), { level: 9 }).length;

describe('the built extension', () => {
  it('runs at most 25 kB of script, zipped, on every page of a wiki', () => {
    const scripts = manifestOf(BUILT_EXTENSION).content_scripts.flatMap((each: { js: string[] }) => each.js);
    const size = scripts.reduce((sum: number, file: string) => sum + zipped(file), 0);
    expect(size).toBeLessThanOrEqual(25_000);
  });

  it('fetches at most 35 kB more where there are ideas', () => {
    expect(zipped('display.js')).toBeLessThanOrEqual(35_000);
  });
});

/** All that the browsers are asked for. Whoever changes a line of it changes what people have agreed to: SECURITY.md says why it is so. */
const MANIFEST = {
  manifest_version: 3,
  name: '__MSG_extension_name__',
  description: '__MSG_extension_description__',
  version: JSON.parse(readFileSync(join(BUILT_EXTENSION, '../../package.json'), 'utf8')).version,
  default_locale: 'en',
  icons: Object.fromEntries([16, 32, 48, 96, 128].map(size => [size, `icon/${size}.png`])),
  permissions: ['storage'],
  content_scripts: [
    {
      matches: ['*://wiki.xenproject.org/*'],
      run_at: 'document_end',
      css: ['content-scripts/ideas.css'],
      js: ['content-scripts/ideas.js'],
    },
  ],
  content_security_policy: {
    extension_pages: [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      "connect-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
      "trusted-types 'none'",
    ].join('; '),
  },
  action: { default_title: 'Idea Lens', default_popup: 'popup.html' },
  options_ui: { open_in_tab: true, page: 'options.html' },
  commands: {
    'toggle-lens': { suggested_key: { default: 'Alt+Shift+0' }, description: '__MSG_command_toggle__' },
  },
};
const LENT = { resources: ['display.js', 'panels.js'], matches: ['*://wiki.xenproject.org/*'] };

describe('the manifest', () => {
  it('of Chrome is this and nothing else', () => {
    expect(manifestOf(BUILT_EXTENSION)).toEqual({
      ...MANIFEST,
      web_accessible_resources: [{ ...LENT, use_dynamic_url: true }],
      background: { type: 'module', service_worker: 'background.js' },
      minimum_chrome_version: '133',
    });
  });

  it('of Firefox is this and nothing else', () => {
    expect(manifestOf(FIREFOX)).toEqual({
      ...MANIFEST,
      web_accessible_resources: [LENT],
      background: { type: 'module', scripts: ['background.js'] },
      browser_specific_settings: {
        gecko: {
          id: 'idea-lens@idea-lens.invalid',
          strict_min_version: '144.0',
          data_collection_permissions: { required: ['none'] },
        },
      },
    });
  });
});

const NETWORK =
  /\b(?:XMLHttpRequest|WebSocket|WebTransport|EventSource|sendBeacon|importScripts|RTCPeerConnection)\b|\bnew Image\b|\bfetch\s*\(/gu;
const MARKUP =
  /\b(?:innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|setHTMLUnsafe|createContextualFragment|parseFromString|srcdoc)\b|\bdocument\.write|\beval\s*\(|\bFunction\s*\(/gu;
const ADDRESS = /\b(?:https?|wss?):\/\/[\w.-]+/gu;
/** Names of formats, and the ground that an address without a host stands on while it is read; `.invalid` leads nowhere. */
const NO_PLACES = /: (?:http:\/\/www\.w3\.org|https:\/\/page\.invalid)$/u;

/** `file: match` of each match in the scripts, styles and pages of a built extension, files without the hash in their names. */
function found(pattern: RegExp, folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && /\.(?:js|css|html)$/u.test(entry.name))
    .flatMap(entry => {
      const path = join(entry.parentPath, entry.name);
      const name = relative(folder, path).replace(/-[\w-]{8}(?=\.\w+$)/u, '');
      return [...readFileSync(path, 'utf8').matchAll(pattern)].map(match => `${name}: ${match[0]}`);
    })
    .toSorted();
}

describe.each([
  ['Chrome', BUILT_EXTENSION],
  ['Firefox', FIREFOX],
])('what is built for %s', (_browser, folder) => {
  it('holds nothing that could ask a network', () => {
    expect(found(NETWORK, folder)).toEqual([]);
  });

  it('names no address that leads anywhere', () => {
    expect(found(ADDRESS, folder).filter(each => !NO_PLACES.test(each))).toEqual([]);
  });

  it('makes markup of text nowhere but where Preact would if it were asked to, which it is not', () => {
    const preact = ['dangerouslySetInnerHTML', 'dangerouslySetInnerHTML', 'innerHTML', 'innerHTML'];
    const inPreact = ['chunks/icons.js', 'display.js'].flatMap(file => preact.map(name => `${file}: ${name}`));
    expect(found(MARKUP, folder)).toEqual(inPreact);
  });
});
