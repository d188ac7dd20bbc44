import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { userEvent } from 'vitest/browser';
import { type Key, listenToKeys } from '../../entrypoints/display/keys.ts';

let pressed: Key[];
let life: AbortController;

beforeEach(() => {
  pressed = [];
  life = new AbortController();
  listenToKeys(
    document,
    () => true,
    key => pressed.push(key),
    life.signal,
  );
});
afterEach(() => life.abort());

/** A control inside an element of that role, both in a shadow root, as ours are; it has the focus. */
function focusIn(role: string): void {
  const host = document.createElement('div');
  const around = document.createElement('div');
  const control = document.createElement('button');
  around.role = role;
  around.append(control);
  host.attachShadow({ mode: 'open' }).append(around);
  document.body.replaceChildren(host);
  control.focus();
}

describe('single keys', () => {
  test('are heard on the page, and among controls that have no keys of their own', async () => {
    focusIn('group');
    await userEvent.keyboard('jb');
    expect(pressed).toEqual(['j', 'b']);
  });

  test.each(['menu', 'listbox', 'dialog'])(
    'are none in a %s, where letters lead to what begins with them',
    async role => {
      focusIn(role);
      await userEvent.keyboard('jbr/');
      expect(pressed).toEqual([]);
    },
  );

  test('b that is held down is one wish, j goes on and on', async () => {
    focusIn('group');
    await userEvent.keyboard('{b>3/}{j>2/}');
    expect(pressed).toEqual(['b', 'j', 'j']);
  });
});
