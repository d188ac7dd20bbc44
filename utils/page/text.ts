/** Plain text of a stretch of the page. Not what CSS shows: no layout is asked, so that every DOM gives the same. */
import { endOf, type Tree } from './tree.ts';

/** From a place in a text node (or the start of any node) up to, not with, node `to`. */
export interface Stretch {
  readonly from: number;
  /** Characters to leave out at the start, where `from` is a text node. */
  readonly offset: number;
  readonly to: number;
  /** So many characters of the last node belong to it, where that is a text and goes on; else all. */
  readonly last?: number | undefined;
}

/** Stretches of nodes `[from, to)` to leave out, in page order, not overlapping. */
export type Gaps = readonly (readonly [from: number, to: number])[];

/**
 * What stands between words: white space, punctuation and symbols, also the typographic. A plain class of characters on purpose: classes of
 * Unicode properties take milliseconds to compile, at every arrival.
 */
export const NO_WORD = /[\s!-/:-@[-`{-~\u00a1-\u00bf\u2010-\u2bff\u3000-\u3003\uff01-\uff0f\uff1a-\uff20]+/u;

/** Whether any character is a letter of any script (anything that is neither digit nor punctuation). */
export function hasLetter(text: string): boolean {
  return text.split(NO_WORD).some(word => /\D/u.test(word));
}

/** Whether the text begins with a small letter. */
export function isSmall(text: string): boolean {
  const first = text.charAt(0);
  return first === first.toLowerCase() && first !== first.toUpperCase();
}

/** White space collapsed, U+00A0 too; trimmed. (The expression passes over single blanks, which is nearly all there is.) */
export function collapse(text: string): string {
  return text.replace(/[^\S ]\s*|\s{2,}/gu, ' ').trim();
}

/**
 * The text without the characters of `out` at its end. An expression that is anchored at the end alone (`[-:]+$`) would go through a
 * long run once for each character of it.
 */
export function trimEnd(text: string, out: string): string {
  let end = text.length;
  while (end > 0 && out.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** The stretch's text with line breaks only where a block begins or ends and at `<br>`; other white space is blanks. */
export function textWithLines(tree: Tree, stretch: Stretch, gaps: Gaps = []): string {
  return spell(tree, stretch, gaps, '\n', data => data.replace(/\s+/gu, ' '));
}

/** The stretch's text, white space collapsed. */
export function plainText(tree: Tree, stretch: Stretch, gaps: Gaps = []): string {
  return collapse(spell(tree, stretch, gaps, ' ', data => data));
}

/** One loop over the arrays themselves: all text of all ideas goes through here on arrival. */
function spell(tree: Tree, stretch: Stretch, gaps: Gaps, ending: string, prepare: (data: string) => string): string {
  const { names, data, homes } = tree;
  let text = '';
  let home = homes[stretch.from];
  let gap = firstGapAfter(gaps, stretch.from);
  let gapFrom = gaps[gap]?.[0] ?? stretch.to;
  for (let at = stretch.from; at < stretch.to; at++) {
    if (at >= gapFrom) {
      text += ending;
      at = Math.max(at, (gaps[gap]?.[1] ?? at + 1) - 1);
      gapFrom = gaps[++gap]?.[0] ?? stretch.to;
      continue;
    }
    const piece = data[at];
    if (piece) {
      if (homes[at] !== home) text += ending;
      home = homes[at];
      const end = at === stretch.to - 1 ? stretch.last : undefined;
      text += prepare(
        at === stretch.from || end !== undefined ? piece.slice(at === stretch.from ? stretch.offset : 0, end) : piece,
      );
    } else if (homes[at] === at || names[at] === 'br') {
      text += ending;
    }
  }
  return text;
}

function firstGapAfter(gaps: Gaps, index: number): number {
  let low = 0;
  let high = gaps.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((gaps[middle]?.[1] ?? 0) <= index) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The text of one node and all in it, white space collapsed. */
export function textOfNode(tree: Tree, index: number): string {
  return plainText(tree, { from: index, offset: 0, to: endOf(tree, index) });
}

/** `text`, as a part of `whole` where it stands in it word for word: then browsers keep its characters once. */
export function partOf(whole: string, text: string): string {
  const at = whole.indexOf(text);
  return at < 0 ? text : whole.slice(at, at + text.length);
}

/** Whether any character but white space stands in nodes `[from, to)`. */
export function hasText(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const piece = tree.data[at];
    if (piece && /\S/u.test(piece)) return true;
  }
  return false;
}
