import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it.each([
    ['Chrome', BUILT_EXTENSION],
    ['Firefox', FIREFOX],
  ])('asks %s for storage and its wikis alone', (_browser, folder) => {
    const manifest = manifestOf(folder);
    expect(manifest.permissions).toEqual(['storage']);
    expect(manifest.host_permissions ?? []).toEqual([]);
    expect(manifest.optional_host_permissions ?? []).toEqual([]);
    const matches = manifest.content_scripts.flatMap((each: { matches: string[] }) => each.matches);
    expect(matches).toEqual(['*://wiki.xenproject.org/*']);
    expect(manifest.web_accessible_resources).toMatchObject([{ resources: ['display.js', 'panels.js'], matches }]);
  });
});
