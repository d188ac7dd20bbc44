import * as codex from '@wikimedia/codex-icons';
import { render } from 'preact';
import { expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Icon } from '../../components/ui/Icon.tsx';
import * as icons from '../../components/ui/icons.ts';
import { moveInList } from '../../components/ui/move.ts';
import { Notice } from '../../components/ui/Notice.tsx';
import { placePopover } from '../../components/ui/place.ts';

const button = { left: 300, right: 380, top: 100, bottom: 132 };
const size = { width: 240, height: 200 };
const viewport = { width: 1000, height: 700 };

test('a popover stands 4 px below its button, on the side it is aligned to', () => {
  expect(placePopover(button, size, viewport, 'start', 'ltr')).toEqual({ left: 300, top: 136, maxHeight: 420 });
  expect(placePopover(button, size, viewport, 'end', 'ltr').left).toBe(140);
  expect(placePopover(button, size, viewport, 'start', 'rtl').left).toBe(140);
  expect(placePopover(button, size, viewport, 'end', 'rtl').left).toBe(300);
});

test('a popover stays inside the window sideways', () => {
  expect(placePopover({ ...button, left: 900, right: 980 }, size, viewport, 'start', 'ltr').left).toBe(752);
  expect(placePopover({ ...button, left: 10, right: 90 }, size, viewport, 'end', 'ltr').left).toBe(8);
  expect(placePopover(button, { width: 400, height: 10 }, { width: 320, height: 700 }, 'end', 'ltr').left).toBe(8);
});

test('a popover goes above its button where there is more room, and is cut to the room there is', () => {
  const low = { ...button, top: 500, bottom: 532 };
  expect(placePopover(low, size, viewport, 'start', 'ltr').top).toBe(296);
  expect(placePopover(button, { width: 240, height: 900 }, { width: 1000, height: 400 }, 'start', 'ltr')).toEqual({
    left: 300,
    top: 136,
    maxHeight: 256,
  });
});

test('what must not cover the bar goes above its button only where there is hardly any room below', () => {
  const tall = { width: 240, height: 400 };
  const place = (top: number, low: boolean) =>
    placePopover({ ...button, top, bottom: top + 32 }, tall, viewport, 'start', 'ltr', low);
  expect(place(400, false).top).toBeLessThan(400);
  expect(place(400, true)).toMatchObject({ top: 436, maxHeight: 256 });
  expect(place(500, true).top).toBeLessThan(500);
});

test('every icon is Codex’s own', () => {
  const own: Readonly<Record<string, unknown>> = codex;
  for (const [name, { d, flips }] of Object.entries(icons)) {
    const original = JSON.stringify(own[`cdxIcon${name.charAt(0).toUpperCase()}${name.slice(1)}`]);
    for (const path of d.split(/(?=M)/u)) expect(original, name).toContain(path);
    expect(original.includes('"shouldFlip":true'), name).toBe(flips ?? false);
  }
});

test('an icon that has a direction is mirrored where text runs from right to left', () => {
  render(<Icon shape={icons.flag} />, document.body);
  expect(document.querySelector('svg.flips')).not.toBeNull();
  render(<Icon shape={icons.search} />, document.body);
  expect(document.querySelector('svg.flips')).toBeNull();
  render(null, document.body);
});

function list(texts: readonly string[]) {
  const rows = texts.map(text => {
    const row = document.createElement('button');
    row.textContent = text;
    return row;
  });
  const field = document.createElement('input');
  const box = document.createElement('div');
  box.append(field, ...rows);
  box.addEventListener('keydown', event => moveInList(event, box, 'button'));
  document.body.replaceChildren(box);
  const press = (from: HTMLElement | undefined, key: string, more: KeyboardEventInit = {}) => {
    from?.focus();
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, composed: true, ...more });
    from?.dispatchEvent(event);
    return [document.activeElement?.textContent, event.defaultPrevented];
  };
  return { rows, field, press };
}

test('arrows go round, Home and End to the ends, a letter to the next row that begins with it', () => {
  const { rows, press } = list(['Apple', 'Berry', 'Apricot']);
  const [first, third] = [rows[0], rows[2]];
  expect(press(first, 'ArrowUp')).toEqual(['Apricot', true]);
  expect(press(third, 'ArrowDown')).toEqual(['Apple', true]);
  expect(press(first, 'End')).toEqual(['Apricot', true]);
  expect(press(third, 'Home')).toEqual(['Apple', true]);
  expect(press(first, 'a')).toEqual(['Apricot', true]);
  expect(press(third, 'A')).toEqual(['Apple', true]);
});

test('keys that mean something else are left alone', () => {
  const { rows, field, press } = list(['Apple', 'Berry']);
  const [first] = rows;
  expect(press(first, 'z')).toEqual(['Apple', false]);
  expect(press(first, ' ')).toEqual(['Apple', false]);
  expect(press(first, 'b', { ctrlKey: true })).toEqual(['Apple', false]);
  expect(press(field, 'b')).toEqual(['', false]);
});

test('where there is nowhere to go, arrows, Home and End scroll', () => {
  const { rows, press } = list(['Close']);
  for (const key of ['ArrowDown', 'ArrowUp', 'Home', 'End', 'c']) {
    expect(press(rows[0], key)).toEqual(['Close', false]);
  }
});

test('a notice says what happened, offers what can be done, and can be closed', async () => {
  document.body.replaceChildren();
  const onClose = vi.fn();
  const onAction = vi.fn();
  const notice = {
    id: 'old',
    kind: 'notice',
    text: 'This is an old version.',
    actions: [
      { label: 'Newest version', href: '#newest' },
      { label: 'Try again', onAction },
    ],
    onClose,
  } as const;
  render(<Notice notice={notice} />, document.body);
  await expect.element(page.getByRole('note').getByText('This is an old version.')).toBeVisible();
  await expect.element(page.getByRole('link', { name: 'Newest version' })).toHaveAttribute('href', '#newest');
  await page.getByRole('button', { name: 'Try again' }).click();
  expect(onAction).toHaveBeenCalledOnce();
  await page.getByRole('button', { name: 'Close this note' }).click();
  expect(onClose).toHaveBeenCalledOnce();
  render(<Notice notice={{ id: 'e', kind: 'error', text: 'Not saved.', actions: [] }} />, document.body);
  await expect.element(page.getByRole('alert')).toHaveTextContent('Not saved.');
  expect(page.getByRole('button').query()).toBeNull();
  render(null, document.body);
});
