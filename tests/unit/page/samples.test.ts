// The project's own sample pages, in each form in which they are saved: all must give the reading that was derived by hand.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { pageToJson } from '../../../utils/export/page-json.ts';
import { lookAt, parsePage } from '../../../utils/page/parse-page.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { assess } from '../../../utils/review/assess.ts';
import { fileName, SAVED, type SavedView } from '../../pages/saved.ts';
import { compareWithExpected } from '../../wiki/compare-expected.ts';

const PAGES = new URL('../../pages/', import.meta.url);
const FOLDERS = readdirSync(SAVED).filter(name => /^1\.\d/.test(name));

interface ExpectedForm {
  readonly lists: Readonly<Record<string, number>>;
  readonly ideas: readonly Readonly<Record<string, unknown>>[];
}

const expectedForms = readJson('forms.expected.json') as Readonly<Record<string, ExpectedForm>>;
const expectedSample = readJson('sample.expected.json') as { readonly lists: unknown };

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, PAGES), 'utf8'));
}

const fileOf = (folder: string, title: string, view?: SavedView) => join(SAVED, folder, fileName(title, view));

function readSaved(folder: string, title: string, view?: SavedView) {
  const { document } = new JSDOM(readFileSync(fileOf(folder, title, view), 'utf8')).window;
  const url = `https://wiki.xenproject.org/wiki/${encodeURIComponent(title)}`;
  const reading = parsePage(document, { url, profile: xen });
  const ideas = reading.page.ideas.map(idea => assess(idea, xen));
  return { ...reading, json: pageToJson(reading.page, ideas, reading.warnings) };
}

/** What `forms.expected.json` says of an idea, taken from the JSON: understood values only. */
function understood(idea: ReturnType<typeof pageToJson>['ideas'][number], wanted: Readonly<Record<string, unknown>>) {
  const values: Readonly<Record<string, unknown>> = {
    ...idea,
    inserted: idea.inserted.iso,
    program: idea.program.value,
    difficulty: { min: idea.difficulty.min, max: idea.difficulty.max },
    skills: idea.skills.items,
  };
  return Object.fromEntries(Object.keys(wanted).map(name => [name, values[name]]));
}

const SAMPLE = 'Lanternfish ideas';

describe('the main sample', () => {
  for (const folder of FOLDERS) {
    it(`reads as expected in ${folder}`, () => {
      const { json } = readSaved(folder, SAMPLE);
      const { differences, ideas, fields } = compareWithExpected(json, expectedSample);
      expect(differences).toEqual([]);
      expect(ideas).toBe(31);
      expect(fields).toBeGreaterThan(20 * ideas);
      expect(json.lists).toEqual(expectedSample.lists);
    });
  }

  it('reads alike in every form, in all its words', () => {
    const words = (folder: string) =>
      readSaved(folder, SAMPLE).page.ideas.map(({ description, outcomes, contactRaw, skills, comments }) => [
        description,
        outcomes,
        contactRaw,
        skills,
        comments,
      ]);
    const [first = '', ...others] = FOLDERS;
    for (const folder of others) expect(words(folder)).toEqual(words(first));
  });

  it('is read as an old revision, and not read in other views', () => {
    const { page } = readSaved('1.39-vector', SAMPLE, 'old');
    expect(page.current).toBe(false);
    expect(page.ideas.length).toBeGreaterThan(20);
    const others = [
      ...(['diff', 'edit', 'history', 'preview'] as const).map(view => readSaved('1.39-vector', SAMPLE, view)),
      readSaved('1.39-vector', 'No such ideas'),
      readSaved('1.39-vector', 'Special:AllPages'),
    ];
    for (const other of others) {
      expect(other.page.ideas).toEqual([]);
      expect(other.warnings.map(warning => warning.code)).toEqual(['not-a-read-view']);
    }
  });

  it('has the key of its target when a redirect leads to it', () => {
    expect(readSaved('1.39-vector', 'Ideas of Lanternfish').page.key).toBe('wiki.xenproject.org/Lanternfish_ideas');
  });
});

describe('each other page', () => {
  for (const [title, expected] of Object.entries(expectedForms)) {
    for (const folder of FOLDERS.filter(name => existsSync(fileOf(name, title)))) {
      it(`reads as expected: ${title}, ${folder}`, () => {
        const { json, warnings } = readSaved(folder, title);
        expect(Object.fromEntries(json.lists.map(list => [list.id, list.ideas]))).toEqual(expected.lists);
        expect(json.ideas).toHaveLength(expected.ideas.length);
        expected.ideas.forEach((wanted, position) => {
          const idea = json.ideas[position];
          expect(idea && understood(idea, wanted)).toMatchObject(wanted);
        });
        if (expected.ideas.length === 0) {
          const code = title === 'Ideas with unknown labels' ? 'unknown-labels' : 'no-ideas';
          expect(warnings.map(warning => warning.code)).toEqual([code]);
        }
      });
    }
  }
});

describe('the first look', () => {
  it.each(FOLDERS)(
    'calls ideas likely on each saved page of %s that has some, and sees where nothing is like them',
    folder => {
      const pages = readdirSync(join(SAVED, folder)).filter(name => name.endsWith('.html'));
      const seen = new Map<string, { readonly ideas: number; readonly chance: string }>();
      for (const name of pages) {
        const { document } = new JSDOM(readFileSync(join(SAVED, folder, name), 'utf8')).window;
        const options = { url: `https://wiki.xenproject.org/wiki/${name}`, profile: xen };
        const { chance } = lookAt(document, options);
        seen.set(name, { ideas: parsePage(document, options).page.ideas.length, chance });
      }
      const misjudged = [...seen].filter(([, { ideas, chance }]) => ideas > 0 && chance !== 'good');
      expect(misjudged).toEqual([]);
      expect([...seen.values()].some(({ ideas }) => ideas > 0)).toBe(true);
      const without = [...seen].filter(([name]) => /hardware|^Talk|edit\.html|Special/u.test(name));
      expect(without.filter(([, { chance }]) => chance !== 'none')).toEqual([]);
    },
  );
});
