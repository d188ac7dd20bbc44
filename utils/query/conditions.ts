/** The conditions of a search text that no facet shows: `is:`, `has:`, `missing:`, dates, titles. What they hold for, idea by idea. */
import type { Comment } from '../model/comment.ts';
import type { AssessedIdea } from '../model/idea.ts';
import type { Scope } from '../model/query.ts';
import type { TextField } from '../model/text.ts';
import { fold } from './fold.ts';
import type { Condition } from './language.ts';
import { inScope, openCommentCount } from './scopes.ts';
import type { TokenValue } from './tokens.ts';
import { daysOf, type IdeaPart, PARTS, STATES, type State, wordOf } from './vocabulary.ts';

/** The fields whose conditions are decided here, each for itself. */
export type FreeField = Exclude<
  TextField,
  'list' | 'area' | 'difficulty' | 'skills' | 'mentor' | 'gsoc' | 'reason' | 'before' | 'after'
>;

/** A test of one value of a field; `bookmarked` says whether an idea is. A value that the field does not take holds for nothing. */
export function testOf(
  field: FreeField,
  { text }: TokenValue,
  bookmarked: (idea: AssessedIdea) => boolean,
): (idea: AssessedIdea) => boolean {
  switch (field) {
    case 'is': {
      const state = wordOf(STATES, text);
      return idea => state !== null && isIn(state, idea, bookmarked);
    }
    case 'has': {
      const part = wordOf(PARTS, text);
      return idea => part !== null && HAS[part](idea);
    }
    case 'missing': {
      const part = wordOf(PARTS, text);
      return idea => part !== null && !HAS[part](idea);
    }
    case 'title': {
      const wanted = fold(text).trim();
      return idea => fold(idea.title).includes(wanted);
    }
  }
}

export function isOfDate({ field }: Condition): boolean {
  return field === 'before' || field === 'after';
}

/**
 * A test of everything that is asked of the date: one of its readings has to meet it all, and one is enough. An idea is not hidden for what
 * it may not mean, nor shown for what it cannot mean. One without a date is what any other is not.
 */
export function isDatedSo(conditions: readonly Condition[]): (idea: AssessedIdea) => boolean {
  const tests = conditions.map(({ field, negated, values }) => {
    const days = values.map(({ text }) => daysOf(text) ?? ['', '9999']);
    return (day: string) => days.some(([first, last]) => (field === 'before' ? day < first : day > last)) !== negated;
  });
  const undated = conditions.every(({ negated }) => negated);
  return ({ inserted: { candidates } }) =>
    candidates.length === 0 ? undated : candidates.some(day => tests.every(test => test(day)));
}

const SCOPE_OF: { readonly [S in State]?: Scope } = { 'needs-review': 'needs-review', 'good-first': 'good-first' };

function isIn(state: State, idea: AssessedIdea, bookmarked: (idea: AssessedIdea) => boolean): boolean {
  if (state === 'open') return openCommentCount(idea) > 0;
  if (state === 'addressed') return idea.comments.some(comment => comment.state === 'addressed');
  if (state === 'interested') return idea.comments.some(isInterest);
  if (state === 'bookmarked') return bookmarked(idea);
  return inScope(SCOPE_OF[state] ?? 'all', idea, new Set());
}

function isInterest({ kind, state }: Comment): boolean {
  return kind === 'interest' && state === 'open';
}

const HAS: Readonly<Record<IdeaPart, (idea: AssessedIdea) => boolean>> = {
  comment: idea => idea.comments.length > 0,
  interest: idea => idea.comments.some(isInterest),
  difficulty: idea => idea.difficulty.min !== null,
  skills: idea => idea.skills.items.length > 0,
  outcomes: idea => idea.outcomes !== null,
  description: idea => idea.description !== null,
  gsoc: idea => idea.program.value !== 'unknown',
  mentor: idea => idea.contacts.some(contact => contact.role !== 'student'),
  address: idea => idea.contacts.some(contact => contact.role !== 'student' && contact.email !== null),
  date: idea => idea.inserted.candidates.length > 0,
  area: idea => idea.area !== null,
  irc: idea => idea.irc !== null,
};
