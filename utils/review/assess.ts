/**
 * The attention rules: why an idea needs a review, and what else a reader of its reasons should know.
 * Not for words (the locale files have them) and not for grouping them for display (`components/review/group-reasons.ts`).
 */
import type { Comment } from '../model/comment.ts';
import type { AssessedIdea, Idea } from '../model/idea.ts';
import { type ListStanding, type Profile, standingOf } from '../model/profile.ts';
import { ADVISORY_CODES, type AdvisoryCode, REASON_CODES, type ReasonCode } from '../model/reason.ts';

/**
 * The idea with its reasons (in the order of REASON_CODES) and advisories (alphabetical).
 * In a closed list only `comment:open` is a reason; a list that the profile does not know gives no list reason.
 * A field counts as missing when it is absent, empty or one of the profile's placeholders; text that is there but was not
 * understood is not missing. Throws only when a placeholder of the profile is no regular expression.
 */
export function assess(idea: Idea, profile: Profile): AssessedIdea {
  const standing = standingOf(profile, idea.list);
  const isMissing = missingTest(profile);
  const holds: Readonly<Record<ReasonCode, boolean>> = {
    'list:needs-work': standing === 'needs-work',
    'list:new': standing === 'new',
    'comment:open': openComments(idea).length > 0,
    'difficulty:missing': idea.difficulty.min === null && isMissing(idea.difficulty.raw),
    'skills:missing': idea.skills.items.length === 0 && isMissing(idea.skills.raw),
    'outcomes:missing': isMissing(idea.outcomes),
    'program:missing': idea.program.value === 'unknown' && isMissing(idea.program.raw),
    'contact:no-address': !idea.contacts.some(contact => contact.role !== 'student' && contact.email !== null),
  };
  return {
    ...idea,
    reasons: REASON_CODES.filter(code => holds[code] && flagsIn(standing, code)),
    advisories: advisoriesOf(idea),
  };
}

/** Whether at least one reason holds. Advisories alone never do. */
export function needsReview(idea: AssessedIdea): boolean {
  return idea.reasons.length > 0;
}

/** The review comments nobody has addressed, in page order. */
export function openComments(idea: Idea): readonly Comment[] {
  return idea.comments.filter(comment => comment.kind === 'review' && comment.state === 'open');
}

/** How many comments say that somebody is interested; one that was struck out no longer counts. */
export function interestCount(idea: Idea): number {
  return idea.comments.filter(comment => comment.kind === 'interest' && comment.state === 'open').length;
}

function flagsIn(standing: ListStanding | null, code: ReasonCode): boolean {
  return standing !== 'closed' || code === 'comment:open';
}

function advisoriesOf(idea: Idea): readonly AdvisoryCode[] {
  const holds: Readonly<Record<AdvisoryCode, boolean>> = {
    'comment:interest': interestCount(idea) > 0,
    'comment:misplaced': idea.comments.some(comment => comment.misplaced),
    'comment:unsigned': idea.comments.some(comment => comment.timestamp === null),
    'date:ambiguous': idea.inserted.candidates.length > 1,
    'skills:prose': idea.skills.form === 'prose',
    // A date with two readings is still a date: somebody verified the idea on one of these days.
    'verified:never': idea.verified.candidates.length === 0,
  };
  return ADVISORY_CODES.filter(code => holds[code]);
}

/** Whether a raw value says nothing: absent, blank, or wholly one of the profile's placeholders. */
function missingTest(profile: Profile): (raw: string | null) => boolean {
  const placeholders = profile.placeholders.map(source => new RegExp(`^(?:${source})\\.?$`, 'iu'));
  return raw => {
    const text = raw?.replace(/\s+/gu, ' ').trim() ?? '';
    return text === '' || placeholders.some(placeholder => placeholder.test(text));
  };
}
