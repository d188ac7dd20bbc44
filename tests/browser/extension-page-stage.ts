/** A stage for the extension's own pages (popup, settings, dashboard): one tree at a time, and what each of their states promises. */
import axe from 'axe-core';
import { type ComponentChild, render } from 'preact';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';

/** A name, what differs from the page at rest, and sentences that must be seen then. */
export type PageState<Props> = readonly [string, Partial<Props>, readonly string[]];

/** Draws into the document; what was drawn goes after each test. */
export function createPageStage(): (content: ComponentChild) => void {
  let root: HTMLElement | null = null;
  afterEach(() => {
    if (root !== null) render(null, root);
    root?.remove();
    root = null;
    document.documentElement.style.colorScheme = '';
  });
  return content => {
    root ??= document.body.appendChild(document.createElement('div'));
    render(content, root);
  };
}

/** Each state says what it is and has no fault that axe finds, light and dark. */
export function describeStates<Props>(
  states: readonly PageState<Props>[],
  show: (over: Partial<Props>) => unknown,
  more: (over: Partial<Props>) => void = () => undefined,
): void {
  describe.each(states)('%s', (_name, over, sentences) => {
    it('says what it is', async () => {
      show(over);
      for (const sentence of sentences)
        await expect.element(page.getByText(sentence, { exact: true }).first()).toBeVisible();
    });

    it.each(['light', 'dark'])('has no fault that axe finds, %s', async scheme => {
      document.documentElement.style.colorScheme = scheme;
      show(over);
      const { violations } = await axe.run(document.body);
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([]);
    });

    more(over);
  });
}
