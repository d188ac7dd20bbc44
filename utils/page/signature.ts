/** Who left a comment and when, in the forms that MediaWiki and its users write signatures. Works on a comment's text with marks on it. */
import { isoDay, monthNumber } from './dates.ts';
import { collapse, hasLetter, trimEnd } from './text.ts';

/** A stretch of the text that something of the page stands for. */
export interface Mark {
  readonly kind: 'bold' | 'user' | 'talk';
  readonly start: number;
  readonly end: number;
  /** The user's name for `user` and `talk`, else ''. */
  readonly user: string;
}

export interface Signed {
  readonly author: string | null;
  /** ISO to the minute, UTC. */
  readonly timestamp: string | null;
  /** The words alone. */
  readonly text: string;
  /** Where the words begin and end in the text given. */
  readonly start: number;
  readonly end: number;
}

const CLOCK = '(\\d{1,2}):(\\d{2})(?::\\d{2})?';
const ZONE = '\\s*\\((?:UTC|GMT)\\)';
const FORMS: readonly {
  readonly source: string;
  readonly order: readonly [hour: number, day: number, month: number, year: number];
}[] = [
  { source: `${CLOCK},? (\\d{1,2})\\.? ([A-Za-z]{3,9})\\.?,? (\\d{4})${ZONE}`, order: [1, 3, 4, 5] },
  { source: `${CLOCK},? ([A-Za-z]{3,9})\\.? (\\d{1,2}),? (\\d{4})${ZONE}`, order: [1, 4, 3, 5] },
  { source: `${CLOCK},? (\\d{4}) ([A-Za-z]{3,9}) (\\d{1,2})${ZONE}`, order: [1, 5, 4, 3] },
  { source: `(\\d{4})-(\\d{2})-(\\d{2})T(\\d{2}):(\\d{2})(?::\\d{2})?Z?(?:${ZONE})?`, order: [4, 3, 2, 1] },
];
const PATTERNS = FORMS.map(form => new RegExp(form.source, 'u'));
/** Longer than this before a time is a sentence, not a name. */
const LONGEST_NAME = 60;
/** No time is as long as that. */
const LONGEST_TIME = 80;

interface Time {
  readonly iso: string;
  readonly start: number;
  readonly end: number;
}

/** The first real moment of `text` from `from` on. */
function findTime(text: string, from: number): Time | null {
  const slice = text.slice(from);
  let first: Time | null = null;
  FORMS.forEach((form, kind) => {
    const match = PATTERNS[kind]?.exec(slice);
    const iso = match ? momentOf(match, form.order) : null;
    if (!match || iso === null) return;
    const start = from + match.index;
    if (!first || start < first.start) first = { iso, start, end: start + match[0].length };
  });
  return first;
}

function momentOf(match: RegExpExecArray, [h, d, m, y]: readonly [number, number, number, number]): string | null {
  const hour = Number(match[h]);
  const minute = Number(match[h + 1]);
  const month = /^\d+$/u.test(match[m] ?? '') ? Number(match[m]) : monthNumber(match[m]);
  const day = isoDay(Number(match[y]), month, Number(match[d]));
  if (day === null || hour > 23 || minute > 59) return null;
  return `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}Z`;
}

/**
 * Splits a comment's text (white space collapsed, icon left out) into author, time and words. The author is the user linked in front,
 * else the bold or plain name in front, else the user linked in a signature at the end. `unsigned` are names that stand for nobody.
 */
export function readSignature(text: string, marks: readonly Mark[], unsigned: readonly string[]): Signed {
  const inFront = signatureInFront(text, marks);
  const nobody = inFront.author !== null && unsigned.some(name => name.toLowerCase() === inFront.author?.toLowerCase());
  const author = nobody ? null : inFront.author;
  if (author !== null || inFront.timestamp !== null) return signed({ ...inFront, author, end: text.length }, text);
  const atEnd = signatureAtEnd(text, marks, inFront.start);
  return signed(atEnd ? { ...atEnd, start: inFront.start } : { ...inFront, author, end: text.length }, text);
}

function signed(parts: Omit<Signed, 'text'>, text: string): Signed {
  return { ...parts, text: collapse(text.slice(parts.start, parts.end)) };
}

type Front = Omit<Signed, 'text' | 'end'>;

function signatureInFront(text: string, marks: readonly Mark[]): Front {
  const lead = skip(text, 0, /^[\s\-–—:]*/u);
  const bold = marks.find(mark => mark.kind === 'bold' && mark.start <= lead && mark.end > lead);
  const user = marks.find(mark => mark.kind !== 'bold' && mark.start <= lead && mark.end > lead);
  if (user) return afterName(text, skipTalk(text, user.end, marks), user.user);
  const time = findTime(text, 0);
  const timeInFront = time && time.start <= (bold?.end ?? LONGEST_NAME) ? time : null;
  const before = timeInFront ? collapse(text.slice(lead, timeInFront.start)) : '';
  // Behind words that are no name, a link or the end of the text follows: then it is a signature at the end.
  const isSignedLater = marks.some(mark => mark.kind !== 'bold' && mark.end <= (timeInFront?.start ?? 0));
  const endsThere = !bold && timeInFront !== null && text.slice(timeInFront.end).trim() === '';
  if (timeInFront && isPlainName(before) && !isSignedLater && !endsThere) {
    return { author: nameOrNull(before), timestamp: timeInFront.iso, start: skipColon(text, timeInFront.end) };
  }
  if (bold && text.slice(bold.end).trim() !== '') {
    return afterName(text, bold.end, nameOrNull(text.slice(lead, bold.end)));
  }
  return { author: null, timestamp: null, start: skipUnsigned(text, lead, bold) };
}

/** A template's default word alone in bold is no text either. */
function skipUnsigned(text: string, lead: number, bold: Mark | undefined): number {
  return bold && /^\S+$/u.test(text.slice(lead, bold.end).trim()) && text.slice(bold.end).trim() === ''
    ? bold.end
    : lead;
}

function isPlainName(text: string): boolean {
  return text.length <= LONGEST_NAME && !/[.!?]\s|[:;]\s/u.test(text) && text.split(' ').length <= 5;
}

function nameOrNull(text: string): string | null {
  const name = trimEnd(collapse(text).replace(/^[\s\-–—:,]+/u, ''), ' -–—:,');
  return name === '' ? null : name;
}

/** What follows a name in front: perhaps a time, then perhaps a colon. */
function afterName(text: string, end: number, author: string | null): Front {
  const time = findTime(text, end);
  const follows = time !== null && /^[\s,:\-–—]*$/u.test(text.slice(end, time.start));
  return { author, timestamp: follows ? time.iso : null, start: skipColon(text, follows ? time.end : end) };
}

const skip = (text: string, from: number, pattern: RegExp) => from + (pattern.exec(text.slice(from))?.[0].length ?? 0);
const skipColon = (text: string, from: number) => skip(text, from, /^\s*[:：]?\s*/u);

/** Past “(talk | contribs)” behind a user link. */
function skipTalk(text: string, from: number, marks: readonly Mark[]): number {
  const match = /^\s*\(([^()]*)\)/u.exec(text.slice(from));
  if (!match) return from;
  const end = from + match[0].length;
  return marks.some(mark => mark.kind !== 'bold' && mark.start >= from && mark.end <= end) ? end : from;
}

/** “… [[User:X|X]] (talk) 15:24, 17 February 2014 (UTC)” as the last thing of the text. */
function signatureAtEnd(text: string, marks: readonly Mark[], from: number): Omit<Signed, 'text' | 'start'> | null {
  const last = trimEnd(text, ' .)').length;
  for (let time = findTime(text, Math.max(from, last - LONGEST_TIME)); time; time = findTime(text, time.end)) {
    if (!/^[\s.)]*$/u.test(text.slice(time.end))) continue;
    const links = marks.filter(mark => mark.kind !== 'bold' && mark.start >= from && mark.end <= (time?.start ?? 0));
    const link = links.at(-1);
    if (!link || !/^[\s),]*$/u.test(text.slice(link.end, time.start)))
      return { author: null, timestamp: time.iso, end: time.start };
    const first = links.findLast(mark => mark.kind === 'user' && mark.user === link.user) ?? link;
    return { author: link.user, timestamp: time.iso, end: trimDashes(text, first.start) };
  }
  return null;
}

/** Where links to users begin behind which no word stands any more, only a time; the end of the text where none do. */
export function signatureStart(text: string, marks: readonly Mark[]): number {
  let start = text.length;
  for (const mark of marks.toReversed()) {
    if (mark.kind === 'bold') continue;
    const rest = PATTERNS.reduce((words, time) => words.replace(time, ''), text.slice(mark.end, start));
    if (hasLetter(rest) || rest.includes('?')) break;
    start = mark.start;
  }
  return start;
}

function trimDashes(text: string, end: number): number {
  return trimEnd(text.slice(0, end), ' -–—(').length;
}
