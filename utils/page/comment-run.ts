/** The words of one comment or reply with what the page marks in them: bold, links to users, images, what is struck out. */
import { decodeUrl } from './address.ts';
import type { Mark } from './signature.ts';
import { attribute, closest, dataOf, endOf, homeOf, isBlock, nameAt, parentOf, type Tree } from './tree.ts';

export interface Run {
  /** White space collapsed, not trimmed at the end; a line break for each `<br>`. */
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Text before which an image stands. */
  readonly images: readonly number[];
  /** Stretches of the text that are not struck out. */
  readonly kept: readonly (readonly [start: number, end: number])[];
  readonly hasStruck: boolean;
  /** First node after it. */
  readonly to: number;
}

/** From node `from` on in its block: up to the next block, to a node that `stopsAt` names, or to the end. */
export function readRun(tree: Tree, home: number, from: number, stopsAt: (index: number) => boolean): Run {
  let text = '';
  let at = from;
  let isBlank = true;
  let hasStruck = false;
  const images: number[] = [];
  const kept: [number, number][] = [];
  const marks = new Map<number, Mark>();
  for (; at < endOf(tree, home); at++) {
    const name = nameAt(tree, at);
    if (isBlock(name) || stopsAt(at)) break;
    if (name === 'img') images.push(text.length);
    const data = dataOf(tree, at).replace(/\s+/gu, ' ');
    const piece = name === 'br' ? '\n' : isBlank ? data.trimStart() : data;
    if (piece === '') continue;
    const start = text.length;
    text += piece;
    isBlank = /\s$/u.test(piece.slice(-1));
    if (piece.trim() === '') continue;
    if (isStruck(tree, at)) hasStruck = true;
    else kept.push([start, text.length]);
    markAncestors(tree, at, home, start, text.length, marks);
  }
  return { text, marks: [...marks.values()], images, kept, hasStruck, to: at };
}

/** Elements whose text is struck out. */
export const isStrike = (name: string) => name === 's' || name === 'del' || name === 'strike';

function isStruck(tree: Tree, index: number): boolean {
  if (closest(tree, index, isStrike) >= 0) return true;
  for (let at = parentOf(tree, index); at > homeOf(tree, index); at = parentOf(tree, at)) {
    if (/line-through/iu.test(attribute(tree, at, 'style'))) return true;
  }
  return false;
}

/** Notes bold elements and links to users around the text from `start` to `end`, each element once with all its text. */
function markAncestors(
  tree: Tree,
  index: number,
  home: number,
  start: number,
  end: number,
  marks: Map<number, Mark>,
): void {
  for (let at = parentOf(tree, index); at > home; at = parentOf(tree, at)) {
    const known = marks.get(at);
    const mark = known ? { ...known, end } : markOf(tree, at, start, end);
    if (mark) marks.set(at, mark);
  }
}

function markOf(tree: Tree, index: number, start: number, end: number): Mark | null {
  const name = nameAt(tree, index);
  if (name === 'b' || name === 'strong') return { kind: 'bold', start, end, user: '' };
  if (name !== 'a') return null;
  const title = attribute(tree, index, 'title').replace(/ \(page does not exist\)$/u, '');
  return userOf(title, start, end) ?? userOf(decodeUrl(attribute(tree, index, 'href')), start, end);
}

/** A link to a user's page, talk page or (who has no account) contributions. */
function userOf(target: string, start: number, end: number): Mark | null {
  const match = /(?:^|[/=])(user|user[ _]talk|special:contributions(?=\/))[:/]([^/#?&]+)/iu.exec(target);
  const user = match?.[2]?.replaceAll('_', ' ').trim();
  if (!match || !user) return null;
  return { kind: /talk/iu.test(match[1] ?? '') ? 'talk' : 'user', start, end, user };
}
