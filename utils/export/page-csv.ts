/**
 * A page as a table for spreadsheets: one row an idea, a column for each value of `idea-lens/page@1`, RFC 4180. Lists are joined by
 * "; ", so it is for looking at; what has to be read again without loss is the JSON.
 *
 * It opens with a byte order mark: without one Excel takes UTF-8 for the machine's old code page and spoils every name with an
 * accent, and everything else that reads CSV skips it.
 */
import type { Comment } from '../model/comment.ts';
import type { AssessedIdea, Contact } from '../model/idea.ts';
import type { Page } from '../model/page.ts';

const BYTE_ORDER_MARK = '\uFEFF';

type Cell = string | number | boolean | null;

/** Column names are the places in the JSON; tools rely on them, so they are in no locale file. */
const COLUMNS: readonly (readonly [name: string, cell: (idea: AssessedIdea, page: Page) => Cell])[] = [
  ['page.key', (_, page) => page.key],
  ['page.title', (_, page) => page.title],
  ['page.url', (_, page) => page.url],
  ['page.revision', (_, page) => page.revision],
  ['page.current', (_, page) => page.current],
  ['key', idea => idea.key],
  ['anchor', idea => idea.anchor],
  ['title', idea => idea.title],
  ['list', idea => idea.list],
  ['list.heading', (idea, page) => page.lists.find(list => list.id === idea.list)?.heading ?? null],
  ['area', idea => idea.area],
  ['inserted.raw', idea => idea.inserted.raw],
  ['inserted.iso', idea => idea.inserted.iso],
  ['inserted.candidates', idea => joined(idea.inserted.candidates)],
  ['verified.raw', idea => idea.verified.raw],
  ['verified.iso', idea => idea.verified.iso],
  ['program.raw', idea => idea.program.raw],
  ['program.value', idea => idea.program.value],
  ['contacts', idea => joined(idea.contacts.map(contactText))],
  ['mailingList', idea => idea.mailingList],
  ['irc', idea => idea.irc],
  ['difficulty.raw', idea => idea.difficulty.raw],
  ['difficulty.min', idea => idea.difficulty.min],
  ['difficulty.max', idea => idea.difficulty.max],
  ['skills.raw', idea => idea.skills.raw],
  ['skills.items', idea => joined(idea.skills.items)],
  ['description', idea => idea.description],
  ['outcomes', idea => idea.outcomes],
  ['comments', idea => joined(idea.comments.map(commentText))],
  ['reasons', idea => joined(idea.reasons)],
  ['advisories', idea => joined(idea.advisories)],
];

/** The text of the file. `ideas` are the page's own, assessed, in the order in which they are to stand there. */
export function pageToCsv(page: Page, ideas: readonly AssessedIdea[]): string {
  const rows = ideas.map(idea => COLUMNS.map(([, cell]) => guarded(cell(idea, page))));
  return BYTE_ORDER_MARK + [COLUMNS.map(([name]) => name), ...rows].map(rowText).join('\r\n');
}

/** Everything in quotes: where the semicolon is the separator, an unquoted "a;=b" would fall into two cells, one a formula. */
function rowText(cells: readonly string[]): string {
  return cells.map(cell => `"${cell.replaceAll('"', '""')}"`).join(',');
}

/**
 * The cell as text. What a spreadsheet would take for a formula gets an apostrophe in front, which makes it text there; the wide
 * forms of the signs count too.
 */
function guarded(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  return /^[=+\-@\t\r\n＝＋－＠]/u.test(text) ? `'${text}` : text;
}

function joined(items: readonly string[]): string {
  return items.join('; ');
}

/** "Ada Sample <ada@example.org> (mentor)". */
function contactText({ name, email, role }: Contact): string {
  return [name, email === null ? null : `<${email}>`, `(${role})`].filter(part => part !== null).join(' ');
}

/** "2014-02-17T15:24Z Wickham (review, open): How big?". */
function commentText({ author, timestamp, kind, state, text }: Comment): string {
  return `${[timestamp, author, `(${kind}, ${state})`].filter(part => part !== null).join(' ')}: ${text}`;
}
