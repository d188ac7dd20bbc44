/** What makes each facet of an ideas page: its values, their names and their order. Counting them is in `facets.ts`. */
import type { AssessedIdea, Contact, Level } from '../model/idea.ts';
import type { ListOnPage } from '../model/page.ts';
import { type AttentionValue, type FacetName, PROSE } from '../model/query.ts';
import { REASON_CODES } from '../model/reason.ts';
import type { FacetCount } from '../model/view.ts';
import { type FacetIndex, type FacetRule, facetIndex } from './facets.ts';
import { fold } from './fold.ts';
import { fixedValues } from './vocabulary.ts';
import { whenAsked } from './when-asked.ts';

/** Two names by the alphabet. */
type CompareNames = (a: string, b: string) => number;

export type FacetIndices = { readonly [F in FacetName]: FacetIndex<F> };

/** Every facet over the ideas of a page, which must not change; each is made when it is first looked at. */
export function createFacets(
  ideas: readonly AssessedIdea[],
  lists: readonly ListOnPage[],
  compareNames: CompareNames,
): FacetIndices {
  return whenAsked<FacetIndices>({
    list: () => facetIndex(ideas, listRule(lists, compareNames)),
    area: () => facetIndex(ideas, areaRule(compareNames)),
    difficulty: () => facetIndex(ideas, DIFFICULTY),
    skills: () => facetIndex(ideas, skillsRule(compareNames)),
    contact: () => facetIndex(ideas, contactRule(ideas, compareNames)),
    program: () => facetIndex(ideas, PROGRAM),
    attention: () => facetIndex(ideas, ATTENTION),
  });
}

const asItStands = (value: unknown) => value;
const folded = (value: string | null) => (value === null || value === PROSE ? value : fold(value));
const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** The lists of the page, empty ones too: biggest first, then by heading. */
function listRule(lists: readonly ListOnPage[], compareNames: CompareNames): FacetRule<'list'> {
  const headings = new Map(lists.map(list => [list.id, list.heading]));
  const nameOf = (id: string) => headings.get(id) ?? id;
  return {
    always: [...headings.keys()],
    valuesOf: idea => [idea.list],
    identity: asItStands,
    compareRows: byCountThenName(row => nameOf(row.value), compareNames),
    naming: { kind: 'page', nameOf: id => ({ name: nameOf(id), more: [id] }) },
  };
}

/** The areas of the page under their own names: biggest first, then by name, "not given" last. */
function areaRule(compareNames: CompareNames): FacetRule<'area'> {
  return {
    always: [],
    valuesOf: idea => [idea.area],
    identity: asItStands,
    compareRows: byCountThenName(row => row.value, compareNames),
    naming: { kind: 'page', nameOf: area => (area === null ? null : { name: area, more: [] }) },
  };
}

/** The scale from easy to extreme, then "not given"; a range has each of its levels. */
const DIFFICULTY: FacetRule<'difficulty'> = {
  always: [...LEVELS, null],
  valuesOf: ({ difficulty: { min, max } }) =>
    min === null || max === null ? [null] : LEVELS.filter(level => min <= level && level <= max),
  identity: asItStands,
  compareRows: (a, b) => (a.value ?? 9) - (b.value ?? 9),
  naming: { kind: 'fixed', meant: typed => fixedValues('difficulty', typed) },
};

/** Each skill in any spelling of its case: most wanted first; then all that is written in sentences, and "not given". */
function skillsRule(compareNames: CompareNames): FacetRule<'skills'> {
  const byName = byCountThenName<FacetCount<'skills'>>(row => row.value, compareNames);
  const last = (value: string | null) => (value === null ? 2 : value === PROSE ? 1 : 0);
  return {
    always: [null],
    valuesOf: ({ skills: { items, form } }) => (items.length === 0 ? [null] : form === 'prose' ? [PROSE] : items),
    identity: folded,
    compareRows: (a, b) => last(a.value) - last(b.value) || byName(a, b),
    naming: {
      kind: 'page',
      nameOf: skill => (skill === null || skill === PROSE ? null : { name: skill, more: [] }),
    },
    alsoIn: ({ skills: { items, form } }) => (form === 'prose' ? items.join(' ') : null),
  };
}

/** People to contact by name (by address where there is none); students are not among them. */
function contactRule(ideas: readonly AssessedIdea[], compareNames: CompareNames): FacetRule<'contact'> {
  const addresses = new Map<unknown, Set<string>>();
  for (const contact of ideas.flatMap(contactsOf)) {
    const identity = folded(personOf(contact));
    if (contact.email) addresses.set(identity, (addresses.get(identity) ?? new Set()).add(contact.email));
  }
  return {
    always: [null],
    valuesOf: idea => {
      const people = contactsOf(idea).flatMap(contact => personOf(contact) ?? []);
      return people.length > 0 ? people : [null];
    },
    identity: folded,
    compareRows: byCountThenName(row => row.value, compareNames),
    naming: {
      kind: 'page',
      nameOf: person => (person === null ? null : { name: person, more: [...(addresses.get(folded(person)) ?? [])] }),
    },
  };
}

function contactsOf(idea: AssessedIdea): readonly Contact[] {
  return idea.contacts.filter(contact => contact.role !== 'student');
}

/** What a contact is called; `null` for one of whom nothing is known. */
function personOf({ name, email }: Contact): string | null {
  return name ?? email;
}

/** The first person to contact, by whom ideas are sorted; `null` when there is none. */
export function firstContact(idea: AssessedIdea): string | null {
  return contactsOf(idea).flatMap(contact => personOf(contact) ?? [])[0] ?? null;
}

const PROGRAM_VALUES = ['yes', 'no', null] as const;
const PROGRAM: FacetRule<'program'> = {
  always: PROGRAM_VALUES,
  valuesOf: ({ program: { value } }) => [value === 'unknown' ? null : value],
  identity: asItStands,
  compareRows: (a, b) => PROGRAM_VALUES.indexOf(a.value) - PROGRAM_VALUES.indexOf(b.value),
  naming: { kind: 'fixed', meant: typed => fixedValues('program', typed) },
};

/** Any reason, each reason one by one, and interest. Open comments are a reason; in closed lists the only one. */
const ATTENTION_VALUES: readonly AttentionValue[] = ['needs-review', ...REASON_CODES, 'interest'];
const ATTENTION: FacetRule<'attention'> = {
  always: ATTENTION_VALUES,
  valuesOf: idea => [
    ...(idea.reasons.length > 0 ? (['needs-review'] as const) : []),
    ...idea.reasons,
    ...(idea.comments.some(({ kind, state }) => kind === 'interest' && state === 'open')
      ? (['interest'] as const)
      : []),
  ],
  identity: asItStands,
  compareRows: (a, b) => ATTENTION_VALUES.indexOf(a.value) - ATTENTION_VALUES.indexOf(b.value),
  naming: { kind: 'fixed', meant: typed => fixedValues('attention', typed) },
};

/** `null` ("not given") comes last whatever its count; equal names keep their order on the page. */
function byCountThenName<Row extends { readonly count: number }>(
  nameOf: (row: Row) => string | null,
  compareNames: CompareNames,
): (a: Row, b: Row) => number {
  return (a, b) => {
    const [nameA, nameB] = [nameOf(a), nameOf(b)];
    if (nameA === null || nameB === null) return Number(nameA === null) - Number(nameB === null);
    return b.count - a.count || compareNames(nameA, nameB);
  };
}
