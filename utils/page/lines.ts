/** The lines of a page: runs of text that no block and no `<br>` breaks. A label is looked for in a line, not in a tag. */
import { dataOf, homeOf, isBlock, nameAt, type Tree } from './tree.ts';

export interface Line {
  /** The block it stands in. */
  readonly home: number;
  /** Its text nodes, the first one not blank. */
  readonly texts: readonly number[];
}

const PREFORMATTED = new Set(['pre', 'code', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** All lines that may hold labels, in page order: none of `<pre>`, `<code>` and headings. */
export function readLines(tree: Tree): Line[] {
  const lines: Line[] = [];
  let texts: number[] = [];
  let home = -1;
  const flush = () => {
    if (texts.length > 0) lines.push({ home, texts });
    texts = [];
  };
  for (let at = 0; at < tree.nodes.length; at++) {
    const name = nameAt(tree, at);
    if (name === '#text') {
      const own = homeOf(tree, at);
      if (own !== home) flush();
      if (texts.length > 0 || /\S/u.test(dataOf(tree, at))) texts.push(at);
      home = own;
    } else if (name === 'br' || isBlock(name)) {
      flush();
    }
    if (PREFORMATTED.has(name)) at = (tree.ends[at] ?? at + 1) - 1;
  }
  flush();
  return lines;
}
