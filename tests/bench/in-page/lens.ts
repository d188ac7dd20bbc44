/**
 * The lens as a contender: driven by its own controls, as a person would, but from the page's script, so that the time from the
 * click to the frame is its own. It works on after the call where it has to: `shows` says when it is done.
 */
import type { Contender, Expected } from './contender.ts';

function bar(): ShadowRoot {
  const root = document.querySelector('idea-lens-toolbar')?.shadowRoot;
  if (!root) throw new Error('The lens is not on.');
  return root;
}

function find<Found extends HTMLElement>(selector: string, named?: RegExp): Found {
  const all = [...bar().querySelectorAll<Found>(selector)];
  const found = all.find(
    element => !named || named.test((element.getAttribute('aria-label') ?? element.textContent ?? '').trim()),
  );
  if (!found) throw new Error(`No ${selector} ${named} in the bar.`);
  return found;
}

/** Opens a popover of the bar, and resolves when what is in it can be clicked. */
async function opened(button: HTMLElement, inside: string): Promise<void> {
  if (!bar().querySelector(inside)) button.click();
  while (!bar().querySelector(inside)) await new Promise(requestAnimationFrame);
}

export interface LensContender extends Contender {
  /** Has the facet's values open, so that a click on one is all that is measured. */
  readonly openFacet: () => Promise<void>;
  readonly openSort: () => Promise<void>;
  readonly close: () => void;
}

export function lens(): LensContender {
  const sections = () => document.querySelectorAll('section[data-idea-lens-section]:not([hidden])').length;
  const total = document.querySelectorAll('[data-idea-lens-idea]').length;
  const status = () => bar().querySelector<HTMLElement>('[role="status"]')?.dataset.now ?? '';

  function type(text: string): void {
    const field = find<HTMLInputElement>('input[type="search"]');
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
  }

  return {
    setUp() {},
    async openFacet() {
      const filters = find('button.filters');
      if (filters.getAttribute('aria-expanded') !== 'true') filters.click();
      await new Promise(requestAnimationFrame);
      await opened(find('button', /^GSoC/u), '[role="dialog"] input[type="checkbox"]');
    },
    async openSort() {
      await opened(find('button', /^Sort/u), '[role="menuitemradio"]');
    },
    close() {
      for (const button of bar().querySelectorAll<HTMLElement>('[aria-expanded="true"]')) {
        if (!button.classList.contains('filters')) button.click();
      }
    },
    facet: () => find('[role="dialog"] label', /^Yes/u).click(),
    clear: () => find('button', /^Clear all/u).click(),
    search: type,
    sort: () => find('[role="menuitemradio"]', /^Title/u).click(),
    pageOrder: () => find('[role="menuitemradio"]', /^Page order/u).click(),
    off: () => undefined,
    shows({ count, sorted }: Expected) {
      const wrapped = document.querySelector('section[data-idea-lens-section]') !== null;
      const list = document.querySelector('idea-lens-list');
      const isSorted = (list?.querySelectorAll('section:not([hidden])').length ?? 0) === count;
      return (
        (sorted ? isSorted : list === null) &&
        (wrapped ? sections() : total) === count &&
        new RegExp(`\\b${count.toLocaleString('en')} of`, 'u').test(status())
      );
    },
  };
}
