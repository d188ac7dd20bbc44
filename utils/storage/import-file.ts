/**
 * Reads the text of a bookmarks file (`idea-lens/bookmarks@1`). The file is a stranger's until it is read: every row is held to the
 * limits that hold for what a page asks to keep, and each that is not taken is named with its place and why.
 */
import * as v from 'valibot';
import { isUrlOfPage } from '../model/host.ts';
import {
  type BookmarkRow,
  type ImportProblem,
  LARGEST_IMPORT_BYTES,
  MOST_IMPORT_ROWS,
  type RejectedRow,
  type RowFault,
  type RowFaultKind,
} from '../model/import.ts';
import type { PageKey } from '../model/key.ts';
import { isIdeaKey, isPageKey, LONGEST_KEY, LONGEST_TITLE, LONGEST_URL, MOST_CONTACTS } from '../model/limits.ts';
import { findJsonFault } from './json-fault.ts';

/** A row that cannot be read but has a key of its own: it is kept as it is. */
export interface RawRow {
  readonly page: string | number;
  readonly idea: string | number;
  readonly [further: string]: unknown;
}

/** A row that is taken, with its place for what is yet to be found wrong with it. */
export type FileRow =
  | {
      readonly kind: 'bookmark';
      readonly content: BookmarkRow;
      readonly list: RejectedRow['list'];
      readonly row: number;
    }
  | { readonly kind: 'raw'; readonly content: RawRow; readonly list: RejectedRow['list']; readonly row: number };

export interface ImportFile {
  readonly rows: readonly FileRow[];
  readonly rejected: readonly RejectedRow[];
}

type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: ImportProblem };
type JsonObject = Readonly<Record<string, unknown>>;

const FORMAT = /^idea-lens\/(bookmarks|page)@([1-9]\d{0,8})$/u;
const LONGEST_NAMED = 100;

export function readImportFile(given: string): Read<ImportFile> {
  const bytes = given.length > LARGEST_IMPORT_BYTES ? given.length : new TextEncoder().encode(given).length;
  if (bytes > LARGEST_IMPORT_BYTES) return failed({ kind: 'too-large', bytes });
  const text = given.replace(/^\uFEFF/u, '');
  if (text.trim() === '') return failed({ kind: 'empty' });
  const json = parse(text);
  if (!json.ok) return json;
  const file = json.value;
  const problem = problemOf(file);
  if (problem !== null) return failed(problem);
  const { bookmarks, unreadable = [] } = file as { bookmarks: unknown[]; unreadable?: unknown[] };
  const rows = bookmarks.length + unreadable.length;
  if (rows > MOST_IMPORT_ROWS) return failed({ kind: 'too-many-rows', rows });
  return { ok: true, value: sift(bookmarks, unreadable) };
}

function failed(problem: ImportProblem): Read<never> {
  return { ok: false, problem };
}

function parse(text: string): Read<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    const { cutOff = false, line = 1, character = 1 } = findJsonFault(text) ?? {};
    return failed({ kind: cutOff ? 'cut-off' : 'not-json', line, character });
  }
}

/** What is wrong with the file around its rows. */
function problemOf(file: unknown): ImportProblem | null {
  if (!isObject(file)) return { kind: 'other-format', format: null };
  const format = own(file, 'format');
  if (typeof format !== 'string') return { kind: 'other-format', format: null };
  const [, what, version] = FORMAT.exec(format) ?? [];
  if (what === 'page') return { kind: 'page-export' };
  const named = format.slice(0, LONGEST_NAMED);
  if (what === undefined) return { kind: 'other-format', format: named };
  if (Number(version) > 1) return { kind: 'newer-format', format: named };
  const forbidden = FORBIDDEN.find(name => Object.hasOwn(file, name));
  if (forbidden !== undefined) return { kind: 'wrong-part', part: forbidden };
  const exportedAt = own(file, 'exportedAt');
  if (exportedAt !== undefined && !v.is(WRITTEN, exportedAt)) return { kind: 'wrong-part', part: 'exportedAt' };
  if (!Array.isArray(own(file, 'bookmarks'))) return { kind: 'wrong-part', part: 'bookmarks' };
  const unreadable = own(file, 'unreadable');
  if (unreadable !== undefined && !Array.isArray(unreadable)) return { kind: 'wrong-part', part: 'unreadable' };
  return null;
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** The rows that are taken, and those that are not: a wrong one, and the later of two for the same idea. */
function sift(bookmarks: readonly unknown[], unreadable: readonly unknown[]): ImportFile {
  const rows: FileRow[] = [];
  const rejected: RejectedRow[] = [];
  const seen = new Map<string, number>();

  function take(content: unknown, list: RejectedRow['list'], row: number): void {
    const found = list === 'bookmarks' ? readRow(content) : readUnreadable(content);
    const earlier = found.kind === 'fault' ? undefined : seen.get(keyOf(found.content));
    const fault = found.kind === 'fault' ? found.fault : faultOf('duplicate', String(earlier));
    if (found.kind === 'fault' || earlier !== undefined) {
      rejected.push(rejectedRow(content, list, row, fault));
      return;
    }
    seen.set(keyOf(found.content), row);
    rows.push({ ...found, list, row });
  }

  for (const [at, content] of bookmarks.entries()) take(content, 'bookmarks', at + 1);
  for (const [at, content] of unreadable.entries()) take(content, 'unreadable', at + 1);
  return { rows, rejected };
}

/** A row's key as text; the text `1` and the number 1 differ, as they do in the store. */
export function keyOf({ page, idea }: { readonly page?: unknown; readonly idea?: unknown }): string {
  return JSON.stringify([page, idea]);
}

/** Names a row that is not taken. */
export function rejectedRow(content: unknown, list: RejectedRow['list'], row: number, fault: RowFault): RejectedRow {
  const title = isObject(content) ? own(content, 'title') : undefined;
  return { list, row, title: typeof title === 'string' && title !== '' ? title.slice(0, LONGEST_NAMED) : null, fault };
}

type Found =
  | { readonly kind: 'bookmark'; readonly content: BookmarkRow }
  | { readonly kind: 'raw'; readonly content: RawRow }
  | { readonly kind: 'fault'; readonly fault: RowFault };

function readRow(content: unknown): Found {
  if (!isObject(content)) return { kind: 'fault', fault: faultOf('not-an-object') };
  const hidden = hiddenFault(content);
  if (hidden !== null) return { kind: 'fault', fault: hidden };
  const result = v.safeParse(ROW, content, { abortEarly: true });
  if (!result.success) return { kind: 'fault', fault: faultFrom(result.issues[0]) };
  // The row itself, not what the check made of it: its further properties are kept. Rows are sorted by the text of their time, so that has one form.
  const createdAt = momentOf(result.output.createdAt)?.toISOString();
  return { kind: 'bookmark', content: { ...content, createdAt } as BookmarkRow };
}

/** A row that the version which wrote the file could not read. Perhaps this one can. */
function readUnreadable(content: unknown): Found {
  const found = readRow(content);
  if (found.kind === 'bookmark' || !isObject(content)) return found;
  const hidden = hiddenFault(content);
  if (hidden !== null) return { kind: 'fault', fault: hidden };
  const hasKey = isKeyPart(own(content, 'page')) && isKeyPart(own(content, 'idea'));
  return hasKey ? { kind: 'raw', content: content as RawRow } : { kind: 'fault', fault: faultOf('no-key') };
}

function isKeyPart(value: unknown): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.length <= LONGEST_KEY);
}

const FORBIDDEN = ['__proto__', 'constructor', 'prototype'];
const DEEPEST = 32;

/** A name that could reach a prototype, or a nest too deep to walk through, anywhere in the row. */
function hiddenFault(row: JsonObject): RowFault | null {
  const open: { readonly value: object; readonly path: string; readonly depth: number }[] = [
    { value: row, path: '', depth: 1 },
  ];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { value, path, depth } = next;
    if (depth > DEEPEST) return faultOf('too-deep', path.slice(0, LONGEST_NAMED), DEEPEST);
    for (const [name, inner] of Object.entries(value)) {
      if (FORBIDDEN.includes(name)) return faultOf('forbidden-name', `${path}${name}`.slice(0, LONGEST_NAMED));
      if (typeof inner === 'object' && inner !== null)
        open.push({ value: inner, path: `${path}${name}.`, depth: depth + 1 });
    }
  }
  return null;
}

/** A fault's kind stands where valibot has its message. */
const kind = (name: RowFaultKind) => name;
const WRITTEN = v.pipe(v.string(kind('not-text')), v.isoTimestamp(kind('not-a-date')));
const TIMESTAMP = v.pipe(
  WRITTEN,
  v.check(text => momentOf(text) !== null, kind('not-a-date')),
);
const short = v.pipe(v.string(kind('not-text')), v.maxLength(LONGEST_TITLE, kind('too-long')));
const shortOrNothing = v.nullable(
  v.pipe(v.string(kind('not-text-or-nothing')), v.maxLength(LONGEST_TITLE, kind('too-long'))),
);
const contact = v.object(
  {
    name: shortOrNothing,
    email: shortOrNothing,
    role: v.picklist(['contact', 'mentor', 'student'], kind('unknown-role')),
  },
  kind('not-an-object'),
);

/** The limits are those of messages; further properties are let pass. */
const ROW = v.pipe(
  v.object(
    {
      page: v.pipe(
        v.string(kind('not-text')),
        v.check(text => isPageKey(text), kind('not-a-page-key')),
      ),
      idea: v.pipe(
        v.string(kind('not-text')),
        v.check(text => isIdeaKey(text), kind('not-an-idea-key')),
      ),
      title: v.pipe(short, v.nonEmpty(kind('empty'))),
      pageTitle: short,
      url: v.pipe(v.string(kind('not-text')), v.maxLength(LONGEST_URL, kind('too-long'))),
      anchor: shortOrNothing,
      contacts: v.pipe(v.array(contact, kind('not-a-list')), v.maxLength(MOST_CONTACTS, kind('too-long'))),
      insertedRaw: shortOrNothing,
      createdAt: TIMESTAMP,
    },
    kind('not-an-object'),
  ),
  v.forward(
    v.check(row => isUrlOfPage(row.url, row.page as PageKey), kind('other-host')),
    ['url'],
  ),
);

/** The moment of an ISO timestamp, whatever its time zone; `null` for 31 February, of which some browsers make a day of March. */
function momentOf(text: string): Date | null {
  const date = text.slice(0, 10);
  const day = new Date(date);
  const moment = new Date(text);
  if (Number.isNaN(day.getTime()) || Number.isNaN(moment.getTime())) return null;
  // Over the end of a year of four digits a time has another form.
  return day.toISOString().startsWith(date) && /^\d{4}-/u.test(moment.toISOString()) ? moment : null;
}

function faultFrom(issue: v.InferIssue<typeof ROW>): RowFault {
  const part = issue.path?.map(step => String(step.key)).join('.') ?? '';
  // JSON has no `undefined`: it stands for what is not there.
  if (issue.input === undefined) return faultOf('missing', part);
  return faultOf(issue.message as RowFaultKind, part, typeof issue.requirement === 'number' ? issue.requirement : null);
}

/** A fault of a row. */
export function faultOf(kind: RowFaultKind, part = '', limit: number | null = null): RowFault {
  return { kind, part, limit };
}
