import { beforeEach, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import { EMPTY_QUERY, LONGEST_TEXT, type Query } from '../../utils/model/query.ts';
import { axeFindings } from './axe.ts';
import { IDEAS, type ToolbarStageOptions, toolbarStage } from './toolbar-stage.tsx';

beforeEach(() => page.viewport(1280, 700));

const NO_FACETS = EMPTY_QUERY.facets;
const button = (name: string | RegExp) => page.getByRole('button', { name });

function hints(query: Partial<Query>, options: ToolbarStageOptions = {}) {
  const here = toolbarStage({ ...options, query, withHints: true });
  const beneath = here.host.nextElementSibling as HTMLElement;
  const lines = () => [...(beneath.shadowRoot?.querySelectorAll('.hint-line') ?? [])].map(line => line.textContent);
  return { ...here, beneath, lines };
}

test('nothing is said where nothing is near and all was understood', () => {
  const { beneath } = hints({ text: 'lighthouse' });
  expect(beneath.shadowRoot?.childElementCount).toBe(0);
});

test('what only misses a value is offered, with the words that it matches', async () => {
  const ideas = IDEAS.map((idea, index) => ({ ...idea, difficulty: index === 0 ? NOT_GIVEN : idea.difficulty }));
  const here = hints({ text: 'lighthouse', facets: { ...NO_FACETS, difficulty: [2] } }, { ideas });
  expect(here.lines()).toEqual(['1 more idea matches “lighthouse” but gives no difficulty. Include it']);
  await button('Include it').click();
  expect(here.query().facets.difficulty).toEqual([2, null]);
  expect(here.lines()).toEqual([]);
});
const NOT_GIVEN = { raw: null, min: null, max: null };

test('what is hinted at is said once, when nothing has changed for a while', async () => {
  const here = hints({ text: 'difficulty:foo area:buoys' });
  const [unknown = '', near = ''] = here.lines();
  await expect.poll(() => here.said, { timeout: 3_000 }).toEqual([`${unknown} ${near}`]);
  expect(unknown).toContain('does not know “foo”');
  here.change({ announcement: 'Copied' });
  await button('Include them').click();
  await expect.poll(() => here.said, { timeout: 3_000 }).toEqual([`${unknown} ${near}`, unknown]);
});

test('without words it is said without them; what is typed of the facet stays', async () => {
  const here = hints({ text: 'area:buoys' });
  expect(here.lines()).toEqual(['4 more ideas stand in no area. Include them']);
  await button('Include them').click();
  expect(here.query()).toMatchObject({ text: 'area:buoys', facets: { area: [null] } });
});

test('each facet says what is missing in its own words, two lines at most', () => {
  const chosen: Partial<Query['facets']>[] = [
    { area: ['Buoys'] },
    { difficulty: [2] },
    { skills: ['C'] },
    { contact: ['Mira Holm'] },
    { program: ['yes'] },
  ];
  const said = chosen.map(facets => hints({ facets: { ...NO_FACETS, ...facets } }).lines()[0]);
  expect(said).toEqual([
    '4 more ideas stand in no area. Include them',
    '8 more ideas give no difficulty. Include them',
    '3 more ideas name no skills. Include them',
    '6 more ideas name nobody to contact. Include them',
    '8 more ideas do not say if they suit Summer. Include them',
  ]);
  const all = Object.assign({}, NO_FACETS, ...chosen.slice(3), {
    contact: [],
    program: ['yes'],
    difficulty: [2, 3, 1],
  });
  expect(hints({ facets: all }).lines().length).toBeLessThanOrEqual(2);
});

test.each([
  ['foo:x', 'There is no field “foo”. Searched as plain words.'],
  [
    'difficulty:foo',
    '“difficulty:” does not know “foo”, so it was left out. It takes: easy, medium, high, extreme, none.',
  ],
  [
    'before:foo',
    '“before:” does not know “foo”, so it was left out. It takes: a date such as 2014, 2014-02 or 2014-02-03.',
  ],
  ['tide "x', 'The quotation mark at character 6 is not closed: taken to the end.'],
])('%s: %s', (text, said) => {
  expect(hints({ text }).lines()).toContain(said);
});

test('a quotation mark is not held against somebody who is typing', () => {
  expect(hints({ text: 'tide "x' }, { typing: true }).lines()).toEqual([]);
});

test('a value is held against nobody who is still typing it', () => {
  for (const text of ['before:2', 'before:201', 'has:d', 'tide difficulty:easy,m', 'is:"ope']) {
    expect(hints({ text }, { typing: true }).lines()).toEqual([]);
  }
  // None that it takes begins so: whatever follows, it is none.
  const finished = [
    'is:odd',
    'difficulty:purp',
    'before:soon',
    'before:2 tide',
    'has:d,',
    'is:"purple" ',
    'difficulty:purple x',
  ];
  for (const text of finished) expect(hints({ text }, { typing: true }).lines(), text).toHaveLength(1);
  expect(hints({ text: 'before:2' }).lines()).toHaveLength(1);
});

test('a search that was refused for its length is said at once', async () => {
  expect(LONGEST_TEXT).toBe(1000);
  hints({}, { refused: { kind: 'too-long', length: 10_000 } });
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('This search has 10,000 characters; at most 1,000 are allowed. Nothing was changed.');
});

test('words that would break the sentence stay words', () => {
  const here = hints({ text: 'a|b | <b>c</b>', facets: { ...NO_FACETS, area: ['Buoys'] } });
  expect(here.beneath.shadowRoot?.querySelector('.hints b')).toBeNull();
  const ideas = IDEAS.map(idea => ({ ...idea, text: `${idea.text} one | two` }));
  expect(hints({ text: '"one | two"', facets: { ...NO_FACETS, area: ['Buoys'] } }, { ideas }).lines()[0]).toContain(
    'match “one | two” but stand in no area.',
  );
});

test.each([false, true])('axe finds nothing (night: %s)', async night => {
  const query = { text: 'foo:x difficulty:bar', facets: { ...NO_FACETS, area: ['Buoys'] } };
  const { beneath } = hints(query, { night, refused: { kind: 'too-long', length: 10_000 } });
  expect(await axeFindings(beneath)).toEqual([]);
  const near = hints({ facets: { ...NO_FACETS, area: ['Buoys'] } }, { night });
  expect(await axeFindings(near.beneath)).toEqual([]);
});
