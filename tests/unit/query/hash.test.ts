/** The query in an address: what it looks like, that it comes back whole, and what becomes of a bad one. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EMPTY_QUERY, MOST_VALUES, PROSE, type Query, SCOPES, SORT_KEYS } from '../../../utils/model/query.ts';
import { REASON_CODES } from '../../../utils/model/reason.ts';
import { decodeQuery, encodeQuery, readHash, writeHash } from '../../../utils/query/hash.ts';
import { runQuery } from '../../../utils/query/run-query.ts';
import { idea, query, sortedBy } from './sample.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 12 });
const awkward = fc.constantFrom(
  '',
  '~',
  '~~x',
  '~not-given',
  '~sentences',
  'a,b',
  'a&b=c',
  '#x',
  '%',
  '%zz',
  ' ',
  'ö',
  'not given',
);
const anyText = fc.oneof(words, awkward);
const some = <T>(value: fc.Arbitrary<T>) => fc.uniqueArray(value, { maxLength: 4 });
const anyQuery: fc.Arbitrary<Query> = fc.record({
  text: anyText,
  scope: fc.constantFrom(...SCOPES),
  facets: fc.record({
    list: some(anyText),
    area: some(fc.option(anyText)),
    difficulty: some(fc.constantFrom(1, 2, 3, 4, null)),
    skills: some(fc.oneof(fc.option(anyText), fc.constant(PROSE))),
    contact: some(fc.option(anyText)),
    program: some(fc.constantFrom('yes', 'no', null)),
    attention: some(fc.constantFrom('needs-review', ...REASON_CODES, 'interest')),
  }),
  sort: fc.record({
    key: fc.constantFrom(...SORT_KEYS),
    direction: fc.constantFrom('ascending', 'descending'),
    sections: fc.boolean(),
  }),
});

describe('a query in an address', () => {
  it('reads like words', () => {
    const asked = query({
      text: 'ocaml "web stack"',
      scope: 'good-first',
      facets: { difficulty: [1, 2], area: ['Mirage OS', null], attention: ['outcomes:missing'] },
      sort: sortedBy('title', { direction: 'descending', sections: true }),
    });
    expect(writeHash(asked, 'VM_Snapshots')).toBe(
      '#ideas:q=ocaml%20%22web%20stack%22&show=good-first&area=Mirage%20OS,~not-given&difficulty=easy,medium' +
        '&attention=outcomes%3Amissing&sort=-title&within=sections&at=VM_Snapshots',
    );
  });

  it('comes back whole: decode(encode(q)) = q', () => {
    fc.assert(
      fc.property(anyQuery, asked => {
        expect(decodeQuery(encodeQuery(asked))).toEqual(asked);
      }),
      { numRuns: 1_000 },
    );
  });

  it('comes back whole as a hash with an anchor, through the browser’s own address', () => {
    fc.assert(
      fc.property(anyQuery, fc.option(words), (asked, at) => {
        const hash = new URL(writeHash(asked, at), 'https://wiki.example/Page').hash;
        if (encodeQuery(asked) === '') return;
        expect(readHash(hash)).toEqual({ query: asked, at, unknown: [] });
      }),
      { numRuns: 500 },
    );
  });

  it('is nothing at rest: no hash, or the page’s own anchor', () => {
    expect(writeHash(EMPTY_QUERY, null)).toBe('');
    expect(writeHash(EMPTY_QUERY, 'VM_Snapshots')).toBe('#VM_Snapshots');
  });

  it('takes half a character for a whole one, and does not throw', () => {
    expect(decodeQuery(encodeQuery(query({ text: 'a\ud800' }))).text).toBe('a\ufffd');
  });
});

describe('a hash that is not ours, or not whole', () => {
  it.each(['', '#', '#VM_Snapshots', '#/media/File:X', '#Ideas:q=x', '#!/x'])('%j is left alone', hash => {
    expect(readHash(hash)).toBeNull();
  });

  it.each<[string, Partial<Query>, string[]]>([
    ['#ideas:q=lamp&colour=red', { text: 'lamp' }, ['colour']],
    ['#ideas:show=purple&q=lamp', { text: 'lamp' }, ['purple']],
    ['#ideas:sort=size', {}, ['size']],
    ['#ideas:difficulty=easy,purple', { facets: { ...EMPTY_QUERY.facets, difficulty: [1] } }, ['purple']],
    ['#ideas:attention=nothing', {}, ['nothing']],
    ['#ideas:area=%zz', {}, ['area=%zz']],
    ['#ideas:lamp', {}, ['lamp']],
    ['#ideas:__proto__=x&constructor=y', {}, ['__proto__', 'constructor']],
    ['#ideas:area=~new-sign', {}, ['~new-sign']],
    ['#ideas:show=good-first,all,purple', { scope: 'good-first' }, ['all', 'purple']],
    ['#ideas:sort=title,size', { sort: sortedBy('title') }, ['size']],
    ['#ideas:sort=title&within=sections,zzz', { sort: sortedBy('title', { sections: true }) }, ['zzz']],
    ['#ideas:', {}, []],
    ['#ideas:&&', {}, []],
  ])('%s: the rest is applied, and what is not known is named', (hash, changes, unknown) => {
    expect(readHash(hash)).toEqual({ query: { ...EMPTY_QUERY, ...changes }, at: null, unknown });
  });

  it('with more values than anybody ticks is cut, which is named, and takes no time', () => {
    const areas = Array.from({ length: 60_000 }, (_, index) => `area ${index}`);
    const { query: asked, unknown } = readHash(`#ideas:area=${areas.join(',')}`) ?? { query: EMPTY_QUERY, unknown: [] };
    expect(asked.facets.area).toEqual(areas.slice(0, MOST_VALUES));
    expect(unknown).toEqual(areas.slice(MOST_VALUES));
    const full = query({ facets: { area: areas.slice(0, MOST_VALUES), skills: areas.slice(0, MOST_VALUES) } });
    expect(decodeQuery(encodeQuery(full))).toEqual(full);
    // The rows are counted by sets: what grows with the square of the values would not end in this test's time.
    const { facetCounts } = runQuery([idea({})], query({ facets: { area: areas } }), {
      bookmarks: new Set(),
      lists: [],
      locale: 'en',
    });
    expect(facetCounts.area).toHaveLength(areas.length + 1);
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        expect(readHash(`#ideas:${text}`)?.query).toBeDefined();
      }),
      { numRuns: 1_000 },
    );
  });
});
