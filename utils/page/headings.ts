/** The headings of a page, in each form MediaWiki writes them. What they head is decided in outline.ts. */
import { type Gaps, plainText } from './text.ts';
import { attribute, endOf, hasClass, nameAt, parentOf, type Tree } from './tree.ts';

export interface Heading {
  /** The `h1` … `h6` itself. */
  readonly index: number;
  readonly level: number;
  /** The wrapper MediaWiki gives it, or itself. */
  readonly block: number;
  readonly title: string;
  readonly anchor: string | null;
}

const HEADING = /^h([1-6])$/u;

/** All headings outside the elements that only point to the content (the table of contents, navigation boxes). */
export function readHeadings(tree: Tree): Heading[] {
  const headings: Heading[] = [];
  for (let at = 1; at < tree.size; at++) {
    const level = HEADING.exec(nameAt(tree, at))?.[1];
    if (level === undefined) continue;
    headings.push(readHeading(tree, at, Number(level)));
    at = endOf(tree, at) - 1;
  }
  return headings;
}

/** `h2 > span.mw-headline` (older) or `div.mw-heading > h3[id]` (newer, Parsoid). */
function readHeading(tree: Tree, index: number, level: number): Heading {
  const end = endOf(tree, index);
  let line = index;
  const gaps: [number, number][] = [];
  for (let at = index + 1; at < end; at++) {
    if (hasClass(tree, at, 'mw-headline')) line = at;
    if (isNoTitle(tree, at)) gaps.push([at, endOf(tree, at)]);
  }
  const parent = parentOf(tree, index);
  return {
    index,
    level,
    block: hasClass(tree, parent, 'mw-heading') ? parent : index,
    // Links that are not closed can push a title out of the line that was meant for it.
    title: titleText(tree, line, gaps) || titleText(tree, index, gaps),
    anchor: attribute(tree, index, 'id') || attribute(tree, line, 'id') || null,
  };
}

/**
 * A number, a footnote, or what is left of an edit link: a link that is not closed breaks that up. (A link to a page that is to be written
 * edits no section.)
 */
function isNoTitle(tree: Tree, at: number): boolean {
  return (
    hasClass(tree, at, 'mw-headline-number') ||
    hasClass(tree, at, 'mw-editsection-bracket') ||
    (nameAt(tree, at) === 'sup' && hasClass(tree, at, 'reference')) ||
    /action=edit&section=/u.test(attribute(tree, at, 'href'))
  );
}

function titleText(tree: Tree, line: number, gaps: Gaps): string {
  return plainText(tree, { from: line, offset: 0, to: endOf(tree, line) }, gaps);
}
