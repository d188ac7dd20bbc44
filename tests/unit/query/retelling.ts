/** What a query shows, told again in the plainest way: the yardstick for the fast way. No bits, no caches. */
import type { AssessedIdea } from '../../../utils/model/idea.ts';
import type { IdeaKey } from '../../../utils/model/key.ts';
import { FACETS, type FacetName, PROSE, type Query } from '../../../utils/model/query.ts';
import { FIELD_TERMS } from './sample.ts';

type Test = (one: AssessedIdea) => boolean;

/** The keys of the ideas that show, in page order. */
export function shownByRetelling(
  ideas: readonly AssessedIdea[],
  { text, scope, facets }: Query,
  bookmarks: ReadonlySet<IdeaKey>,
): IdeaKey[] {
  const inScope: Test = one =>
    ({
      all: true,
      'good-first': one.difficulty.max === 1 || one.difficulty.max === 2,
      'needs-review': one.reasons.length > 0,
      'open-comments': one.comments.some(({ kind, state }) => kind === 'review' && state === 'open'),
      bookmarked: bookmarks.has(one.key),
    })[scope];
  const typed = text.split(' ').filter(word => word !== '');
  const inFacet = (facet: FacetName): Test => {
    const tests = [
      ...facets[facet].map(
        (value): Test =>
          one =>
            hasValue(one, facet, value),
      ),
      ...typed.flatMap(word => (FACET_TERMS[word]?.facet === facet ? [FACET_TERMS[word].test] : [])),
    ];
    return one => tests.length === 0 || tests.some(test => test(one));
  };
  return ideas
    .filter(
      one => inScope(one) && typed.every(word => freeTest(word)(one)) && FACETS.every(facet => inFacet(facet)(one)),
    )
    .map(one => one.key);
}

/** The query with one part taken out: of the text what no facet shows, or what that facet shows. */
export function withoutPart(query: Query, part: 'text' | 'scope' | FacetName): Query {
  const keeping = (keep: (word: string) => boolean) => query.text.split(' ').filter(keep).join(' ');
  if (part === 'text') return { ...query, text: keeping(word => word in FACET_TERMS) };
  if (part === 'scope') return { ...query, scope: 'all' };
  const text = keeping(word => FACET_TERMS[word]?.facet !== part);
  return { ...query, text, facets: { ...query.facets, [part]: [] } };
}

/** Whether the text speaks of a facet. */
export function speaksOf(query: Query, facet: FacetName): boolean {
  return query.text.split(' ').some(word => FACET_TERMS[word]?.facet === facet);
}

/** The terms that belong to a facet: one of its ticked and typed values is enough. */
const FACET_TERMS: Readonly<Record<string, { readonly facet: FacetName; readonly test: Test }>> = {
  'area:garden': { facet: 'area', test: one => one.area?.toLowerCase() === 'garden' },
  'area:none': { facet: 'area', test: one => one.area === null },
  'difficulty:easy..medium': { facet: 'difficulty', test: one => hasLevel(one, 1) || hasLevel(one, 2) },
  'DIFFICULTY:4': { facet: 'difficulty', test: one => hasLevel(one, 4) },
  'mentor:ada': { facet: 'contact', test: one => people(one).some(name => name.startsWith('ada')) },
  'skills:ocaml': { facet: 'skills', test: one => one.skills.items.some(item => item === 'OCaml') },
  'gsoc:yes': { facet: 'program', test: one => one.program.value === 'yes' },
  'reason:outcomes': { facet: 'attention', test: one => one.reasons.includes('outcomes:missing') },
};

/** All other terms: each must hold. */
function freeTest(word: string): Test {
  switch (word) {
    case '-area:garden':
      return one => one.area?.toLowerCase() !== 'garden';
    case 'missing:difficulty':
      return one => one.difficulty.min === null;
    case '-missing:difficulty':
      return one => one.difficulty.min !== null;
    case 'is:open':
      return one => one.comments.some(({ kind, state }) => kind === 'review' && state === 'open');
    case 'before:2013':
      return one => one.inserted.candidates.some(day => day < '2013');
    default:
      return one => (FIELD_TERMS as readonly string[]).includes(word) || word === '-' || matches(one.text, word);
  }
}

function hasValue(one: AssessedIdea, facet: FacetName, value: unknown): boolean {
  const same = (other: string) => typeof value === 'string' && other.toLowerCase() === value.toLowerCase();
  switch (facet) {
    case 'list':
      return one.list === value;
    case 'area':
      return one.area === value;
    case 'difficulty':
      return hasLevel(one, value);
    case 'skills': {
      const { items, form } = one.skills;
      if (items.length === 0) return value === null;
      return form === 'prose' ? value === PROSE : items.some(same);
    }
    case 'contact':
      return people(one).length === 0 ? value === null : people(one).some(same);
    case 'program':
      return (one.program.value === 'unknown' ? null : one.program.value) === value;
    case 'attention':
      if (value === 'needs-review') return one.reasons.length > 0;
      if (value === 'interest') return one.comments.some(({ kind, state }) => kind === 'interest' && state === 'open');
      return one.reasons.some(code => code === value);
  }
}

function people(one: AssessedIdea): readonly string[] {
  return one.contacts
    .filter(({ role }) => role !== 'student')
    .flatMap(({ name, email }) => (name ?? email)?.toLowerCase() ?? []);
}

function hasLevel({ difficulty: { min, max } }: AssessedIdea, level: unknown): boolean {
  if (min === null || max === null) return level === null;
  return typeof level === 'number' && level >= min && level <= max;
}

/** The few words that `anyQuery` draws: words, `-words` and quotes round single words. */
function matches(text: string, word: string): boolean {
  return plain(text).includes(plain(word.replace(/^-/u, '')).replaceAll('"', '')) !== word.startsWith('-');
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
