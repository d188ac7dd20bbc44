/** Contacts: who can be written to, as “Name <mail>”, several of them, with or without a role. Instructions are no person. */
import type { Contact } from '../model/idea.ts';
import { decodeUrl } from './address.ts';
import { collapse, type Gaps, hasLetter, isSmall, type Stretch, textOfNode, textWithLines, trimEnd } from './text.ts';
import { attribute, closest, dataOf, endOf, nameAt, type Tree } from './tree.ts';

/** What no address holds before and after its `@`: of the punctuation that it may hold, what nobody's does is left out, too. */
const NOT_LOCAL = /[\s!-&(-*,/:-@[-^`{-~]/u;
const DOMAIN = /(?:[^\s!-,./:-@[-`{-~]+\.)+[^\s!-,./:-@[-`{-~]{2,}/uy;
const RANK = '(?:lead|main|primary|second|backup)';
/** “Mentor: …”, “Backup mentor (accepted): …”, “Student - …”. */
const ROLE = new RegExp(
  `^\\s*(?:${RANK}\\s+)?(co-?mentors?|mentors?|students?|contacts?)\\s*(?:\\([^()]*\\)\\s*)?(?:[:：]|\\s[-–—]\\s)\\s*`,
  'iu',
);
/** A role behind a name is that person's alone. */
const NOTED_ROLE = /\(\s*(co-?mentor|mentor|student)\s*\)/iu;
/** Between people; “Or” is somebody's name. */
const BETWEEN = /,|\s+(?:and\/or|and|or|&|und)\s+|\s+\/\s+/u;
/** Where a role begins the next one. */
const BEFORE_ROLE = new RegExp(
  `(?<!\\b${RANK})(?=\\s(?:${RANK}\\s)?(?:co-?mentors?|mentors?|students?)\\s*[:：])`,
  'iu',
);
/** Between lines; what a line announces alone (“Email: …”) is of the person in the line before. */
const BETWEEN_LINES = /[\n;](?!\s{0,9}(?:e-?mail|irc)\b)/iu;
/** What people write where there is nobody yet. */
const NOBODY = /^(?:none|nobody|n\/a|tb[acd]|unknown|to be \w+)\b/iu;
/** Put into an address so that it is none. */
const NO_ADDRESS = /nospam|remove/iu;
const PARTICLE =
  /^(?:van|von|der|den|de|del|della|da|di|do|dos|du|la|le|el|al|bin|ibn|ben|ten|ter|zu|zur|af|av|y|e|'t)$/u;
const WORDS_OF_A_NAME = 5;

/** Reads the contact field. `isPlaceholder` says of a text that it stands for nobody. */
export function readContacts(
  tree: Tree,
  stretch: Stretch,
  gaps: Gaps,
  isPlaceholder: (text: string) => boolean,
): Contact[] {
  return readContactsText(contactText(tree, stretch, gaps), isPlaceholder);
}

/** The field's text, lines kept, with the address of a mail link behind the link's words. */
function contactText(tree: Tree, stretch: Stretch, gaps: Gaps): string {
  const parts: string[] = [];
  let from = stretch.from;
  let offset = stretch.offset;
  for (let at = stretch.from; at < stretch.to; at++) {
    const link = nameAt(tree, at) === '#text' ? mailLinkEndingWith(tree, at) : null;
    if (link === null || gaps.some(([start, end]) => start <= at && at < end)) continue;
    parts.push(textWithLines(tree, { from, offset, to: at + 1 }, gaps));
    parts.push(link);
    // From the link's end on, in the same line.
    from = at;
    offset = dataOf(tree, at).length;
  }
  parts.push(textWithLines(tree, { ...stretch, from, offset }, gaps));
  return parts.join('');
}

/** What to write behind the last text of a mail link: its address, unless the link's words already say it. */
function mailLinkEndingWith(tree: Tree, at: number): string | null {
  const link = closest(tree, at, name => name === 'a');
  if (!isMailLink(tree, link)) return null;
  for (let later = at + 1; later < endOf(tree, link); later++) if (dataOf(tree, later).trim() !== '') return null;
  const [mail] = mailsIn(decodeUrl(attribute(tree, link, 'href')));
  if (mail === undefined) return null;
  return textOfNode(tree, link).includes(mail.text) ? '' : ` <${mail.text}> `;
}

/** Whether node `at` is a link that writes a mail. */
export const isMailLink = (tree: Tree, at: number) => /^mailto:/iu.test(attribute(tree, at, 'href'));

interface Mail {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The addresses of a text, from each `@` to both sides: a text without any is passed through once. */
function mailsIn(text: string): Mail[] {
  const mails: Mail[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const before = mails.at(-1)?.end ?? 0;
    let start = at;
    while (start > before && !NOT_LOCAL.test(text.charAt(start - 1))) start--;
    DOMAIN.lastIndex = at + 1;
    const domain = start < at ? DOMAIN.exec(text)?.[0] : undefined;
    if (domain === undefined) continue;
    const end = at + 1 + domain.length;
    const mail = text.slice(start, end);
    if (!NO_ADDRESS.test(mail)) mails.push({ text: mail, start, end });
  }
  return mails;
}

/**
 * People of a text: separated by line breaks, `;`, `,`, “and”, “or”, “&”, `/`. A role holds until the next one or the next `;` or line.
 * An address only when it is one (“name at host” is none). Text that is neither a name nor has an address is left out.
 */
export function readContactsText(text: string, isPlaceholder: (text: string) => boolean): Contact[] {
  const contacts: Contact[] = [];
  const seen = new Set<string>();
  const add = (contact: Contact | null) => {
    const key = `${contact?.name}\n${contact?.email}`;
    if (contact && !seen.has(key)) contacts.push(contact);
    seen.add(key);
  };
  for (const line of text.split(BETWEEN_LINES).map(withoutInnerCommas).map(withoutOrganisations)) {
    let role: Contact['role'] = 'contact';
    for (const part of partsOf(line)) {
      const named = ROLE.exec(part)?.[1];
      if (named !== undefined) role = roleOf(named);
      const words = collapse(part.replace(ROLE, ''));
      if (words === '' || isPlaceholder(words)) continue;
      const noted = NOTED_ROLE.exec(words)?.[1];
      const own = noted === undefined ? role : roleOf(noted);
      for (const person of peopleOf(words)) add(contactOf(person, own, contacts.length === 0));
    }
  }
  return contacts;
}

/** A note in brackets separates nobody; whose the addresses are that share one pair of brackets cannot be told. */
function withoutInnerCommas(line: string): string {
  const apart = collapse(line).replace(/<([^<>]*)>/gu, (all, inner: string) =>
    /[,\s]/u.test(inner.slice(inner.indexOf('@'), inner.lastIndexOf('@'))) ? `, ${inner}` : all,
  );
  return apart.replace(/\([^()]*\)/gu, note => note.replaceAll(',', ' '));
}

const partsOf = (line: string) => line.split(BETWEEN).flatMap(piece => piece.split(BEFORE_ROLE));

/** The line with each address behind the name that it belongs to, where an organisation stands between them: “Wei Liu, Citrix <mail>”. */
function withoutOrganisations(line: string): string {
  const [first = '', ...others] = line.split(',');
  const pieces = [first];
  for (const piece of others) pieces.push(...besideName(pieces.pop() ?? '', piece));
  return pieces.join();
}

/**
 * Two pieces of a line. Behind a full name without an address a single word before one is a person only where the address holds that word.
 * Else the address says whether it is of the full name; where it does not, it is nobody's, and nobody is called by the word.
 */
function besideName(before: string, piece: string): string[] {
  const [mail, other] = mailsIn(piece);
  const word = mail && !other ? nameOf(piece.slice(0, mail.start)).toLowerCase() : '';
  if (!mail || word === '' || word.includes(' ')) return [before, piece];
  const name = nameOf(partsOf(before).at(-1)?.replace(ROLE, '') ?? '');
  const local = mail.text.toLowerCase().split('@')[0] ?? '';
  const isFull = name.includes(' ') && isName(name, false) && mailsIn(before).length === 0;
  if (!isFull || local.includes(word)) return [before, piece];
  const address = ` <${piece.slice(mail.start)}`;
  return isCalled(local, name.toLowerCase()) ? [before + address] : [before, address];
}

/** Whether the part of an address before its `@` is made of a name: “wei.liu2”, “pasik”, “wliu”. */
function isCalled(local: string, name: string): boolean {
  const own = local.split(/[\d.+_-]+/u);
  const isIn = (word: string) =>
    own.some(part => part === word || (word.length > 2 && (part.startsWith(word) || part === name.charAt(0) + word)));
  return name.split(/[\s.-]+/u).some(word => word.length > 1 && isIn(word));
}

function roleOf(word: string): Contact['role'] {
  if (/^student/iu.test(word)) return 'student';
  return /mentor/iu.test(word) ? 'mentor' : 'contact';
}

/** A part with several addresses is several people. */
function peopleOf(words: string): string[] {
  const people: string[] = [];
  let start = 0;
  for (const mail of mailsIn(words)) {
    const close = /^\s*[>)\]]/u.exec(words.slice(mail.end))?.[0].length ?? 0;
    const end = mail.end + close;
    people.push(words.slice(start, end));
    start = end;
  }
  const rest = words.slice(start);
  if (people.length === 0) return [rest];
  if (people.length === 1) people[0] = `${people[0]}${rest}`;
  return people;
}

function contactOf(words: string, role: Contact['role'], isFirst: boolean): Contact | null {
  const [mail] = mailsIn(words);
  if (!mail) {
    const name = nameOf(words);
    return isName(name, isFirst) ? { name, email: null, role } : null;
  }
  const before = nameOf(words.slice(0, mail.start).replace(/[<([]\s*(?:mailto:)?$/iu, ''));
  const after = nameOf(words.slice(mail.end).replace(/^\s*[>)\]]/u, ''));
  const email = mail.text;
  if (before === '' || NOBODY.test(before)) return { name: isName(after, false) ? after : null, email, role };
  const name = isName(before, true) ? before : nameEnding(before);
  return name === null ? null : { name, email, role };
}

/** The name that a few words to the reader end with: “Please contact Ada Bell”; none where they say whom not to. */
function nameEnding(words: string): string | null {
  if (/\b(?:not|no longer|instead|formerly)\b/iu.test(words)) return null;
  const all = words.split(' ');
  const before = all.findLastIndex(word => isSmall(word) || !hasLetter(word) || word.endsWith(':'));
  const name = all.slice(before + 1);
  return name.length >= 2 && name.length <= WORDS_OF_A_NAME ? name.join(' ') : null;
}

/** The words without notes in brackets, without what announces an address, and without punctuation around them. */
function nameOf(words: string): string {
  const open = collapse(words.replace(/<[^<>]*>|\([^()]*\)|\[[^[\]]*\]/gu, ' '));
  const bare = open.replace(/\s*[([][^()[\]]*$|\s?\b(?:irc|e-?mail)(?::.*)?$/iu, '').replace(/^[\s:,.\-–—<>|/&]+/u, '');
  const plain = trimEnd(bare, ' :;,-–—<>');
  return plain.endsWith('.') && /^\S{3}/u.test(plain.slice(-4)) ? plain.slice(0, -1) : plain;
}

/** A few words of which each begins like a name; a single word in small letters only where a name is expected. */
export function isName(name: string, isExpected: boolean): boolean {
  if (!hasLetter(name) || /^#/u.test(name) || NOBODY.test(name) || NO_ADDRESS.test(name)) return false;
  const words = name.split(' ');
  if (/\s(?:at|dot)\s|\[at\]/iu.test(name)) return isExpected && words.length <= 2 * WORDS_OF_A_NAME;
  if (words.length > WORDS_OF_A_NAME) return false;
  if (words.length === 1) return isExpected || !isSmall(name);
  return words.every(word => !isSmall(word) || PARTICLE.test(word));
}
