/**
 * A bare technique with the least that a person needs beside it: a field that shows what is typed, how many ideas are left, and what each
 * filter would leave. None of it is worked out. So it is the limit of what any lens with a bar can reach, where the technique alone is the
 * limit of one that says nothing.
 */
import type { Contender } from './contender.ts';
import { placeForList } from './ideas.ts';

/** As many counts as one open facet and the presets show. */
const COUNTS = 10;

export function withBar(plan: Contender): Contender {
  const host = document.createElement('div');
  const field = document.createElement('input');
  const status = document.createElement('span');
  const counts = Array.from({ length: COUNTS }, () => document.createElement('span'));
  let number = 0;

  /** Other figures than before, each time. */
  function say(): void {
    number++;
    status.textContent = `${number} of all ideas`;
    for (const [at, count] of counts.entries()) count.textContent = ` ${number + at}`;
  }

  return {
    async setUp() {
      host.style.cssText =
        'position: sticky; top: 0; z-index: 1; block-size: 42px; background: #fff; contain: size layout style';
      host.attachShadow({ mode: 'open' }).append(field, status, ...counts);
      placeForList().before(host);
      await plan.setUp();
    },
    facet() {
      plan.facet();
      say();
    },
    clear() {
      plan.clear();
      say();
    },
    search(text) {
      // What is typed first leaves other ideas than before; "lantern" leaves those of "lanter".
      const isSame = field.value !== '' && text === `${field.value}n`;
      field.value = text;
      plan.search(text);
      if (!isSame) say();
    },
    sort() {
      plan.sort();
      say();
    },
    pageOrder() {
      plan.pageOrder();
      say();
    },
    off() {
      plan.off();
      host.remove();
    },
  };
}
