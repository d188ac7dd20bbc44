/**
 * Which of the places that read like labels are fields of an idea, and which stand inside the text of a field
 * (a table, a list, a paragraph of the description). Decided by where they stand beside the field that is open there.
 */
import type { FieldName } from '../model/profile.ts';
import { isHeading, isLong, type Label } from './labels.ts';
import { closest, endOf, holds, homeOf, nameAt, parentOf, type Tree } from './tree.ts';

/** What makes text part of something larger: two labels belong together when they stand equally deep in such structures. */
const STRUCTURES: Readonly<Record<string, string>> = {
  table: 'table',
  ul: 'list',
  ol: 'list',
  dl: 'dl',
  blockquote: 'quote',
};
/** Cells of a table. */
export const isCell = (name: string) => name === 'td' || name === 'th';

/** The fields among `candidates` (page order), each field once. */
export function fieldLabels(tree: Tree, candidates: readonly Label[]): Label[] {
  const fields: Label[] = [];
  const seen = new Set<FieldName>();
  for (const label of candidates) {
    // What stands beside what is seen from the labels alone: a heading that begins a field stands anywhere.
    const open = fields.findLast(field => !isHeading(field));
    if (seen.has(label.field) || (open && !standsBeside(tree, open, label, fields, candidates))) continue;
    fields.push(label);
    seen.add(label.field);
  }
  return fields;
}

/** Whether `label` begins a field of its own beside `open`, the field before it, and does not belong to its text. */
function standsBeside(
  tree: Tree,
  open: Label,
  label: Label,
  fields: readonly Label[],
  candidates: readonly Label[],
): boolean {
  if (isLong(open.field) && !label.marked && fields.length > 1 && fields.every(field => field.marked)) return false;
  if (label.home === open.home) return label.inLine || !isLong(open.field) || !hasOwnBox(tree, open, candidates);
  const [branch, common] = branchAbove(tree, label.home, open.start);
  const openBranch = childAbove(tree, homeOf(tree, open.start), common);
  if (holds(tree, open.home, label.start)) {
    return structuresBetween(tree, label.home, branch).length === 0 && !hasOwnBox(tree, open, candidates);
  }
  if (open.whole && isValueOf(tree, branch, openBranch, label)) return false;
  const own = structuresBetween(tree, label.home, branch);
  const others = openBranch < 0 ? [] : structuresBetween(tree, open.home, openBranch);
  if (own.every((kind, depth) => others[depth] === kind)) return true;
  return fields.length === 1 && startsTheFields(tree, branch, open, candidates);
}

/** The topmost ancestor-or-self of `index` that does not hold `other`, and that one's parent. */
function branchAbove(tree: Tree, index: number, other: number): [branch: number, common: number] {
  let branch = index;
  let common = parentOf(tree, index);
  while (common >= 0 && !holds(tree, common, other)) {
    branch = common;
    common = parentOf(tree, common);
  }
  return [branch, common];
}

function childAbove(tree: Tree, index: number, parent: number): number {
  let at = index;
  while (at >= 0 && parentOf(tree, at) !== parent) at = parentOf(tree, at);
  return at;
}

/** Kinds of the structures from `top` down to `index`, both included. */
function structuresBetween(tree: Tree, index: number, top: number): string[] {
  const kinds: string[] = [];
  for (let at = index; at >= top && at >= 0; at = parentOf(tree, at)) {
    const kind = STRUCTURES[nameAt(tree, at)];
    if (kind) kinds.unshift(kind);
  }
  return kinds;
}

/** Whether a field's block is its own: other labels stand outside it. A paragraph with line breaks never is. */
function hasOwnBox(tree: Tree, label: Label, candidates: readonly Label[]): boolean {
  return nameAt(tree, label.home) !== 'p' && candidates.some(other => !holds(tree, label.home, other.start));
}

/** Whether `branch` is the value cell of the label cell before it. */
function isValueOf(tree: Tree, branch: number, openBranch: number, label: Label): boolean {
  const name = nameAt(tree, branch);
  const before = nameAt(tree, openBranch);
  if (name === 'dd') return before === 'dt';
  return (
    name === 'td' && isCell(before) && endOf(tree, openBranch) > previousEdge(tree, branch) && label.home >= branch
  );
}

/** Start of the cell before `cell` in its row, or of the row. */
function previousEdge(tree: Tree, cell: number): number {
  const row = parentOf(tree, cell);
  let edge = row;
  for (let at = row + 1; at < cell; at = endOf(tree, at)) if (isCell(nameAt(tree, at))) edge = at;
  return edge;
}

/** A sentence above the table of fields can begin like a label; the table is the fields all the same. */
function startsTheFields(tree: Tree, branch: number, open: Label, candidates: readonly Label[]): boolean {
  if (STRUCTURES[nameAt(tree, branch)] === 'list' || open.marked) return false;
  const inside = candidates.filter(other => holds(tree, branch, other.start) && other.field !== open.field);
  return new Set(inside.map(other => other.field)).size > 1;
}

/** The cell a label stands in, as long as that does not hold the idea's heading too; -1 when it stands in none. */
export function cellOf(tree: Tree, label: Label, heading: number): number {
  const cell = closest(tree, label.home, isCell);
  return cell >= 0 && !holds(tree, cell, heading) ? cell : -1;
}
