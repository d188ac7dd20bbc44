/** What was read of this page, with what the attention rules say; and what the popup is told about it. */
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdleState, LensCounts } from '../../utils/model/lens-status.ts';
import type { Reading, Warning } from '../../utils/model/page.ts';
import type { Profile } from '../../utils/model/profile.ts';
import { type Look, lookAt, type Steps } from '../../utils/page/parse-page.ts';
import { assess, interestCount, needsReview, openComments } from '../../utils/review/assess.ts';

export interface ReadPage {
  readonly reading: Reading;
  readonly ideas: readonly AssessedIdea[];
  readonly profile: Profile;
}

/** A page at first sight. */
export interface SeenPage extends Pick<Look, 'chance' | 'isTouched'> {
  readonly read: () => Steps<ReadPage>;
}

/** Looks at the page's headings and words. */
export function lookForIdeas(document: Document, url: string, profile: Profile): SeenPage {
  const look = lookAt(document, { url, profile });
  return {
    ...look,
    *read() {
      const reading = yield* look.read();
      yield;
      return { reading, ideas: reading.page.ideas.map(idea => assess(idea, profile)), profile };
    },
  };
}

/** The labels that were not understood on a page that looks like ideas; `null` elsewhere. */
export function unknownLabels({ reading }: ReadPage): Warning | null {
  return reading.warnings.find(warning => warning.code === 'unknown-labels') ?? null;
}

/** Why there is nothing to show; `null` where there are ideas. */
export function whyIdle(page: ReadPage): IdleState | null {
  if (page.ideas.length > 0) return null;
  if (page.reading.warnings.some(warning => warning.code === 'not-a-read-view')) return 'other-view';
  return unknownLabels(page) ? 'not-understood' : 'no-ideas';
}

/** The page's counts, whatever is filtered. */
export function countsOf(ideas: readonly AssessedIdea[]): LensCounts {
  const sum = (count: (idea: AssessedIdea) => number) => ideas.reduce((all, idea) => all + count(idea), 0);
  return {
    ideas: ideas.length,
    needsReview: ideas.filter(needsReview).length,
    openComments: sum(idea => openComments(idea).length),
    interested: sum(interestCount),
  };
}

/** Whether a change of a page that has no ideas may bring some. */
export function bringsHeadings({ addedNodes }: MutationRecord): boolean {
  const headings = 'h2, h3, h4, h5, h6';
  return [...addedNodes].some(
    node => node instanceof Element && (node.matches(headings) || node.querySelector(headings) !== null),
  );
}
