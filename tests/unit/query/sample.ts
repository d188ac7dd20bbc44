/** Ideas for tests of the query room: a plain one to change, and arbitrary pages of them. */
import fc from 'fast-check';
import type { Comment } from '../../../utils/model/comment.ts';
import type { AssessedIdea, Contact, Level, SkillsField } from '../../../utils/model/idea.ts';
import { type IdeaKey, ideaKey } from '../../../utils/model/key.ts';
import type { ListOnPage } from '../../../utils/model/page.ts';
import { EMPTY_QUERY, PROSE, type Query, SCOPES, SORT_KEYS, type Sort } from '../../../utils/model/query.ts';
import { REASON_CODES } from '../../../utils/model/reason.ts';

/** An idea that nothing is known of but what `changes` says. Its text is its title unless given. */
export function idea(changes: Partial<AssessedIdea> = {}): AssessedIdea {
  const title = changes.title ?? 'A quiet kettle';
  return {
    key: ideaKey(title),
    anchor: null,
    title,
    list: 'reviewed',
    area: null,
    inserted: { raw: null, iso: null, candidates: [] },
    verified: { raw: null, iso: null, candidates: [] },
    program: { raw: null, value: 'unknown' },
    contactRaw: null,
    contacts: [],
    mailingList: null,
    irc: null,
    difficulty: { raw: null, min: null, max: null },
    skills: { raw: null, items: [], form: 'none' },
    description: null,
    outcomes: null,
    outcomesRaw: null,
    comments: [],
    text: title,
    reasons: [],
    advisories: [],
    ...changes,
  };
}

/** `difficulty` as a field, from its two ends. */
export function levels(min: Level | null, max: Level | null = min): Pick<AssessedIdea, 'difficulty'> {
  return { difficulty: { raw: null, min, max } };
}

/** `skills` as a field. */
export function skilled(items: readonly string[], form: SkillsField['form'] = 'list'): Pick<AssessedIdea, 'skills'> {
  return { skills: { raw: items.join(', '), items, form: items.length === 0 ? 'none' : form } };
}

/** People to contact, by name. */
export function contacted(...names: readonly string[]): Pick<AssessedIdea, 'contacts'> {
  return { contacts: names.map((name): Contact => ({ name, email: null, role: 'contact' })) };
}

/** A sort by `key`, in one list unless said otherwise. */
export function sortedBy(key: Sort['key'], changes: Partial<Sort> = {}): Sort {
  return { key, direction: 'ascending', sections: false, ...changes };
}

/** `inserted` as a field, from its readings. */
export function dated(...candidates: string[]): Pick<AssessedIdea, 'inserted'> {
  return {
    inserted: { raw: candidates[0] ?? null, iso: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates },
  };
}

/** So many open review comments and one of every other sort, which must not count. */
export function comments(open: number): Pick<AssessedIdea, 'comments'> {
  const comment = { author: null, timestamp: null, text: '', misplaced: false };
  const others: Comment[] = [
    { ...comment, id: 'done', kind: 'review', state: 'addressed' },
    { ...comment, id: 'hand', kind: 'interest', state: 'open' },
  ];
  const kept = Array.from(
    { length: open },
    (_, at): Comment => ({ ...comment, id: `${at}`, kind: 'review', state: 'open' }),
  );
  return { comments: [...others, ...kept] };
}

/** The empty query with changes. */
export function query(changes: Partial<Omit<Query, 'facets'>> & { facets?: Partial<Query['facets']> } = {}): Query {
  return { ...EMPTY_QUERY, ...changes, facets: { ...EMPTY_QUERY.facets, ...changes.facets } };
}

export const LISTS: readonly ListOnPage[] = [
  { id: 'reviewed', heading: 'Reviewed', ideas: 0 },
  { id: 'rough', heading: 'Rough', ideas: 0 },
  { id: 'fresh', heading: 'Fresh', ideas: 0 },
];

const WORDS = ['kettle', 'Kessel', 'Straße', 'café', 'cafe', 'STRASSE', 'İzmir', 'pump', 'pumpkin', '10', '9'] as const;
const AREAS = ['Kitchen', 'Garden', 'Área 51', 'garden'] as const;
const SKILLS = ['C', 'c', 'OCaml', 'Welding', 'Some C and welding'] as const;
const PEOPLE: readonly Contact[] = [
  { name: 'Ada Bell', email: 'ada@harbour.example', role: 'contact' },
  { name: 'ada bell', email: null, role: 'mentor' },
  { name: null, email: 'bo@harbour.example', role: 'contact' },
  { name: 'Cleo', email: null, role: 'contact' },
];
const DATES = ['2012-01-08', '2012-08-01', '2013-05-05', '2014-02-03'] as const;

const anyLevels = fc.oneof(
  fc.constant(levels(null)),
  fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 })).map(ends => {
    const [min, max] = ends.sort((a, b) => a - b) as [Level, Level];
    return levels(min, max);
  }),
);

/** Pages of up to 40 ideas with unique keys, many of them alike in what they are sorted and filtered by. */
export const anyIdeas: fc.Arbitrary<readonly AssessedIdea[]> = fc
  .array(
    fc.record({
      title: fc.array(fc.constantFrom(...WORDS), { maxLength: 2 }).map(words => words.join(' ')),
      list: fc.constantFrom('reviewed', 'rough', 'other:shelf'),
      area: fc.option(fc.constantFrom(...AREAS)),
      difficulty: anyLevels,
      dates: fc.subarray([...DATES], { maxLength: 2 }),
      open: fc.integer({ min: 0, max: 2 }),
      words: fc.array(fc.constantFrom(...WORDS), { maxLength: 4 }),
      reasons: fc.subarray([...REASON_CODES], { maxLength: 2 }),
      skills: fc.subarray([...SKILLS], { maxLength: 2 }),
      prose: fc.boolean(),
      people: fc.subarray([...PEOPLE], { maxLength: 2 }),
      student: fc.boolean(),
      program: fc.constantFrom<'yes' | 'no' | 'unknown'>('yes', 'no', 'unknown'),
    }),
    { maxLength: 40 },
  )
  .map(drawn =>
    drawn.map(({ title, list, area, difficulty, dates, open, words, reasons, ...more }, at) =>
      idea({
        key: `idea ${at}` as IdeaKey,
        title,
        list,
        area,
        ...difficulty,
        ...dated(...dates),
        ...comments(open),
        text: [title, ...words].join(' '),
        reasons,
        ...skilled(more.skills, more.prose ? 'prose' : 'list'),
        contacts: [
          ...more.people,
          ...(more.student ? [{ name: 'Kim Student', email: null, role: 'student' } as const] : []),
        ],
        program: { raw: null, value: more.program },
      }),
    ),
  );

/** Conditions of fields, each told again in `retelling.ts`. */
export const FIELD_TERMS = [
  'area:garden',
  '-area:garden',
  'area:none',
  'difficulty:easy..medium',
  'DIFFICULTY:4',
  'mentor:ada',
  'skills:ocaml',
  'gsoc:yes',
  'reason:outcomes',
  'missing:difficulty',
  '-missing:difficulty',
  'is:open',
  'before:2013',
] as const;

/** Queries over such pages, with values that no idea has among them. */
export const anyQuery: fc.Arbitrary<Query> = fc.record({
  text: fc.oneof(
    fc.constant(''),
    fc
      .array(fc.constantFrom('ke', 'kettle', '-pump', 'PUMP', '"cafe"', 'strasse', '-', '-"9"', 'nowhere'), {
        maxLength: 3,
      })
      .map(words => words.join(' ')),
  ),
  scope: fc.constantFrom(...SCOPES),
  facets: fc.record({
    list: fc.subarray(['reviewed', 'rough', 'fresh', 'other:shelf', 'gone'], { maxLength: 2 }),
    area: fc.subarray([...AREAS, null, 'Gone'], { maxLength: 2 }),
    difficulty: fc.subarray<Level | null>([1, 2, 3, 4, null], { maxLength: 3 }),
    skills: fc.subarray(['C', 'ocaml', 'Welding', PROSE, null, 'Gone'], { maxLength: 2 }),
    contact: fc.subarray(['Ada Bell', 'bo@harbour.example', null, 'Gone'], { maxLength: 2 }),
    program: fc.subarray<'yes' | 'no' | null>(['yes', 'no', null], { maxLength: 2 }),
    attention: fc.subarray(['needs-review', ...REASON_CODES, 'interest'] as const, { maxLength: 2 }),
  }),
  sort: fc.record({
    key: fc.constantFrom(...SORT_KEYS),
    direction: fc.constantFrom('ascending', 'descending'),
    sections: fc.boolean(),
  }),
});

/** Bookmarks of such pages, of ideas that are gone too. */
export const anyBookmarks: fc.Arbitrary<ReadonlySet<IdeaKey>> = fc
  .array(fc.integer({ min: 0, max: 60 }), { maxLength: 20 })
  .map(drawn => new Set(drawn.map(at => `idea ${at}` as IdeaKey)));
