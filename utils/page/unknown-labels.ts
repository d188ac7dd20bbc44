/** A page whose headings look like ideas but whose labels the profile does not know: says so, instead of guessing. */
import type { Warning } from '../model/page.ts';
import type { Heading } from './headings.ts';
import { type Lexicon, wordsOfLabel } from './labels.ts';
import { endOf, nameAt, type Tree } from './tree.ts';

export interface UnknownLabels {
  readonly warning: Warning;
  /** The first heading that looks like an idea. */
  readonly first: Heading;
}

/** Fewest labels of a heading, and fewest such headings, that look like ideas. */
const FEWEST = 2;
const MARKED = new Set(['b', 'strong', 'th', 'dt']);
const SKIPPED = new Set(['pre', 'code', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Finds headings of one level under which the same labels (bold, `<th>`, `<dt>`, with a colon) repeat; `null` when there are none. */
export function findUnknownLabels(tree: Tree, headings: readonly Heading[], lexicon: Lexicon): UnknownLabels | null {
  const byLevel = new Map<number, { heading: Heading; labels: Set<string> }[]>();
  headings.forEach((heading, position) => {
    const labels = markedLabels(tree, endOf(tree, heading.block), headings[position + 1]?.index ?? tree.size, lexicon);
    if (labels.size < FEWEST) return;
    const same = byLevel.get(heading.level) ?? [];
    byLevel.set(heading.level, [...same, { heading, labels }]);
  });
  const found = [...byLevel.values()].map(repeating).filter(group => group.headings.length >= FEWEST);
  const best = found.sort((a, b) => b.headings.length - a.headings.length)[0];
  const first = best?.headings[0];
  if (!best || !first) return null;
  const { labels } = best;
  const count = best.headings.length;
  const message = `${count} headings look like ideas, but their labels are not known: ${labels.map(label => `“${label}”`).join(', ')}.`;
  return { first, warning: { code: 'unknown-labels', message, labels, count } };
}

function repeating(group: readonly { heading: Heading; labels: ReadonlySet<string> }[]): {
  headings: Heading[];
  labels: string[];
} {
  const counts = new Map<string, number>();
  for (const { labels } of group) for (const label of labels) counts.set(label, (counts.get(label) ?? 0) + 1);
  const labels = [...counts].filter(([, count]) => count >= FEWEST).map(([label]) => label);
  const headings = group.filter(item => labels.filter(label => item.labels.has(label)).length >= FEWEST);
  return { headings: headings.map(item => item.heading), labels };
}

function markedLabels(tree: Tree, from: number, to: number, lexicon: Lexicon): Set<string> {
  const labels = new Set<string>();
  for (let at = from; at < to; at++) {
    const name = nameAt(tree, at);
    if (SKIPPED.has(name)) at = endOf(tree, at) - 1;
    if (!MARKED.has(name)) continue;
    const label = wordsOfLabel(tree, at);
    if (label !== '' && !lexicon.has(label.toLowerCase())) labels.add(label);
  }
  return labels;
}
