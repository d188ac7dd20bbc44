/** Completion: names of fields, their values with counts, and where the caret goes. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runQuery } from '../../../utils/query/run-query.ts';
import { suggest } from '../../../utils/query/suggest.ts';
import { contacted, idea, LISTS, levels, query, skilled } from './sample.ts';

const PAGE = [
  idea({ title: 'One', area: 'Harbour office', ...levels(1), ...skilled(['C', 'OCaml']), ...contacted('Ada Bell') }),
  idea({ title: 'Two', area: 'Signals', ...levels(2), ...skilled(['OCaml']), ...contacted('Bo') }),
];
const viewOf = (text: string) => runQuery(PAGE, query({ text }), { bookmarks: new Set(), lists: LISTS, locale: 'en' });
/** Completions at the mark `|`. */
const at = (marked: string) => {
  const caret = marked.indexOf('|');
  const text = marked.replace('|', '');
  const headingOf = (id: string) => LISTS.find(list => list.id === id)?.heading ?? id;
  return suggest(text, caret, viewOf(text), headingOf);
};
const offered = (marked: string) => at(marked).map(one => one.words);
const taken = (marked: string, nth = 0) => {
  const one = at(marked)[nth];
  return one && `${one.text.slice(0, one.caret)}|${one.text.slice(one.caret)}`;
};

describe('completion', () => {
  it('offers the fields that begin so, from two letters on', () => {
    expect(offered('d|')).toEqual([]);
    expect(offered('di|')).toEqual(['difficulty:']);
    expect(offered('mi|')).toEqual(['missing:']);
    expect(offered('-ar|')).toEqual(['area:']);
    expect(offered('lamp|')).toEqual([]);
  });

  it('offers the values of a field, those with ideas first, with counts', () => {
    expect(at('area:|').map(one => [one.words, one.count])).toEqual([
      ['area:"Harbour office"', 1],
      ['area:"Signals"', 1],
    ]);
    expect(offered('difficulty:|').slice(0, 2)).toEqual(['difficulty:easy', 'difficulty:medium']);
    expect(offered('skills:oc|')).toEqual(['skills:"OCaml"']);
    expect(offered('skills:"oc|')).toEqual(['skills:"OCaml"']);
    expect(offered('mentor:be|')).toEqual(['mentor:"Ada Bell"']);
    expect(offered('is:|')).toContain('is:needs-review');
    expect(offered('list:rou|')).toEqual(['list:"Rough"']);
  });

  it('goes on inside a quotation mark that is open, also behind a comma or a colon', () => {
    const ideas = ['Mirage, OS', 'Note: tides', 'Signals'].map(area => idea({ title: area, area }));
    const completed = (text: string) => {
      const view = runQuery(ideas, query({ text }), { bookmarks: new Set(), lists: LISTS, locale: 'en' });
      return suggest(text, text.length, view, id => id).map(one => one.text);
    };
    expect(completed('area:"Mirage,')).toEqual(['area:"Mirage, OS" ']);
    expect(completed('area:"Note:')).toEqual(['area:"Note: tides" ']);
  });

  it('puts what is taken in the place of what was typed, and the caret behind it', () => {
    expect(taken('di|')).toBe('difficulty:|');
    expect(taken('lamp -di| oil')).toBe('lamp -difficulty:| oil');
    expect(taken('area:ha|')).toBe('area:"Harbour office" |');
    expect(taken('area:"Signals",ha| oil')).toBe('area:"Signals","Harbour office"| oil');
  });

  it('offers nothing inside a word, behind a blank, or where all is typed', () => {
    expect(offered('di|ff')).toEqual([]);
    expect(offered('area: |')).toEqual([]);
    expect(offered('area:"Signals"|')).toEqual([]);
    expect(offered('difficulty:easy|')).toEqual([]);
    expect(offered('foo:|')).toEqual([]);
  });

  it('what is taken asks for what it says: the count of ideas', () => {
    for (const field of ['area:', 'difficulty:', 'skills:', 'mentor:', 'gsoc:', 'reason:', 'list:']) {
      for (const one of at(`${field}|`)) expect(viewOf(one.text).order.length, one.words).toBe(one.count);
    }
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, caret) => {
        expect(suggest(text, caret, viewOf(text), id => id).length).toBeLessThanOrEqual(8);
      }),
      { numRuns: 500 },
    );
  });
});
