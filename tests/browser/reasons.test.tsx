import { expect, test, vi } from 'vitest';
import { Reasons } from '../../components/review/Reasons.tsx';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import { axeFindings } from './axe.ts';
import { comment, idea, poorIdea, type Stage, stage } from './idea-stage.tsx';

function show(of: AssessedIdea, props: { listHeading?: string; onGoToComment?: (id: string) => void } = {}): Stage {
  const here = stage();
  here.show(
    <Reasons
      idea={of}
      listHeading="Ideas that need more work"
      reviewLabel="Review remarks"
      programLabel="Summer"
      now={new Date('2026-11-22T10:00Z')}
      locale="en-GB"
      onGoToComment={() => {}}
      {...props}
    />,
  );
  return here;
}

const words = (element: Element | null) => element?.textContent?.replace(/\s+/gu, ' ').trim();
const titles = ({ root }: Stage) => [...root.querySelectorAll('strong')].map(words);
/** Of the only row: what is the matter, where it shows, what to do. */
const only = (of: Partial<AssessedIdea>) => {
  const { root } = show(idea(of));
  expect(root.querySelectorAll('.reason')).toHaveLength(1);
  return [root.querySelector('strong'), ...root.querySelectorAll('.reason p')].map(words);
};

test('comments come first, then the list, then the missing fields in one row', () => {
  const here = show(poorIdea());
  expect(titles(here)).toEqual([
    'Open comment',
    'Not peer reviewed yet',
    'Difficulty, skills and outcomes are missing',
  ]);
});

test('an open comment says who, when and how long ago, and leads there', () => {
  const onGoToComment = vi.fn();
  const { root } = show(idea({ comments: [comment()], reasons: ['comment:open'] }), { onGoToComment });
  expect([...root.querySelectorAll('.reason p')].map(words)).toEqual([
    'Mira.holm, 17 February 2014, 12 years ago',
    'Address it, then delete the comment on the wiki.',
  ]);
  root.querySelector<HTMLButtonElement>('.reason button')?.click();
  expect(onGoToComment).toHaveBeenCalledExactlyOnceWith('lamp#1');
});

test.each([
  [{ author: null, timestamp: null }, 'Not signed'],
  [{ timestamp: null }, 'Mira.holm, no date'],
  [{ author: null }, 'Not signed, 17 February 2014, 12 years ago'],
])('what a signature lacks is said: %o', (of, said) => {
  expect(only({ comments: [comment(of)], reasons: ['comment:open'] })[1]).toBe(said);
});

test('each open comment has a row; addressed ones and interest have none', () => {
  const here = show(
    idea({
      comments: [
        comment({ id: 'a' }),
        comment({ id: 'b', state: 'addressed' }),
        comment({ id: 'c', kind: 'interest' }),
        comment({ id: 'd' }),
      ],
      reasons: ['comment:open'],
    }),
  );
  expect(titles(here)).toEqual(['Open comment', 'Open comment']);
});

test('one missing field alone says what the page has in its place and what to add', () => {
  expect(only({ difficulty: { raw: 'Unknown', min: null, max: null }, reasons: ['difficulty:missing'] })).toEqual([
    'No difficulty',
    'The page says “Unknown”.',
    'Add one of: easy, medium, high.',
  ]);
  expect(only({ skills: { raw: null, items: [], form: 'none' }, reasons: ['skills:missing'] })).toEqual([
    'No skills',
    'The page gives none.',
    'Add what a student must know.',
  ]);
});

test('several missing fields quote each wording once', () => {
  const unknown = { raw: 'Unknown', min: null, max: null } as const;
  const reasons = ['difficulty:missing', 'skills:missing'] as const;
  expect(only({ difficulty: unknown, skills: { raw: 'Unknown', items: [], form: 'none' }, reasons })).toEqual([
    'Difficulty and skills are missing',
    '2 reasons. The page says “Unknown”.',
    'Fill them in on the wiki.',
  ]);
  expect(
    only({ difficulty: unknown, skills: { raw: 'Not specified', items: [], form: 'none' }, reasons })[1],
  ).toContain('The page says “Unknown” or “Not specified”.');
});

test.each([
  [['difficulty:missing', 'outcomes:missing'] as const, 'Difficulty and outcomes are missing'],
  [['skills:missing', 'outcomes:missing'] as const, 'Skills and outcomes are missing'],
  [['outcomes:missing'] as const, 'No outcomes'],
])('%j reads "%s"', (reasons, title) => {
  expect(only({ reasons })[0]).toBe(title);
});

test('the list, the programme and the contact say where it shows and what to do', () => {
  expect(only({ reasons: ['list:new'] })[0]).toBe('New idea');
  expect(only({ program: { raw: 'Unknown', value: 'unknown' }, reasons: ['program:missing'] })).toEqual([
    'Not said if it suits Summer',
    'The page says “Unknown”.',
    'Add Yes or No.',
  ]);
  const nameless = { name: 'Ivo Sand', email: null, role: 'contact' } as const;
  expect(only({ contacts: [nameless], reasons: ['contact:no-address'] })).toEqual([
    'No mail address',
    '“Ivo Sand” stands without one.',
    'Add one, so that students can write.',
  ]);
  expect(only({ program: { raw: null, value: 'unknown' }, reasons: ['program:missing'] })[1]).toBe(
    'The page does not say.',
  );
  expect(only({ contacts: [], reasons: ['contact:no-address'] })[0]).toBe('Nobody to contact');
});

test('advisories stand in one quiet line', () => {
  const { root } = show(poorIdea());
  expect(words(root.querySelector('.also'))).toBe(
    'Also: the comment stands outside “Review remarks”; date 01/12/2012 can be 12 January or 1 December; never verified.',
  );
});

test('advisories about comments count them', () => {
  const of = { kind: 'interest', timestamp: null } as const;
  const { root } = show(
    idea({
      comments: [comment({ ...of, id: 'a' }), comment({ ...of, id: 'b' })],
      reasons: ['list:needs-work'],
      advisories: ['comment:interest', 'comment:unsigned', 'skills:prose'],
    }),
  );
  expect(words(root.querySelector('.also'))).toBe(
    'Also: 2 students are interested; 2 comments are not signed; skills are written as sentences.',
  );
});

test('without advisories there is no such line', () => {
  expect(show(idea({ reasons: ['list:new'] })).root.querySelector('.also')).toBeNull();
});

test('text of the page stays text and stands apart from our words', () => {
  const hostile = '<img src=x onerror="globalThis.struck = true"> | \u202Egnp $1';
  const { root } = show(poorIdea({ comments: [comment({ author: hostile })] }), { listHeading: hostile });
  expect(root.querySelector('img')).toBeNull();
  expect([...root.querySelectorAll('bdi')].filter(each => each.textContent === hostile)).toHaveLength(2);
  expect([...root.querySelectorAll('.reason p')].map(words)).toContain(`It stands in “${hostile}”.`);
});

test('text of 100 kB is cut and pushes nothing out', () => {
  const { root } = show(poorIdea(), { listHeading: 'x'.repeat(100_000) });
  expect(root.textContent?.length).toBeLessThan(1000);
  expect(root.textContent).toContain('…');
});

const all = poorIdea({
  contacts: [{ name: 'Ivo Sand', email: null, role: 'contact' }],
  program: { raw: null, value: 'unknown' },
  reasons: [...poorIdea().reasons, 'program:missing', 'contact:no-address'],
});

test.each([false, true])('axe finds nothing with every row (night: %s)', async night => {
  const { host } = show(all);
  host.toggleAttribute('data-night', night);
  document.body.style.background = night ? '#101418' : '#fff';
  expect(await axeFindings(host)).toEqual([]);
});
