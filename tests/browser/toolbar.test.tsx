import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { IDEAS, LISTS, type ToolbarStage, toolbarStage } from './toolbar-stage.tsx';

const NO_FACETS = EMPTY_QUERY.facets;

beforeEach(() => page.viewport(1280, 700));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const search = () => page.getByRole('searchbox', { name: 'Search ideas' });
const radio = (name: string | RegExp) => page.getByRole('radio', { name });
const status = () => page.getByRole('status');
const last = ({ asked }: ToolbarStage) => asked.at(-1);
const focusedName = ({ focused }: ToolbarStage) => focused()?.getAttribute('aria-label');

test('at rest the bar is one line, 42 px high, with everything named', async () => {
  const { root } = toolbarStage();
  await expect.element(page.getByRole('search', { name: 'Idea Lens' })).toBeVisible();
  await expect.element(search()).toBeVisible();
  await expect.element(page.getByRole('radiogroup', { name: 'Show' })).toBeVisible();
  await expect.element(button('Sort: Page order')).toBeVisible();
  await expect.element(page.getByRole('switch', { name: 'Idea Lens' })).toHaveAttribute('aria-checked', 'true');
  expect(root.querySelector('.bar')?.getBoundingClientRect().height).toBe(42);
  await expect.element(button('Clear all')).not.toBeInTheDocument();
  await expect.element(button('More')).toBeVisible();
});

test('no tooltip repeats the name of its control to a screen reader', async () => {
  const { root } = toolbarStage();
  const named = [...root.querySelectorAll('button[aria-label][title]')];
  const same = named.filter(each => each.getAttribute('title') === each.getAttribute('aria-label'));
  expect(same.map(each => each.getAttribute('title'))).toEqual(['Sort: Page order', 'More']);
  // Chrome takes a title for the description of what has another name, and this before it.
  expect(same.map(each => each.getAttribute('aria-description'))).toEqual(['', '']);
});

test('the status holds all ideas from the start, seen by nobody until something is active', async () => {
  const here = toolbarStage();
  await expect.element(status()).toHaveTextContent('24 of 24 ideas');
  expect(status().element().getBoundingClientRect().width).toBeLessThan(2);
  await search().fill('lighthouse');
  await expect.element(status()).toHaveTextContent('4 of 24 ideas');
  expect(status().element().getBoundingClientRect().width).toBeGreaterThan(50);
  expect(here.root.querySelectorAll('[role=status]')).toHaveLength(1);
});

test('the status is painted at once and said only after its delay', async () => {
  const { root } = toolbarStage({ statusDelay: 60_000 });
  await search().fill('lighthouse');
  expect(status().element().textContent).toBe('24 of 24 ideas');
  const painted = getComputedStyle(root.querySelector('[role=status]') as Element, '::before').content;
  expect(painted).toContain('4 of 24 ideas');
});

test('whoever is led to the status hears the newest words, not those from before', async () => {
  toolbarStage({ statusDelay: 60_000 });
  await search().fill('lighthouse');
  const element = status().element() as HTMLElement;
  element.tabIndex = -1;
  element.focus();
  await expect.poll(() => element.textContent).toBe('4 of 24 ideas');
});

test('typing asks for each text, Enter commits it, the x clears it and keeps the focus', async () => {
  const here = toolbarStage();
  await userEvent.type(search(), 'li');
  expect(here.asked.map(({ query, how }) => [query.text, how])).toEqual([
    ['l', 'typing'],
    ['li', 'typing'],
  ]);
  await userEvent.keyboard('{Enter}');
  expect(last(here)).toMatchObject({ query: { text: 'li' }, how: 'commit' });
  await button('Clear search').click();
  expect(last(here)).toMatchObject({ query: { text: '' }, how: 'commit' });
  await expect.element(search()).toHaveValue('');
  await expect.poll(() => focusedName(here)).toBe('Search ideas');
});

test('Esc clears the search once and then does nothing', async () => {
  const here = toolbarStage({ query: { text: 'tide' } });
  await search().click();
  await userEvent.keyboard('{Escape}');
  expect(here.query().text).toBe('');
  const before = here.asked.length;
  await userEvent.keyboard('{Escape}');
  expect(here.asked).toHaveLength(before);
});

test('keys typed into the search do not reach the shortcuts of the page', async () => {
  const seen: string[] = [];
  const listen = (event: KeyboardEvent) => seen.push(event.key);
  document.addEventListener('keydown', listen);
  toolbarStage();
  await userEvent.type(search(), 'k');
  document.removeEventListener('keydown', listen);
  expect(seen).toEqual([]);
});

test('a text that comes from elsewhere shows in the field', async () => {
  toolbarStage({ query: { text: 'from the address' } });
  await expect.element(search()).toHaveValue('from the address');
});

test('the presets are one tab stop; arrows move and select', async () => {
  const here = toolbarStage();
  await search().click();
  await userEvent.tab();
  await expect.poll(() => here.focused() === radio(/^All/).query()).toBe(true);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(here.query().scope).toBe('needs-review');
  await expect.element(radio(/^Needs review/)).toBeChecked();
  await userEvent.tab();
  await expect.poll(() => here.focused() === button(/^Filters/).query()).toBe(true);
});

test('each preset shows its count and keeps its full name where its label is short', async () => {
  for (const width of [1055, 752]) {
    toolbarStage({ width });
    await expect.element(radio('Good first ideas 12')).toBeInTheDocument();
    await expect.element(radio('Open comments 3')).toBeInTheDocument();
    await expect.element(radio('Bookmarked 2')).toBeInTheDocument();
  }
});

test('where bookmarks could not be read no number is made up', async () => {
  toolbarStage({ bookmarksFailed: true });
  await expect.element(page.getByRole('radio', { name: 'Bookmarked', exact: true })).toBeInTheDocument();
});

test('Filters opens row 2 with every facet and closes it again', async () => {
  toolbarStage();
  await button(/^Filters/).click();
  await expect.element(button('Filters')).toHaveAttribute('aria-expanded', 'true');
  for (const name of ['List', 'Area', 'Difficulty', 'Skills', 'Contact', 'Summer', 'Attention'])
    await expect.element(button(name)).toBeVisible();
  await button(/^Filters/).click();
  await expect.element(button('Area')).not.toBeInTheDocument();
});

test('ticking two levels keeps ideas of either, shows them in the chip and counts one active facet', async () => {
  const here = toolbarStage();
  await button(/^Filters/).click();
  await button('Difficulty').click();
  await page.getByRole('checkbox', { name: /^High/ }).click();
  await page.getByRole('checkbox', { name: /^Easy/ }).click();
  expect(here.query().facets.difficulty).toEqual([3, 1]);
  await expect.element(button('Difficulty: Easy, High').first()).toBeVisible();
  await expect.element(button('Filters 1')).toBeVisible();
  await expect.element(page.getByRole('checkbox', { name: /^High/ })).toBeChecked();
  await userEvent.keyboard('{Escape}');
  await expect.poll(() => here.focused() === button('Difficulty: Easy, High').first().query()).toBe(true);
});

test('levels stand from easy to extreme, "Not given" last, those without ideas too', async () => {
  const { root } = toolbarStage();
  await button(/^Filters/).click();
  await button('Difficulty').click();
  expect([...root.querySelectorAll('.value')].map(row => row.textContent)).toEqual([
    'Easy 4',
    'Medium 12',
    'High 4',
    'Extreme 0',
    'Not given 8',
  ]);
  await expect.element(page.getByText(/counts as Easy and as Medium/)).toBeVisible();
});

test('areas stand by count, then by name', async () => {
  const { root } = toolbarStage({ query: { text: 'lighthouse' } });
  await button(/^Filters/).click();
  await button('Area').click();
  expect([...root.querySelectorAll('.value-name')].map(name => name.textContent)).toEqual([
    'Buoys',
    'Charts',
    'Ferry planning',
    'Harbour radio',
    'Tide tables',
    'Not given',
  ]);
});

test('a facet with more than eight values has a field to find one, and says how many it holds back', async () => {
  const ideas = IDEAS.slice(0, 12).map((idea, index) => ({ ...idea, area: `Pier ${index + 1}` }));
  const { root } = toolbarStage({ ideas });
  await button(/^Filters/).click();
  await button('Area').click();
  await expect.element(page.getByText('4 more. Type to find one.')).toBeVisible();
  expect(root.querySelectorAll('.value')).toHaveLength(8);
  await page.getByRole('textbox', { name: 'Find an area' }).fill('pier 12');
  expect([...root.querySelectorAll('.value-name')].map(name => name.textContent)).toEqual(['Pier 12']);
  await page.getByRole('textbox', { name: 'Find an area' }).fill('quay');
  await expect.element(page.getByText('Nothing here is called “quay”.')).toBeVisible();
});

test('chips name what is set; their x takes it off and passes the focus on', async () => {
  const here = toolbarStage({ query: { text: 'lighthouse', facets: { ...NO_FACETS, area: ['Buoys'] } } });
  await button('Remove Area: Buoys').click();
  expect(last(here)).toMatchObject({ query: { text: 'lighthouse', facets: NO_FACETS }, how: 'commit' });
  await expect.poll(() => focusedName(here)).toBe('Search ideas');
  await button('Remove “lighthouse”').click();
  expect(here.query()).toEqual(EMPTY_QUERY);
});

test('a chip’s label opens its facet, which stays open when its last value is unticked', async () => {
  const here = toolbarStage({ query: { facets: { ...NO_FACETS, area: ['Buoys'] } } });
  await page.getByRole('button', { name: 'Area: Buoys', exact: true }).click();
  await page.getByRole('checkbox', { name: /^Buoys/ }).click();
  expect(here.query()).toEqual(EMPTY_QUERY);
  await expect.element(page.getByRole('dialog', { name: 'Area' })).toBeVisible();
  await userEvent.keyboard('{Escape}');
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.poll(() => focusedName(here)).toBe('Search ideas');
});

test('what took itself away while the focus was elsewhere takes the focus from nobody later on', async () => {
  const here = toolbarStage({ query: { scope: 'good-first' } });
  await search().click();
  // As a screen reader presses, which leaves the focus where it is.
  (button('Clear all').element() as HTMLElement).click();
  await expect.element(button('Clear all')).not.toBeInTheDocument();
  await button('After the bar').click();
  here.change({ announcement: 'Bookmarked' });
  await expect.element(page.getByText('Bookmarked', { exact: true }).last()).toBeInTheDocument();
  expect(here.focused()).toBeNull();
});

test('an empty list is named by its heading too', async () => {
  toolbarStage({ lists: [...LISTS, { id: 'new', heading: 'New ideas', ideas: 0 }] });
  await button(/^Filters/).click();
  await button('List').click();
  await expect.element(page.getByRole('checkbox', { name: 'New ideas 0' })).toBeVisible();
});

test('Clear all takes everything off and passes the focus on', async () => {
  const query: Partial<Query> = {
    text: 'x',
    scope: 'needs-review',
    facets: { ...NO_FACETS, list: ['needs-work'], area: [null], difficulty: [2] },
    sort: { key: 'title', direction: 'descending', sections: true },
  };
  const here = toolbarStage({ query });
  await button('Clear all').click();
  expect(last(here)).toEqual({ query: EMPTY_QUERY, how: 'commit' });
  await expect.element(button('Clear all')).not.toBeInTheDocument();
  await expect.poll(() => focusedName(here)).toBe('Search ideas');
});

test('a preset alone shows how many and the way back', async () => {
  toolbarStage({ query: { scope: 'needs-review' } });
  await expect.element(status()).toHaveTextContent('12 of 24 ideas');
  await expect.element(button('Clear all')).toBeVisible();
});

test('the switch asks to be switched off and says how to come back', async () => {
  const here = toolbarStage();
  const element = page.getByRole('switch', { name: 'Idea Lens' });
  await expect.element(element).toHaveAttribute('title', expect.stringMatching(/goes back to how it was.*on again/));
  await element.click();
  expect(here.switchedOff()).toBe(1);
});

test('hostile words stay words', async () => {
  const area = '<img src=x onerror=alert(1)>\u202Eabc';
  const ideas = IDEAS.map(idea => ({ ...idea, area }));
  const { root } = toolbarStage({ ideas, query: { text: '<b>x</b>', facets: { ...NO_FACETS, area: [area] } } });
  await button(/^Filters/).click();
  expect(root.querySelector('img, .chip b')).toBeNull();
  expect(root.querySelector('.second')?.textContent).toContain('“<b>x</b>”');
});
