/**
 * The comments of a page: found by their icon, wherever they stand; author, time, words, kind and state.
 * To which idea a comment belongs is settled in parse-page.ts.
 */
import type { CommentKind, CommentState } from '../model/comment.ts';
import type { Profile } from '../model/profile.ts';
import { type Run, readRun } from './comment-run.ts';
import { findIcons } from './icons.ts';
import { type Mark, readSignature, type Signed, signatureStart } from './signature.ts';
import { hasText, isSmall, NO_WORD } from './text.ts';
import { dataOf, endOf, homeOf, nameAt, parentOf, type Tree } from './tree.ts';

export interface FoundComment {
  /** The icon's outermost inline node. */
  readonly icon: number;
  /** First node after its own words. */
  readonly to: number;
  /** What to leave out of the text around it: the comment, and the whole bullet with its replies when it has one. */
  readonly gap: readonly [from: number, to: number];
  readonly author: string | null;
  readonly timestamp: string | null;
  readonly kind: CommentKind;
  readonly state: CommentState;
  readonly text: string;
}

interface Draft {
  readonly icon: number;
  readonly run: Run;
  readonly signed: Signed;
  /** The bullet it fills; -1 when it has none. */
  readonly item: number;
  readonly isDone: boolean;
  readonly isStruck: boolean;
}

/** More characters than a marker takes up with all the punctuation that people put around it. */
const LONGEST_MARKED = 200;
const LISTS = new Set(['ul', 'ol', 'dl']);
const ITEMS = new Set(['li', 'dd']);

/** All comments in page order. `fieldStarts` are the nodes at which a field begins: a comment ends there. */
export function findComments(tree: Tree, profile: Profile, fieldStarts: ReadonlySet<number>): FoundComment[] {
  const icons = findIcons(tree, profile.comment.icon);
  const iconSet = new Set(icons);
  const stopsAt = (index: number) => iconSet.has(index) || fieldStarts.has(index);
  const isMarker = markerTest(profile);
  const interest = new RegExp(profile.comment.interest, 'iu');
  const drafts = icons.map(icon => draftOf(tree, icon, profile, stopsAt, isMarker));
  const byItem = new Map(drafts.filter(draft => draft.item >= 0).map(draft => [draft.item, draft]));
  return drafts.map(draft => {
    const lists = replyLists(tree, draft);
    const reply = (item: number) => replyOf(tree, item, profile, byItem, stopsAt, isMarker);
    const replies = lists.own.map(list => saysDone(tree, list, reply));
    const follows = lists.following >= 0 && saysDone(tree, lists.following, reply);
    const addressed = draft.isStruck || draft.isDone || replies.includes(true) || follows;
    const end = follows ? endOf(tree, lists.following) : draft.run.to;
    return {
      icon: draft.icon,
      to: draft.run.to,
      gap: draft.item >= 0 ? [draft.item, endOf(tree, draft.item)] : [draft.icon, end],
      author: draft.signed.author,
      timestamp: draft.signed.timestamp,
      kind: interest.test(draft.signed.text) ? 'interest' : 'review',
      state: addressed ? 'addressed' : 'open',
      text: draft.signed.text,
    };
  });
}

type Test<T> = (value: T) => boolean;

/** Whether words are one of the profile's markers, whatever punctuation stands around them. */
function markerTest(profile: Profile): Test<string> {
  const markers = new Set(profile.comment.addressed.map(marker => marker.toLowerCase()));
  // What is longer is no marker, and is not taken apart once for each bold word in it.
  // A question is none: “Done?”
  return words =>
    words.length <= LONGEST_MARKED &&
    !words.includes('?') &&
    markers.has(words.split(NO_WORD).filter(Boolean).join(' ').toLowerCase());
}

function draftOf(tree: Tree, icon: number, profile: Profile, stopsAt: Test<number>, isMarker: Test<string>): Draft {
  const home = homeOf(tree, icon);
  const run = readRun(tree, home, endOf(tree, icon), stopsAt);
  const signed = readSignature(run.text, run.marks, profile.comment.unsignedAuthors);
  // A full stop or “(fixed)” that is left beside what was struck out keeps nothing.
  const kept = run.kept.some(([start, end]) => {
    const words = run.text.slice(Math.max(start, signed.start), Math.min(end, signed.end));
    return words.split(NO_WORD).some(Boolean) && !isMarker(words);
  });
  return {
    icon,
    run,
    signed,
    item: itemOf(tree, icon),
    isDone: isMarker(signed.text) || endsWithMarker(run, signed, isMarker),
    isStruck: run.hasStruck && !kept,
  };
}

/** Whether the last words are a marker of their own: in bold or behind an image, as `{{done}}` renders. */
function endsWithMarker(run: Run, signed: Signed, isMarker: Test<string>): boolean {
  const end = signatureStart(run.text, run.marks);
  const isDone = (start: number) => isMarker(run.text.slice(start, end));
  const bold = ({ kind, start }: Mark) =>
    kind === 'bold' && start > signed.start && isDone(start) && beginsAnew(run.text, start);
  return run.marks.some(bold) || run.images.some(start => start >= signed.start && isDone(start));
}

/** Whether no word stands before it in its line. In the middle of a sentence a marker is a word: “what remains to be **done**”. */
function beginsAnew(text: string, start: number): boolean {
  const before = text.slice(Math.max(0, start - 2), start).replace(/ $/u, '');
  return !isSmall(text.slice(start)) || NO_WORD.test(before.slice(-1));
}

/** The bullet that the comment begins; -1 when it stands elsewhere or something is written before it. */
function itemOf(tree: Tree, icon: number): number {
  for (let at = homeOf(tree, icon); at > 0; at = parentOf(tree, at)) {
    if (hasText(tree, at, icon)) return -1;
    if (ITEMS.has(nameAt(tree, at))) return at;
    if (nameAt(tree, at) !== 'p' && nameAt(tree, at) !== 'div') return -1;
  }
  return -1;
}

/** The lists in the comment's bullet, and the indented lines right after it or after its list. */
function replyLists(tree: Tree, draft: Draft): { own: number[]; following: number } {
  const own: number[] = [];
  if (draft.item >= 0) {
    for (let at = draft.run.to; at < endOf(tree, draft.item); at++) {
      if (!LISTS.has(nameAt(tree, at))) continue;
      own.push(at);
      at = endOf(tree, at) - 1;
    }
  }
  return { own, following: followingIndent(tree, draft) };
}

function followingIndent(tree: Tree, draft: Draft): number {
  const home = homeOf(tree, draft.icon);
  let edge = draft.run.to;
  if (draft.item >= 0) {
    const list = parentOf(tree, draft.item);
    if (hasText(tree, endOf(tree, draft.item), endOf(tree, list))) return -1;
    edge = endOf(tree, list);
  } else if (nameAt(tree, home) === 'p') {
    if (hasText(tree, edge, endOf(tree, home))) return -1;
    edge = endOf(tree, home);
  }
  while (edge < tree.size && dataOf(tree, edge) !== '' && dataOf(tree, edge).trim() === '') edge++;
  return nameAt(tree, edge) === 'dl' ? edge : -1;
}

type Reply = 'done' | 'comment' | 'words';

/** Whether one of the list's items says so; what stands below a reply that is a comment of its own is that one's. */
function saysDone(tree: Tree, list: number, reply: (item: number) => Reply | 'done-comment'): boolean {
  for (let at = list + 1; at < endOf(tree, list); at++) {
    if (!ITEMS.has(nameAt(tree, at))) continue;
    const kind = reply(at);
    if (kind === 'done' || kind === 'done-comment') return true;
    if (kind === 'comment') at = endOf(tree, at) - 1;
  }
  return false;
}

function replyOf(
  tree: Tree,
  item: number,
  profile: Profile,
  byItem: ReadonlyMap<number, Draft>,
  stopsAt: Test<number>,
  isMarker: Test<string>,
): Reply | 'done-comment' {
  const comment = byItem.get(item);
  if (comment) return isMarker(comment.signed.text) ? 'done-comment' : 'comment';
  const first = firstLine(tree, item);
  const run = readRun(tree, homeOf(tree, first), first, stopsAt);
  return isMarker(readSignature(run.text, run.marks, profile.comment.unsignedAuthors).text) ||
    isMarker(run.text.slice(0, signatureStart(run.text, run.marks)))
    ? 'done'
    : 'words';
}

/** The first node of an item's text: in it, or in the paragraph that it begins with. */
function firstLine(tree: Tree, item: number): number {
  let at = item + 1;
  while (
    at < endOf(tree, item) &&
    (nameAt(tree, at) === 'p' || (nameAt(tree, at) === '#text' && dataOf(tree, at).trim() === ''))
  ) {
    at++;
  }
  return at;
}
