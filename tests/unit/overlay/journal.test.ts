// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../../utils/overlay/journal.ts';
import { ATTENTION_ATTRIBUTE, CROWDED_ATTRIBUTE } from '../../../utils/overlay/names.ts';

/** A heading whose attributes stand in this order. */
function headingWith(...names: string[]): HTMLElement {
  const heading = document.createElement('h3');
  for (const name of names) heading.setAttribute(name, 'theirs');
  return heading;
}

describe('attributes of our names that the page itself has', () => {
  it.each([CROWDED_ATTRIBUTE, ATTENTION_ATTRIBUTE] as const)('%s comes back in its place among the others', name => {
    const heading = headingWith(name, 'id', 'class');
    const before = heading.outerHTML;
    const journal = createJournal();
    for (const value of [null, 'ours', null]) journal.attribute(heading, name, value);
    expect(heading.getAttribute(name)).toBe('');
    journal.undo();
    expect(heading.outerHTML).toBe(before);
  });

  it('others go without a trace', () => {
    const heading = headingWith('id');
    const before = heading.outerHTML;
    const journal = createJournal();
    journal.attribute(heading, ATTENTION_ATTRIBUTE, 'ours');
    journal.attribute(heading, ATTENTION_ATTRIBUTE, null);
    expect(heading.outerHTML).toBe(before);
    journal.undo();
    expect(heading.outerHTML).toBe(before);
  });
});
