import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { CommentBar, CommentLabel, commentLook } from '../../components/idea/CommentLabel.tsx';
import { ListNote } from '../../components/idea/ListNote.tsx';
import { PlaceLine } from '../../components/idea/PlaceLine.tsx';
import type { Comment } from '../../utils/model/comment.ts';
import { axeFindings } from './axe.ts';
import { comment, type Stage, type StageOptions, stage } from './idea-stage.tsx';

const words = ({ root }: Stage) => root.textContent?.trim();

function label(of: Partial<Comment>, options: StageOptions = {}): Stage {
  const here = stage({ host: 'idea-lens-comment-label', ...options });
  const now = new Date('2026-11-22T10:00Z');
  here.show(<CommentLabel comment={comment(of)} reviewLabel="Review remarks" now={now} />);
  return here;
}

test.each<[string, Partial<Comment>, string]>([
  ['open', {}, 'Open comment · 12 years ago'],
  ['open and misplaced', { misplaced: true }, 'Open comment · 12 years ago · outside “Review remarks”'],
  ['open and not signed', { timestamp: null }, 'Open comment · not signed'],
  ['interest', { kind: 'interest', timestamp: null, misplaced: true }, 'Interested student · not signed'],
  ['interest, signed', { kind: 'interest' }, 'Interested student · 12 years ago'],
  ['addressed', { state: 'addressed', misplaced: true }, 'Addressed'],
  ['with a time that is none', { timestamp: 'later' }, 'Open comment'],
])('a comment that is %s says so', (_, of, said) => {
  expect(words(label(of))).toBe(said);
});

test('the label breaks away from the comment as one piece and never past the column', () => {
  const { root } = label({ misplaced: true }, { width: 200 });
  const piece = root.querySelector('.label');
  expect(piece?.getClientRects()).toHaveLength(1);
  expect(piece?.getBoundingClientRect().width).toBeLessThanOrEqual(200);
});

test.each<[Partial<Comment>, string | undefined]>([
  [{}, 'solid'],
  [{ kind: 'interest' }, 'dotted'],
  [{ state: 'addressed' }, undefined],
  [{ state: 'addressed', kind: 'interest' }, undefined],
])('the bar of %o is %s', (of, style) => {
  const { root, show } = stage({ host: 'idea-lens-comment' });
  show(<CommentBar comment={comment(of)} />);
  const bar = root.querySelector('.bar');
  expect(bar ? getComputedStyle(bar).borderInlineStartStyle : undefined).toBe(style);
});

test('the bar stands where it was measured: so far down, so high, so far back', () => {
  const { host, root, show } = stage({ host: 'idea-lens-comment' });
  host.style.setProperty('--idea-lens-bar-top', '-4px');
  host.style.setProperty('--idea-lens-bar-height', '44px');
  host.style.setProperty('--idea-lens-bar-inset', '22px');
  show(<CommentBar comment={comment()} />);
  const [bar, own] = [root.querySelector('.bar'), host].map(element => element?.getBoundingClientRect());
  if (!bar || !own) throw new Error('no bar');
  expect([bar.top - own.top, bar.height, own.left - bar.left, bar.width]).toEqual([-4, 44, 22, 3]);
});

test('a bar that was not measured shows nothing', () => {
  const { root, show } = stage({ host: 'idea-lens-comment' });
  show(<CommentBar comment={comment()} />);
  expect(root.querySelector('.bar')?.getBoundingClientRect().height).toBe(0);
});

test('the look is what the host says of its comment', () => {
  expect([comment(), comment({ kind: 'interest' }), comment({ state: 'addressed' })].map(commentLook)).toEqual([
    'open',
    'interest',
    'addressed',
  ]);
});

test.each([
  [4, 12, 0, '4 of 12 ideas shown. Show the other 8'],
  [11, 12, 0, '11 of 12 ideas shown. Show the other one'],
  [0, 12, 0, 'No idea here matches. 12 hidden. Show these 12'],
  [0, 1, 0, 'No idea here matches. 1 hidden. Show this one'],
  [12, 12, 0, ''],
  [12, 12, 8, '8 ideas here do not match. Hide them again'],
  [5, 12, 1, '5 of 12 ideas shown. Show the other 7 · 1 idea here does not match. Hide it again'],
])('%i of %i, %i of them asked for: "%s"', (shown, total, revealed, said) => {
  const here = stage({ host: 'idea-lens-list-note' });
  here.show(<ListNote shown={shown} total={total} revealed={revealed} onShow={() => {}} onHide={() => {}} />);
  expect(words(here)).toBe(said);
});

test('the note’s button asks for the hidden ideas', () => {
  const onShow = vi.fn();
  const { root, show } = stage({ host: 'idea-lens-list-note' });
  show(<ListNote shown={4} total={12} revealed={0} onShow={onShow} onHide={() => {}} />);
  root.querySelector('button')?.click();
  expect(onShow).toHaveBeenCalledOnce();
});

test('once they show, they can be hidden again', async () => {
  const onHide = vi.fn();
  const { show } = stage({ host: 'idea-lens-list-note' });
  show(<ListNote shown={12} total={12} revealed={8} onShow={() => {}} onHide={onHide} />);
  await page.getByRole('button', { name: 'Hide them again' }).click();
  expect(onHide).toHaveBeenCalledOnce();
});

test('the place is list and area, or the list alone', () => {
  const here = stage({ host: 'idea-lens-place' });
  here.show(<PlaceLine listHeading="Reviewed ideas" area="Buoys" />);
  expect(words(here)).toBe('Reviewed ideas › Buoys');
  here.show(<PlaceLine listHeading="Reviewed ideas" area={null} />);
  expect(words(here)).toBe('Reviewed ideas');
});

test.each([false, true])('axe finds nothing at labels, notes and places (night: %s)', async night => {
  expect(await axeFindings(label({ misplaced: true }, { night }).host)).toEqual([]);
  const here = stage({ host: 'idea-lens-list-note', night });
  here.show(<ListNote shown={4} total={12} revealed={1} onShow={() => {}} onHide={() => {}} />);
  expect(await axeFindings(here.host)).toEqual([]);
  here.show(<PlaceLine listHeading="Reviewed ideas" area="Buoys" />);
  expect(await axeFindings(here.host)).toEqual([]);
});
