/**
 * The rows that a page's bookmarks are stored in, changed so that each goes on counting for the idea that it is of. What is stored is the
 * background's; what shows of it is the display's (bookmarks.ts).
 */
import type { Background } from '../../utils/messaging/protocol.ts';
import type { BookmarkDraft } from '../../utils/model/bookmark.ts';
import type { Idea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import { LONGEST_TITLE, MOST_CONTACTS } from '../../utils/model/limits.ts';
import { addressOfPage, type Page } from '../../utils/model/page.ts';

export { findAgain } from '../../utils/model/find-again.ts';

export interface Rows {
  readonly page: Page;
  readonly background: Background;
  /** For the key of each row the key of the idea that it counts for; kept up to date. */
  readonly found: Map<IdeaKey, IdeaKey>;
}

/** Stores an idea under its key; a row there that counts for another idea goes on to that one's key first. */
export async function keepRow(rows: Rows, idea: Idea, was?: IdeaKey): Promise<void> {
  const { page, background, found } = rows;
  const moving = found.get(idea.key) ?? idea.key;
  const other = page.ideas.find(({ key }) => key === moving);
  if (other && moving !== idea.key) await keepRow(rows, other, idea.key);
  await background['bookmarks.set']({ ...draftOf(page, idea), ...(was && { was }) });
  found.set(idea.key, idea.key);
}

/** Removes every row that counts for an idea. */
export async function forgetRows({ page, background, found }: Rows, key: IdeaKey): Promise<void> {
  for (const [row, counts] of [...found]) {
    if (counts !== key) continue;
    await background['bookmarks.remove']({ page: page.key, idea: row });
    found.delete(row);
  }
}

/** What is kept for people to read may be cut, a link may not. */
function clip(text: string): string {
  return text.length > LONGEST_TITLE ? `${text.slice(0, LONGEST_TITLE - 1)}…` : text;
}

function draftOf(page: Page, idea: Idea): BookmarkDraft {
  return {
    page: page.key,
    idea: idea.key,
    title: clip(idea.title),
    pageTitle: clip(page.title),
    url: addressOfPage(page),
    anchor: idea.anchor !== null && idea.anchor.length <= LONGEST_TITLE ? idea.anchor : null,
    contacts: idea.contacts.slice(0, MOST_CONTACTS).map(contact => ({
      ...contact,
      name: contact.name === null ? null : clip(contact.name),
      email: contact.email === null ? null : clip(contact.email),
    })),
    insertedRaw: idea.inserted.raw === null ? null : clip(idea.inserted.raw),
  };
}
