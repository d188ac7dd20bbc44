/**
 * Paints search hits with the CSS Custom Highlight API: the page's nodes stay as they are. Ranges are static, because
 * moving nodes collapses live ones. Colours are in highlights.css.
 */
import type { IdeaRegion } from '../model/region.ts';
import css from './highlights.css?inline';
import { COMMENT_HIGHLIGHT, HIT_HIGHLIGHT, HIT_LINE_HIGHLIGHT } from './names.ts';
import { canPaint, clearPaint, dye } from './painting.ts';

/** Where to paint in a text: pairs of start and end, in UTF-16 units, in order, not overlapping. */
export type FindHits = (text: string) => readonly (readonly [number, number])[];

const SKIPPED = 'style, script, template, .mw-editsection';

/** How strongly hits show. */
export type HitStrength = 'off' | 'underline' | 'full';

export interface Paint {
  /** Paints the hits in `regions`, in place of what was painted before; none without `find`, or where they are off. */
  hits(regions: Iterable<IdeaRegion>, find: FindHits | null, strength?: HitStrength): void;
  /** Paints the nodes of a comment somebody was sent to; none takes the paint away. */
  comment(nodes: readonly Node[]): void;
}

/** Paint for one lens: it goes, whatever it is, when `signal` aborts. */
export function createPaint(document: Document, signal: AbortSignal): Paint {
  const isOver = () => signal.aborted || !canPaint();
  signal.addEventListener('abort', () => clearPaint(document), { once: true });

  function paint(name: string, ranges: readonly StaticRange[]): void {
    if (ranges.length === 0) return;
    dye(document, css);
    CSS.highlights.set(name, new Highlight(...ranges));
  }

  return {
    hits(regions, find, strength = 'full') {
      if (isOver()) return;
      for (const name of [HIT_HIGHLIGHT, HIT_LINE_HIGHLIGHT]) CSS.highlights.delete(name);
      if (!find || strength === 'off') return;
      const ranges = [...regions].flatMap(region => region.nodes.flatMap(node => hitsIn(node, find)));
      paint(strength === 'full' ? HIT_HIGHLIGHT : HIT_LINE_HIGHLIGHT, ranges);
    },
    comment(nodes) {
      if (isOver()) return;
      CSS.highlights.delete(COMMENT_HIGHLIGHT);
      paint(
        COMMENT_HIGHLIGHT,
        nodes.flatMap(node => textNodes(node).map(text => range(text, 0, text, text.length))),
      );
    },
  };
}

function hitsIn(node: Node, find: FindHits): StaticRange[] {
  const texts = textNodes(node);
  const starts: number[] = [];
  let whole = '';
  for (const text of texts) {
    starts.push(whole.length);
    whole += text.data;
  }
  if (whole.trim() === '') return [];
  return find(whole).flatMap(([start, end]) => {
    const first = nodeAt(starts, start);
    const last = nodeAt(starts, end - 1);
    const from = texts[first];
    const to = texts[last];
    return from && to ? [range(from, start - (starts[first] ?? 0), to, end - (starts[last] ?? 0))] : [];
  });
}

function textNodes(node: Node): Text[] {
  const texts: Text[] = [];
  const walker = (node.ownerDocument ?? document).createTreeWalker(
    node,
    NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT,
    {
      acceptNode: each =>
        each instanceof Element && each.matches(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
    },
  );
  for (let each: Node | null = walker.currentNode; each; each = walker.nextNode()) {
    if (each instanceof Text) texts.push(each);
  }
  return texts;
}

/** The index of the last start that is not past `offset`. */
function nodeAt(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

function range(from: Text, start: number, to: Text, end: number): StaticRange {
  return new StaticRange({ startContainer: from, startOffset: start, endContainer: to, endOffset: end });
}
