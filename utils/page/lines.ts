/** The lines of a page: runs of text that no block and no `<br>` breaks. A label is looked for in a line, not in a tag. */
import type { Tree } from './tree.ts';

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
  const { names, data, homes, ends } = tree;
  for (let at = 0; at < names.length; at++) {
    const piece = data[at];
    if (piece) {
      const own = homes[at] ?? 0;
      if (own !== home) flush();
      if (texts.length > 0 || /\S/u.test(piece)) texts.push(at);
      home = own;
      continue;
    }
    const name = names[at] ?? '';
    if (homes[at] === at || name === 'br') flush();
    if (PREFORMATTED.has(name)) at = (ends[at] ?? at + 1) - 1;
  }
  flush();
  return lines;
}
