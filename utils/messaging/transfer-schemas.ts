/** The shapes of the messages that take all bookmarks out and in. Apart, so that pages of a wiki do not carry what they never ask. */
import * as v from 'valibot';
import { isUrlOfPage } from '../model/host.ts';
import { type AllBookmarks, type BookmarkRow, type ImportAnswer, ROW_FAULTS } from '../model/import.ts';
import type { TransferMessages } from './protocol.ts';
import { count, nothing, type Schemas, storedBookmark, storedContact } from './schemas.ts';

const loose = v.pipe(
  v.object({ ...storedBookmark, contacts: v.array(v.object(storedContact)) }),
  v.check(it => isUrlOfPage(it.url, it.page)),
);
/** A bookmark with further properties. It goes through as it is: copying them could make a prototype of one. */
const row = v.custom<BookmarkRow>(value => v.is(loose, value), 'This is no bookmark.');
const all: v.GenericSchema<unknown, AllBookmarks> = v.strictObject({
  bookmarks: v.array(row),
  unreadable: v.array(v.unknown()),
});

const group = v.strictObject({ count, examples: v.array(v.string()) });
const rejected = v.strictObject({
  list: v.picklist(['bookmarks', 'unreadable']),
  row: count,
  title: v.nullable(v.string()),
  fault: v.strictObject({ kind: v.picklist(ROW_FAULTS), part: v.string(), limit: v.nullable(v.number()) }),
});
const plan = v.strictObject({
  new: group,
  changed: group,
  same: group,
  unreadable: v.strictObject({ new: count, same: count }),
  rejected: v.array(rejected),
});
const problem = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['empty', 'page-export']) }),
  v.strictObject({ kind: v.picklist(['cut-off', 'not-json']), line: count, character: count }),
  v.strictObject({ kind: v.literal('too-large'), bytes: count }),
  v.strictObject({ kind: v.literal('too-many-rows'), rows: count }),
  v.strictObject({ kind: v.literal('newer-format'), format: v.string() }),
  v.strictObject({ kind: v.literal('other-format'), format: v.nullable(v.string()) }),
  v.strictObject({ kind: v.literal('wrong-part'), part: v.string() }),
]);
const importAnswer: v.GenericSchema<unknown, ImportAnswer> = v.variant('ok', [
  v.strictObject({ ok: v.literal(true), plan }),
  v.strictObject({ ok: v.literal(false), problem }),
]);
/** How large the text may be is the importer's word: it says so in its answer. */
const importedText = v.strictObject({ text: v.string() });

export const TRANSFER_SCHEMAS: Schemas<TransferMessages> = {
  'bookmarks.export': { input: nothing, output: all },
  'bookmarks.restore': { input: v.strictObject({ row }), output: v.null() },
  'import.preview': { input: importedText, output: importAnswer },
  'import.apply': { input: importedText, output: importAnswer },
};
