/**
 * The presets: which ideas each of them holds, and what asks for one from outside the page. A scope narrows before search and facets do, and
 * never by them.
 */
import type { AssessedIdea } from '../model/idea.ts';
import type { IdeaKey } from '../model/key.ts';
import type { Showable } from '../model/lens-status.ts';
import { EMPTY_QUERY, type Query, type Scope } from '../model/query.ts';

/** A first idea is at most medium in every reading of its difficulty. */
const GOOD_FIRST_MAXIMUM = 2;

/** Whether the idea stands in the scope. */
export function inScope(scope: Scope, idea: AssessedIdea, bookmarks: ReadonlySet<IdeaKey>): boolean {
  switch (scope) {
    case 'all':
      return true;
    case 'good-first':
      return idea.difficulty.max !== null && idea.difficulty.max <= GOOD_FIRST_MAXIMUM;
    case 'needs-review':
      return idea.reasons.length > 0;
    case 'open-comments':
      return openCommentCount(idea) > 0;
    case 'bookmarked':
      return bookmarks.has(idea.key);
  }
}

/** What somebody asks for in the popup, as a query of its own: nothing else narrows it. */
export function queryFor(what: Showable): Query {
  if (what !== 'interest') return { ...EMPTY_QUERY, scope: what };
  return { ...EMPTY_QUERY, facets: { ...EMPTY_QUERY.facets, attention: [what] } };
}

/** How many review comments of the idea nobody has addressed; interest is none of them. */
export function openCommentCount(idea: AssessedIdea): number {
  return idea.comments.filter(comment => comment.kind === 'review' && comment.state === 'open').length;
}
