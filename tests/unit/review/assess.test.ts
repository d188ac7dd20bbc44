/** The attention rules, one promise a test. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Idea } from '../../../utils/model/idea.ts';
import { ADVISORY_CODES, REASON_CODES } from '../../../utils/model/reason.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { assess, interestCount, needsReview, openComments } from '../../../utils/review/assess.ts';
import { comment, idea } from './sample.ts';

const reasons = (changes: Partial<Idea>) => assess(idea(changes), xen).reasons;
const advisories = (changes: Partial<Idea>) => assess(idea(changes), xen).advisories;

describe('reasons', () => {
  it('finds nothing to say about a complete, reviewed idea', () => {
    const assessed = assess(idea(), xen);
    expect(assessed.reasons).toEqual([]);
    expect(assessed.advisories).toEqual([]);
    expect(needsReview(assessed)).toBe(false);
  });

  it('keeps every field of the idea as it was', () => {
    const given = idea({ comments: [comment()] });
    const { reasons: _, advisories: __, ...rest } = assess(given, xen);
    expect(rest).toEqual(given);
  });

  it('names the list when it is not yet reviewed or new', () => {
    expect(reasons({ list: 'needs-work' })).toEqual(['list:needs-work']);
    expect(reasons({ list: 'new' })).toEqual(['list:new']);
  });

  it('gives no list reason for a list that the profile does not know', () => {
    expect(reasons({ list: 'other:ideas-on-hold' })).toEqual([]);
    expect(reasons({ list: 'other:ideas-on-hold', outcomes: null })).toEqual(['outcomes:missing']);
  });

  it('flags an open review comment, not an addressed one and not interest', () => {
    expect(reasons({ comments: [comment()] })).toEqual(['comment:open']);
    expect(reasons({ comments: [comment({ state: 'addressed' })] })).toEqual([]);
    expect(reasons({ comments: [comment({ kind: 'interest' })] })).toEqual([]);
  });

  it.each([null, '', ' \n', 'Unknown', 'unknown', ' UNKNOWN '])('takes %j as a missing value', raw => {
    expect(reasons({ difficulty: { raw, min: null, max: null } })).toEqual(['difficulty:missing']);
    expect(reasons({ skills: { raw, items: [], form: 'none' } })).toEqual(['skills:missing']);
    expect(reasons({ outcomes: raw })).toEqual(['outcomes:missing']);
    expect(reasons({ program: { raw, value: 'unknown' } })).toEqual(['program:missing']);
  });

  it.each(['Unknown to most', 'Tricky', 'ask'])(
    'does not take %j, which is there but not understood, as missing',
    raw => {
      expect(reasons({ difficulty: { raw, min: null, max: null } })).toEqual([]);
      expect(reasons({ skills: { raw, items: [], form: 'none' } })).toEqual([]);
      expect(reasons({ outcomes: raw })).toEqual([]);
      expect(reasons({ program: { raw, value: 'unknown' } })).toEqual([]);
    },
  );

  it('takes the template default for outcomes as missing', () => {
    expect(reasons({ outcomes: 'Not specified,  project outcomes' })).toEqual(['outcomes:missing']);
  });

  it('a programme that says no is an answer', () => {
    expect(reasons({ program: { raw: 'No', value: 'no' } })).toEqual([]);
  });

  it('wants one contact with an address; a student is nobody to contact', () => {
    expect(reasons({ contacts: [] })).toEqual(['contact:no-address']);
    expect(reasons({ contacts: [{ name: 'Ada', email: null, role: 'mentor' }] })).toEqual(['contact:no-address']);
    expect(reasons({ contacts: [{ name: 'Bo', email: 'bo@example.org', role: 'student' }] })).toEqual([
      'contact:no-address',
    ]);
    expect(
      reasons({
        contacts: [
          { name: 'Ada', email: null, role: 'contact' },
          { name: null, email: 'list@example.org', role: 'mentor' },
        ],
      }),
    ).toEqual([]);
  });

  it('in a closed list only an open comment flags', () => {
    const bare: Partial<Idea> = {
      list: 'accepted',
      outcomes: null,
      contacts: [],
      program: { raw: null, value: 'unknown' },
    };
    expect(reasons(bare)).toEqual([]);
    expect(reasons({ ...bare, comments: [comment()] })).toEqual(['comment:open']);
  });

  it('lists reasons in the order of their codes', () => {
    expect(
      reasons({
        list: 'needs-work',
        comments: [comment()],
        contacts: [],
        outcomes: null,
        program: { raw: null, value: 'unknown' },
        skills: { raw: null, items: [], form: 'none' },
        difficulty: { raw: null, min: null, max: null },
      }),
    ).toEqual(REASON_CODES.filter(code => code !== 'list:new'));
  });
});

describe('advisories', () => {
  it('never flag an idea alone', () => {
    const assessed = assess(idea({ verified: { raw: null, iso: null, candidates: [] } }), xen);
    expect(assessed.advisories).toEqual(['verified:never']);
    expect(needsReview(assessed)).toBe(false);
  });

  it('do not call an idea never verified when its date has two readings', () => {
    const twice = { raw: '03/04/2014', iso: null, candidates: ['2014-03-04', '2014-04-03'] };
    expect(advisories({ verified: twice })).toEqual([]);
    expect(advisories({ inserted: twice })).toEqual(['date:ambiguous']);
  });

  it('tell misplaced and unsigned comments, interest among them', () => {
    expect(advisories({ comments: [comment({ misplaced: true, state: 'addressed' })] })).toEqual(['comment:misplaced']);
    expect(advisories({ comments: [comment({ kind: 'interest', misplaced: true, timestamp: null })] })).toEqual([
      'comment:interest',
      'comment:misplaced',
      'comment:unsigned',
    ]);
  });

  it('tell skills that are written as sentences', () => {
    expect(advisories({ skills: { raw: 'You like C.', items: ['You like C.'], form: 'prose' } })).toEqual([
      'skills:prose',
    ]);
  });

  it('stand in alphabetical order, also in a closed list', () => {
    const all = advisories({
      list: 'accepted',
      comments: [comment({ kind: 'interest', misplaced: true, timestamp: null })],
      inserted: { raw: '03/04/2014', iso: null, candidates: ['2014-03-04', '2014-04-03'] },
      verified: { raw: null, iso: null, candidates: [] },
      skills: { raw: 'You like C.', items: ['You like C.'], form: 'prose' },
    });
    expect(all).toEqual(ADVISORY_CODES);
    expect(all).toEqual([...all].sort());
  });
});

describe('counts of comments', () => {
  it('open comments are the review comments that are open', () => {
    const kept = comment({ id: 'kept' });
    const given = idea({
      comments: [comment({ id: 'done', state: 'addressed' }), kept, comment({ id: 'hand', kind: 'interest' })],
    });
    expect(openComments(given)).toEqual([kept]);
  });

  it('interest that was struck out does not count', () => {
    const hand = comment({ kind: 'interest' });
    expect(interestCount(idea({ comments: [hand, { ...hand, id: 'c2', state: 'addressed' }] }))).toBe(1);
    expect(advisories({ comments: [{ ...hand, state: 'addressed' }] })).toEqual([]);
  });
});

it('an idea needs a review exactly when it has a reason, whatever its comments', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom('review', 'interest'), fc.constantFrom('open', 'addressed'), fc.boolean())),
      drawn => {
        const comments = drawn.map(([kind, state, misplaced], at) =>
          comment({ id: `c${at}`, kind: kind as 'review', state: state as 'open', misplaced }),
        );
        const assessed = assess(idea({ comments }), xen);
        expect(needsReview(assessed)).toBe(drawn.some(([kind, state]) => kind === 'review' && state === 'open'));
      },
    ),
  );
});
