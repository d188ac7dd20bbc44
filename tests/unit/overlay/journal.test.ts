// @vitest-environment jsdom
import { describe, expect, it } from 'vitest';
import { createJournal } from '../../../utils/overlay/journal.ts';
import { ATTENTION_ATTRIBUTE, CROWDED_ATTRIBUTE } from '../../../utils/overlay/names.ts';

describe('attributes of our names that the page itself has', () => {
  it.each([CROWDED_ATTRIBUTE, ATTENTION_ATTRIBUTE] as const)('%s comes back in its place among the others', name => {
    document.body.innerHTML = `<h3 ${name}="theirs" id="a" class="b">A lamp</h3>`;
    const before = document.body.innerHTML;
    const [heading] = document.body.children;
    const journal = createJournal();
    for (const value of [null, 'ours', null]) if (heading) journal.attribute(heading, name, value);
    expect(heading?.getAttribute(name)).toBe('');
    journal.undo();
    expect(document.body.innerHTML).toBe(before);
  });

  it('others go without a trace', () => {
    document.body.innerHTML = '<h3 id="a">A lamp</h3>';
    const before = document.body.innerHTML;
    const [heading] = document.body.children;
    const journal = createJournal();
    if (heading) journal.attribute(heading, ATTENTION_ATTRIBUTE, 'ours');
    if (heading) journal.attribute(heading, ATTENTION_ATTRIBUTE, null);
    expect(document.body.innerHTML).toBe(before);
    journal.undo();
    expect(document.body.innerHTML).toBe(before);
  });
});
