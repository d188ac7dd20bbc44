/** How the project is written: rules a reviewer would else have to look for, each with what to do instead. */
import { describe, expect, it } from 'vitest';
import {
  formsIn,
  messagesOf,
  opensWithComment,
  placesIn,
  unusedKeys,
  withoutComments,
  withoutStrings,
} from './project/code.ts';
import { filesAtTop, filesUnder, placesOf, readProjectFile, type SourceFile } from './project/sources.ts';

const EXTENSION = ['utils', 'components', 'entrypoints'];
const CODE = ['.ts', '.tsx'];
const LONGEST_FILE = 300;

const extension = filesUnder(EXTENSION, [...CODE, '.css', '.html']);
const modules = filesUnder([...EXTENSION, 'tests'], CODE);
const tests = filesUnder(['tests'], CODE);
const code = (files: readonly SourceFile[]) => files.map(({ path, text }) => ({ path, text: withoutComments(text) }));

const MARKUP =
  /\binnerHTML\b|\bouterHTML\s*[+]?=(?!=)|\binsertAdjacentHTML\b|\bdangerouslySetInnerHTML\b|\bsetHTMLUnsafe\b|\bcreateContextualFragment\b|\bdocument\.write(?:ln)?\b|\beval\s*\(|\bnew Function\b|\bsrcdoc\b/gu;
const NETWORK =
  /\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b|\bimportScripts\b|\bWebTransport\b/gu;
const UNTYPED = /(?:[:<|&]|\bas)\s*any\b(?=\s*(?:[;,)>=|&[\]{}]|$))|,\s*any\s*>/gmu;
const UNCHECKED = /@ts-(?:ignore|nocheck)\b/gu;
const LEFT_OUT = /\.(?:only|skip|todo)\(/gu;
const MODULE_STATE = /^(?:export\s+)?(?:let|var)\b.*/gmu;
const MACHINE_PATH = /(?<![\w.\-})])\/(?:home|root|work)\/[\w.]*/gu;

describe('the extension', () => {
  it('builds nodes, never markup: text of a page stays text', () => {
    expect(placesOf(MARKUP, code(extension)), 'Use textContent, createElement or Preact.').toEqual([]);
  });

  it('makes links in few places, and none that hands the page over', () => {
    const links = code(extension).flatMap(({ path, text }) =>
      [...text.matchAll(/<a\b[^>]*>/gu)].map(match => [path, match[0].replace(/\s+/gu, ' ')] as const),
    );
    // A notice's link stays on the wiki and in the tab; the others lead out of the extension's own pages.
    expect(links.map(([path]) => path)).toEqual([
      'components/dashboard/Bookmarks.tsx',
      'components/popup/RecentBookmarks.tsx',
      'components/ui/Notice.tsx',
    ]);
    for (const [, link] of links.slice(0, 2))
      expect(link).toContain('href={address} target="_blank" rel="noopener noreferrer"');
    expect(placesOf(/\bwindow\.open\b|\blocation\.(?:href|assign|replace)\s*[=(](?!=)/gu, code(extension))).toEqual([]);
  });

  it('asks no network', () => {
    expect(placesOf(NETWORK, code(extension)), 'The extension makes no requests at all.').toEqual([]);
  });

  it('keeps no state in module variables', () => {
    expect(placesOf(MODULE_STATE, code(extension)), 'Put it into a closure or pass it in.').toEqual([]);
  });

  it('asks nothing of all elements of a wiki’s pages, most of which have no ideas', () => {
    const css = withoutComments(readProjectFile('entrypoints/ideas.content/page.css').text);
    // Measured: three rules for a highlight cost about half as much as all other styles of a page.
    expect(css, 'Paint is in highlights.css; say by an attribute of ours where something is.').not.toMatch(
      /::highlight|:has\(|[^|]~[^=]|(?:^|[\s,])\*/u,
    );
  });

  it(`has no file past ${LONGEST_FILE} lines`, () => {
    const long = extension
      .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
      .filter(({ lines }) => lines > LONGEST_FILE);
    expect(long, 'Split it: one file, one job.').toEqual([]);
  });
});

describe('the code', () => {
  it('opens each module with a comment (a test file says it by the names of its tests)', () => {
    const speaking = [...modules, ...extension.filter(file => file.path.endsWith('.css'))];
    const silent = speaking
      .filter(file => !/\.test\.tsx?$/u.test(file.path) && !opensWithComment(file.text))
      .map(file => file.path);
    expect(silent, 'Say at the top what the module is for, and what it is not.').toEqual([]);
  });

  it('is typed and checked throughout', () => {
    expect(
      placesOf(
        UNTYPED,
        modules.map(({ path, text }) => ({ path, text: withoutStrings(text) })),
      ),
      'Name the type, or take unknown and look.',
    ).toEqual([]);
    expect(placesOf(UNCHECKED, modules), 'Mend the type instead.').toEqual([]);
  });

  it('has no place for odds and ends', () => {
    const heaps = modules
      .map(file => file.path)
      .filter(path => path.split('/').some(part => /^(?:helpers?|common|misc)(?:\.|$)/u.test(part)));
    expect(heaps, 'Name it after what it does.').toEqual([]);
  });

  it('leaves no test out', () => {
    expect(placesOf(LEFT_OUT, code(tests)), 'Mend it or delete it.').toEqual([]);
  });

  it('names no path of somebody’s machine', () => {
    const endings = [...CODE, '.json', '.md', '.css', '.html', '.sh', '.php', '.wiki'];
    const all = filesUnder([...EXTENSION, 'locales', 'tests'], endings);
    const top = [...filesAtTop(endings), ...filesUnder(['.ci'], ['run'])];
    expect(placesOf(MACHINE_PATH, [...all, ...top]), 'Resolve it from import.meta.url or an env variable.').toEqual([]);
  });
});

describe('the words for people', () => {
  const locales = filesUnder(['locales'], ['.json']);
  const messages = (path: string) => messagesOf(JSON.parse(readProjectFile(path).text));
  const english = messages('locales/en.json');

  it('are all used', () => {
    const users = [...code(extension), readProjectFile('wxt.config.ts')].map(file => file.text).join('\n');
    expect(english.size).toBeGreaterThan(20);
    expect(unusedKeys(english.keys(), users), 'Delete the message from all locale files.').toEqual([]);
  });

  it('are the same in every language, with the same places to fill', () => {
    const places = (path: string) =>
      Object.fromEntries([...messages(path)].map(([key, words]) => [key, placesIn(words)]));
    for (const { path } of locales) expect(places(path), path).toEqual(places('locales/en.json'));
  });

  it('have the same plural forms in every language, and the same order, so that two files can be read side by side', () => {
    const forms = (path: string) => [...messages(path)].map(([key, words]) => [key, formsIn(words)]);
    for (const { path } of locales) expect(forms(path), path).toEqual(forms('locales/en.json'));
  });

  it('say which language they are in', () => {
    const languages = locales.map(({ path }) => [path, new Intl.Locale(messages(path).get('locale') ?? '').language]);
    expect(languages).toEqual(locales.map(({ path }) => [path, /(\w+)\.json$/u.exec(path)?.[1]]));
  });

  it('writes numbers below a thousand as digits alone, in every language: see numeral in i18n.ts', () => {
    for (const { path } of locales) {
      const { format } = new Intl.NumberFormat(messages(path).get('locale'));
      for (let n = 0; n < 1_000; n++) expect(format(n), path).toBe(String(n));
    }
  });

  it('keep what is typed, or written to the wiki, as it is in every language', () => {
    const typed = Object.entries(Object.fromEntries(english)).filter(([key]) => key.startsWith('hint.takes.'));
    for (const { path } of locales) {
      for (const [key, words] of typed.filter(([, words]) => !words.includes('2014')))
        expect(messages(path).get(key), `${path} ${key}`).toBe(words);
    }
  });
});

describe('these checks', () => {
  const finds = (pattern: RegExp, text: string) => placesOf(pattern, code([{ path: 'a.ts', text }]));

  it.each([
    [MARKUP, 'host.innerHTML = text;'],
    [MARKUP, "host['innerHTML'] = text;"],
    [MARKUP, 'host.outerHTML = text;'],
    [MARKUP, 'host.outerHTML += text;'],
    [MARKUP, "host.insertAdjacentHTML('beforeend', text);"],
    [MARKUP, '<p dangerouslySetInnerHTML={{ __html: text }} />'],
    [MARKUP, 'document.write(text);'],
    [MARKUP, 'eval(text);'],
    [NETWORK, 'await fetch(url);'],
    [NETWORK, 'new XMLHttpRequest();'],
    [NETWORK, 'navigator.sendBeacon(url);'],
    [NETWORK, 'new WebSocket(url);'],
    [UNTYPED, 'const a: any = b;'],
    [UNTYPED, 'f(b as any);'],
    [UNTYPED, 'const a = new Map<string, any>();'],
    [UNTYPED, 'const a: any[] = [];'],
    [LEFT_OUT, ['it', "only('a', b);"].join('.')],
    [LEFT_OUT, ['describe', "skip('a', b);"].join('.')],
    [MODULE_STATE, 'export let count = 0;'],
    [MACHINE_PATH, ["const a = '", 'home', "me/a';"].join('/')],
  ])('%s finds %j', (pattern, text) => {
    expect(finds(pattern, text)).toHaveLength(1);
  });

  it.each([
    [MARKUP, 'const bytes = document.documentElement.outerHTML;'],
    [MARKUP, 'if (a.outerHTML === b) c();'],
    [MARKUP, '// never innerHTML'],
    [NETWORK, 'prefetch(url);'],
    [UNTYPED, '/** The rest: any of them. */'],
    [UNTYPED, "const words = 'do: any thing';"],
    [UNTYPED, 'const anyIdea: Idea = one;'],
    [MODULE_STATE, 'function a() {\n  let b = 0;\n}'],
    [MACHINE_PATH, "const a = '../work/b';"],
  ])('%s passes %j', (pattern, text) => {
    expect(finds(pattern, text)).toEqual([]);
  });

  it('name the file and the line', () => {
    expect(finds(NETWORK, 'a();\n/* fetch() */\nfetch(b);')).toEqual(['a.ts:3: fetch(']);
  });

  it('see comments as comments and strings as strings', () => {
    expect(withoutComments("a('//b'); // c\n/* d */e(`/*f*/`);")).toBe("a('//b');     \n       e(`/*f*/`);");
    expect(withoutComments("a('https://b.example');")).toBe("a('https://b.example');");
  });

  it('know an opening comment', () => {
    expect(['/** What. */', '// What.', '/*\n * What.\n */', '#!/bin/sh\n// What.'].every(opensWithComment)).toBe(true);
    expect(['', '/** */\na();', "import 'a';", 'a(); // What.'].some(opensWithComment)).toBe(false);
  });

  it('know a message that nobody uses', () => {
    const keys = messagesOf({ a: { b: 'B', c: { up: 'U', down: 'D' } }, d: 'D', e: 'E' }).keys();
    expect(unusedKeys(keys, "t('a.b'); t(`a.c.$" + "{way}`); '__MSG_d__'")).toEqual(['e']);
    expect(unusedKeys(['a.b.c', 'a.bc'], 't(`a.$' + '{key}`)')).toEqual(['a.b.c']);
    expect(placesIn('$2 of $1 | $1')).toEqual(['$1', '$2']);
  });
});
