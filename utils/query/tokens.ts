/**
 * A search text cut into what stands between its blanks: words, phrases, and `field:value`. Only where things stand and how they
 * are quoted; what a field means is in `language.ts`.
 */

export interface TokenValue {
  readonly text: string;
  readonly quoted: boolean;
  /** Offset of its first UTF-16 unit, the quotation mark before it included. */
  readonly at: number;
}

export interface Token {
  readonly negated: boolean;
  /** The word before the colon, as typed; `null` for a plain word or phrase. */
  readonly field: string | null;
  /** One for a plain word or phrase; of a field those between its commas, empty ones left out. */
  readonly values: readonly TokenValue[];
  /** Where it stands: `[start, end)` in UTF-16 units, a minus before it included. */
  readonly start: number;
  readonly end: number;
  /** Where a quotation mark stands that was not closed; `null` when all are. */
  readonly unclosed: number | null;
}

/** Letters before a colon with something behind it that is no slash: `mentor:x`, but neither `10:30` nor `https://…`. */
const FIELD = /([\p{L}][\p{L}\p{M}-]*):(?![/\s])/uy;
/** The same while nothing has been typed behind the colon yet. */
const BARE_FIELD = /([\p{L}][\p{L}\p{M}-]*):(?=\s|$)/uy;
const BLANK = /\s+/uy;
/** Quotation marks with what closes each; phones type the curly ones by themselves. */
const CLOSERS: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ['“', '“”"'],
  ['„', '“”"'],
  ['«', '»'],
]);
const WORD = /\S+/uy;
const VALUE = /[^\s,]+/uy;

/** The tokens of `text` in order. A quotation mark inside a word is a character like others. Takes time in proportion; never throws. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  let at = skip(BLANK, text, 0);
  while (at < text.length) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skip(BLANK, text, token.end);
  }
  return tokens;
}

function tokenAt(text: string, start: number): Token {
  const negated = text[start] === '-' && start + 1 < text.length && !/\s/u.test(text[start + 1] ?? ' ');
  const from = negated ? start + 1 : start;
  const field = match(FIELD, text, from) ?? match(BARE_FIELD, text, from);
  if (field !== null) return fieldToken(text, start, negated, field);
  const { value, end, unclosed } = valueAt(text, from, WORD);
  return { negated, field: null, values: [value], start, end, unclosed };
}

function fieldToken(text: string, start: number, negated: boolean, name: RegExpExecArray): Token {
  const values: TokenValue[] = [];
  let unclosed: number | null = null;
  let at = name.index + name[0].length;
  while (at < text.length && !/\s/u.test(text[at] ?? ' ')) {
    if (text[at] === ',') {
      at++;
      continue;
    }
    const found = valueAt(text, at, VALUE);
    values.push(found.value);
    unclosed ??= found.unclosed;
    at = found.end;
  }
  return { negated, field: name[1] ?? '', values, start, end: at, unclosed };
}

interface FoundValue {
  readonly value: TokenValue;
  readonly end: number;
  readonly unclosed: number | null;
}

/** A quoted stretch, or what `plain` takes. There is something to take at `at`. */
function valueAt(text: string, at: number, plain: RegExp): FoundValue {
  const closers = CLOSERS.get(text[at] ?? '');
  if (closers === undefined) {
    const word = match(plain, text, at)?.[0] ?? text.slice(at, at + 1);
    return { value: { text: word, quoted: false, at }, end: at + word.length, unclosed: null };
  }
  let close = at + 1;
  while (close < text.length && !closers.includes(text[close] ?? '')) close++;
  const value = { text: text.slice(at + 1, close), quoted: true, at };
  return close < text.length ? { value, end: close + 1, unclosed: null } : { value, end: close, unclosed: at };
}

function match(sticky: RegExp, text: string, at: number): RegExpExecArray | null {
  sticky.lastIndex = at;
  return sticky.exec(text);
}

function skip(sticky: RegExp, text: string, at: number): number {
  return at + (match(sticky, text, at)?.[0].length ?? 0);
}
