/**
 * Bookmarks as Markdown, to read and to share: a heading for each page, a list item for each idea. Titles and names are text of a
 * wiki and stay text: none can end its link, begin another, or become markup. The words are passed in.
 */
import { addressOfBookmark, type Bookmark, byPage } from '../model/bookmark.ts';
import { hostOfPage } from '../model/host.ts';
import type { Contact } from '../model/idea.ts';

export interface MarkdownWords {
  /** The file's heading. */
  readonly title: string;
  /** "Contact: Ada Sample (ada@example.org)"; `names` is Markdown already. */
  contacts(names: string): string;
  /** "Bookmarked 4 May 2021", from an ISO date. */
  bookmarked(createdAt: string): string;
}

/** The text of the file, newest bookmark first; a heading alone when there are none. */
export function bookmarksToMarkdown(bookmarks: readonly Bookmark[], words: MarkdownWords): string {
  const pages = byPage(bookmarks).map(({ page, pageTitle, bookmarks: kept }) => {
    const items = kept.map(bookmark => `- ${itemOf(bookmark, words)}`).join('\n');
    return `## ${textOf(`${pageTitle} · ${hostOfPage(page)}`)}\n\n${items}\n`;
  });
  return [`# ${textOf(words.title)}\n`, ...pages].join('\n');
}

function itemOf(bookmark: Bookmark, words: MarkdownWords): string {
  const address = addressOfBookmark(bookmark);
  // A title of white space alone would be a link that nobody can see.
  const title = textOf(bookmark.title) || textOf(bookmark.idea) || '?';
  const names = bookmark.contacts.map(nameOf).filter(name => name !== '');
  return [
    address === null ? title : `[${title}](${destinationOf(address)})`,
    ...(names.length > 0 ? [words.contacts(names.join(', '))] : []),
    words.bookmarked(bookmark.createdAt),
  ].join(' · ');
}

function nameOf({ name, email }: Contact): string {
  const [who, mail] = [textOf(name ?? ''), textOf(email ?? '')];
  return who !== '' && mail !== '' ? `${who} (${mail})` : who + mail;
}

/** Characters that begin or end something in Markdown, GitHub's among it, inside a line. */
const MARKS = /[\\`*_[\]~|!#$]|:(?=\/\/)|(?<=\bwww)\./giu;

/**
 * Text of a wiki on one line, with nothing in it that Markdown or HTML would take for its own, nor turn the direction of what stands
 * behind it.
 */
function textOf(text: string): string {
  return text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .replace(MARKS, mark => `\\${mark}`)
    .split(' ')
    .map(word => (word.includes('@') ? addressOf(word) : word))
    .join(' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/**
 * A word with a mail address in it, of which readers make a link by themselves. Many begin that link behind an escaped character, where
 * it would lead to somebody else. `_` needs no escape inside a word; where another mark does, the address is escaped out of being one.
 */
function addressOf(word: string): string {
  const whole = word.replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_');
  return whole.slice(0, whole.lastIndexOf('@')).includes('\\') ? whole.replaceAll('@', '\\@') : whole;
}

/**
 * A web address as a link's destination. `URL` has encoded its blanks and quotes already; a backtick would begin code that ends
 * wherever the next one stands, escaped or not.
 */
function destinationOf(address: string): string {
  return address
    .replace(/[()[\]\\]/gu, mark => `\\${mark}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '%3C')
    .replaceAll('>', '%3E')
    .replaceAll('`', '%60');
}
