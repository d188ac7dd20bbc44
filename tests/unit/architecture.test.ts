/** Who may import whom, held against every file of the extension; and the check held against made-up files that break it. */
import { describe, expect, it } from 'vitest';
import { brokenRules, cyclesOf, importsOf } from './project/imports.ts';
import { filesUnder } from './project/sources.ts';

const files = filesUnder(['utils', 'components', 'entrypoints'], ['.ts', '.tsx', '.css', '.html']);

describe('the extension', () => {
  it('has files to check in every corner', () => {
    for (const folder of ['utils/model/', 'utils/query/', 'components/', 'entrypoints/']) {
      expect(files.filter(file => file.path.startsWith(folder)).length, folder).toBeGreaterThan(2);
    }
    expect(files.flatMap(file => importsOf(file.text)).length).toBeGreaterThan(files.length);
  });

  it('imports only what its rooms may', () => {
    expect(brokenRules(files)).toEqual([]);
  });

  it('has no cycles', () => {
    expect(cyclesOf(files)).toEqual([]);
  });
});

describe('importsOf', () => {
  it.each([
    ["import { a } from './a.ts';", './a.ts'],
    ["import type { A } from '../model/a.ts';", '../model/a.ts'],
    ["import {\n  a,\n  type B,\n} from './a.ts';", './a.ts'],
    ['import a, { b } from "idb";', 'idb'],
    ["import * as v from 'valibot';", 'valibot'],
    ["import './page.css';", './page.css'],
    ["import css from './page.css?inline';", './page.css'],
    ["export { a } from './a.ts';", './a.ts'],
    ["export * from './a.ts';", './a.ts'],
    ["export type { A } from './a.ts';", './a.ts'],
    ["const a = await import('./a.ts');", './a.ts'],
    ["type A = import('./a.ts').A;", './a.ts'],
  ])('sees %j', (text, imported) => {
    expect(importsOf(text)).toEqual([imported]);
  });

  it('sees several, and none in comments and plain exports', () => {
    expect(importsOf("import { a } from './a.ts';\nimport { b } from './b.ts';")).toEqual(['./a.ts', './b.ts']);
    expect(importsOf("/**\n * import { a } from './a.ts';\n */\n// import './b.ts';")).toEqual([]);
    expect(importsOf("export const a = 'b';\nexport function c() {}\nconst from = 'd';")).toEqual([]);
  });
});

describe('brokenRules', () => {
  /** The faults of one file that imports `imported`, in a project that has both. */
  const faults = (path: string, imported: string, target?: string) =>
    brokenRules([
      { path, text: `import { a } from '${imported}';` },
      ...(target === undefined ? [] : [{ path: target, text: '' }]),
    ]);

  it.each([
    ['utils/model/idea.ts', './key.ts', 'utils/model/key.ts'],
    ['utils/query/sort.ts', '../model/idea.ts', 'utils/model/idea.ts'],
    ['utils/messaging/client.ts', '../platform/browser.ts', 'utils/platform/browser.ts'],
    ['components/ui/Button.tsx', '../../utils/platform/i18n.ts', 'utils/platform/i18n.ts'],
    ['entrypoints/background.ts', '../utils/storage/database.ts', 'utils/storage/database.ts'],
    ['entrypoints/popup/index.tsx', '../../components/ui/Button.tsx', 'components/ui/Button.tsx'],
  ])('lets %s import %s', (path, imported, target) => {
    expect(faults(path, imported, target)).toEqual([]);
  });

  it.each([
    ['components/ui/Button.tsx', 'preact'],
    ['components/ui/Button.tsx', 'preact/hooks'],
    ['utils/platform/browser.ts', 'webextension-polyfill'],
    ['utils/platform/i18n.ts', '@wxt-dev/i18n'],
    ['utils/storage/database.ts', 'idb'],
    ['utils/messaging/schemas.ts', 'valibot'],
  ])('lets %s import the package %s', (path, name) => {
    expect(faults(path, name)).toEqual([]);
  });

  it.each([
    ['utils/model/idea.ts', '../query/sort.ts', 'utils/query/sort.ts', 'may import only nothing'],
    ['utils/page/parse.ts', '../overlay/journal.ts', 'utils/overlay/journal.ts', 'do not know each other'],
    ['utils/overlay/journal.ts', '../page/parse.ts', 'utils/page/parse.ts', 'do not know each other'],
    ['utils/page/parse.ts', '../profile/xen.ts', 'utils/profile/xen.ts', 'A profile is passed in'],
    ['utils/query/sort.ts', '../platform/i18n.ts', 'utils/platform/i18n.ts', 'may import only utils/model'],
    ['utils/export/json.ts', '../messaging/wire.ts', 'utils/messaging/wire.ts', 'may import only utils/model'],
    ['components/ui/Button.tsx', '../../utils/platform/browser.ts', 'utils/platform/browser.ts', 'may import only'],
    ['components/ui/Button.tsx', '../../utils/query/sort.ts', 'utils/query/sort.ts', 'as props'],
    ['components/ui/Button.tsx', '../../utils/storage/database.ts', 'utils/storage/database.ts', 'Only the background'],
    [
      'entrypoints/popup/index.tsx',
      '../../utils/storage/database.ts',
      'utils/storage/database.ts',
      'Only the background',
    ],
    ['entrypoints/popup/index.tsx', '../background.ts', 'entrypoints/background.ts', 'by messages alone'],
    [
      'components/ui/Button.tsx',
      '../../entrypoints/popup/x.ts',
      'entrypoints/popup/x.ts',
      'Nobody imports entrypoints',
    ],
    ['utils/review/assess.ts', '../../entrypoints/popup/x.ts', 'entrypoints/popup/x.ts', 'Nobody imports entrypoints'],
    ['utils/attic/a.ts', '../model/idea.ts', 'utils/model/idea.ts', 'no room of the design'],
  ])('refuses %s importing %s', (path, imported, target, said) => {
    expect(faults(path, imported, target)).toEqual([expect.stringContaining(said)]);
  });

  it.each([
    ['utils/query/sort.ts', 'preact', 'Only components and entrypoints may'],
    ['entrypoints/popup/index.tsx', 'webextension-polyfill', 'Only utils/platform may'],
    ['components/ui/words.ts', '@wxt-dev/i18n', 'Only utils/platform may'],
    ['entrypoints/background.ts', 'idb', 'Only utils/storage may'],
    ['utils/page/parse.ts', 'valibot', 'Only utils/storage and utils/messaging and utils/platform may'],
    ['utils/export/page-csv.ts', 'papaparse', 'No room may'],
    ['utils/page/parse.ts', 'jsdom', 'No room may'],
    ['utils/storage/database.ts', 'idb-keyval', 'No room may'],
    ['utils/export/json.ts', 'node:fs', 'No room may'],
  ])('refuses %s importing the package %s', (path, name, said) => {
    expect(faults(path, name)).toEqual([expect.stringContaining(said)]);
  });

  it('refuses an import of a file that is not there', () => {
    expect(faults('utils/query/sort.ts', '../model/idea', 'utils/model/idea.ts')).toEqual([
      expect.stringContaining('Write the whole name'),
    ]);
  });
});

describe('cyclesOf', () => {
  const file = (path: string, ...imported: string[]) => ({
    path,
    text: imported.map(one => `import type { a } from '${one}';`).join('\n'),
  });

  it('finds a ring, also of types alone, and a file that imports itself', () => {
    expect(
      cyclesOf([
        file('utils/page/a.ts', './b.ts'),
        file('utils/page/b.ts', './c.ts'),
        file('utils/page/c.ts', './a.ts'),
      ]),
    ).toEqual(['utils/page/a.ts > utils/page/b.ts > utils/page/c.ts > utils/page/a.ts']);
    expect(cyclesOf([file('utils/page/a.ts', './a.ts')])).toEqual(['utils/page/a.ts > utils/page/a.ts']);
  });

  it('takes two ways to one file for no ring', () => {
    expect(
      cyclesOf([file('a.ts', './b.ts', './c.ts'), file('b.ts', './d.ts'), file('c.ts', './d.ts'), file('d.ts')]),
    ).toEqual([]);
  });
});
