/**
 * An idea's reasons as rows to show: open comments first, then the list, then the missing fields in one row. Pure data, no words;
 * what holds is decided elsewhere (`idea.reasons`), here it is only put together.
 */
import type { Comment } from '../../utils/model/comment.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { AdvisoryCode } from '../../utils/model/reason.ts';

export type MissingField = 'difficulty' | 'skills' | 'outcomes';

export type ReasonRow =
  | { readonly kind: 'comment'; readonly comment: Comment }
  | { readonly kind: 'list'; readonly list: 'needs-work' | 'new' }
  | {
      readonly kind: 'missing';
      /** Never empty; in the order of the page's template. */
      readonly fields: readonly MissingField[];
      /** What the page has in their place, each wording once. */
      readonly said: readonly string[];
      /** At least one of them has nothing in its place, or nothing that was read. */
      readonly silent: boolean;
    }
  | { readonly kind: 'program'; readonly said: string | null }
  | { readonly kind: 'contact'; readonly names: readonly string[] };

export type AdvisoryNote =
  | { readonly code: 'date:ambiguous'; readonly raw: string; readonly candidates: readonly string[] }
  | { readonly code: Exclude<AdvisoryCode, 'date:ambiguous'>; readonly count: number };

/** Review comments that are not addressed, in page order. */
function openComments(idea: AssessedIdea): Comment[] {
  return idea.comments.filter(comment => comment.kind === 'review' && comment.state === 'open');
}

/** Comments in which somebody puts a name to the idea, in page order. */
export function interestComments(idea: AssessedIdea): Comment[] {
  return idea.comments.filter(comment => comment.kind === 'interest' && comment.state === 'open');
}

function missingRow(idea: AssessedIdea): ReasonRow[] {
  const raw = { difficulty: idea.difficulty.raw, skills: idea.skills.raw, outcomes: idea.outcomesRaw };
  const fields = (['difficulty', 'skills', 'outcomes'] as const).filter(name =>
    idea.reasons.includes(`${name}:missing`),
  );
  if (fields.length === 0) return [];
  const texts = fields.map(name => raw[name]?.trim() || null);
  const said = [...new Set(texts.filter(text => text !== null))];
  return [{ kind: 'missing', fields, said, silent: texts.includes(null) }];
}

/** The rows of the list of reasons. Empty when `idea.reasons` is. */
export function groupReasons(idea: AssessedIdea): ReasonRow[] {
  const has = (code: AssessedIdea['reasons'][number]) => idea.reasons.includes(code);
  const rows: ReasonRow[] = has('comment:open')
    ? openComments(idea).map(comment => ({ kind: 'comment', comment }))
    : [];
  if (has('list:needs-work')) rows.push({ kind: 'list', list: 'needs-work' });
  if (has('list:new')) rows.push({ kind: 'list', list: 'new' });
  rows.push(...missingRow(idea));
  if (has('program:missing')) rows.push({ kind: 'program', said: idea.program.raw?.trim() || null });
  if (has('contact:no-address')) {
    // Nobody writes to a student about the idea.
    const names = idea.contacts.flatMap(({ name, role }) => (role === 'student' ? [] : (name ?? [])));
    rows.push({ kind: 'contact', names });
  }
  return rows;
}

/** The advisories with what their words need: how many comments, or the date and its readings. */
export function noteAdvisories(idea: AssessedIdea): AdvisoryNote[] {
  const among = (holds: (comment: Comment) => boolean) => Math.max(1, idea.comments.filter(holds).length);
  return idea.advisories.map((code): AdvisoryNote => {
    switch (code) {
      case 'date:ambiguous':
        return { code, raw: idea.inserted.raw ?? '', candidates: idea.inserted.candidates };
      case 'comment:interest':
        return { code, count: Math.max(1, interestComments(idea).length) };
      case 'comment:misplaced':
        return { code, count: among(comment => comment.misplaced) };
      case 'comment:unsigned':
        return { code, count: among(comment => comment.timestamp === null) };
      default:
        return { code, count: 1 };
    }
  });
}
