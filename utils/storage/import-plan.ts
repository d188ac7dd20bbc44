/**
 * What an import does to the rows of the store: pure, so that the preview and the merge cannot differ. The file's values win; what
 * only the stored row holds stays with it, and rows that the file does not name are not looked at. What cannot be read replaces nothing, and
 * nothing replaces it: a later version may know what it is.
 */
import type { ImportGroup, ImportPlan, RejectedRow } from '../model/import.ts';
import { type FileRow, faultOf, type ImportFile, keyOf, rejectedRow } from './import-file.ts';
import { readBookmark } from './rows.ts';

const MOST_EXAMPLES = 3;
const LONGEST_EXAMPLE = 200;

export interface PlannedImport {
  readonly plan: ImportPlan;
  /** The rows to put, and no other. */
  readonly writes: readonly unknown[];
}

export function planImport(file: ImportFile, stored: readonly unknown[]): PlannedImport {
  const byKey = new Map(stored.map(row => [keyOf(row as object), row as object]));
  const writes: unknown[] = [];
  const titles: { readonly [Group in 'new' | 'changed' | 'same']: string[] } = { new: [], changed: [], same: [] };
  const unreadable = { new: 0, same: 0 };
  const rejected: RejectedRow[] = [...file.rejected];

  for (const row of file.rows) {
    const before = byKey.get(keyOf(row.content));
    const mayReplace = row.kind === 'bookmark' && readBookmark(before) !== null;
    if (before !== undefined && !mayReplace) {
      if (row.kind !== 'bookmark' && sameJson(before, row.content)) unreadable.same += 1;
      else rejected.push(rejectedRow(row.content, row.list, row.row, faultOf('would-replace')));
    } else if (row.kind === 'bookmark') {
      const after = { ...before, ...row.content };
      const group = before === undefined ? 'new' : sameJson(before, after) ? 'same' : 'changed';
      titles[group].push(row.content.title);
      if (group !== 'same') writes.push(after);
    } else {
      unreadable.new += 1;
      writes.push(row.content);
    }
  }

  const plan: ImportPlan = {
    new: groupOf(titles.new),
    changed: groupOf(titles.changed),
    same: groupOf(titles.same),
    unreadable,
    rejected: rejected.toSorted(inFileOrder),
  };
  return { plan, writes };
}

function groupOf(titles: readonly string[]): ImportGroup {
  return {
    count: titles.length,
    examples: titles.slice(0, MOST_EXAMPLES).map(title => title.slice(0, LONGEST_EXAMPLE)),
  };
}

function inFileOrder(a: Pick<FileRow, 'list' | 'row'>, b: Pick<FileRow, 'list' | 'row'>): number {
  return a.list === b.list ? a.row - b.row : a.list === 'bookmarks' ? -1 : 1;
}

/** Whether two values are the same JSON; the order of properties says nothing. */
function sameJson(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return false;
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  const [left, right] = [one as Record<string, unknown>, other as Record<string, unknown>];
  return names.every(name => Object.hasOwn(right, name) && sameJson(left[name], right[name]));
}
