/** The orders: values, both directions, and what has no value. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessedIdea } from '../../../utils/model/idea.ts';
import { SORT_KEYS, type SortDirection, type SortKey } from '../../../utils/model/query.ts';
import { namesIn, sortIdeas, sortInSections } from '../../../utils/query/sort.ts';
import { anyIdeas, comments, contacted, dated, idea, levels, sortedBy } from './sample.ts';

function titles(ideas: readonly AssessedIdea[], key: SortKey, direction: SortDirection = 'ascending', locale = 'en') {
  return sortIdeas(ideas, sortedBy(key, { direction }), locale).indices.map(index => ideas[index]?.title);
}

describe('by title', () => {
  const ideas = ['Zebra', 'apple 10', 'Äpfel', 'apple 9', 'Öl', 'Obst'].map(title => idea({ title }));

  it('follows the alphabet of the locale, numbers by value', () => {
    expect(titles(ideas, 'title', 'ascending', 'de')).toEqual(['Äpfel', 'apple 9', 'apple 10', 'Obst', 'Öl', 'Zebra']);
    expect(titles(ideas, 'title', 'ascending', 'sv')).toEqual(['apple 9', 'apple 10', 'Obst', 'Zebra', 'Äpfel', 'Öl']);
  });

  it('goes backwards when descending', () => {
    expect(titles(ideas, 'title', 'descending', 'de')).toEqual(['Zebra', 'Öl', 'Obst', 'apple 10', 'apple 9', 'Äpfel']);
  });

  it('takes a locale that the platform refuses as English', () => {
    expect(titles(ideas, 'title', 'ascending', 'zh-classical')).toEqual(titles(ideas, 'title', 'ascending', 'en'));
    // As in English, and by value: Swedish has ä after z.
    expect(['idea 10', 'zebra', 'ähnlich', 'idea 9'].sort(namesIn('no locale at all'))).toEqual([
      'ähnlich',
      'idea 9',
      'idea 10',
      'zebra',
    ]);
  });
});

describe('by date of insert', () => {
  const ideas = [
    idea({ title: 'late', ...dated('2014-02-05') }),
    idea({ title: 'none' }),
    idea({ title: 'either', ...dated('2012-01-08', '2014-08-01') }),
    idea({ title: 'middle', ...dated('2013-01-01') }),
  ];

  it('goes by the earliest day a date can mean; without a date last in both directions', () => {
    expect(titles(ideas, 'inserted')).toEqual(['either', 'middle', 'late', 'none']);
    expect(titles(ideas, 'inserted', 'descending')).toEqual(['late', 'middle', 'either', 'none']);
  });
});

describe('by difficulty', () => {
  const ideas = [
    idea({ title: 'none' }),
    idea({ title: '2-4', ...levels(2, 4) }),
    idea({ title: '2', ...levels(2) }),
    idea({ title: '1-2', ...levels(1, 2) }),
    idea({ title: 'also 2', ...levels(2) }),
  ];

  it('goes by the easier end, then by the harder one, ties in page order', () => {
    expect(titles(ideas, 'difficulty')).toEqual(['1-2', '2', 'also 2', '2-4', 'none']);
    expect(titles(ideas, 'difficulty', 'descending')).toEqual(['2-4', '2', 'also 2', '1-2', 'none']);
  });
});

describe('by open comments', () => {
  it('counts open review comments alone; an idea without any has the value 0', () => {
    const ideas = [
      idea({ title: 'none', ...comments(0) }),
      idea({ title: 'two', ...comments(2) }),
      idea({ title: 'one', ...comments(1) }),
    ];
    expect(titles(ideas, 'open-comments')).toEqual(['none', 'one', 'two']);
    expect(titles(ideas, 'open-comments', 'descending')).toEqual(['two', 'one', 'none']);
  });
});

describe('by contact', () => {
  it('goes by the first person to contact, a student not among them; nobody comes last', () => {
    const ideas = [
      idea({ title: 'nobody', contacts: [{ name: 'Aaron', email: null, role: 'student' }] }),
      idea({ title: 'zoe', ...contacted('Zoe', 'Ada') }),
      idea({ title: 'mail', contacts: [{ name: null, email: 'bo@harbour.example', role: 'mentor' }] }),
    ];
    expect(titles(ideas, 'contact')).toEqual(['mail', 'zoe', 'nobody']);
    expect(titles(ideas, 'contact', 'descending')).toEqual(['zoe', 'mail', 'nobody']);
  });
});

describe('by latest comment', () => {
  it('goes by the newest time in any comment; without one last in both directions', () => {
    const at = (...times: (string | null)[]) => ({
      comments: times.map((timestamp, id) => ({
        id: `${id}`,
        author: null,
        timestamp,
        kind: 'interest' as const,
        state: 'open' as const,
        text: '',
        misplaced: false,
      })),
    });
    const ideas = [
      idea({ title: 'none' }),
      idea({ title: 'unsigned', ...at(null) }),
      idea({ title: 'new', ...at('2013-01-01T00:00Z', '2014-03-01T10:00Z') }),
      idea({ title: 'old', ...at('2013-06-01T00:00Z') }),
    ];
    expect(titles(ideas, 'latest-comment')).toEqual(['old', 'new', 'none', 'unsigned']);
    expect(titles(ideas, 'latest-comment', 'descending')).toEqual(['new', 'old', 'none', 'unsigned']);
  });
});

describe('inside the page’s sections', () => {
  it('keeps sections where they are, and what has no value last in its own', () => {
    const ideas = [
      idea({ title: 'none', area: 'A' }),
      idea({ title: 'hard', area: 'A', ...levels(3) }),
      idea({ title: 'easy', area: 'A', ...levels(1) }),
      idea({ title: 'other list', area: 'A', list: 'rough', ...levels(2) }),
      idea({ title: 'first of B', area: 'B', ...levels(2) }),
    ];
    const sorted = sortInSections(ideas, sortIdeas(ideas, sortedBy('difficulty'), 'en'));
    expect(sorted.indices.map(index => ideas[index]?.title)).toEqual([
      'easy',
      'hard',
      'none',
      'other list',
      'first of B',
    ]);
  });

  it('holds each idea once, in its section', () => {
    fc.assert(
      fc.property(anyIdeas, fc.constantFrom(...SORT_KEYS), (ideas, key) => {
        const { indices } = sortInSections(ideas, sortIdeas(ideas, sortedBy(key), 'en'));
        expect([...indices].sort((a, b) => a - b)).toEqual(ideas.map((_, at) => at));
        const place = (at: number) => `${ideas[at]?.list} ${ideas[at]?.area}`;
        expect(indices.map(place)).toEqual(ideas.map((_, at) => place(at)));
      }),
    );
  });
});

it('page order knows no direction', () => {
  const ideas = [idea({ title: 'b' }), idea({ title: 'a' })];
  expect(titles(ideas, 'page', 'descending')).toEqual(['b', 'a']);
});

/** What each key sorts by, told again without the sorters: comparable by `<`, `null` when missing. */
function plainValue(key: SortKey, one: AssessedIdea): string | number | null {
  switch (key) {
    case 'inserted':
      return one.inserted.candidates.toSorted()[0] ?? null;
    case 'difficulty':
      return one.difficulty.min === null || one.difficulty.max === null
        ? null
        : one.difficulty.min * 10 + one.difficulty.max;
    case 'open-comments':
      return one.comments.filter(({ kind, state }) => kind === 'review' && state === 'open').length;
    default:
      return null;
  }
}

describe('every order of any page', () => {
  const anySort = fc.record({
    key: fc.constantFrom(...SORT_KEYS),
    direction: fc.constantFrom<SortDirection>('ascending', 'descending'),
    sections: fc.boolean(),
  });

  it('holds each idea once', () => {
    fc.assert(
      fc.property(anyIdeas, anySort, (ideas, sort) => {
        const { indices } = sortIdeas(ideas, sort, 'en');
        expect([...indices].sort((a, b) => a - b)).toEqual(ideas.map((_, index) => index));
      }),
    );
  });

  it('has values in order, ties in page order, and what has no value last', () => {
    const key = fc.constantFrom<SortKey>('inserted', 'difficulty', 'open-comments');
    fc.assert(
      fc.property(anyIdeas, key, fc.boolean(), (ideas, by, descending) => {
        const { indices, withoutValue } = sortIdeas(
          ideas,
          sortedBy(by, { direction: descending ? 'descending' : 'ascending' }),
          'en',
        );
        const values = ideas.map(one => plainValue(by, one));
        expect([...withoutValue].sort((a, b) => a - b)).toEqual(
          values.flatMap((value, at) => (value === null ? [at] : [])),
        );
        indices.slice(1).forEach((index, at) => {
          const before = indices[at] ?? -1;
          const [a, b] = [values[before] ?? null, values[index] ?? null];
          if (a === b) expect(before).toBeLessThan(index);
          else if (a === null || b === null) expect(b).toBeNull();
          else expect(a < b).toBe(!descending);
        });
      }),
    );
  });

  it('both directions of a title order differ but for ties and for ideas without a title', () => {
    fc.assert(
      fc.property(anyIdeas, ideas => {
        const up = sortIdeas(ideas, sortedBy('title'), 'en');
        const down = sortIdeas(ideas, sortedBy('title', { direction: 'descending' }), 'en');
        const named = (indices: readonly number[]) =>
          indices.map(index => ideas[index]?.title).filter(title => title !== '');
        expect(named(down.indices)).toEqual(named(up.indices).reverse());
        const size = up.withoutValue.size;
        expect(up.indices.slice(ideas.length - size)).toEqual(down.indices.slice(ideas.length - size));
        expect(size).toBe(ideas.filter(one => one.title === '').length);
      }),
    );
  });
});
