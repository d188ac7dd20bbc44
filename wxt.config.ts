// Build of the extension: manifest, locales, and nothing of its behaviour.
import { minify } from 'terser';
import { defineConfig } from 'wxt';
import { allMatches } from './utils/profile/index.ts';

const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

/** What the manifest asks for: nothing is rewritten for older browsers. */
const BROWSERS = ['chrome133', 'firefox144'];

/** Kinds of entrypoints that run in a wiki's pages. */
const RUN_IN_PAGES: ReadonlySet<string> = new Set(['content-script', 'unlisted-script']);

/** A module of ours instead of another, except in that module itself. */
function standIn(file: string, instead: RegExp) {
  const path = new URL(file, import.meta.url).pathname;
  const resolveId = (id: string, importer?: string) => (instead.test(id) && importer !== path ? path : null);
  return { name: file, enforce: 'pre' as const, resolveId };
}

/** In pages neither polyfill nor WXT's own context nor all of valibot are needed: each file says why. */
const IN_PAGES = [
  standIn('./utils/platform/native-api.ts', /^(?:webextension-polyfill|@wxt-dev\/browser)$/u),
  standIn('./utils/platform/small-valibot.ts', /^valibot$/u),
  standIn('./utils/platform/content-life.ts', /^wxt\/utils\/content-script-context$/u),
];

/** The panels draw with the Preact that the display has brought. */
const sharedPreact = standIn('./entrypoints/panels/shared-preact.ts', /^preact(?:\/|$)/u);

/**
 * A second minifier after the bundler's own takes another two percent off what a wiki's pages load. The bundle's own names may go, it is a
 * script of its own. To have functions stand first (`hoist_funs`) makes the content script smaller when zipped, and the others larger.
 */
const tightened = (hoist_funs: boolean) => ({
  name: 'tightened',
  async generateBundle(_: unknown, bundle: Readonly<Record<string, { code?: string }>>) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.code === undefined) continue;
      const compress = { passes: 3, hoist_funs, unsafe_arrows: true, pure_getters: true };
      chunk.code = (await minify(chunk.code, { ecma: 2020, toplevel: true, compress })).code ?? chunk.code;
    }
  },
});

/**
 * What the extension's own pages and the background may do: run and show what the extension brings, and nothing else. No request, no
 * frame, no form, no markup from text.
 */
const POLICY = [
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
].join('; ');

export default defineConfig({
  modules: ['@wxt-dev/i18n/module'],
  imports: false,
  webExt: {
    // Watching works without a window, too: the built folder is then loaded by hand.
    disabled: !hasDisplay,
    startUrls: ['https://wiki.xenproject.org/wiki/Archived/GSoc_2014'],
    ...(process.env.CHROME_PATH ? { binaries: { chrome: process.env.CHROME_PATH } } : {}),
  },
  manifestVersion: 3,
  manifest: ({ browser, command }) => ({
    name: '__MSG_extension_name__',
    description: '__MSG_extension_description__',
    default_locale: 'en',
    permissions: ['storage'],
    // While one develops, the pages ask a server for what has changed.
    ...(command === 'build' ? { content_security_policy: { extension_pages: POLICY } } : {}),
    // Lent to the wikis alone, under an address that a page cannot guess (Firefox has no other).
    web_accessible_resources: [
      {
        resources: ['display.js', 'panels.js'],
        matches: allMatches(),
        ...(browser === 'firefox' ? {} : { use_dynamic_url: true }),
      },
    ],
    action: { default_title: '__MSG_extension_name__' },
    commands: {
      'toggle-lens': {
        // Not a letter: MediaWiki's own access keys are Alt+Shift+letter.
        suggested_key: { default: 'Alt+Shift+0' },
        description: '__MSG_command_toggle__',
      },
    },
    ...(browser === 'firefox'
      ? {
          browser_specific_settings: {
            gecko: {
              id: 'idea-lens@idea-lens.invalid',
              strict_min_version: '144.0',
              data_collection_permissions: { required: ['none'] },
            },
          },
        }
      : { minimum_chrome_version: '133' }),
  }),
  // Both browsers know preloading; what would stand in for it elsewhere makes requests.
  vite: () => ({ build: { target: BROWSERS, cssTarget: BROWSERS, modulePreload: { polyfill: false } } }),
  hooks: {
    'vite:build:extendConfig'(entrypoints, config) {
      if (entrypoints.some(({ type }) => !RUN_IN_PAGES.has(type))) return;
      const isPanels = entrypoints.some(({ name }) => name === 'panels');
      const isContent = entrypoints.some(({ type }) => type === 'content-script');
      config.plugins = [
        ...(config.plugins ?? []),
        ...IN_PAGES,
        ...(isPanels ? [sharedPreact] : []),
        // While one develops, the code stays as the bundler writes it.
        ...(config.mode === 'development' ? [] : [tightened(isContent)]),
      ];
    },
  },
});
