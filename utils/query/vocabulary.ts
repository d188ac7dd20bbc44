/**
 * The words of the search text's fields: what they are called, which facet shows them, and what those with a fixed set of values
 * take. The same in every language, so that a link or a note about a search holds for everybody.
 */
import type { Level } from '../model/idea.ts';
import type { AttentionValue, FacetName, FacetValueOf } from '../model/query.ts';
import { TEXT_FIELDS, type TextField } from '../model/text.ts';

/** Other names that people try. */
const ALIASES: Readonly<Record<string, TextField>> = {
  skill: 'skills',
  contact: 'mentor',
  contacts: 'mentor',
  mentors: 'mentor',
  person: 'mentor',
  program: 'gsoc',
  programme: 'gsoc',
  level: 'difficulty',
  attention: 'reason',
  no: 'missing',
  since: 'after',
};

/** The field called `name`, in any case; `null` when there is none. */
export function fieldCalled(name: string): TextField | null {
  const folded = name.toLowerCase();
  return (
    TEXT_FIELDS.find(field => field === folded) ?? (Object.hasOwn(ALIASES, folded) ? (ALIASES[folded] ?? null) : null)
  );
}

/** The facet that shows what a field asks for: one of ticked and typed values is enough. The other fields are conditions of their own. */
export const FACET_OF: { readonly [F in TextField]?: FacetName } = {
  list: 'list',
  area: 'area',
  difficulty: 'difficulty',
  skills: 'skills',
  mentor: 'contact',
  gsoc: 'program',
  reason: 'attention',
};

/** What stands for "not given" in a facet's field; in quotation marks it is a word like others. */
export const NONE = 'none';

const LEVEL_WORDS: Readonly<Record<Level, readonly string[]>> = {
  1: ['easy', 'low', 'beginner', '1'],
  2: ['medium', 'moderate', 'intermediate', '2'],
  3: ['high', 'hard', 'advanced', '3'],
  4: ['extreme', 'expert', '4'],
};
const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** The word that a level is written with. */
export function levelWord(level: Level): string {
  return LEVEL_WORDS[level][0] ?? String(level);
}

/** `easy`, `eas`, `easy..high`, `..medium`, `high..`, and `easy-high` as pages write it; `null` when that names no level. */
export function levelsNamed(text: string): readonly Level[] | null {
  const range = /^(.*?)\.\.(.*)$/u.exec(text) ?? /^(.+)[-–](.+)$/u.exec(text);
  if (range === null) return levelsBeginning(text);
  const from = range[1] ? levelsBeginning(range[1]) : LEVELS;
  const to = range[2] ? levelsBeginning(range[2]) : LEVELS;
  if (from === null || to === null) return null;
  const ends = [Math.min(...from), Math.max(...to)];
  const [min, max] = [Math.min(...ends), Math.max(...ends)];
  return LEVELS.filter(level => min <= level && level <= max);
}

function levelsBeginning(text: string): readonly Level[] | null {
  const wanted = text.toLowerCase();
  const exact = LEVELS.filter(level => LEVEL_WORDS[level].includes(wanted));
  const found =
    exact.length > 0 ? exact : LEVELS.filter(level => LEVEL_WORDS[level].some(word => word.startsWith(wanted)));
  return wanted === '' || found.length === 0 ? null : found;
}

const PROGRAM: Readonly<Record<string, FacetValueOf['program']>> = { yes: 'yes', no: 'no', unknown: null };

/** How each value of the facet Attention is typed; also understood as the reason's own code. */
export const ATTENTION_WORDS: Readonly<Record<AttentionValue, string>> = {
  'needs-review': 'any',
  'list:needs-work': 'needs-work',
  'list:new': 'new',
  'comment:open': 'comment',
  'difficulty:missing': 'difficulty',
  'skills:missing': 'skills',
  'outcomes:missing': 'outcomes',
  'program:missing': 'gsoc',
  'contact:no-address': 'address',
  interest: 'interest',
};
const ATTENTION = new Map(
  (Object.keys(ATTENTION_WORDS) as AttentionValue[]).flatMap(value => [
    [ATTENTION_WORDS[value], value] as const,
    [value, value] as const,
  ]),
);

/** What a facet with a fixed set of values takes `text` for; `null` when for nothing. */
export function fixedValues<F extends FacetName>(facet: F, text: string): readonly FacetValueOf[F][] | null {
  const wanted = text.toLowerCase();
  const found: readonly FacetValueOf[FacetName][] | null =
    facet === 'difficulty'
      ? levelsNamed(text)
      : facet === 'program'
        ? beginning(Object.entries(PROGRAM), wanted)
        : beginning([...ATTENTION], wanted);
  // The compiler cannot see that the branch taken belongs to F.
  return found as readonly FacetValueOf[F][] | null;
}

function beginning<T>(words: readonly (readonly [string, T])[], wanted: string): readonly T[] | null {
  const exact = words.filter(([word]) => word === wanted);
  const found = exact.length > 0 ? exact : words.filter(([word]) => word.startsWith(wanted));
  return wanted === '' || found.length === 0 ? null : [...new Set(found.map(([, value]) => value))];
}

/** What `is:` takes. */
export const STATES = ['open', 'addressed', 'needs-review', 'good-first', 'bookmarked', 'interested'] as const;
export type State = (typeof STATES)[number];

/** What `has:` and `missing:` take. */
export const PARTS = [
  'comment',
  'interest',
  'difficulty',
  'skills',
  'outcomes',
  'description',
  'gsoc',
  'mentor',
  'address',
  'date',
  'area',
  'irc',
] as const;
export type IdeaPart = (typeof PARTS)[number];

const PART_ALIASES: Readonly<Record<string, IdeaPart>> = {
  contact: 'mentor',
  mail: 'address',
  program: 'gsoc',
  comments: 'comment',
  skill: 'skills',
  outcome: 'outcomes',
};

/** The state or part that `text` names, or the only one that begins so; `null` otherwise. */
export function wordOf<T extends string>(words: readonly T[], text: string): T | null {
  const wanted = text.toLowerCase();
  const alias = Object.hasOwn(PART_ALIASES, wanted) ? PART_ALIASES[wanted] : undefined;
  const exact = words.find(word => word === wanted || word === alias);
  if (exact !== undefined) return exact;
  const [only, ...others] = words.filter(word => wanted !== '' && word.startsWith(wanted));
  return others.length === 0 ? (only ?? null) : null;
}

/** The days that `2014`, `2014-02` or `2014-02-03` covers: first and last, as `YYYY-MM-DD`; `null` when it is no date. */
export function daysOf(text: string): readonly [string, string] | null {
  const [, year = '', month, day] = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u.exec(text) ?? [];
  if (year === '') return null;
  const [from, to] = [month ?? '01', month ?? '12'].map(each => each.padStart(2, '0')) as [string, string];
  const first = `${year}-${from}-${(day ?? '01').padStart(2, '0')}`;
  const start = new Date(`${first}T00:00:00Z`);
  // A day that the month has not becomes one of the next month, or none.
  if (Number.isNaN(start.getTime()) || start.toISOString().slice(0, 10) !== first) return null;
  if (day !== undefined) return [first, first];
  // Not Date.UTC: that takes the year 50 for 1950.
  const end = new Date(start);
  end.setUTCFullYear(Number(year), Number(to), 0);
  return [first, end.toISOString().slice(0, 10)];
}
