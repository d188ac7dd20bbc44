/**
 * What a search text asks for: terms to look for, conditions of fields, and what in it could not be taken. It knows nothing of the
 * page: which ideas a condition holds for is in `conditions.ts` and `facets.ts`.
 */
import { LONGEST_TEXT } from '../model/query.ts';
import type { TextField, TextProblem } from '../model/text.ts';
import type { SearchTerm } from '../model/view.ts';
import { fold } from './fold.ts';
import { type Token, type TokenValue, tokensOf } from './tokens.ts';
import { daysOf, FACET_OF, fieldCalled, fixedValues, NONE, PARTS, STATES, wordOf } from './vocabulary.ts';

/** `field:value,value`: one of the values is enough. Never without a value. */
export interface Condition {
  readonly field: TextField;
  readonly negated: boolean;
  readonly values: readonly TokenValue[];
  readonly token: Token;
}

export interface ReadText {
  /** Words and phrases, folded, each once; all of them must hold. */
  readonly terms: readonly SearchTerm[];
  /** All of them must hold, but those of one facet: there one is enough. */
  readonly conditions: readonly Condition[];
  readonly problems: readonly TextProblem[];
}

const NOTHING: ReadText = { terms: [], conditions: [], problems: [] };

/**
 * Reads a search text. A quotation mark that is not closed reaches to the end; a minus alone, empty quotes and a field without a
 * value ask for nothing; a field that there is not is searched as plain words; a value that a field cannot take is left out. A text
 * longer than LONGEST_TEXT asks for nothing at all. All but the harmless is told in `problems`. Never throws.
 */
export function readText(text: string): ReadText {
  if (text.length > LONGEST_TEXT) return { ...NOTHING, problems: [{ kind: 'too-long', length: text.length }] };
  const terms = new Map<string, SearchTerm>();
  const conditions: Condition[] = [];
  const problems: TextProblem[] = [];
  const addTerm = (words: string, negated: boolean) => {
    const folded = fold(words).trim();
    if (folded !== '') terms.set(`${negated} ${folded}`, { folded, negated });
  };

  for (const token of tokensOf(text)) {
    if (token.unclosed !== null) problems.push({ kind: 'unclosed-quote', at: token.unclosed });
    if (token.field === null) {
      for (const { text: word, quoted } of token.values) {
        // A comma behind a word parts it from the next one.
        if (quoted || word !== '-') addTerm(quoted ? word : word.replace(/,+$/u, ''), token.negated);
      }
      continue;
    }
    const field = fieldCalled(token.field);
    if (field === null) {
      if (token.values.length > 0) problems.push({ kind: 'unknown-field', name: token.field, at: token.start });
      for (const words of [token.field, ...token.values.map(value => value.text)]) addTerm(words, token.negated);
      continue;
    }
    const given = token.values.filter(value => fold(value.text).trim() !== '');
    const known = given.filter(value => takes(field, value));
    for (const value of given.filter(each => !known.includes(each))) {
      problems.push({ kind: 'unknown-value', field, value: value.text, at: value.at });
    }
    if (known.length > 0) conditions.push({ field, negated: token.negated, values: known, token });
  }
  return { terms: [...terms.values()], conditions, problems };
}

/** Whether a field can take the value at all: those that hold the page's own words take any. */
function takes(field: TextField, { text, quoted }: TokenValue): boolean {
  switch (field) {
    case 'list':
    case 'area':
    case 'skills':
    case 'mentor':
    case 'title':
      return true;
    case 'difficulty':
    case 'gsoc':
    case 'reason':
      return (
        (field !== 'reason' && !quoted && text.toLowerCase() === NONE) ||
        fixedValues(FACET_OF[field] ?? 'attention', text) !== null
      );
    case 'is':
      return wordOf(STATES, text) !== null;
    case 'has':
    case 'missing':
      return wordOf(PARTS, text) !== null;
    case 'before':
    case 'after':
      return daysOf(text) !== null;
  }
}

/** The text without `tokens` (some of its own), the rest as typed, single blanks where they stood. */
export function withoutTokens(text: string, tokens: readonly Token[]): string {
  if (tokens.length === 0) return text;
  const kept: string[] = [];
  let from = 0;
  for (const { start, end } of tokens) {
    kept.push(text.slice(from, start).trim());
    from = end;
  }
  kept.push(text.slice(from).trim());
  return kept.filter(piece => piece !== '').join(' ');
}

/** `value` as it is typed to be taken whole: in quotation marks, those in it left out (a text has no way to escape them). */
export function quoted(value: string): string {
  return `"${value.replaceAll('"', ' ')}"`;
}
