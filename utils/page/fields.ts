/** The values of an idea's fields: where each begins and ends, and the short ones as plain text. */
import type { FieldName, Profile } from '../model/profile.ts';
import { isMailLink, isName } from './contacts.ts';
import type { Heading } from './headings.ts';
import { isBold, isHeading, isLong, type Label, wordsOfLabel } from './labels.ts';
import { cellOf, isCell } from './nesting.ts';
import { collapse, type Gaps, hasText, plainText, type Stretch, textOfNode } from './text.ts';
import { closest, dataOf, endOf, holds, homeOf, nameAt, parentOf, type Tree } from './tree.ts';

export interface Field {
  readonly stretch: Stretch;
  /** Another label follows in the same line, behind a separator. */
  readonly separated: boolean;
}

export type Fields = ReadonlyMap<FieldName, Field>;

/** Where the value of each label begins and ends. `end` is the first node after the idea's content. */
export function readFields(tree: Tree, heading: Heading, labels: readonly Label[], end: number): Fields {
  const fields = new Map<FieldName, Field>();
  labels.forEach((label, position) => {
    const next = labels[position + 1];
    const scope = scopeEnd(tree, heading.index, label, labels);
    // A label in the middle of a text leaves the part before it to the field.
    const last = next && next.startOffset > 0 ? next.startOffset : undefined;
    const upTo = next ? next.start + (last === undefined ? 0 : 1) : end;
    const to = Math.max(label.value.at + 1, otherLabel(tree, heading.index, label, Math.min(upTo, scope, end)));
    const stretch = { from: label.value.at, offset: label.value.offset, to, ...(to === upTo && { last }) };
    fields.set(label.field, { stretch, separated: next?.inLine ?? false });
  });
  return fields;
}

/** The first node that cannot belong to the label's value any more, whatever follows: after its row, its box, its card. */
function scopeEnd(tree: Tree, heading: number, label: Label, labels: readonly Label[]): number {
  const cell = cellOf(tree, label, heading);
  if (cell >= 0) return cellScope(tree, cell, label);
  const section = isHeading(label) ? endOfSection(tree, label.home) : tree.size;
  let end = isShort(label.field) ? endOfLine(tree, label) : section;
  // People may follow as a list or each in a paragraph; what is written behind them is no more of them.
  if (label.field === 'contact') {
    end = endOfRun(
      tree,
      endOfLine(tree, label),
      (name, at) => LISTS.has(name) || isPeople(tree, at) || isNamed(tree, at),
    );
  }
  for (let at = label.home; at > 0 && !holds(tree, at, heading); at = parentOf(tree, at)) {
    if (!isBox(nameAt(tree, at))) continue;
    const own = isHeading(label) || (at === label.home && !label.whole);
    const shared = labels.some(other => other !== label && holds(tree, at, other.start));
    if ((own && hasValue(tree, label, at)) || shared) end = Math.min(end, endOf(tree, at));
  }
  return Math.min(end, section);
}

/** The next heading that is no deeper than this one. */
function endOfSection(tree: Tree, heading: number): number {
  const isNext = (name: string) => /^h\d$/u.test(name) && name <= nameAt(tree, heading);
  let at = endOf(tree, heading);
  while (at < tree.size && !isNext(nameAt(tree, at))) at++;
  return at;
}

/**
 * Where something else begins before `to`, as a heading says, or a label that the profile does not know or the idea had already. Running
 * text has labels of its own; so have people and skills that begin with one, and what they have in a list or in a table of their own.
 */
function otherLabel(tree: Tree, heading: number, label: Label, to: number): number {
  if (isText(label.field)) return to;
  const short = isShort(label.field);
  for (let at = label.value.at + 1; at < to; at++) {
    const name = nameAt(tree, at);
    if (!short && isPart(tree, heading, at)) at = endOf(tree, at) - 1;
    const bold = isBold(name) && isOther(label, wordsOfLabel(tree, at));
    if (!bold && !(HEADS.test(name) && hasText(tree, at, endOf(tree, at)))) continue;
    if (name.startsWith('h') && label.field !== 'skills') return at;
    const isBehind = hasValueBefore(tree, label, at);
    // Behind an empty value in the same row or list of terms stands another field.
    const isNext = (name === 'th' || name === 'dt') && holds(tree, parentOf(tree, at), label.start);
    if (!isBehind && !short && !isNext) return to;
    if (bold ? (isBehind && short) || beginsLine(tree, at) : isBehind || !isBeside(tree, label, at)) return at;
  }
  return to;
}

/** A list in the value, and what stands in the cell of the value, have labels of their own. */
function isPart(tree: Tree, heading: number, at: number): boolean {
  const name = nameAt(tree, at);
  if (LISTS.has(name)) return true;
  const cell = name === 'table' || name === 'dl' ? closest(tree, at, isCellOfValue) : -1;
  return cell >= 0 && !holds(tree, cell, heading);
}

const isCellOfValue = (name: string) => name === 'td' || name === 'dd';

/** What people are called in the field of contacts is no field. */
const isOther = (label: Label, words: string) =>
  words !== '' && !(label.field === 'contact' && (ROLES.test(words) || /e-?mail|\birc\b/iu.test(words)));

const ROLES = /mentor|student|contact/iu;

/** Whether a heading cell follows the label's own cell at once: it can hold the value. */
function isBeside(tree: Tree, label: Label, at: number): boolean {
  return tree.names.slice(endOf(tree, label.home), at).every(name => name === '#text');
}

/** Whether nothing stands between `at` and the beginning of its block, the `<br>` or the line of the source before it. */
function beginsLine(tree: Tree, at: number): boolean {
  for (let before = at - 1; before >= 0 && homeOf(tree, before) === homeOf(tree, at); before--) {
    if (nameAt(tree, before) === 'br') return true;
    const data = dataOf(tree, before);
    if (data.trim() !== '') return /\n\s*$/u.test(data);
  }
  return true;
}

function hasValueBefore(tree: Tree, label: Label, to: number): boolean {
  const { at, offset } = label.value;
  return dataOf(tree, at).slice(offset).trim() !== '' || hasText(tree, at + 1, to);
}

const HEADS = /^(?:th|dt|h\d)$/u;
const LISTS = new Set(['ul', 'ol']);
const BLOCKS_OF_PEOPLE = new Set(['p', 'dl', 'pre', 'table']);
/** Without their addresses. */
const LONGEST_PEOPLE = 100;

/** Whether a block is people: a few words with an address, or a paragraph with a role. */
function isPeople(tree: Tree, at: number): boolean {
  const name = nameAt(tree, at);
  if (!BLOCKS_OF_PEOPLE.has(name)) return false;
  const text = textOfNode(tree, at);
  const words = text.split(' ').filter(word => !word.includes('@'));
  const isSaid = words.join(' ') !== text || (name === 'p' && ROLES.test(text));
  return words.join(' ').length <= LONGEST_PEOPLE && (isSaid || hasMailLink(tree, at));
}

function hasMailLink(tree: Tree, block: number): boolean {
  for (let at = block; at < endOf(tree, block); at++) if (isMailLink(tree, at)) return true;
  return false;
}

/** Whether a paragraph is a name alone, before other people. */
function isNamed(tree: Tree, at: number): boolean {
  let next = endOf(tree, at);
  while (isBlankText(tree, next)) next++;
  return nameAt(tree, at) === 'p' && isName(textOfNode(tree, at), false) && isPeople(tree, next);
}

/** A level, a date, an address: nobody writes a second paragraph of it. */
const isShort = (field: FieldName) => !isLong(field) && field !== 'contact';
const isText = (field: FieldName) => isLong(field) && field !== 'skills';

/** The end of the text that follows the label in its block; where none does, of the block that follows. */
function endOfLine(tree: Tree, label: Label): number {
  let end = label.value.at + 1;
  while (end < endOf(tree, label.home) && homeOf(tree, end) !== end) end++;
  return hasValueBefore(tree, label, end) ? end : endOfNext(tree, label, end);
}

/** The end of what stands beside the label and holds the first text after it: a paragraph, a list, all `<dd>` of a `<dt>`. */
function endOfNext(tree: Tree, label: Label, from: number): number {
  let text = from;
  while (text < tree.size && dataOf(tree, text).trim() === '') text++;
  let branch = text;
  for (let up = parentOf(tree, text); up >= 0 && !holds(tree, up, label.start); up = parentOf(tree, up)) branch = up;
  if (nameAt(tree, branch) !== 'dd') return endOf(tree, branch);
  const end = endOfRun(tree, branch, name => name === 'dd');
  // Wikitext closes a definition list where a bullet list begins.
  const list = endOf(tree, parentOf(tree, branch));
  return hasText(tree, end, list) ? end : endOfRun(tree, list, name => name === 'ul' || name === 'ol');
}

/** The end of the last of the siblings from `from` on that `belongs` takes, blanks between them passed over; `from` when none is. */
function endOfRun(tree: Tree, from: number, belongs: (name: string, at: number) => boolean): number {
  let end = from;
  for (let at = from; belongs(nameAt(tree, at), at) || isBlankText(tree, at); at = endOf(tree, at)) {
    if (!isBlankText(tree, at)) end = endOf(tree, at);
  }
  return end;
}

function isBlankText(tree: Tree, index: number): boolean {
  return nameAt(tree, index) === '#text' && dataOf(tree, index).trim() === '';
}

const isBox = (name: string) => name === 'div' || name === 'section' || name === 'article';

/** A value stands in its label's row; where its cell is empty, in the one cell of the row below; where it has no cell, in the rows below. */
function cellScope(tree: Tree, cell: number, label: Label): number {
  const row = closest(tree, cell, name => name === 'tr');
  if (row < 0) return endOf(tree, cell);
  const end = endOf(tree, row);
  if (hasValue(tree, label, row)) return end;
  if (tree.names.slice(endOf(tree, cell), end).includes('td')) {
    const next = tree.names.indexOf('tr', end);
    const below = tree.names.slice(next, endOf(tree, next)).filter(isCell);
    return below.join() === 'td' ? endOf(tree, next) : end;
  }
  const table = closest(tree, row, name => name === 'table');
  return table < 0 ? end : endOf(tree, table);
}

const hasValue = (tree: Tree, label: Label, box: number) => hasValueBefore(tree, label, endOf(tree, box));

/** The field's text without comments; `null` when nothing stands in it. In running text a dash in front is a bullet. */
export function fieldText(tree: Tree, name: FieldName, field: Field, gaps: Gaps): string | null {
  const lead = isText(name) ? /^[:：]\s*/u : /^(?:[:：]|[-–—=]\s)\s*/u;
  const text = plainText(tree, field.stretch, gaps).replace(lead, '');
  return collapse(field.separated ? text.replace(/\s*[;,|·•]$/u, '') : text) || null;
}

/** Whether a text is one of the profile's placeholders: it stands for “not given”. */
export function placeholderTest(profile: Profile): (text: string) => boolean {
  const patterns = profile.placeholders.map(source => new RegExp(`^(?:${source})\\.?$`, 'iu'));
  return text => patterns.some(pattern => pattern.test(text));
}
