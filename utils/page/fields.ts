/** The values of an idea's fields: where each begins and ends, and the short ones as plain text. */
import type { FieldName, Profile } from '../model/profile.ts';
import type { Heading } from './headings.ts';
import { isLong, type Label, wordsOfLabel } from './labels.ts';
import { cellOf } from './nesting.ts';
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
    const to = Math.max(label.value.at + 1, otherLabel(tree, label, Math.min(upTo, scope, end)));
    const stretch = { from: label.value.at, offset: label.value.offset, to, ...(to === upTo && { last }) };
    fields.set(label.field, { stretch, separated: next?.inLine ?? false });
  });
  return fields;
}

/** The first node that cannot belong to the label's value any more, whatever follows: after its row, its box, its card. */
function scopeEnd(tree: Tree, heading: number, label: Label, labels: readonly Label[]): number {
  const cell = cellOf(tree, label, heading);
  if (cell >= 0) return cellScope(tree, cell, label);
  let end = tree.size;
  if (isShort(label.field)) end = endOfLine(tree, label);
  // People may follow as a list or each in a paragraph; what is written behind them is no more of them.
  if (label.field === 'contact') {
    end = endOfRun(tree, endOfLine(tree, label), (name, at) => LISTS.has(name) || (name === 'p' && isPerson(tree, at)));
  }
  for (let at = label.home; at > 0 && !holds(tree, at, heading); at = parentOf(tree, at)) {
    if (!isBox(nameAt(tree, at))) continue;
    const own = at === label.home && !label.whole;
    const shared = labels.some(other => other !== label && holds(tree, at, other.start));
    if ((own && hasValue(tree, label, at)) || shared) end = Math.min(end, endOf(tree, at));
  }
  return end;
}

/**
 * Where something else begins before `to`, as a heading says, or a label that the profile does not know or the idea had already. Running
 * text has labels of its own; in a field of people or skills only one in a new line counts, behind something that is there.
 */
function otherLabel(tree: Tree, label: Label, to: number): number {
  const isFree = isLong(label.field) && label.field !== 'skills';
  for (let at = label.value.at + 1; at < to && !isFree; at++) {
    const name = nameAt(tree, at);
    if (HEADS.test(name) && hasText(tree, at, endOf(tree, at))) return at;
    const words = name === 'b' || name === 'strong' ? wordsOfLabel(tree, at) : '';
    if (words === '' || PEOPLE.test(words)) continue;
    if (isShort(label.field) || (beginsLine(tree, at) && hasValueBefore(tree, label, at))) return at;
  }
  return to;
}

/** What people are called in the field of contacts is no field. */
const PEOPLE = /mentor|student|contact/iu;

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
const LONGEST_PERSON = 100;

/** Whether a paragraph is one person: a few words with an address or a role. */
function isPerson(tree: Tree, at: number): boolean {
  const text = textOfNode(tree, at);
  return text.length <= LONGEST_PERSON && (text.includes('@') || PEOPLE.test(text));
}

/** A level, a date, an address: nobody writes a second paragraph of it. */
const isShort = (field: FieldName) => !isLong(field) && field !== 'contact';

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

/** A value stands in its label's row, also where its cell is empty; where the row has no other cell, in the rows below it. */
function cellScope(tree: Tree, cell: number, label: Label): number {
  const row = closest(tree, cell, name => name === 'tr');
  if (row < 0) return endOf(tree, cell);
  const hasCell = tree.names.slice(endOf(tree, cell), endOf(tree, row)).includes('td');
  if (hasCell || hasValue(tree, label, row)) return endOf(tree, row);
  const table = closest(tree, row, name => name === 'table');
  return endOf(tree, table < 0 ? row : table);
}

const hasValue = (tree: Tree, label: Label, box: number) => hasValueBefore(tree, label, endOf(tree, box));

/** The field's text without comments; `null` when nothing stands in it. */
export function fieldText(tree: Tree, field: Field, gaps: Gaps): string | null {
  const text = plainText(tree, field.stretch, gaps).replace(/^(?:[:：]|[-–—=]\s)\s*/u, '');
  return collapse(field.separated ? text.replace(/\s*[;,|·•]$/u, '') : text) || null;
}

/** Whether a text is one of the profile's placeholders: it stands for “not given”. */
export function placeholderTest(profile: Profile): (text: string) => boolean {
  const patterns = profile.placeholders.map(source => new RegExp(`^(?:${source})\\.?$`, 'iu'));
  return text => patterns.some(pattern => pattern.test(text));
}
