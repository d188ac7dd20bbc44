import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { type ToolbarStage, toolbarStage } from './toolbar-stage.tsx';

beforeEach(() => page.viewport(1280, 700));

const search = () => page.getByRole('searchbox', { name: 'Search ideas' });
const list = () => page.getByRole('listbox', { name: 'Suggestions' });
const option = (name: string | RegExp) => page.getByRole('option', { name });
const active = ({ root }: ToolbarStage) => {
  const id = root.querySelector('input')?.getAttribute('aria-activedescendant');
  return id ? root.getElementById(id)?.textContent : null;
};
const spoken = ({ root }: ToolbarStage) => root.querySelector('[aria-live=polite]')?.textContent;

async function type(text: string, options: Parameters<typeof toolbarStage>[0] = {}): Promise<ToolbarStage> {
  const here = toolbarStage(options);
  await userEvent.type(search(), text);
  return here;
}

test('the key that leads to the search shows until there is text, while single keys are on and there is room', async () => {
  const { root } = toolbarStage({ width: 752 });
  const hint = () => root.querySelector<HTMLElement>('.search > .key');
  expect(hint()?.textContent).toBe('/');
  await search().fill('a');
  expect(hint()).toBeNull();
  expect(toolbarStage({ shortcuts: false }).root.querySelector('.search > .key')).toBeNull();
  const narrow = toolbarStage({ width: 600 }).root;
  await expect.poll(() => narrow.querySelector('.frame.menu')).not.toBeNull();
  expect(narrow.querySelector('.search > .key')).toBeNull();
});

test('the key does not take the place of the words', async () => {
  for (const width of [752, 900, 1055, 1200]) {
    const { root } = toolbarStage({ width });
    const key = root.querySelector<HTMLElement>('.search > .key');
    const field = root.querySelector('input')?.getBoundingClientRect();
    expect(key?.offsetWidth === 0 || (field?.width ?? 0) >= 150, `${width} px`).toBe(true);
  }
});

test('the list stays while one types on', async () => {
  const here = await type('ar');
  const box = list().element();
  await userEvent.keyboard('e');
  expect(here.root.querySelector('[role=listbox]')).toBe(box);
});

test('an empty field offers nothing', async () => {
  toolbarStage();
  await search().click();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(list()).not.toBeInTheDocument();
});

test('the field stays a searchbox that points at its list', async () => {
  const here = await type('are');
  await expect.element(list()).toBeVisible();
  const field = here.root.querySelector('input');
  expect(field?.hasAttribute('role')).toBe(false);
  expect(field?.getAttribute('aria-autocomplete')).toBe('list');
  expect(here.root.getElementById(field?.getAttribute('aria-controls') ?? '')).toBe(list().element());
  expect(active(here)).toBeNull();
  await userEvent.keyboard('{ArrowDown}');
  expect(active(here)).toBe('area: which area');
});

test('a field is taken with Enter, and its values show at once with their counts', async () => {
  const here = await type('are');
  await userEvent.keyboard('{ArrowDown}{Enter}');
  await expect.element(search()).toHaveValue('area:');
  expect(here.asked.at(-1)).toMatchObject({ how: 'typing' });
  expect([...here.root.querySelectorAll('[role=option]')].map(each => each.textContent)).toContain('area:"Buoys" 4');
});

test('a value is taken with Tab and becomes a chip', async () => {
  const here = await type('area:ferr');
  await userEvent.keyboard('{ArrowDown}{Tab}');
  await expect.element(search()).toHaveValue('area:"Ferry planning" ');
  expect(here.asked.at(-1)).toMatchObject({ how: 'commit' });
  await expect.element(page.getByRole('button', { name: 'Area: Ferry planning', exact: true })).toBeVisible();
  await expect.element(list()).not.toBeInTheDocument();
  expect(here.focused()).toBe(search().query());
});

test('a click takes what it is on and leaves the focus in the field', async () => {
  const here = await type('difficulty:');
  await option(/medium/).click();
  await expect.element(search()).toHaveValue('difficulty:medium ');
  expect(here.focused()).toBe(search().query());
  expect(here.view().order).toHaveLength(12);
});

test('Enter without an arrow leaves the text as typed, commits it and closes the list', async () => {
  const here = await type('are');
  await userEvent.keyboard('{Enter}');
  await expect.element(search()).toHaveValue('are');
  await expect.element(list()).not.toBeInTheDocument();
  expect(here.asked.at(-1)).toMatchObject({ query: { text: 'are' }, how: 'commit' });
});

test('arrows go past both ends to the text as typed', async () => {
  const here = await type('is:');
  const count = here.root.querySelectorAll('[role=option]').length;
  await userEvent.keyboard('{ArrowUp}');
  expect(active(here)).toBe(here.root.querySelector('[role=option]:last-child')?.textContent);
  await userEvent.keyboard('{ArrowDown}');
  expect(active(here)).toBeNull();
  await userEvent.keyboard('{ArrowDown}'.repeat(count));
  expect(active(here)).toBe(here.root.querySelector('[role=option]:last-child')?.textContent);
});

test('Tab with nothing chosen goes on, and the list goes', async () => {
  const here = await type('are');
  await userEvent.tab();
  await expect.element(list()).not.toBeInTheDocument();
  expect(here.focused()).not.toBe(search().query());
  expect(here.query().text).toBe('are');
});

test('Esc closes the list, then clears, then does nothing', async () => {
  const here = await type('are');
  await userEvent.keyboard('{Escape}');
  await expect.element(list()).not.toBeInTheDocument();
  await expect.element(search()).toHaveValue('are');
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(list()).toBeVisible();
  await userEvent.keyboard('{Escape}{Escape}');
  await expect.element(search()).toHaveValue('');
  const before = here.asked.length;
  await userEvent.keyboard('{Escape}');
  expect(here.asked).toHaveLength(before);
});

test('what was cleared and came back with Back can be cleared again, by Esc and by the button', async () => {
  const here = await type('lighthouse');
  await userEvent.keyboard('{Escape}');
  expect(here.query().text).toBe('');
  here.arrive('lighthouse');
  await userEvent.keyboard('{Escape}');
  expect(here.query().text).toBe('');
  here.arrive('lighthouse');
  await page.getByRole('button', { name: 'Clear search' }).click();
  expect(here.query().text).toBe('');
});

test('a field with fixed words offers them without counts; the programme is called as the page calls it', async () => {
  const here = await type('gso');
  await expect.element(option('gsoc: if it suits Summer')).toBeVisible();
  await search().fill('missing:out');
  await expect.poll(() => here.root.querySelector('[role=option]')?.textContent?.trim()).toBe('missing:outcomes');
});

test('how many there are is said once, after the last key', async () => {
  const here = await type('is:');
  const count = here.root.querySelectorAll('[role=option]').length;
  await expect.poll(() => spoken(here)).toBe(`${count} suggestions`);
  const slow = await type('are', { statusDelay: 60_000 });
  await expect.element(list()).toBeVisible();
  expect(spoken(slow)).toBe('');
});

test('the list stands under the bar, so that counts and chips can be read, inside the window', async () => {
  await page.viewport(360, 740);
  const here = toolbarStage({ width: 328 });
  await expect.poll(() => here.root.querySelector('.frame.phone')).not.toBeNull();
  await userEvent.type(search(), 'area:');
  const bar = here.root.querySelector('.bar')?.getBoundingClientRect();
  const box = list().element().getBoundingClientRect();
  expect(box.top).toBe((bar?.bottom ?? Number.NaN) + 4);
  expect(box.right).toBeLessThanOrEqual(360);
  for (const row of here.root.querySelectorAll('[role=option]')) {
    expect(row.getBoundingClientRect().height).toBeGreaterThanOrEqual(44);
  }
});

test('without the panels nothing is offered, and they are asked for', async () => {
  const here = await type('are', { panels: null });
  await expect.poll(here.needed).toBeGreaterThan(0);
  await expect.element(list()).not.toBeInTheDocument();
  expect(here.root.querySelector('input')?.hasAttribute('aria-controls')).toBe(false);
});
