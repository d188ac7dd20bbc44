/** The values of an idea's fields: where each begins and ends, and the short ones as plain text. */
import type { FieldName, Profile } from '../model/profile.ts';
import type { Heading } from './headings.ts';
import { isLong, type Label } from './labels.ts';
import { cellOf } from './nesting.ts';
import { collapse, type Gaps, hasText, plainText, type Stretch } from './text.ts';
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
    const to = Math.max(label.value.at + 1, Math.min(next?.start ?? end, scope, end));
    const stretch = { from: label.value.at, offset: label.value.offset, to };
    fields.set(label.field, { stretch, separated: next?.inLine ?? false });
  });
  return fields;
}

/** The first node that cannot belong to the label's value any more, whatever follows: after its row, its box, its card. */
function scopeEnd(tree: Tree, heading: number, label: Label, labels: readonly Label[]): number {
  const cell = cellOf(tree, label, heading);
  if (cell >= 0) return cellScope(tree, cell, label);
  const isTerm = label.field === 'contact' && nameAt(tree, label.home) === 'dt';
  let end = isShort(label.field) || isTerm ? endOfLine(tree, label) : tree.size;
  for (let at = label.home; at > 0 && !holds(tree, at, heading); at = parentOf(tree, at)) {
    if (!isBox(nameAt(tree, at))) continue;
    const own = at === label.home && !label.whole;
    const shared = labels.some(other => other !== label && holds(tree, at, other.start));
    if ((own && hasValue(tree, label, at)) || shared) end = Math.min(end, endOf(tree, at));
  }
  return end;
}

/** A level, a date, an address: nobody writes a second paragraph of it. */
const isShort = (field: FieldName) => !isLong(field) && field !== 'contact';

/** The end of the text that follows the label in its block; where none does, of the block that follows. */
function endOfLine(tree: Tree, label: Label): number {
  const { at, offset } = label.value;
  let end = at + 1;
  while (end < endOf(tree, label.home) && homeOf(tree, end) !== end) end++;
  const isThere = dataOf(tree, at).slice(offset).trim() !== '' || hasText(tree, at + 1, end);
  return isThere ? end : endOfNext(tree, label, end);
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
function endOfRun(tree: Tree, from: number, belongs: (name: string) => boolean): number {
  let end = from;
  for (let at = from; belongs(nameAt(tree, at)) || isBlankText(tree, at); at = endOf(tree, at)) {
    if (!isBlankText(tree, at)) end = endOf(tree, at);
  }
  return end;
}

function isBlankText(tree: Tree, index: number): boolean {
  return nameAt(tree, index) === '#text' && dataOf(tree, index).trim() === '';
}

const isBox = (name: string) => name === 'div' || name === 'section' || name === 'article';

/** A value stands in its label's row; where nothing but the label does, in the rows below it. */
function cellScope(tree: Tree, cell: number, label: Label): number {
  const row = closest(tree, cell, name => name === 'tr');
  if (row < 0) return endOf(tree, cell);
  if (hasValue(tree, label, row)) return endOf(tree, row);
  const table = closest(tree, row, name => name === 'table');
  return endOf(tree, table < 0 ? row : table);
}

function hasValue(tree: Tree, label: Label, box: number): boolean {
  const { at, offset } = label.value;
  return dataOf(tree, at).slice(offset).trim() !== '' || hasText(tree, at + 1, endOf(tree, box));
}

/** The field's text without comments; `null` when nothing stands in it. */
export function fieldText(tree: Tree, field: Field, gaps: Gaps): string | null {
  const text = plainText(tree, field.stretch, gaps).replace(/^[:：]\s*/u, '');
  return collapse(field.separated ? text.replace(/\s*[;,|·•]$/u, '') : text) || null;
}

/** Whether a text is one of the profile's placeholders: it stands for “not given”. */
export function placeholderTest(profile: Profile): (text: string) => boolean {
  const patterns = profile.placeholders.map(source => new RegExp(`^(?:${source})\\.?$`, 'iu'));
  return text => patterns.some(pattern => pattern.test(text));
}
