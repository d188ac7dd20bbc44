/** Which idea a stored bookmark is of once the page has changed: never another project's, as far as the page can say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findAgain } from '../../../utils/model/find-again.ts';
import type { Idea } from '../../../utils/model/idea.ts';
import { ideaKey } from '../../../utils/model/key.ts';
import { idea } from '../review/sample.ts';

/** Title, date and contacts of an idea; an empty date or contact is not given. */
type Plan = readonly [title: string, date: string, ...contacts: string[]];

function pageOf(plans: readonly Plan[]): Idea[] {
  const seen = new Map<string, number>();
  return plans.map(([title, date, ...contacts]) => {
    const count = (seen.get(title) ?? 0) + 1;
    seen.set(title, count);
    return idea({
      key: ideaKey(title, count),
      title,
      inserted: { raw: date || null, iso: null, candidates: [] },
      contacts: contacts.filter(Boolean).map(name => ({ name, email: `${name}@example.org`, role: 'contact' })),
    });
  });
}

const rowOf = ({ key, contacts, inserted }: Idea) => ({ idea: key, contacts, insertedRaw: inserted.raw });
/** Where bookmarks of ideas of the page `before` count on the page `after`: key by key. */
function found(before: readonly Plan[], marked: readonly number[], after: readonly Plan[]): Record<string, string> {
  const ideas = pageOf(before);
  const rows = marked.flatMap(at => ideas[at] ?? []).map(rowOf);
  return Object.fromEntries(findAgain(rows, pageOf(after)));
}

const ADA: Plan = ['Horn', '1/1/2014', 'Ada'];
const BOB: Plan = ['Horn', '2/2/2014', 'Bob'];

describe('a bookmark', () => {
  it.each<[string, readonly Plan[], number[], readonly Plan[], Record<string, string>]>([
    ['follows a new title', [ADA, BOB], [0], [['Klaxon', '1/1/2014', 'Ada'], BOB], { horn: 'klaxon' }],
    ['follows its number down', [ADA, BOB], [1], [BOB], { 'horn~2': 'horn' }],
    ['follows its number up', [ADA], [0], [BOB, ADA], { horn: 'horn~2' }],
    ['changes places with another', [ADA, BOB], [0, 1], [BOB, ADA], { horn: 'horn~2', 'horn~2': 'horn' }],
    [
      'follows its title before the others of it',
      [ADA, BOB, ['Horn', '3/3/2014', 'Cy']],
      [0],
      [['Klaxon', '1/1/2014', 'Ada'], BOB, ['Horn', '3/3/2014', 'Cy']],
      { horn: 'klaxon' },
    ],
    [
      'knows contacts in another order',
      [['Horn', '', 'Ada', 'Cy']],
      [0],
      [BOB, ['Horn', '', 'Cy', 'Ada']],
      { horn: 'horn~2' },
    ],
  ])('%s', (_what, before, marked, after, expected) => {
    expect(found(before, marked, after)).toEqual(expected);
  });

  it.each<[string, readonly Plan[], number[], readonly Plan[]]>([
    ['of which the contact was edited', [ADA], [0], [['Horn', '1/1/2014', 'Cy']]],
    ['of which everything was edited', [ADA, BOB], [0], [['Horn', '3/3/2014', 'Cy'], BOB]],
    [
      'that has a twin by date and contact',
      [ADA],
      [0],
      [
        ['Horn', '1/1/2014', 'Cy'],
        ['Bell', '1/1/2014', 'Ada'],
      ],
    ],
    ['that two others could be', [ADA], [0], [BOB, ['Bell', '1/1/2014', 'Ada'], ['Gong', '1/1/2014', 'Ada']]],
    ['that two of its title could be', [ADA], [0], [BOB, ADA, ADA]],
    ['that was not dated', [['Horn', 'Unknown', 'Ada']], [0], [ADA, ['Horn', 'Unknown', 'Ada']]],
    ['whose place another keeps', [ADA, BOB], [0, 1], [['Horn', '3/3/2014', 'Cy'], BOB]],
  ])('%s counts for its own key', (_what, before, marked, after) => {
    expect(found(before, marked, after).horn).toBe('horn');
  });

  it.each<[string, readonly Plan[]]>([
    ['gone, with a twin by date and contact', [['Bell', '1/1/2014', 'Ada']]],
    ['gone, with another of its title', [BOB]],
    ['gone, with the page', []],
  ])('of an idea that is %s counts for none', (_what, after) => {
    expect(found([BOB, ADA], [1], after)).toEqual({ 'horn~2': 'horn~2' });
  });
});

const plan: fc.Arbitrary<Plan> = fc.tuple(
  fc.constantFrom('Horn', 'Bell', 'Gong'),
  fc.constantFrom('', 'Unknown', '1/1/2014', '2/2/2014'),
  fc.constantFrom('', 'Ada', 'Bob'),
);
const page = fc.uniqueArray(plan, { selector: each => each.join(), maxLength: 8 });

describe('bookmarks, whatever becomes of the page', () => {
  it('are all kept, and each is its own key’s or another idea’s of the page, which no second one has come to', () => {
    fc.assert(
      fc.property(page, page, (before, after) => {
        const rows = pageOf(before).map(rowOf);
        const ideas = pageOf(after);
        const keys = findAgain(rows, ideas);
        expect([...keys.keys()]).toEqual(rows.map(row => row.idea));
        const moved = [...keys].filter(([row, key]) => row !== key).map(([, key]) => key);
        expect(new Set(moved).size).toBe(moved.length);
        expect(ideas.map(each => each.key)).toEqual(expect.arrayContaining(moved));
      }),
    );
  });

  it('stay where they are while nothing changes but what was not bookmarked', () => {
    fc.assert(
      fc.property(page, fc.func(fc.boolean()), (plans, isMarked) => {
        const ideas = pageOf(plans);
        const rows = ideas.map(rowOf).filter(row => isMarked(row.idea));
        for (const [row, key] of findAgain(rows, ideas)) expect(key).toBe(row);
      }),
    );
  });

  it('are found in any order of ideas that date and contacts tell apart', () => {
    const people = ['Ada', 'Bob', 'Cy', 'Dee', 'Eve'];
    const told = people.map((name, at): Plan => ['Horn', `${at + 1}/1/2014`, name]);
    const order = fc.shuffledSubarray(told, { minLength: told.length });
    fc.assert(
      fc.property(order, fc.shuffledSubarray([0, 1, 2, 3, 4]), (after, marked) => {
        const before = pageOf(told);
        const now = pageOf(after);
        const nameOf = (key: string, ideas: readonly Idea[]) => ideas.find(each => each.key === key)?.contacts[0]?.name;
        for (const [row, key] of Object.entries(found(told, marked, after))) {
          expect(nameOf(key, now)).toBe(nameOf(row, before));
        }
      }),
    );
  });
});
