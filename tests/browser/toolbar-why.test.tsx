import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { REASON_CODES } from '../../utils/model/reason.ts';
import { IDEAS, toolbarStage } from './toolbar-stage.tsx';

beforeEach(() => page.viewport(1280, 700));

const NEEDS_REVIEW: Partial<Query> = { scope: 'needs-review' };
const button = (name: string | RegExp) => page.getByRole('button', { name });
const pills = (root: ShadowRoot) => [...root.querySelectorAll('.pill')].map(pill => pill.textContent);

/** The first reason holds for one idea, the second for two … */
const POOR = IDEAS.slice(0, REASON_CODES.length).map((idea, index) => ({
  ...idea,
  reasons: REASON_CODES.slice(REASON_CODES.length - 1 - index),
}));

test('what needs a review says why, the commonest first', async () => {
  const { root } = toolbarStage({ query: NEEDS_REVIEW });
  await expect.element(page.getByText('Why:')).toBeVisible();
  expect(pills(root)).toEqual(['Not peer reviewed yet 12', 'No difficulty 4']);
  await expect.element(page.getByRole('status')).toHaveTextContent('12 of 24 ideas');
});

test('a pill narrows down to its reason and back, and needs no chip beside it', async () => {
  const here = toolbarStage({ query: NEEDS_REVIEW });
  await button('No difficulty 4').click();
  expect(here.query().facets.attention).toEqual(['difficulty:missing']);
  await expect.element(button('No difficulty 4')).toHaveAttribute('aria-pressed', 'true');
  expect(here.root.querySelector('.chip')).toBeNull();
  await button('No difficulty 4').click();
  expect(here.query()).toEqual({ ...EMPTY_QUERY, ...NEEDS_REVIEW });
});

test('five pills stand there, the rest on request, which passes the focus on', async () => {
  const here = toolbarStage({ query: NEEDS_REVIEW, ideas: POOR });
  expect(pills(here.root)).toHaveLength(6);
  await button('3 more').click();
  expect(pills(here.root)).toHaveLength(8);
  expect(pills(here.root).at(-1)).toBe('Not peer reviewed yet 1');
  expect(here.focused()?.textContent).toBe(pills(here.root)[5]);
});

test('a pressed pill stays in sight, also with nothing left', () => {
  const attention = ['list:needs-work', 'list:new'] as const;
  const query = { ...NEEDS_REVIEW, facets: { ...EMPTY_QUERY.facets, attention } };
  expect(pills(toolbarStage({ query, ideas: POOR }).root)).toContain('Not peer reviewed yet 1');
  expect(pills(toolbarStage({ query }).root)).toContain('New idea 0');
});

test('what else is set stands behind the pills and can be taken off', async () => {
  const here = toolbarStage({
    query: {
      ...NEEDS_REVIEW,
      text: 'idea reason:interest',
      facets: { ...EMPTY_QUERY.facets, difficulty: [2] },
      sort: { key: 'title', direction: 'ascending', sections: false },
    },
  });
  expect([...here.root.querySelectorAll('.chip-text')].map(chip => chip.textContent)).toEqual([
    '“idea”',
    'Difficulty: Medium',
    'Attention: Interested',
    'Sort: Title, ascending',
  ]);
  await button('Remove Sort: Title, ascending').click();
  expect(here.query().sort).toEqual(EMPTY_QUERY.sort);
});

test('Filters takes the pills’ place', async () => {
  const here = toolbarStage({ query: NEEDS_REVIEW });
  await button('Filters').click();
  expect(pills(here.root)).toEqual([]);
  await expect.element(button('Attention')).toBeVisible();
});

test('in a narrow bar three pills stand there', async () => {
  await page.viewport(640, 600);
  const { root } = toolbarStage({ query: NEEDS_REVIEW, ideas: POOR, width: 600 });
  await expect.poll(() => root.querySelector('.frame.menu')).not.toBeNull();
  expect(pills(root)).toHaveLength(4);
});
