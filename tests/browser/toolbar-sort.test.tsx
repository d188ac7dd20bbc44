import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { EMPTY_QUERY, SORT_KEYS } from '../../utils/model/query.ts';
import { toolbarStage } from './toolbar-stage.tsx';

beforeEach(() => page.viewport(1280, 700));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const item = (name: string) => page.getByRole('menuitemradio', { name });

test('the Sort menu opens on what is chosen; arrows move, and only Enter chooses', async () => {
  const here = toolbarStage();
  await button('Sort: Page order').click();
  await expect.poll(() => here.focused() === item('Page order').query()).toBe(true);
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  await expect.poll(() => here.focused() === item('Difficulty').query()).toBe(true);
  expect(here.asked).toEqual([]);
  await userEvent.keyboard('{Enter}');
  expect(here.query().sort).toEqual({ key: 'difficulty', direction: 'ascending', sections: false });
  await expect.element(item('Difficulty')).toHaveAttribute('aria-checked', 'true');
});

test('Home, End and a letter move in the menu', async () => {
  const here = toolbarStage();
  await button(/^Sort/).click();
  await userEvent.keyboard('{End}');
  await expect.poll(() => here.focused() === item('Latest comment').query()).toBe(true);
  await userEvent.keyboard('{Home}');
  await expect.poll(() => here.focused() === item('Page order').query()).toBe(true);
  await userEvent.keyboard('t');
  await expect.poll(() => here.focused() === item('Title').query()).toBe(true);
});

test('page order has no direction; every other key has both, and begins where one looks first', async () => {
  const here = toolbarStage();
  await button(/^Sort/).click();
  await expect.element(item('Descending')).not.toBeInTheDocument();
  await item('Title').click();
  await item('Descending').click();
  expect(here.query().sort).toEqual({ key: 'title', direction: 'descending', sections: false });
  await item('Date of insert').click();
  expect(here.query().sort).toEqual({ key: 'inserted', direction: 'ascending', sections: false });
  await item('Open comments').click();
  expect(here.query().sort).toEqual({ key: 'open-comments', direction: 'descending', sections: false });
  await item('Page order').click();
  expect(here.query().sort).toEqual(EMPTY_QUERY.sort);
});

test('sorted, the button shows the key and is still named Sort; row 2 says what the order is and what comes last', async () => {
  const here = toolbarStage({ query: { sort: { key: 'difficulty', direction: 'ascending', sections: false } } });
  await expect.element(button('Sort: Difficulty, ascending')).toHaveTextContent('Difficulty');
  await expect.element(page.getByText('One list, easiest first. 8 without a difficulty come last.')).toBeVisible();
  await expect.element(button('Clear all')).toBeVisible();
  await button('Back to page order').click();
  expect(here.query()).toEqual(EMPTY_QUERY);
});

test('sorted, the page’s sections can be kept, also when the key changes', async () => {
  const here = toolbarStage();
  await button(/^Sort/).click();
  const keep = page.getByRole('menuitemcheckbox', { name: 'Keep the page’s sections' });
  await expect.element(keep).not.toBeInTheDocument();
  await item('Difficulty').click();
  await expect.element(keep).toHaveAttribute('aria-checked', 'false');
  await keep.click();
  await expect.element(keep).toHaveAttribute('aria-checked', 'true');
  await item('Latest comment').click();
  expect(here.query().sort).toEqual({ key: 'latest-comment', direction: 'descending', sections: true });
  await item('Page order').click();
  expect(here.query()).toEqual(EMPTY_QUERY);
});

test('each change of the sort is said once, and the way back; also the same one again', async () => {
  const { root, query } = toolbarStage();
  const said = () => root.querySelector('[aria-live=polite]')?.textContent;
  const byDifficulty = async () => {
    await button(/^Sort/).click();
    await page.getByRole('menuitemradio', { name: 'Difficulty' }).click();
  };
  await byDifficulty();
  await expect.poll(said).toBe('Sorted by difficulty, easiest first');
  await page.getByRole('menuitemcheckbox').click();
  expect(query().sort.sections).toBe(true);
  expect(said()).toBe('Sorted by difficulty, easiest first');
  await page.getByRole('menuitemradio', { name: 'Descending' }).click();
  await expect.poll(said).toBe('Sorted by difficulty, hardest first');
  await userEvent.keyboard('{Escape}');
  await button('Back to page order').click();
  await expect.poll(said).toBe('Back to page order');
  await byDifficulty();
  await button('Clear all').click();
  await byDifficulty();
  await expect.poll(said).toBe('Sorted by difficulty, easiest first\u00a0');
});

test('in the page’s sections row 2 says so', async () => {
  toolbarStage({ query: { sort: { key: 'contact', direction: 'descending', sections: true } } });
  await expect
    .element(page.getByText('Inside each section, by contact from Z to A. 6 without a contact come last.'))
    .toBeVisible();
});

test('in a phone’s sheet the sections are a checkbox', async () => {
  await page.viewport(360, 740);
  const here = toolbarStage({ width: 328 });
  await expect.poll(() => here.root.querySelector('.frame.phone')).not.toBeNull();
  await button(/^Filters/).click();
  await button('Sort Page order').click();
  await page.getByRole('radio', { name: 'Open comments', exact: true }).last().click();
  await page.getByRole('checkbox', { name: 'Keep the page’s sections' }).click();
  expect(here.query().sort).toEqual({ key: 'open-comments', direction: 'descending', sections: true });
});

test('each direction of each key has words of its own', async () => {
  const said = new Set<string>();
  for (const key of SORT_KEYS.filter(each => each !== 'page')) {
    for (const direction of ['ascending', 'descending'] as const) {
      const { root } = toolbarStage({ query: { sort: { key, direction, sections: false } } });
      said.add(root.querySelector('.second .quiet-text')?.textContent ?? '');
    }
  }
  expect(said.size).toBe(12);
  expect(said).not.toContain('');
});

test('Esc, a click outside and Tab past the end close the menu; Esc gives the focus back', async () => {
  const here = toolbarStage();
  const menu = page.getByRole('menu', { name: 'Sort' });
  await button(/^Sort/).click();
  await userEvent.keyboard('{Escape}');
  await expect.element(menu).not.toBeInTheDocument();
  await expect.poll(() => here.focused() === button(/^Sort/).query()).toBe(true);

  await button(/^Sort/).click();
  await page.getByRole('searchbox').click();
  await expect.element(menu).not.toBeInTheDocument();
  await expect.poll(() => here.focused() === page.getByRole('searchbox').query()).toBe(true);

  await button(/^Sort/).click();
  await userEvent.tab();
  await expect.element(menu).not.toBeInTheDocument();
  await expect.poll(() => here.focused() === button('More').query()).toBe(true);
});

test('a second click on the button closes the menu', async () => {
  toolbarStage();
  await button(/^Sort/).click();
  await button(/^Sort/).click();
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
});

test('opening one thing closes the other', async () => {
  toolbarStage();
  await button(/^Filters/).click();
  await button('Area').click();
  await button(/^Sort/).click();
  await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
  await expect.element(page.getByRole('menu', { name: 'Sort' })).toBeVisible();
});

test('opened while something typed is not settled yet, as a screen reader does, the menu leaves no ear behind', async () => {
  const here = toolbarStage();
  here.root.querySelector<HTMLElement>('input[type=search]')?.focus();
  await userEvent.keyboard('idea');
  // Without a press of the mouse the field is left only when the menu takes the focus, and is settled in the middle of that.
  (button(/^Sort/).element() as HTMLElement).click();
  await expect.poll(() => here.focused() === item('Page order').query()).toBe(true);
  expect(here.asked.at(-1)?.how).toBe('commit');
  await userEvent.keyboard('{Escape}');
  await expect.element(item('Page order')).not.toBeInTheDocument();
  const later = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true });
  document.body.dispatchEvent(later);
  expect(later.defaultPrevented).toBe(false);
});
