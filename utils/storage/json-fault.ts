/**
 * Where a text stops being JSON. The browsers' own parsers say it in words of their own or not at all, and a person needs the line.
 * Only for texts that did not parse: it builds nothing.
 */

export interface JsonFault {
  /** Everything up to the end is right, and then it ends too early. */
  readonly cutOff: boolean;
  /** From 1. */
  readonly line: number;
  /** In its line, from 1, in UTF-16 units. */
  readonly character: number;
}

/** One piece of JSON; sticky, so it is found at a place or not there. */
const TOKEN =
  /[{}[\],:]|"(?:[^"\\\p{Cc}]|[\x7F-\x9F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/uy;
/** What may be the beginning of a piece, up to the text's end. */
const CUT_TOKEN =
  /(?:"(?:[^"\\\p{Cc}]|[\x7F-\x9F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*(?:\\(?:u[\dA-Fa-f]{0,3})?)?|-?(?:(?:0|[1-9]\d*)(?:\.\d*)?(?:[eE][+-]?)?)?|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$/uy;
const SPACE = /[ \t\n\r]*/uy;

/** What may come next: a value, the first thing in an object or list, a comma or end, a name, a colon. */
type Wanted = 'value' | 'value-or-end' | 'name' | 'name-or-end' | 'colon' | 'more' | 'nothing';

/** The first fault of `text` as JSON; `null` when there is none. */
export function findJsonFault(text: string): JsonFault | null {
  const open: ('{' | '[')[] = [];
  let wanted: Wanted = 'value';
  let at = skipSpace(text, 0);
  while (at < text.length) {
    const token = matchAt(TOKEN, text, at);
    const first = text.charAt(at);
    // Half a number begins with a whole one: "1." with "1".
    if (token === null || /[-\d]/u.test(first)) {
      const cut = matchAt(CUT_TOKEN, text, at);
      if (cut !== null && cut !== token) return faultAt(text, at, takes(wanted, first, open.at(-1)));
    }
    if (token === null || !takes(wanted, first, open.at(-1))) return faultAt(text, at, false);
    wanted = after(first, wanted, open);
    at = skipSpace(text, at + token.length);
  }
  return wanted === 'nothing' ? null : faultAt(text, text.length, true);
}

/** Whether a piece that begins with `first` may stand where `wanted` does, inside `inside`. */
function takes(wanted: Wanted, first: string, inside?: '{' | '['): boolean {
  switch (wanted) {
    case 'nothing':
      return false;
    case 'colon':
      return first === ':';
    case 'more':
      return first === ',' || first === (inside === '{' ? '}' : ']');
    case 'name':
      return first === '"';
    case 'name-or-end':
      return first === '"' || first === '}';
    case 'value-or-end':
      return first === ']' || isValueStart(first);
    case 'value':
      return isValueStart(first);
  }
}

function isValueStart(first: string): boolean {
  return !/[}\],:]/u.test(first);
}

/** What is wanted after a piece that was taken; keeps `open`, the objects and lists around it. */
function after(first: string, wanted: Wanted, open: ('{' | '[')[]): Wanted {
  if (first === '{' || first === '[') {
    open.push(first);
    return first === '{' ? 'name-or-end' : 'value-or-end';
  }
  if (first === ':') return 'value';
  if (first === ',') return open.at(-1) === '{' ? 'name' : 'value';
  if (first === '"' && (wanted === 'name' || wanted === 'name-or-end')) return 'colon';
  if (first === '}' || first === ']') open.pop();
  return open.length === 0 ? 'nothing' : 'more';
}

function skipSpace(text: string, at: number): number {
  return at + (matchAt(SPACE, text, at)?.length ?? 0);
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  // Told each time: a sticky pattern remembers where it stopped.
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}

/** A fault of a text that was cut off is where the text ends. */
function faultAt(text: string, at: number, cutOff: boolean): JsonFault {
  const lines = text.slice(0, cutOff ? text.length : at).split(/\r\n|\n|\r/u);
  return { cutOff, line: lines.length, character: (lines.at(-1) ?? '').length + 1 };
}
