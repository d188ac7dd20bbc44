/** From a query to a view: each promise by example, and all of them against a plain retelling on any page. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessedIdea } from '../../../utils/model/idea.ts';
import type { IdeaKey } from '../../../utils/model/key.ts';
import { FACETS, type FacetName, PROSE, type Query, SCOPES } from '../../../utils/model/query.ts';
import { createQueryRunner, isActive, runQuery } from '../../../utils/query/run-query.ts';
import { shownByRetelling, speaksOf, withoutPart } from './retelling.ts';
import {
  anyBookmarks,
  anyIdeas,
  anyQuery,
  comments,
  contacted,
  dated,
  idea,
  LISTS,
  levels,
  query,
  skilled,
  sortedBy,
} from './sample.ts';

const PAGE: readonly AssessedIdea[] = [
  idea({ title: 'Kettle', area: 'Kitchen', ...levels(1, 2), reasons: ['outcomes:missing'] }),
  idea({ title: 'Pump', area: 'Garden', ...levels(3), ...comments(1), reasons: ['comment:open'] }),
  idea({ title: 'Spade', area: 'Garden', list: 'rough', ...dated('2012-01-01') }),
  idea({ title: 'Shelf', area: null, list: 'rough', ...levels(2) }),
];
const BOOKMARKS = new Set(['pump', 'spade', 'gone'] as IdeaKey[]);
const view = (changes: Parameters<typeof query>[0] = {}, ideas = PAGE) =>
  runQuery(ideas, query(changes), { bookmarks: BOOKMARKS, lists: LISTS, locale: 'en' });
const shown = (changes: Parameters<typeof query>[0]) => view(changes).order;
const rows = (facet: (typeof FACETS)[number], changes: Parameters<typeof query>[0] = {}) =>
  view(changes).facetCounts[facet].map(row => [row.value, row.count]);

describe('what shows', () => {
  it('at rest: everything in page order, nothing active, no removal', () => {
    expect(view()).toMatchObject({
      total: 4,
      order: ['kettle', 'pump', 'spade', 'shelf'],
      layout: 'sections',
      withoutSortValue: 0,
      terms: [],
      removals: [],
      active: false,
    });
  });

  it('each scope is a set of its own', () => {
    expect(shown({ scope: 'good-first' })).toEqual(['kettle', 'shelf']);
    expect(shown({ scope: 'needs-review' })).toEqual(['kettle', 'pump']);
    expect(shown({ scope: 'open-comments' })).toEqual(['pump']);
    expect(shown({ scope: 'bookmarked' })).toEqual(['pump', 'spade']);
  });

  it('a facet is OR inside and AND across; search and scope narrow further', () => {
    expect(shown({ facets: { area: ['Kitchen', 'Garden'] } })).toEqual(['kettle', 'pump', 'spade']);
    expect(shown({ facets: { area: ['Kitchen', 'Garden'], list: ['rough'] } })).toEqual(['spade']);
    expect(shown({ facets: { area: ['Garden'] }, scope: 'bookmarked', text: 'pump' })).toEqual(['pump']);
  });

  it('a range has each of its levels, and "not given" is a value', () => {
    expect(shown({ facets: { difficulty: [1] } })).toEqual(['kettle']);
    expect(shown({ facets: { difficulty: [2] } })).toEqual(['kettle', 'shelf']);
    expect(shown({ facets: { difficulty: [1, 3] } })).toEqual(['kettle', 'pump']);
    expect(shown({ facets: { difficulty: [null] } })).toEqual(['spade']);
    expect(shown({ facets: { area: [null] } })).toEqual(['shelf']);
  });

  it('values of an old link match nothing, keep a row to untick, and throw nothing', () => {
    expect(shown({ facets: { area: ['Attic'] } })).toEqual([]);
    expect(shown({ facets: { area: ['Attic', 'Kitchen'] } })).toEqual(['kettle']);
    expect(view({ facets: { area: ['Attic'] } }).facetCounts.area).toContainEqual({
      value: 'Attic',
      count: 0,
      chosen: true,
    });
    expect(shown({ facets: { list: ['other:attic'] } })).toEqual([]);
  });

  it('`visible` is `order` as a set', () => {
    const { order, visible } = view({ scope: 'needs-review' });
    expect([...visible]).toEqual([...order]);
  });

  it('any sort but page order makes one list, and says how many of those shown have no value', () => {
    const sort = sortedBy('difficulty', { direction: 'descending' });
    expect(view({ sort })).toMatchObject({
      order: ['pump', 'shelf', 'kettle', 'spade'],
      layout: 'one-list',
      withoutSortValue: 1,
      active: true,
    });
    expect(view({ sort, facets: { area: ['Kitchen'] } }).withoutSortValue).toBe(0);
  });

  it('paints the words asked for, not those refused', () => {
    expect(view({ text: 'Kettle -Pump' }).terms).toEqual([{ folded: 'kettle', negated: false }]);
  });

  it('a page without ideas gives an empty view', () => {
    expect(view({ text: 'kettle', scope: 'bookmarked' }, [])).toMatchObject({ total: 0, order: [], removals: [] });
  });
});

describe('counts', () => {
  it('of scopes are live but for their own scope', () => {
    expect(view().scopeCounts).toEqual({
      all: 4,
      'good-first': 2,
      'needs-review': 2,
      'open-comments': 1,
      bookmarked: 2,
    });
    expect(view({ scope: 'good-first', facets: { area: ['Garden'] } }).scopeCounts).toEqual({
      all: 2,
      'good-first': 0,
      'needs-review': 1,
      'open-comments': 1,
      bookmarked: 2,
    });
  });

  it('of a facet leave out the facet itself, and mark what is chosen', () => {
    expect(view({ facets: { area: ['Kitchen'] } }).facetCounts.area).toEqual([
      { value: 'Garden', count: 2, chosen: false },
      { value: 'Kitchen', count: 1, chosen: true },
      { value: null, count: 1, chosen: false },
    ]);
    expect(rows('list', { facets: { area: ['Kitchen'] } })).toEqual([
      ['reviewed', 1],
      ['fresh', 0],
      ['rough', 0],
    ]);
  });

  it('of lists hold empty lists too: biggest first, then by heading', () => {
    expect(rows('list')).toEqual([
      ['reviewed', 2],
      ['rough', 2],
      ['fresh', 0],
    ]);
  });

  it('of areas have "not given" last, whatever its count', () => {
    const areas = [null, null, 'Shed', 'attic', 'Shed'].map((area, at) => idea({ title: `${at}`, area }));
    expect(view({}, areas).facetCounts.area.map(row => row.value)).toEqual(['Shed', 'attic', null]);
  });

  it('of difficulty stand in the order of the scale, all of it', () => {
    expect(rows('difficulty')).toEqual([
      [1, 1],
      [2, 2],
      [3, 1],
      [4, 0],
      [null, 1],
    ]);
  });

  it('a list that the page does not name goes under its id', () => {
    const strays = [idea({ title: 'Stray', list: 'other:attic' })];
    expect(view({}, strays).facetCounts.list[0]).toEqual({ value: 'other:attic', count: 1, chosen: false });
  });
});

describe('the facets of people, skills, programme and attention', () => {
  const ideas = [
    idea({ title: 'one', ...skilled(['OCaml', 'C']), ...contacted('Ada Bell'), program: { raw: 'Yes', value: 'yes' } }),
    idea({ title: 'two', ...skilled(['ocaml']), ...contacted('ADA BELL', 'Cleo'), reasons: ['program:missing'] }),
    idea({ title: 'three', ...skilled(['You know OCaml.', 'And more.'], 'prose'), ...comments(1) }),
    idea({ title: 'four', reasons: ['skills:missing', 'contact:no-address'] }),
  ];
  const of = (facet: (typeof FACETS)[number], changes: Parameters<typeof query>[0] = {}) =>
    view(changes, ideas).facetCounts[facet].map(row => [row.value, row.count]);

  it('take spellings of one skill together, sentences for one value, and nothing for "not given"', () => {
    expect(of('skills')).toEqual([
      ['OCaml', 2],
      ['C', 1],
      [PROSE, 1],
      [null, 1],
    ]);
  });

  it('take a name for one person however it is written', () => {
    expect(of('contact')).toEqual([
      ['Ada Bell', 2],
      ['Cleo', 1],
      [null, 2],
    ]);
  });

  it('give the programme its three rows, and attention all of its own, also without ideas', () => {
    expect(of('program')).toEqual([
      ['yes', 1],
      ['no', 0],
      [null, 3],
    ]);
    expect(of('attention')).toEqual([
      ['needs-review', 2],
      ['list:needs-work', 0],
      ['list:new', 0],
      ['comment:open', 0],
      ['difficulty:missing', 0],
      ['skills:missing', 1],
      ['outcomes:missing', 0],
      ['program:missing', 1],
      ['contact:no-address', 1],
      ['interest', 1],
    ]);
  });

  it('match what is ticked in any spelling', () => {
    expect(view({ facets: { skills: ['OCAML'] } }, ideas).order).toEqual(['one', 'two']);
    expect(view({ facets: { skills: [PROSE, null] } }, ideas).order).toEqual(['three', 'four']);
    expect(view({ facets: { attention: ['interest'] } }, ideas).order).toEqual(['three']);
  });
});

describe('what is typed and what is ticked', () => {
  const asked = (changes: Parameters<typeof query>[0]) => view(changes);

  it('are two views of one query: typed values are chosen in their facet', () => {
    const { facetCounts, typed, order } = asked({ text: 'area:garden difficulty:3' });
    expect(order).toEqual(['pump']);
    expect(facetCounts.area.filter(row => row.chosen).map(row => row.value)).toEqual(['Garden']);
    expect(typed.area).toEqual({ values: ['Garden'], unmatched: [], rest: 'difficulty:3' });
    expect(typed.difficulty).toEqual({ values: [3], unmatched: [], rest: 'area:garden' });
    expect(typed.skills).toBeNull();
  });

  it('are one choice: either is enough inside a facet', () => {
    expect(asked({ text: 'area:kitchen', facets: { area: ['Garden'] } }).order).toEqual(['kettle', 'pump', 'spade']);
    expect(asked({ text: 'area:kitchen area:garden' }).order).toEqual(['kettle', 'pump', 'spade']);
    expect(asked({ text: 'area:kitchen,garden' }).order).toEqual(['kettle', 'pump', 'spade']);
  });

  it('keep apart what no facet shows', () => {
    const { free, order } = asked({ text: 'pump  area:garden is:open' });
    expect(free).toEqual({ text: 'pump is:open', rest: 'area:garden' });
    expect(order).toEqual(['pump']);
    expect(asked({ text: 'kettle pump' }).free).toEqual({ text: 'kettle pump', rest: '' });
  });

  it('say which words name nothing on the page, and show nothing for them', () => {
    expect(asked({ text: 'area:attic' })).toMatchObject({
      order: [],
      typed: { area: { values: [], unmatched: ['attic'] } },
    });
  });

  it('rule out by a minus, which no facet shows', () => {
    expect(asked({ text: '-area:garden' })).toMatchObject({ order: ['kettle', 'shelf'], typed: { area: null } });
  });
});

describe('near misses', () => {
  it('are ideas that only a missing value keeps from showing', () => {
    expect(view({ facets: { difficulty: [3] } }).nearMisses).toEqual([{ facet: 'difficulty', count: 1 }]);
    expect(view({ text: 'difficulty:high' }).nearMisses).toEqual([{ facet: 'difficulty', count: 1 }]);
    expect(view({ facets: { difficulty: [3], area: ['Kitchen'] } }).nearMisses).toEqual([]);
  });

  it('are not told where "not given" is asked for already', () => {
    expect(view({ facets: { difficulty: [3, null] } }).nearMisses).toEqual([]);
    expect(view({ text: 'difficulty:3,none' }).nearMisses).toEqual([]);
  });
});

describe('removals', () => {
  it('are each part that alone hides everything, with what would show', () => {
    expect(view({ text: 'pump', facets: { area: ['Kitchen'] } }).removals).toEqual([
      { what: 'text', count: 1 },
      { what: 'area', count: 1 },
    ]);
    expect(view({ scope: 'open-comments', facets: { difficulty: [1, 2] } }).removals).toEqual([
      { what: 'scope', count: 2 },
      { what: 'difficulty', count: 1 },
    ]);
  });

  it('never offer one that still shows nothing', () => {
    expect(view({ text: 'haskell', facets: { area: ['Kitchen'] } }).removals).toEqual([{ what: 'text', count: 1 }]);
    expect(view({ text: 'haskell', facets: { area: ['Attic'] } }).removals).toEqual([]);
  });
});

describe('isActive', () => {
  it.each<[string, Parameters<typeof query>[0], boolean]>([
    ['blanks', { text: '  ' }, false],
    ['text, also when it asks for nothing yet', { text: '-' }, true],
    ['a scope', { scope: 'bookmarked' }, true],
    ['a facet', { facets: { area: [null] } }, true],
    ['a sort', { sort: sortedBy('title') }, true],
  ])('%s', (_, changes, active) => {
    expect(isActive(query(changes))).toBe(active);
  });
});

/** Whether a value is ticked. Spellings of one skill or name that differ by case alone are one value; areas are as they stand. */
function isAmong(facet: FacetName, value: unknown, ticked: readonly unknown[]): boolean {
  const same = (one: unknown) =>
    typeof one === 'string' && (facet === 'skills' || facet === 'contact') ? one.toLowerCase() : one;
  return ticked.map(same).includes(same(value));
}

describe('on any page', () => {
  /** Any page, query and bookmarks; the keys that the plain retelling shows. */
  const check = (promise: (ideas: readonly AssessedIdea[], asked: Query, bookmarks: ReadonlySet<IdeaKey>) => void) =>
    fc.assert(
      fc.property(anyIdeas, anyQuery, anyBookmarks, (ideas, asked, bookmarks) => {
        promise(ideas, asked, bookmarks);
      }),
      { numRuns: 200 },
    );
  const run = (ideas: readonly AssessedIdea[], asked: Query, bookmarks: ReadonlySet<IdeaKey>) =>
    runQuery(ideas, asked, { bookmarks, lists: LISTS, locale: 'en' });

  it('what shows is what the retelling shows', () => {
    check((ideas, asked, bookmarks) => {
      const { order, total } = run(ideas, asked, bookmarks);
      expect([...order].sort()).toEqual(shownByRetelling(ideas, asked, bookmarks).sort());
      expect(total).toBe(ideas.length);
    });
  });

  it('each facet count is what would show if that value alone were ticked in its facet', () => {
    check((ideas, asked, bookmarks) => {
      const { facetCounts } = run(ideas, asked, bookmarks);
      for (const facet of FACETS) {
        for (const { value, count, chosen } of facetCounts[facet]) {
          const rest = withoutPart(asked, facet);
          const alone = { ...rest, facets: { ...rest.facets, [facet]: [value] } };
          expect(count).toBe(shownByRetelling(ideas, alone, bookmarks).length);
          if (!speaksOf(asked, facet)) expect(chosen).toBe(isAmong(facet, value, asked.facets[facet]));
        }
      }
    });
  });

  it('a near miss is what would show if "not given" were ticked, too', () => {
    check((ideas, asked, bookmarks) => {
      const { order, nearMisses } = run(ideas, asked, bookmarks);
      for (const { facet, count } of nearMisses) {
        const more = { ...asked, facets: { ...asked.facets, [facet]: [...asked.facets[facet], null] } };
        expect(count).toBe(shownByRetelling(ideas, more, bookmarks).length - order.length);
        expect(count).toBeGreaterThan(0);
      }
    });
  });

  it('each value of each idea has exactly one row', () => {
    check((ideas, asked, bookmarks) => {
      const { facetCounts } = run(ideas, asked, bookmarks);
      const once = (values: readonly unknown[], wanted: readonly unknown[]) => {
        expect(new Set(values).size).toBe(values.length);
        expect(values).toEqual(expect.arrayContaining([...wanted]));
      };
      once(
        facetCounts.list.map(row => row.value),
        [...ideas.map(one => one.list), ...LISTS.map(list => list.id)],
      );
      once(
        facetCounts.area.map(row => row.value),
        ideas.map(one => one.area),
      );
      once(
        facetCounts.difficulty.map(row => row.value),
        [1, 2, 3, 4, null],
      );
    });
  });

  it('each scope count is what would show in that scope', () => {
    check((ideas, asked, bookmarks) => {
      const { scopeCounts } = run(ideas, asked, bookmarks);
      for (const scope of SCOPES) {
        expect(scopeCounts[scope]).toBe(shownByRetelling(ideas, { ...asked, scope }, bookmarks).length);
      }
    });
  });

  it('removals are those single removals that show something, and only of an empty result', () => {
    check((ideas, asked, bookmarks) => {
      const { order, removals } = run(ideas, asked, bookmarks);
      const parts = ['text', 'scope', ...FACETS] as const;
      const expected = parts
        .map(what => ({ what, count: shownByRetelling(ideas, withoutPart(asked, what), bookmarks).length }))
        .filter(({ count }) => count > 0);
      expect(removals).toEqual(order.length > 0 ? [] : expected);
    });
  });

  it('a runner gives what a fresh run gives, after any sequence of queries', () => {
    const steps = fc.array(fc.tuple(anyQuery, anyBookmarks), { maxLength: 8 });
    fc.assert(
      fc.property(anyIdeas, steps, (ideas, sequence) => {
        const runner = createQueryRunner(ideas, LISTS, 'en');
        for (const [asked, bookmarks] of sequence)
          expect(runner.run(asked, bookmarks)).toEqual(run(ideas, asked, bookmarks));
      }),
    );
  });
});
