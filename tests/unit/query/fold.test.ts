/** Folding: what compares as equal, and the way back to the original offsets. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, foldWithMap } from '../../../utils/query/fold.ts';

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        'e\u0301',
        'é',
        'ß',
        'ẞ',
        'İ',
        'ı',
        'Σ',
        'ς',
        '\u00ad',
        '\u202e',
        ' ',
        '\u00a0',
        '\n',
        'か\u3099',
        '한',
        'ﬁ',
        'x',
        '’',
        '–',
        '\u0301',
        '👩‍🔧',
      ),
    )
    .map(pieces => pieces.join('')),
);

describe('fold', () => {
  it.each([
    ['É', 'é'],
    ['é', 'e\u0301'],
    ['Ångström', 'angstrom'],
    ['Straße', 'STRASSE'],
    ['STRAẞE', 'strasse'],
    ['İstanbul', 'istanbul'],
    ['ISPARTA', 'ısparta'],
    ['ΟΔΟΣ', 'οδος'],
    ['οδος', 'οδοσ'],
    ['ﬁlter', 'filter'],
    ['a\u00a0\n b', 'a b'],
    ['soft\u00adware', 'software'],
    ['\u202eevil', 'evil'],
    ['أحمد', 'احمد'],
    ['ёлка', 'елка'],
    ['が', 'か\u3099'],
    ['don’t ‘do’ itʼs', "don't 'do' it's"],
    ['non\u2011breaking a\u2010b', 'non-breaking a-b'],
    ['1990–1999 −3 a\u2012b', '1990-1999 -3 a-b'],
  ])('%j and %j are the same', (a, b) => {
    expect(fold(a)).toBe(fold(b));
  });

  it.each([
    ['か', 'が'],
    ['कि', 'का'],
    ['o', '0'],
    ['ab', 'a b'],
  ])('%j and %j stay apart', (a, b) => {
    expect(fold(a)).not.toBe(fold(b));
  });

  it('folding again changes nothing', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it('composed and decomposed, upper and lower case of any text fold alike', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(fold(text.normalize('NFC'))).toBe(fold(text.normalize('NFD')));
      }),
    );
    fc.assert(
      fc.property(fc.string(), text => {
        expect(fold(text.toUpperCase())).toBe(fold(text.toLowerCase()));
      }),
    );
  });
});

describe('foldWithMap', () => {
  it('folds as fold does', () => {
    fc.assert(
      fc.property(anyText, text => {
        expect(foldWithMap(text).folded).toBe(fold(text));
      }),
      { numRuns: 500 },
    );
  });

  it('maps each unit to the character it came from, marks and both halves of a pair included', () => {
    const { folded, starts, ends } = foldWithMap('e\u0301ß👍x');
    expect(folded).toBe('ess👍x');
    expect([...starts]).toEqual([0, 2, 2, 3, 3, 5]);
    expect([...ends]).toEqual([2, 3, 3, 5, 5, 6]);
  });

  it('each unit lies in what its character folds to, and offsets never go back', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { folded, starts, ends } = foldWithMap(text);
        expect(starts.length).toBe(folded.length);
        expect(ends.length).toBe(folded.length);
        for (let unit = 0; unit < folded.length; unit++) {
          expect(fold(text.slice(starts[unit], ends[unit]))).toContain(folded[unit]);
          expect(starts[unit]).toBeGreaterThanOrEqual(starts[unit - 1] ?? 0);
        }
      }),
    );
  });
});
