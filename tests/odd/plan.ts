/**
 * What an odd page holds, drawn at random: lists, areas, ideas with their fields, comments, decoys, and markup that is wrong. Plain
 * data, so that fast-check can make a failure small; html.ts and wikitext.ts write it down.
 */
import fc from 'fast-check';
import { FIELD_NAMES, type FieldName } from '../../utils/model/profile.ts';
import { PROFILES } from '../../utils/profile/index.ts';
import { DECOYS, NOISES } from './noise.ts';
import { NAMES_OF_PROPERTIES, text } from './texts.ts';

/** How an idea's fields are written. */
export const FORMS = [
  'row',
  'cells',
  'heads',
  'paragraph',
  'paragraphs',
  'definitions',
  'broken list',
  'boxes',
  'bullets',
] as const;
export type Form = (typeof FORMS)[number];

/** How a heading is written. */
export const HEADINGS = ['old', 'new', 'bare'] as const;
export type HeadingForm = (typeof HEADINGS)[number];

export const LABEL_STYLES = ['inside', 'outside', 'blank before', 'full width', 'none'] as const;
export type LabelStyle = (typeof LABEL_STYLES)[number];

export interface OddField {
  readonly name: FieldName;
  /** Which of the profile's spellings, how it is cased, where its colon is. */
  readonly label: string;
  readonly style: LabelStyle;
  readonly value: string;
  /** Markup around the value's words. */
  readonly dress: 'none' | 'link' | 'emphasis' | 'span' | 'hidden comment';
  /** Lists behind the value, for long fields. */
  readonly bullets: readonly string[];
}

export interface OddIdea {
  readonly title: string;
  readonly dress: OddField['dress'];
  readonly form: Form;
  readonly fields: readonly OddField[];
  /** Whether a field that names the idea among all others is written: only such ideas can be told again. */
  readonly named: boolean;
  /** Something between its description and the next field that looks like more than it is. */
  readonly decoy: string | null;
  readonly comments: readonly {
    readonly where: 'review' | 'description' | 'after';
    readonly words: string;
    readonly author: string;
  }[];
  /** Markup behind it, right or wrong. */
  readonly noise: string | null;
}

export interface OddGroup {
  readonly heading: string | null;
  readonly ideas: readonly OddIdea[];
}

export interface OddList {
  readonly heading: string | null;
  readonly noise: string | null;
  readonly areas: readonly OddGroup[];
}

export interface OddPage {
  readonly profile: number;
  readonly headings: HeadingForm | 'mixed';
  readonly sections: boolean;
  readonly root: 'parser output' | 'content' | 'body';
  readonly direction: 'ltr' | 'rtl';
  /** Levels of lists, areas and ideas. */
  readonly levels: readonly [number, number, number];
  readonly before: string | null;
  readonly depth: number;
  readonly lists: readonly OddList[];
}

/** Values of the short fields: as people write them, and as they should not. */
export const VALUES: Partial<Record<FieldName, readonly string[]>> = {
  inserted: [
    '17/02/2014',
    '02/17/2014',
    '01/02/2014',
    '2014-02-17',
    '3 March 2014',
    'March 3rd, 2014',
    '31.12.13',
    '99/99/9999',
    '0/0/0',
    '29/02/2013',
    'some day',
    'Unknown',
  ],
  verified: ['Not updated in 2020', '12/11/2013', '١٧/٠٢/٢٠١٤', '2014年2月17日', 'never'],
  program: ['Yes', 'No', 'yes, if somebody asks', 'Unknown', 'nope', 'oui'],
  contact: [
    'Odile Marsh <odile@marsh.example>',
    'Bram Tolliver, Ines Falk',
    'Mentor: Ada Bell, Student: Bo Lee',
    'javascript:ran(20)',
    'constructor',
    'a@b',
    'Unknown',
    '@@@@@ <<<>>>',
  ],
  difficulty: [
    'Low',
    'Low-Medium',
    'medium to hard',
    'Extremely Difficult (depending on …)',
    'Purple',
    'constructor',
    'Unknown',
    '____',
  ],
};

const dress = fc.oneof(
  { weight: 6, arbitrary: fc.constant<OddField['dress']>('none') },
  { weight: 3, arbitrary: fc.constantFrom<OddField['dress']>('link', 'emphasis', 'span', 'hidden comment') },
);
const rare = <T>(arbitrary: fc.Arbitrary<T>, freq: number) => fc.option(arbitrary, { freq, nil: null });
/** `null` in about one case of `freq`, else something. */
const seldom = <T>(arbitrary: fc.Arbitrary<T>, chance: number) =>
  fc.oneof({ weight: chance, arbitrary: fc.constant<T | null>(null) }, { weight: 1, arbitrary });

const cased = (label: string) =>
  fc.constantFrom(label, label, label, label.toUpperCase(), label.toLowerCase(), label.replaceAll(' ', '  '));

/** A line whose first and last words are plain, so that what stands between can be anything. */
const line = text.map(inner => `About ${inner} and so on`);

function field(profile: number, name: FieldName): fc.Arbitrary<OddField> {
  const labels = PROFILES[profile]?.labels[name] ?? [name];
  const values = VALUES[name];
  const isList = name === 'skills' || name === 'description' || name === 'outcomes';
  return fc.record({
    name: fc.constant(name),
    label: fc.constantFrom(...labels).chain(cased),
    style: fc.oneof(
      { weight: 5, arbitrary: fc.constant<LabelStyle>('inside') },
      { weight: 4, arbitrary: fc.constantFrom(...LABEL_STYLES) },
    ),
    value: values
      ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: text })
      : line,
    dress,
    bullets: isList ? fc.array(line, { maxLength: 2 }) : fc.constant([]),
  });
}

function fieldsOf(profile: number): fc.Arbitrary<readonly OddField[]> {
  const chosen = fc.oneof(
    { weight: 4, arbitrary: fc.subarray([...FIELD_NAMES], { minLength: 2 }) },
    { weight: 1, arbitrary: fc.shuffledSubarray([...FIELD_NAMES]) },
    { weight: 1, arbitrary: fc.subarray([...FIELD_NAMES], { maxLength: 1 }) },
  );
  return chosen.chain(names => fc.tuple(...names.map(name => field(profile, name))));
}

const title = fc.oneof(
  { weight: 5, arbitrary: text },
  { weight: 1, arbitrary: fc.constantFrom(...NAMES_OF_PROPERTIES) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('Rope', 'ROPE', 'rope~2', 'Difficulty', 'Description:', 'New project ideas'),
  },
);

function idea(profile: number): fc.Arbitrary<OddIdea> {
  return fc.record({
    title,
    dress,
    form: fc.constantFrom(...FORMS),
    fields: fieldsOf(profile),
    named: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    decoy: seldom(fc.constantFrom(...DECOYS), 5),
    comments: fc.array(
      fc.record({
        where: fc.constantFrom('review' as const, 'description' as const, 'after' as const),
        words: line,
        author: fc.constantFrom('Wickham', '<b>Ada</b>', '__proto__', 'عمر', ''),
      }),
      { maxLength: 2 },
    ),
    noise: seldom(fc.constantFrom(...NOISES), 8),
  });
}

/** Mostly a handful; sometimes none, sometimes very many (drawn as copies: what matters is how many). */
function ideasOf(profile: number): fc.Arbitrary<readonly OddIdea[]> {
  return fc.oneof(
    { weight: 30, arbitrary: fc.array(idea(profile), { maxLength: 4 }) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.array(idea(profile), { minLength: 1, maxLength: 4 }), fc.integer({ min: 10, max: 50 }))
        .map(([few, times]) => Array.from({ length: times }, () => few).flat()),
    },
  );
}

function headingOf(profile: number): fc.Arbitrary<string> {
  const known = [
    'List of peer reviewed Projects',
    'list of projects that need more work',
    'NEW PROJECT IDEAS',
    'Accepted projects',
  ];
  const ids = PROFILES[profile]?.lists ?? [];
  // The profile's own expressions where they are plain words.
  const plain = ids.map(rule => rule.heading).filter(source => /^[\w ]+$/u.test(source));
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...known, ...plain) }, { weight: 1, arbitrary: title });
}

/** Any page. */
export const anyPage: fc.Arbitrary<OddPage> = fc.integer({ min: 0, max: PROFILES.length - 1 }).chain(profile =>
  fc.record({
    profile: fc.constant(profile),
    headings: fc.constantFrom<OddPage['headings']>('old', 'old', 'new', 'new', 'bare', 'mixed'),
    sections: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
    root: fc.oneof(
      { weight: 6, arbitrary: fc.constant<OddPage['root']>('parser output') },
      { weight: 2, arbitrary: fc.constantFrom<OddPage['root']>('content', 'body') },
    ),
    direction: fc.constantFrom('ltr' as const, 'ltr' as const, 'rtl' as const),
    levels: fc.constantFrom<OddPage['levels']>(
      [2, 3, 4],
      [2, 3, 4],
      [1, 2, 3],
      [2, 3, 3],
      [2, 2, 2],
      [3, 4, 5],
      [4, 5, 6],
    ),
    before: seldom(fc.constantFrom(...NOISES), 4),
    depth: fc.oneof({ weight: 12, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(3, 60, 500) }),
    lists: fc.oneof(
      {
        weight: 9,
        arbitrary: fc.array(
          fc.record({
            heading: rare(headingOf(profile), 8),
            noise: seldom(fc.constantFrom(...NOISES), 8),
            areas: fc.array(fc.record({ heading: rare(title, 2), ideas: ideasOf(profile) }), { maxLength: 2 }),
          }),
          { minLength: 1, maxLength: 3 },
        ),
      },
      { weight: 1, arbitrary: fc.constant([]) },
    ),
  }),
);
