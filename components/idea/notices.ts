/** The words of the lens's own messages on the page, as content for the notice component. Nothing is shown or done here. */
import { addressOfPage, type Page } from '../../utils/model/page.ts';
import { t, wordsLanguage } from '../../utils/platform/i18n.ts';
import { shorten } from '../review/Phrase.tsx';
import type { NoticeAction, NoticeContent } from '../ui/Notice.tsx';

/** Beyond these a list of labels tells nobody more. */
const MOST_LABELS = 5;
const LONGEST_LABEL = 40;

/** Signs that turn or isolate the direction of text; in a plain string they would reorder our words. */
const DIRECTION_SIGNS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** The page shown is not its newest revision, which the notice leads to. */
export function oldRevisionNotice(page: Pick<Page, 'url' | 'key'>, onClose: () => void): NoticeContent {
  return {
    id: 'old-revision',
    kind: 'notice',
    text: t('notice.oldRevision'),
    actions: [{ label: t('notice.currentVersion'), href: addressOfPage(page) }],
    onClose,
  };
}

export interface NotUnderstood {
  /** Headings that look like ideas. */
  readonly headings: number;
  /** Their labels, in page order. */
  readonly labels: readonly string[];
  /** An action is offered only where its callback is given. */
  readonly onCopyReport?: () => void;
  readonly onNeverHere?: () => void;
  readonly onClose: () => void;
}

function labelLine(labels: readonly string[]): string {
  return t('notice.labels', [quotedList(labels)]);
}

/** The first few of the page's or a link's own words, tamed: “Ask”, “About”, 2 more. */
function quotedList(words: readonly string[]): string {
  const quoted = words
    .slice(0, MOST_LABELS)
    .map(word => t('notice.quoted', [shorten(word.replace(DIRECTION_SIGNS, ''), LONGEST_LABEL)]));
  const more = words.length - quoted.length;
  return (more > 0 ? [...quoted, t('notice.moreLabels', [String(more)])] : quoted).join(', ');
}

/** A link asks for filters that there are not; what it asks for beside them is applied. */
export function unknownLinkNotice(unknown: readonly string[], onClose: () => void): NoticeContent {
  // A sign that would cut the message into its plural forms.
  const words = quotedList(unknown.map(word => word.replaceAll('|', '¦')));
  return {
    id: 'unknown-link',
    kind: 'notice',
    text: t('notice.unknownLink', [words], unknown.length),
    actions: [],
    onClose,
  };
}

/** The page looks like a list of ideas, but its labels are unknown: the lens stays off. */
export function notUnderstoodNotice({
  headings,
  labels,
  onCopyReport,
  onNeverHere,
  onClose,
}: NotUnderstood): NoticeContent {
  const actions: NoticeAction[] = [];
  if (onCopyReport) actions.push({ label: t('notice.copyReport'), onAction: onCopyReport });
  if (onNeverHere) actions.push({ label: t('notice.notAgain'), onAction: onNeverHere });
  return {
    id: 'not-understood',
    kind: 'notice',
    lead: t('notice.notUnderstood'),
    text: t('notice.headings', undefined, headings),
    language: wordsLanguage(),
    ...(labels.length > 0 ? { detail: labelLine(labels) } : {}),
    actions,
    onClose,
  };
}

/** Some script takes the lens apart each time it has been put up: it has stepped aside. */
export function restlessNotice(onReadAgain: () => void, onClose: () => void): NoticeContent {
  return {
    id: 'restless',
    kind: 'notice',
    text: t('notice.restless'),
    language: wordsLanguage(),
    actions: [{ label: t('notice.readAgain'), onAction: onReadAgain }],
    onClose,
  };
}

/** The store refuses: nothing pretends to be saved. What a newer version has stored cannot be read however often one tries. */
export function notSavingNotice(code: string, onTryAgain: () => void, onClose: () => void): NoticeContent {
  const newer = code === 'newer-data';
  return {
    id: 'not-saving',
    kind: 'error',
    text: t(newer ? 'error.newerData' : 'notice.notSaving'),
    actions: newer ? [] : [{ label: t('notice.tryAgain'), onAction: onTryAgain }],
    onClose,
  };
}
