/** Search: what a typed text asks for, what it finds, and what is painted. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasBit } from '../../../utils/query/bits.ts';
import { fold } from '../../../utils/query/fold.ts';
import { readText } from '../../../utils/query/language.ts';
import { matchRanges } from '../../../utils/query/search.ts';
import { createSearchIndex } from '../../../utils/query/search-index.ts';

const term = (folded: string) => ({ folded, negated: false });
const parseTerms = (typed: string) => readText(typed).terms;
const not = (folded: string) => ({ folded, negated: true });

/** Typed texts full of the signs that mean something. */
const anyTyped = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(fc.constantFrom('"', '-', ' ', '“', '”', '«', '»', 'kettle', 'É', 'ß', 's', '\u0301', '\ud800'))
    .map(pieces => pieces.join('')),
);
const anyWord = fc.string({
  unit: fc.constantFrom('a', 'b', 'É', 'e', 'ß', 's', 'i', 'İ'),
  minLength: 1,
  maxLength: 3,
});
const anyPageText = fc
  .array(fc.constantFrom('a', 'B', 'é', 'e\u0301', 'ß', 'ss', 'İ', 'i', ' ', '\u00a0', '\n', '\u00ad', '👍'))
  .map(pieces => pieces.join(''));

describe('parseTerms', () => {
  it.each([
    ['', []],
    ['  \t ', []],
    ['kettle pump', [term('kettle'), term('pump')]],
    ['Kettle KETTLE', [term('kettle')]],
    ['"quiet  Kettle" pump', [term('quiet kettle'), term('pump')]],
    ['-pump kettle', [not('pump'), term('kettle')]],
    ['-"quiet kettle"', [not('quiet kettle')]],
    ['pump -pump', [term('pump'), not('pump')]],
    ['"not closed at all', [term('not closed at all')]],
    ['-"not closed', [not('not closed')]],
    ['“curly quotes” „unten oben“ «angled»', [term('curly quotes'), term('unten oben'), term('angled')]],
    ['“mixed" end', [term('mixed'), term('end')]],
    ['-', []],
    ['- kettle', [term('kettle')]],
    ['""', []],
    ['-"" " "', []],
    ['xen-devel 5" c++', [term('xen-devel'), term('5"'), term('c++')]],
    ['"a"b', [term('a'), term('b')]],
    ['Straße', [term('strasse')]],
    ['\u0301', []],
  ])('%j', (typed, terms) => {
    expect(parseTerms(typed)).toEqual(terms);
  });

  it('never throws, and gives folded terms that are not empty, each once', () => {
    fc.assert(
      fc.property(anyTyped, typed => {
        const terms = parseTerms(typed);
        for (const { folded } of terms) {
          expect(folded).not.toBe('');
          expect(folded).toBe(fold(folded).trim());
        }
        expect(new Set(terms.map(one => JSON.stringify(one))).size).toBe(terms.length);
      }),
      { numRuns: 500 },
    );
  });

  it('takes nothing of what nobody types: more than 1,000 characters', () => {
    for (const text of ['-"'.repeat(50_000), ' '.repeat(100_000), 'a'.repeat(1_001)]) {
      expect(readText(text)).toEqual({
        terms: [],
        conditions: [],
        problems: [{ kind: 'too-long', length: text.length }],
      });
    }
    expect(parseTerms('a'.repeat(1_000))).toHaveLength(1);
  });
});

describe('matchRanges', () => {
  const hits = (text: string, typed: string) =>
    matchRanges(text, parseTerms(typed)).map(([start, end]) => text.slice(start, end));

  it.each([
    ['A quiet Kettle', 'kettle', ['Kettle']],
    ['kettle, kettle', 'kettle', ['kettle', 'kettle']],
    ['Cafe\u0301 and café', 'CAFE', ['Cafe\u0301', 'café']],
    ['Hauptstraße', 'strasse', ['straße']],
    ['a ß b', 's', ['ß']],
    ['quiet\n  kettle', '"quiet kettle"', ['quiet\n  kettle']],
    ['abcd', 'bc ab', ['abc']],
    ['abcd', 'ab cd', ['abcd']],
    ['aaa', 'aa', ['aa']],
    ['kettle', '-kettle', []],
    ['kettle', '', []],
    ['soft\u00adware', 'software', ['soft\u00adware']],
    ['👍 ok', '👍', ['👍']],
  ])('in %j, %j finds %j', (text, typed, found) => {
    expect(hits(text, typed)).toEqual(found);
  });

  it('paints, in order and apart, exactly where a folded text holds the term', () => {
    fc.assert(
      fc.property(anyPageText, anyWord, (text, typed) => {
        const wanted = fold(typed);
        const ranges = matchRanges(text, parseTerms(typed));
        let before = -1;
        for (const [start, end] of ranges) {
          expect(start).toBeGreaterThan(before);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(fold(text.slice(start, end))).toContain(wanted);
          before = end;
        }
        expect(ranges.length > 0).toBe(fold(text).includes(wanted));
      }),
      { numRuns: 500 },
    );
  });

  it('paints the term alone: what it covers folds to the term, once or several times in a row', () => {
    const text = fc
      .array(fc.constantFrom('a', 'B', 'é', 'e\u0301', ' ', '\u00ad', '👍'))
      .map(pieces => pieces.join(''));
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'É', 'e'), minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(text, word, (page, typed) => {
        for (const hit of hits(page, typed)) expect(fold(hit).replaceAll(fold(typed), '')).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});

describe('createSearchIndex', () => {
  const matching = (texts: readonly string[], typed: string) => {
    const bits = createSearchIndex(texts).find(parseTerms(typed));
    return texts.filter((_, at) => hasBit(bits, at));
  };

  it('wants all words, in any order, inside words too', () => {
    const texts = ['pump and kettle', 'pumpkin', 'Kettle: a pumping one', ''];
    expect(matching(texts, 'kettle pump')).toEqual([texts[0], texts[2]]);
  });

  it('leaves out what holds a negated word', () => {
    expect(matching(['pump', 'pump kettle', 'kettle'], 'pump -kettle')).toEqual(['pump']);
    expect(matching(['pump', 'kettle'], '-kettle')).toEqual(['pump']);
  });

  it('wants the words of a phrase side by side', () => {
    expect(matching(['quiet kettle', 'kettle quiet'], '"quiet kettle"')).toEqual(['quiet kettle']);
  });

  it('a text matches exactly when, folded, it contains every word', () => {
    fc.assert(
      fc.property(fc.array(anyPageText), fc.array(anyWord, { minLength: 1 }), (texts, words) => {
        const expected = texts.filter(text => words.every(word => fold(text).includes(fold(word))));
        expect(matching(texts, words.join(' '))).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('finds the same whatever was searched before, while a query grows, shrinks and turns', () => {
    const steps = fc.array(
      fc.constantFrom(
        '',
        'a',
        'ab',
        'ab e',
        'ab é',
        '-a',
        '-ab',
        '-"ab',
        'b -a',
        'b -ab',
        'ab -a',
        '"a b',
        'ss',
        'ß',
        'İ',
      ),
    );
    fc.assert(
      fc.property(fc.array(anyPageText), steps, (texts, typed) => {
        const index = createSearchIndex(texts);
        for (const step of typed) {
          const terms = parseTerms(step);
          expect([...index.find(terms)]).toEqual([...createSearchIndex(texts).find(terms)]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('prepares in slices, and says when it is done', () => {
    const index = createSearchIndex(['one', 'two', 'three']);
    expect(index.prepare(2)).toBe(false);
    expect(index.prepare(2)).toBe(true);
    expect(hasBit(index.find(parseTerms('three')), 2)).toBe(true);
    expect(createSearchIndex([]).prepare(1)).toBe(true);
  });
});
