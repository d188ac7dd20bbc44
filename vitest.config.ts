// All tests, one runner: `unit` (no browser), `browser` (components in a real Chromium), `e2e` (the production build in
// Chromium on the saved sample pages), `firefox` (the same in Firefox, where there is one), `wiki` (on a real MediaWiki; run by
// `npm run test:wiki`), `nightly` (generated pages in a browser and a wiki; run by `npm run test:nightly`).
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { WxtVitest } from 'wxt/testing/vitest-plugin';
import { CHROMIUM_ARGUMENTS, findChromium } from './tests/tools/find-browser.ts';

/** Looking for a browser must not keep the unit tests from running where there is none. */
const projects = process.argv.filter((_, index, all) => all[index - 1] === '--project');
const wantsBrowser = projects.length === 0 || projects.includes('browser');

export default defineConfig(async () => ({
  test: {
    projects: [
      {
        plugins: await WxtVitest(),
        test: {
          name: 'unit',
          // No module of the extension keeps anything by itself, so tests need no copies of their own; making them took half the time.
          isolate: false,
          include: ['tests/unit/**/*.test.ts', 'tests/unit/**/*.test.tsx'],
          environment: 'node',
          testTimeout: 30_000,
        },
      },
      {
        // Does not go with WxtVitest(): the extension's own API is replaced by a stand-in for i18n alone.
        resolve: {
          alias: { '@wxt-dev/browser': new URL('./tests/browser/extension-api.ts', import.meta.url).pathname },
        },
        // Else the English words would be baked into the dependency cache, and later edits not be seen.
        optimizeDeps: { exclude: ['@wxt-dev/i18n'] },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.ts', 'tests/browser/**/*.test.tsx'],
          // Whoever asks for thousands of sequences waits for them.
          testTimeout: process.env.IDEA_LENS_RUNS ? 600_000 : 15_000,
          // How many sequences the properties try: see tests/odd/runs.ts.
          env: { IDEA_LENS_RUNS: process.env.IDEA_LENS_RUNS ?? '', IDEA_LENS_SEED: process.env.IDEA_LENS_SEED ?? '' },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: wantsBrowser
                ? { executablePath: await findChromium(), args: [...CHROMIUM_ARGUMENTS] }
                : {},
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
      {
        // Pages by the hundred, and long ones: too slow for `npm run check`.
        test: { name: 'odd', include: ['tests/odd/*.test.ts'], environment: 'node', testTimeout: 60_000 },
      },
      {
        test: {
          name: 'e2e',
          include: ['tests/e2e/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'firefox',
          include: ['tests/firefox/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          globalSetup: ['tests/firefox/announce.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
      {
        test: {
          name: 'wiki',
          include: ['tests/wiki/**/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: 'nightly',
          include: ['tests/odd/nightly/*.test.ts'],
          environment: 'node',
          fileParallelism: false,
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
}));
