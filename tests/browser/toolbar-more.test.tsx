import { beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { toolbarStage } from './toolbar-stage.tsx';

beforeEach(() => page.viewport(1280, 700));

const button = (name: string | RegExp) => page.getByRole('button', { name });
const item = (name: string | RegExp) => page.getByRole('menuitem', { name });
const spoken = ({ root }: { root: ShadowRoot }) => root.querySelector('[aria-live=polite]')?.textContent;

test('More holds what is done seldom, in its order', async () => {
  const { root } = toolbarStage();
  await button('More').click();
  await expect.element(page.getByRole('menu', { name: 'More' })).toBeVisible();
  expect([...root.querySelectorAll('[role=menuitem]')].map(each => each.textContent)).toEqual([
    'All bookmarks',
    'Copy a link to this view',
    'Save the page as JSON',
    'Save the page as CSV',
    'Keyboard shortcuts?',
    'Settings',
  ]);
});

test('each item does its own and closes the menu', async () => {
  const here = toolbarStage();
  for (const name of ['All bookmarks', /JSON$/, /CSV$/, 'Settings']) {
    await button('More').click();
    await item(name).click();
    await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  }
  expect(here.did).toEqual(['bookmarks', 'json', 'csv', 'settings']);
  await expect.poll(() => here.focused() === button('More').query()).toBe(true);
});

test('a copied link is said on the item and aloud, and the menu stays', async () => {
  const here = toolbarStage();
  await button('More').click();
  await item('Copy a link to this view').click();
  await expect.element(item('Copied')).toBeVisible();
  await expect.poll(() => spoken(here)).toBe('Copied');
  expect(here.root.querySelectorAll('[role=status]')).toHaveLength(1);
});

test('a link that could not be copied leads to the address bar', async () => {
  const here = toolbarStage({ copies: false });
  await button('More').click();
  await item('Copy a link to this view').click();
  await expect.element(item('Could not copy. The address bar holds the same link.')).toBeVisible();
  await expect.poll(() => spoken(here)).toMatch(/^Could not copy/u);
});

test('the key for the shortcuts shows only while single keys are on', async () => {
  const { root } = toolbarStage({ shortcuts: false });
  await button('More').click();
  expect(root.querySelector('.item .key')).toBeNull();
});

test('the shortcuts open over the page, and the focus comes back to More', async () => {
  const here = toolbarStage({ toggleKeys: 'Alt+Shift+0' });
  await button('More').click();
  await item('Keyboard shortcuts').click();
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect.element(dialog).toBeVisible();
  expect(here.root.querySelector('dialog')?.matches(':modal')).toBe(true);
  const rows = [...here.root.querySelectorAll('.help-row')].map(row =>
    [...row.querySelectorAll('kbd')].map(key => key.textContent).join('+'),
  );
  expect(rows).toEqual(['/', 'Esc', 'j', 'k', 'n', 'p', 'b', 'r', '?', 'Alt+Shift+0']);
  await userEvent.keyboard('{Escape}');
  await expect.element(dialog).not.toBeInTheDocument();
  await expect.poll(() => here.focused() === button('More').query()).toBe(true);
});

test('closing the shortcuts gives the focus back to wherever it was', async () => {
  const here = toolbarStage();
  const after = page.getByRole('button', { name: 'After the bar' });
  (after.element() as HTMLElement).focus();
  here.change({ help: true });
  await button('Close the keyboard shortcuts').click();
  await expect.poll(() => document.activeElement === after.query()).toBe(true);
});

test('single keys are turned off and on in the shortcuts; without a toggle key there is no row for it', async () => {
  const { root } = toolbarStage({ help: true });
  const single = page.getByRole('switch', { name: 'Single-key shortcuts' });
  await expect.element(single).toHaveAttribute('aria-checked', 'true');
  await single.click();
  await expect.element(single).toHaveAttribute('aria-checked', 'false');
  await single.click();
  await expect.element(single).toHaveAttribute('aria-checked', 'true');
  expect(root.querySelectorAll('.help-row')).toHaveLength(9);
});

test('keys pressed in the shortcuts do not reach the page', async () => {
  const seen: string[] = [];
  const listen = (event: KeyboardEvent) => seen.push(event.key);
  document.addEventListener('keydown', listen);
  toolbarStage({ help: true });
  await userEvent.keyboard('j');
  document.removeEventListener('keydown', listen);
  expect(seen).toEqual([]);
});

test('the shortcuts are at most 640 px wide, and fit a phone', async () => {
  const { root } = toolbarStage({ help: true });
  expect(root.querySelector('dialog')?.getBoundingClientRect().width).toBe(640);
  await page.viewport(360, 740);
  const dialog = root.querySelector('dialog');
  await expect.poll(() => dialog?.getBoundingClientRect().width).toBeLessThanOrEqual(360 - 32);
  expect(dialog?.scrollWidth).toBe(dialog?.clientWidth);
});

test('in a narrow bar More begins with the switch and Sort; the rest are buttons', async () => {
  await page.viewport(640, 600);
  const here = toolbarStage({ width: 600 });
  await expect.poll(() => here.root.querySelector('.frame.menu')).not.toBeNull();
  await button('More').click();
  const rows = [...here.root.querySelectorAll<HTMLElement>('.popover button')].map(each => each.innerText.trim());
  expect(rows.slice(0, 3)).toEqual(['Idea Lens', 'Sort: Page order', 'All bookmarks']);
  await button('Settings').click();
  expect(here.did).toEqual(['settings']);
});

test('a phone’s sheet ends with the same items and the switch', async () => {
  await page.viewport(360, 740);
  const here = toolbarStage({ width: 328 });
  await expect.poll(() => here.root.querySelector('.frame.phone')).not.toBeNull();
  await button(/^Filters/).click();
  await button('Copy a link to this view').click();
  await expect.element(button('Copied')).toBeVisible();
  await button('Keyboard shortcuts').click();
  await expect.element(page.getByRole('dialog', { name: 'Filters' })).not.toBeInTheDocument();
  await expect.element(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
});

test('what the owner announces is said politely, and can be said again', async () => {
  const here = toolbarStage({ announcement: 'Bookmarked' });
  await expect.poll(() => spoken(here)).toBe('Bookmarked');
  here.change({ announcement: '' });
  await expect.poll(() => spoken(here)).toBe('');
  here.change({ announcement: 'Bookmarked' });
  await expect.poll(() => spoken(here)).toBe('Bookmarked');
});

test('what is opened before its panel is there is asked for once, and shows when it comes', async () => {
  const here = toolbarStage({ panels: null });
  expect(here.needed()).toBe(0);
  await button('More').click();
  await expect.element(button('More')).toHaveAttribute('aria-expanded', 'true');
  await expect.poll(here.needed).toBe(1);
  await expect.element(page.getByRole('menu')).not.toBeInTheDocument();
  here.change({ panels: undefined });
  await expect.element(page.getByRole('menu', { name: 'More' })).toBeVisible();
  expect(here.needed()).toBe(1);
});
