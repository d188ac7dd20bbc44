/** What could be typed next: names of fields, and values of the field that stands before the caret. */
import type { FacetName, FacetValueOf } from '../model/query.ts';
import { PROSE } from '../model/query.ts';
import { type Suggestion, TEXT_FIELDS, type TextField } from '../model/text.ts';
import type { View } from '../model/view.ts';
import { fold } from './fold.ts';
import { quoted } from './language.ts';
import { meantBy } from './names.ts';
import { type Token, type TokenValue, tokensOf } from './tokens.ts';
import { ATTENTION_WORDS, FACET_OF, fieldCalled, levelWord, NONE, PARTS, STATES } from './vocabulary.ts';

const MOST = 8;
/** Names are offered from so many letters on: a letter alone begins too many words. */
const LETTERS = 2;

/**
 * Completions of what stands right before `caret` in `text`, best first, at most 8; none where the caret is inside a word, or where
 * nothing fits. `view` is what shows for the text now: values come with its counts, those without ideas last. Values in the order
 * of their facet.
 */
export function suggest(
  text: string,
  caret: number,
  view: View,
  headingOf: (list: string) => string,
): readonly Suggestion[] {
  const token = tokensOf(text.slice(0, caret)).find(({ end }) => end === caret);
  if (token === undefined || /^[^\s,]/u.test(text.slice(caret))) return [];
  return token.field === null ? fieldsFor(text, caret, token) : valuesFor(text, caret, token, view, headingOf);
}

function fieldsFor(text: string, caret: number, token: Token): readonly Suggestion[] {
  const [{ text: typed, quoted: isQuoted } = { text: '', quoted: true }] = token.values;
  if (isQuoted || typed.length < LETTERS) return [];
  const from = token.start + (token.negated ? 1 : 0);
  return TEXT_FIELDS.filter(field => field.startsWith(fold(typed))).map(field =>
    suggestion('field', field, `${field}:`, null, { text, from, to: caret, behind: '' }),
  );
}

interface Choice {
  readonly words: string;
  readonly name: string;
  readonly count: number | null;
}

function valuesFor(
  text: string,
  caret: number,
  token: Token,
  view: View,
  headingOf: (list: string) => string,
): readonly Suggestion[] {
  const field = fieldCalled(token.field ?? '');
  if (field === null) return [];
  const last = token.values.at(-1);
  // Behind a comma or the colon another value begins, but not inside a quotation mark; a quoted one that is closed is complete.
  const begins = token.unclosed === null && /[,:]$/u.test(text.slice(0, caret));
  const typed: TokenValue = begins || !last ? { text: '', quoted: false, at: caret } : last;
  if (typed.quoted && token.unclosed === null) return [];
  const choices = choicesOf(field, view, headingOf);
  const fitting =
    typed.text.trim() === ''
      ? choices
      : meantBy(
          typed.text,
          false,
          choices.map(({ name, words }) => ({ name, more: [words] })),
        ).flatMap(index => choices[index] ?? []);
  const done = (choice: Choice) => choice.words === typed.text;
  return [...fitting.filter(({ count }) => count !== 0), ...fitting.filter(({ count }) => count === 0)]
    .filter(choice => !done(choice))
    .slice(0, MOST)
    .map(({ words, count }) =>
      suggestion('value', field, words, count, {
        text,
        from: typed.at,
        to: caret,
        behind: text.slice(caret, caret + 1) === '' ? ' ' : '',
      }),
    );
}

function suggestion(
  kind: Suggestion['kind'],
  field: TextField,
  words: string,
  count: number | null,
  place: { readonly text: string; readonly from: number; readonly to: number; readonly behind: string },
): Suggestion {
  const before = `${place.text.slice(0, place.from)}${words}${place.behind}`;
  const shown = kind === 'field' ? words : `${field}:${words}`;
  return { kind, field, words: shown, count, text: `${before}${place.text.slice(place.to)}`, caret: before.length };
}

function choicesOf(field: TextField, view: View, headingOf: (list: string) => string): readonly Choice[] {
  const facet = FACET_OF[field];
  if (facet !== undefined) return rowChoices(facet, view, headingOf);
  if (field === 'is') return STATES.map(plainChoice);
  if (field === 'has' || field === 'missing') return PARTS.map(plainChoice);
  return [];
}

function plainChoice(words: string): Choice {
  return { words, name: words, count: null };
}

function rowChoices(facet: FacetName, view: View, headingOf: (list: string) => string): readonly Choice[] {
  const rows: readonly { readonly value: FacetValueOf[FacetName]; readonly count: number }[] = view.facetCounts[facet];
  return rows.flatMap(({ value, count }) => {
    if (value === PROSE) return [];
    const name = nameOf(facet, value, headingOf);
    return [{ words: asTyped(facet, value, name), name, count }];
  });
}

function nameOf(facet: FacetName, value: FacetValueOf[FacetName], headingOf: (list: string) => string): string {
  if (value === null) return NONE;
  if (typeof value === 'number') return levelWord(value);
  if (facet === 'attention') return ATTENTION_WORDS[value as FacetValueOf['attention']];
  return facet === 'list' ? headingOf(value) : value;
}

/** Words of a fixed set stand bare; names of the page in quotation marks, so that each is taken as it stands. */
function asTyped(facet: FacetName, value: FacetValueOf[FacetName], name: string): string {
  return value === null || facet === 'difficulty' || facet === 'program' || facet === 'attention' ? name : quoted(name);
}
