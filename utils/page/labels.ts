/**
 * Where the page writes labels: at the start of a block, after a `<br>`, in `<th>`, `<dt>`, `<b>`, with or without a colon.
 * Finds every place that reads like a label; which of them is a field of an idea and which belongs to a text is decided in nesting.ts.
 */
import { FIELD_NAMES, type FieldName, type Profile } from '../model/profile.ts';
import type { Heading } from './headings.ts';
import type { Line } from './lines.ts';
import { collapse, hasLetter, textOfNode } from './text.ts';
import { closest, dataOf, endOf, homeOf, nameAt, parentOf, type Tree } from './tree.ts';

/** A place that reads like a label. */
export interface Label {
  readonly field: FieldName;
  /** The text node it begins in, or the heading that it is. */
  readonly start: number;
  /** The characters of that node before it; 0 when it begins the node. */
  readonly startOffset: number;
  /** Where its value begins: a text node and the characters of it to leave out. */
  readonly value: { readonly at: number; readonly offset: number };
  readonly home: number;
  /** Bold, `<th>`, `<dt>` or a heading. */
  readonly marked: boolean;
  /** Nothing but the label stands in its line. */
  readonly whole: boolean;
  /** It follows another label in the same line. */
  readonly inLine: boolean;
}

/** Label texts (small letters, white space collapsed) and their fields. */
export type Lexicon = ReadonlyMap<string, FieldName>;

/** The labels of a profile, ready for looking up. */
export function lexiconOf(profile: Profile): Lexicon {
  return new Map(FIELD_NAMES.flatMap(field => profile.labels[field].map(label => [fold(label), field] as const)));
}

const fold = (text: string) => collapse(text).toLowerCase();
const isBlank = (char: string) => char.trim() === '';

/** How many characters the label takes up at the start of `text` (which does not begin with white space); 0 when it is not there. */
function lengthAtStart(text: string, label: string): number {
  if (text.charAt(0).toLowerCase() !== label.charAt(0)) return 0;
  let at = 0;
  for (let letter = 0; letter < label.length; letter++, at++) {
    const char = text.charAt(at);
    if (label[letter] !== char.toLowerCase() && !(label[letter] === ' ' && char !== '' && isBlank(char))) return 0;
    if (label[letter] === ' ') while (isBlank(text.charAt(at + 1)) && at + 1 < text.length) at++;
  }
  const next = text.charAt(at);
  return hasLetter(next) || /\d/u.test(next) ? 0 : at;
}

const LONG: ReadonlySet<FieldName> = new Set<FieldName>(['skills', 'description', 'outcomes', 'references', 'review']);
/** So much white space at most is looked past for a separator. */
const LONGEST_GAP = 20;
const WRAPPERS = new Set(['b', 'strong', 'span', 'label', 'u', 'font']);
/** Elements whose text is bold. */
export const isBold = (name: string) => name === 'b' || name === 'strong';

/** Fields that hold running text, in which a word that reads like a label need not be one. */
export function isLong(field: FieldName): boolean {
  return LONG.has(field);
}

/** Every place of these lines that reads like a label, in page order. */
export function findLabels(tree: Tree, lines: readonly Line[], lexicon: Lexicon): Label[] {
  const byInitial = Map.groupBy(lexicon, ([label]) => label.charAt(0));
  const found: Label[] = [];
  for (const line of lines) {
    const initial = dataOf(tree, line.texts[0] ?? 0)
      .trimStart()
      .charAt(0)
      .toLowerCase();
    const known = byInitial.get(initial);
    // Nearly every line is of this kind.
    if (line.texts.length === 1 && !known) continue;
    const text = line.texts.map(at => dataOf(tree, at)).join('');
    const first = known ? labelAtStart(tree, line, text, known) : null;
    const own = first ? [first] : [];
    if (line.texts.length > 1) findLabelsInside(tree, line, text, first, lexicon, own);
    if (first && text.includes(';')) findPlainLabels(tree, line, text, first, byInitial, own);
    found.push(...own);
  }
  return found;
}

/**
 * Labels that stand out no more than the `first` one of their line, each behind a `;` that is in no bracket, and with a colon: “Date: …;
 * Verified: …; GSoC: Yes”.
 */
function findPlainLabels(
  tree: Tree,
  line: Line,
  text: string,
  first: Label,
  byInitial: ReadonlyMap<string, [string, FieldName][]>,
  found: Label[],
): void {
  const seen = new Set(found.map(label => label.field));
  let depth = 0;
  let before = 0;
  for (const { index, 0: separator } of text.matchAll(/[()]|;\s*/gu)) {
    if (separator === '(') depth++;
    else if (separator === ')') depth = Math.max(0, depth - 1);
    const at = index + separator.length;
    const { field, length } = longestLabel(text.slice(at), byInitial.get(text.charAt(at).toLowerCase()) ?? []);
    const colon = /^\s*[:：]/u.exec(text.slice(at + length))?.[0].length ?? 0;
    if (!separator.startsWith(';') || depth > 0 || field === undefined || colon === 0 || seen.has(field)) continue;
    // To find a place takes time: only once for each field.
    seen.add(field);
    const start = placeAt(tree, line, at);
    while ((found[before + 1]?.start ?? tree.size) <= start.at) before++;
    const marked = closest(tree, start.at, isBold, line.home) >= 0;
    if (marked !== first.marked || isLong(found[before]?.field ?? field)) continue;
    const value = placeAt(tree, line, at + length + colon);
    const label = { field, start: start.at, startOffset: start.offset, value, home: line.home, marked, whole: false };
    found.splice(++before, 0, { ...label, inLine: true });
  }
}

/** The longest of the `known` labels at the start of `text`. */
function longestLabel(text: string, known: Iterable<[string, FieldName]>): { field?: FieldName; length: number } {
  let longest: { field?: FieldName; length: number } = { length: 0 };
  for (const [label, field] of known) {
    const length = lengthAtStart(text, label);
    if (length > longest.length) longest = { field, length };
  }
  return longest;
}

/** The labels of a line that do not begin it. */
function findLabelsInside(
  tree: Tree,
  line: Line,
  text: string,
  first: Label | null,
  lexicon: Lexicon,
  found: Label[],
): void {
  let previous = first;
  let length = 0;
  let before = -1;
  for (const at of line.texts) {
    const bold = length === 0 ? -1 : closest(tree, at, isBold, line.home);
    // Only the first text in the bold can begin a label.
    const label =
      bold < 0 || before > bold ? null : labelInside(tree, line, { at, bold }, text, length, previous, lexicon);
    if (label) found.push(label);
    previous = label ?? previous;
    length += dataOf(tree, at).length;
    before = at;
  }
}

/** `known` are the labels that the line's first letter allows. */
function labelAtStart(tree: Tree, line: Line, text: string, known: Iterable<[string, FieldName]>): Label | null {
  const start = line.texts[0];
  const lead = text.trimStart();
  const { field, length } = longestLabel(lead, known);
  if (field === undefined || start === undefined) return null;
  const end = length + text.length - lead.length;
  const colon = /^\s*[:：]/u.exec(text.slice(end))?.[0].length ?? 0;
  const whole = text.slice(end + colon).trim() === '';
  const place = nameAt(tree, line.home);
  const bold = closest(tree, start, isBold, line.home) >= 0;
  const marked = bold || place === 'th' || place === 'dt';
  const counts = colon > 0 || marked || (whole && place !== 'li') || isWrapped(tree, line, start, text.slice(0, end));
  if (!counts || (marked && colon === 0 && !whole && !isWrapped(tree, line, start, text.slice(0, end)))) return null;
  if (place === 'th' && isColumnHead(tree, line.home)) return null;
  const value = placeAt(tree, line, end + colon);
  return { field, start, startOffset: 0, value, home: line.home, marked, whole, inLine: false };
}

/** Whether an inline element holds exactly the label. */
function isWrapped(tree: Tree, line: Line, start: number, label: string): boolean {
  for (let at = parentOf(tree, start); at > line.home; at = parentOf(tree, at)) {
    if (WRAPPERS.has(nameAt(tree, at)) && bare(textOfNode(tree, at)) === fold(label)) return true;
  }
  return false;
}

const bare = (text: string) => fold(text.replace(/\s*[:：]\s*$/u, ''));

const LONGEST_LABEL = 40;

/** The words of a bold element, `<th>` or `<dt>` that reads like a label, known or not: few, with a colon in or behind it; else ''. */
export function wordsOfLabel(tree: Tree, marked: number): string {
  const text = textOfNode(tree, marked);
  const words = collapse(text.replace(/[:：]$/u, ''));
  const after = endOf(tree, marked);
  const follows = homeOf(tree, after) === homeOf(tree, marked) ? dataOf(tree, after) : '';
  return words.length <= LONGEST_LABEL && (text !== words || /^\s*[:：]/u.test(follows)) ? words : '';
}

/** The label that a heading is which names exactly a field; `null` where it names none. Its value is what stands under it. */
export function headingLabel(tree: Tree, heading: Heading, lexicon: Lexicon): Label | null {
  const field = lexicon.get(bare(heading.title));
  if (field === undefined) return null;
  const start = heading.index;
  const end = endOf(tree, start) - 1;
  const value = { at: end, offset: dataOf(tree, end).length };
  return { field, start, startOffset: 0, value, home: start, marked: true, whole: true, inLine: false };
}

/** Whether a label is a heading. */
export const isHeading = (label: Label) => label.start === label.home;

/** A heading cell among heading cells names a column, not a field. */
function isColumnHead(tree: Tree, cell: number): boolean {
  const row = parentOf(tree, cell);
  let heads = 0;
  for (let at = row + 1; at < endOf(tree, row); at = endOf(tree, at)) {
    if (nameAt(tree, at) === 'td') return false;
    if (nameAt(tree, at) === 'th') heads++;
  }
  return heads > 1;
}

/** A bold label further on in the line: behind a separator, or with a colon behind a short field or at the start of a line of the source. `length` is what stands before. */
function labelInside(
  tree: Tree,
  line: Line,
  { at, bold }: { at: number; bold: number },
  text: string,
  length: number,
  previous: Label | null,
  lexicon: Lexicon,
): Label | null {
  const own = textOfNode(tree, bold);
  const field = lexicon.get(bare(own));
  if (field === undefined) return null;
  const before = text.slice(0, length);
  if (before.trim() === '') return null;
  const inBold = line.texts.filter(other => other >= at && other < endOf(tree, bold));
  const end = inBold.reduce((sum, other) => sum + dataOf(tree, other).length, length);
  const outside = /^\s*[:：]/u.exec(text.slice(end))?.[0].length ?? 0;
  const gap = before.slice(-LONGEST_GAP);
  const separated = /[;,|·•]\s*$/u.test(gap);
  const hasColon = outside > 0 || /[:：]\s*$/u.test(own);
  // Who writes each label in a line of the source sees them one below the other there, and forgets that the wiki joins them.
  const isOnLineOfSource = /\n\s*$/u.test(gap);
  if (!separated && !(hasColon && previous && (isOnLineOfSource || !isLong(previous.field)))) return null;
  const value = placeAt(tree, line, end + outside);
  return { field, start: at, startOffset: 0, value, home: line.home, marked: true, whole: false, inLine: true };
}

/** The text node and offset of a place in a line. */
function placeAt(tree: Tree, line: Line, offset: number): { at: number; offset: number } {
  let left = offset;
  for (const at of line.texts) {
    const length = dataOf(tree, at).length;
    if (left < length) return { at, offset: left };
    left -= length;
  }
  const last = line.texts.at(-1) ?? 0;
  return { at: last, offset: dataOf(tree, last).length };
}
