/** What a query shows, told again in the plainest way: the yardstick for the fast way. No bits, no caches. */
import type { AssessedIdea } from '../../../utils/model/idea.ts';
import type { IdeaKey } from '../../../utils/model/key.ts';
import type { FacetName, Query } from '../../../utils/model/query.ts';

/** The keys of the ideas that show, in page order. */
export function shownByRetelling(
  ideas: readonly AssessedIdea[],
  { text, scope, facets }: Query,
  bookmarks: ReadonlySet<IdeaKey>,
): IdeaKey[] {
  const inScope = (one: AssessedIdea) =>
    ({
      all: true,
      'good-first': one.difficulty.max === 1 || one.difficulty.max === 2,
      'needs-review': one.reasons.length > 0,
      'open-comments': one.comments.some(({ kind, state }) => kind === 'review' && state === 'open'),
      bookmarked: bookmarks.has(one.key),
    })[scope];
  const ticked = <T>(chosen: readonly T[], holds: (value: T) => boolean) => chosen.length === 0 || chosen.some(holds);
  return ideas
    .filter(
      one =>
        inScope(one) &&
        matches(one.text, text) &&
        ticked(facets.list, list => list === one.list) &&
        ticked(facets.area, area => area === one.area) &&
        ticked(facets.difficulty, level => hasLevel(one, level)),
    )
    .map(one => one.key);
}

/** The query with one part taken out. */
export function withoutPart(query: Query, part: 'text' | 'scope' | FacetName): Query {
  if (part === 'text') return { ...query, text: '' };
  if (part === 'scope') return { ...query, scope: 'all' };
  return { ...query, facets: { ...query.facets, [part]: [] } };
}

function hasLevel({ difficulty: { min, max } }: AssessedIdea, level: number | null): boolean {
  if (min === null || max === null) return level === null;
  return level !== null && level >= min && level <= max;
}

/** The few texts that `anyQuery` draws: words, `-words` and quotes round single words. */
function matches(text: string, typed: string): boolean {
  return typed
    .split(' ')
    .filter(word => word !== '' && word !== '-')
    .every(word => plain(text).includes(plain(word.replace(/^-/u, '')).replaceAll('"', '')) !== word.startsWith('-'));
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('ß', 'ss');
}
