/** The query language of the search text: what each field asks for, what is said of the rest, and that nothing makes it throw. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TEXT_FIELDS } from '../../../utils/model/text.ts';
import { readText, withoutTokens } from '../../../utils/query/language.ts';
import { runQuery } from '../../../utils/query/run-query.ts';
import { tokensOf } from '../../../utils/query/tokens.ts';
import { daysOf } from '../../../utils/query/vocabulary.ts';
import { comments, contacted, dated, idea, LISTS, levels, query, skilled } from './sample.ts';

const PAGE = [
  idea({
    title: 'Tide rolls',
    area: 'Harbour office',
    ...levels(1),
    ...skilled(['C', 'OCaml']),
    ...contacted('George Bell'),
    ...dated('2014-02-05'),
    program: { raw: 'Yes', value: 'yes' },
    outcomes: 'A reader.',
    outcomesRaw: 'A reader.',
  }),
  idea({
    title: 'Fog horn',
    area: 'Signals',
    ...levels(2, 3),
    ...skilled(['C language', 'Carpentry']),
    contacts: [{ name: 'Ann Dunlop', email: 'ann@signals.example', role: 'mentor' }],
    ...dated('2012-01-12', '2012-12-01'),
    reasons: ['outcomes:missing'],
  }),
  idea({ title: 'Bell rope', list: 'rough', ...levels(4), ...comments(1), reasons: ['comment:open'] }),
  idea({ title: 'Lamp', list: 'rough', ...skilled(['You know some OCaml.', 'And welding.'], 'prose') }),
];
const BOOKMARKS = new Set([PAGE[3]?.key ?? PAGE[0]?.key].filter(key => key !== undefined));
const shown = (text: string) =>
  runQuery(PAGE, query({ text }), { bookmarks: BOOKMARKS, lists: LISTS, locale: 'en' }).order;
const [tide, fog, bell, lamp] = PAGE.map(one => one.key);

describe('a date', () => {
  it.each([
    ['2012-02', '2012-02-01', '2012-02-29'],
    ['1950', '1950-01-01', '1950-12-31'],
    ['0050', '0050-01-01', '0050-12-31'],
    ['0000-02', '0000-02-01', '0000-02-29'],
  ])('%s covers its own days', (text, first, last) => {
    expect(daysOf(text)).toEqual([first, last]);
  });
});

describe('a field asks for', () => {
  it.each<[string, (string | undefined)[]]>([
    ['mentor:bell', [tide]],
    ['contact:dunl', [fog]],
    ['mentor:signals', [fog]],
    ['mentor:none', [bell, lamp]],
    ['skills:ocaml', [tide, lamp]],
    ['skill:c', [tide, fog]],
    ['skills:"c"', [tide]],
    ['skills:carp', [fog]],
    ['skills:welding', [lamp]],
    ['difficulty:easy..medium', [tide, fog]],
    ['difficulty:..1', [tide]],
    ['difficulty:low-medium', [tide, fog]],
    ['difficulty:High–Extreme', [fog, bell]],
    ['person:bell', [tide]],
    ['bell, rope,', [bell]],
    ['-bell,', [tide, fog, lamp]],
    ['"bell,"', []],
    [',', [tide, fog, bell, lamp]],
    ['difficulty:high..', [fog, bell]],
    ['difficulty:easy,extreme', [tide, bell]],
    ['difficulty:none', [lamp]],
    ['area:harbour', [tide]],
    ['area:"Harbour office"', [tide]],
    ['list:rough', [bell, lamp]],
    ['gsoc:yes', [tide]],
    ['program:none', [fog, bell, lamp]],
    ['reason:any', [fog, bell]],
    ['reason:outcomes', [fog]],
    ['reason:outcomes:missing', [fog]],
    ['is:open', [bell]],
    ['is:bookmarked', [lamp]],
    ['is:good-first', [tide]],
    ['is:addressed', [bell]],
    ['has:comment', [bell]],
    ['-has:comment', [tide, fog, lamp]],
    ['missing:outcomes', [fog, bell, lamp]],
    ['has:address', [fog]],
    ['before:2014-02', [fog]],
    ['before:2014-02-06', [tide, fog]],
    ['before:2012-06', [fog]],
    ['after:2014-01', [tide]],
    ['after:2014', []],
    // 12 January or 1 December: neither lies between, and it may be either.
    ['after:2012-02 before:2012-11', []],
    ['after:2012-02 before:2013', [fog]],
    ['-before:2012-06', [tide, fog, bell, lamp]],
    ['-before:2012-06 -after:2012-11', [bell, lamp]],
    ['-before:2012-06 after:2000', [tide, fog]],
    ['before:2012-01,2014', [fog]],
    ['title:bell', [bell]],
    ['-title:bell -is:open', [tide, fog, lamp]],
    ['BELL', [bell]],
  ])('%s', (text, keys) => {
    expect(shown(text)).toEqual(keys);
  });

  it('all of it together', () => {
    expect(
      shown('mentor:bell skills:ocaml difficulty:easy..medium area:harbour before:2014-03 -rope "tide rolls"'),
    ).toEqual([tide]);
  });
});

describe('what is not understood is said, not swallowed', () => {
  it.each([
    ['foo:bar', [{ kind: 'unknown-field', name: 'foo', at: 0 }]],
    ['lamp colour:red', [{ kind: 'unknown-field', name: 'colour', at: 5 }]],
    ['difficulty:foo', [{ kind: 'unknown-value', field: 'difficulty', value: 'foo', at: 11 }]],
    ['difficulty:easy,foo', [{ kind: 'unknown-value', field: 'difficulty', value: 'foo', at: 16 }]],
    ['before:2014-13', [{ kind: 'unknown-value', field: 'before', value: '2014-13', at: 7 }]],
    ['before:2014-02-30', [{ kind: 'unknown-value', field: 'before', value: '2014-02-30', at: 7 }]],
    ['is:purple', [{ kind: 'unknown-value', field: 'is', value: 'purple', at: 3 }]],
    ['lamp "oil', [{ kind: 'unclosed-quote', at: 5 }]],
    ['area:"oil', [{ kind: 'unclosed-quote', at: 5 }]],
    ['mentor: area:', []],
    ['https://wiki.example/Page 10:30 foo:', []],
  ])('%s', (text, problems) => {
    expect(readText(text).problems).toEqual(problems);
  });

  it('an unknown field is searched as plain words', () => {
    expect(readText('Foo:bar,"Baz x"').terms.map(term => term.folded)).toEqual(['foo', 'bar', 'baz x']);
  });

  it('a value that the field does not take leaves the rest as it is', () => {
    expect(shown('difficulty:foo lamp')).toEqual([lamp]);
    expect(shown('difficulty:easy,foo')).toEqual([tide]);
  });
});

describe('on any text', () => {
  const pieces = fc.constantFrom(
    ...TEXT_FIELDS.map(field => `${field}:`),
    ...[
      '-',
      '"',
      '“',
      '”',
      '«',
      ',',
      ' ',
      ':',
      '..',
      'easy',
      'none',
      'foo:',
      '2014-02',
      'constructor:',
      '__proto__:',
      '\ud800',
    ],
  );
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.array(pieces, { maxLength: 12 }).map(drawn => drawn.join('')),
  );

  it('reading and running never throw', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { terms, problems } = readText(text);
        for (const { folded } of terms) expect(folded).not.toBe('');
        for (const problem of problems) {
          if (problem.kind !== 'too-long') expect(problem.at).toBeLessThan(text.length);
        }
        expect(shown(text).length).toBeLessThanOrEqual(PAGE.length);
      }),
      { numRuns: 1_000 },
    );
  });

  it('tokens stand in order, apart, and leave only blanks between them', () => {
    fc.assert(
      fc.property(anyText, text => {
        let end = 0;
        for (const token of tokensOf(text)) {
          expect(text.slice(end, token.start).trim()).toBe('');
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(text.slice(end).trim()).toBe('');
      }),
      { numRuns: 1_000 },
    );
  });

  it('the text without some of its tokens reads as the others do', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), (text, drawn) => {
        const tokens = tokensOf(text);
        const [gone] = tokens.length > 0 ? [tokens[drawn % tokens.length]] : [];
        if (gone === undefined || tokens.some(token => token.unclosed !== null)) return;
        const rest = withoutTokens(text, [gone]);
        const plain = (token: (typeof tokens)[number]) => [
          token.field,
          token.negated,
          token.values.map(value => value.text),
        ];
        // Two tokens without a blank between them may become one when what is between goes; blanks are put where that could be.
        expect(tokensOf(rest).map(plain)).toEqual(tokens.filter(token => token !== gone).map(plain));
      }),
      { numRuns: 1_000 },
    );
  });

  it('10,000 characters are refused at once, whatever they are', () => {
    for (const piece of ['a', '"', '-"', 'a:', ',', 'area:"', '((((']) {
      const text = piece.repeat(10_000 / piece.length);
      expect(readText(text).problems).toEqual([{ kind: 'too-long', length: text.length }]);
    }
  });
});
