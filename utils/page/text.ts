/** Plain text of a stretch of the page. Not what CSS shows: no layout is asked, so that every DOM gives the same. */
import { dataOf, endOf, homeOf, nameAt, type Tree } from './tree.ts';

/** From a place in a text node (or the start of any node) up to, not with, node `to`. */
export interface Stretch {
  readonly from: number;
  /** Characters to leave out at the start, where `from` is a text node. */
  readonly offset: number;
  readonly to: number;
}

/** Stretches of nodes `[from, to)` to leave out, in page order, not overlapping. */
export type Gaps = readonly (readonly [from: number, to: number])[];

/** White space collapsed, U+00A0 too; trimmed. */
export function collapse(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** The stretch's text with line breaks only where a block begins or ends and at `<br>`; other white space is blanks. */
export function roughText(tree: Tree, stretch: Stretch, gaps: Gaps = []): string {
  const parts: string[] = [];
  let gap = firstGapAfter(gaps, stretch.from);
  let home = -1;
  for (let at = stretch.from; at < stretch.to; at++) {
    while (gap < gaps.length && (gaps[gap]?.[1] ?? 0) <= at) gap++;
    const open = gaps[gap];
    if (open && open[0] <= at) {
      parts.push('\n');
      at = open[1] - 1;
      continue;
    }
    const name = nameAt(tree, at);
    if (name === '#text') {
      const own = homeOf(tree, at);
      if (own !== home) parts.push('\n');
      home = own;
      const data = dataOf(tree, at);
      parts.push((at === stretch.from ? data.slice(stretch.offset) : data).replace(/\s+/gu, ' '));
    } else if (name === 'br' || homeOf(tree, at) === at) {
      parts.push('\n');
    }
  }
  return parts.join('');
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

/** The stretch's text, white space collapsed. */
export function plainText(tree: Tree, stretch: Stretch, gaps: Gaps = []): string {
  return collapse(roughText(tree, stretch, gaps));
}

/** The text of one node and all in it, white space collapsed. */
export function textOfNode(tree: Tree, index: number): string {
  return plainText(tree, { from: index, offset: 0, to: endOf(tree, index) });
}

/** Whether any character but white space stands in nodes `[from, to)`. */
export function hasText(tree: Tree, from: number, to: number): boolean {
  for (let at = from; at < to; at++) if (/\S/u.test(dataOf(tree, at))) return true;
  return false;
}
