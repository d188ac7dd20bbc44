// Found by the generated pages of tests/odd: a form whose controls are named like what is asked of a node hung the tab.
import { afterEach, describe, expect, it } from 'vitest';
import type { IdeaRegion } from '../../../utils/model/region.ts';
import { createOverlay } from '../../../utils/overlay/overlay.ts';
import { createSectioning } from '../../../utils/overlay/sectioning.ts';
import { type MadePage, makePage, snapshot, viewOf } from './made-page.ts';

let page: MadePage | null = null;
afterEach(() => {
  page?.remove();
  page = null;
});

function oddForm(): HTMLFormElement {
  const form = document.createElement('form');
  for (const name of [
    'parentNode',
    'nextSibling',
    'nodeName',
    'childNodes',
    'firstChild',
    'contains',
    'getBoundingClientRect',
    'isConnected',
    'lastChild',
    'closest',
    'id',
  ]) {
    form.append(Object.assign(document.createElement('input'), { name }));
  }
  return form;
}

/** The page with such a form behind each idea: as the idea's last node, and one that stands between ideas. */
function withForms(made: MadePage): MadePage['regions'] {
  const ideas = [...made.regions.ideas].map(([key, region]): [typeof key, IdeaRegion] => {
    const form = oddForm();
    const last = region.nodes.at(-1) as ChildNode;
    last.after(form, oddForm());
    return [key, { ...region, nodes: [...region.nodes, form] }];
  });
  return { ...made.regions, ideas: new Map(ideas) };
}

describe('forms whose controls are named like properties of a node', () => {
  it('are hidden, sorted and brought back with their ideas', async () => {
    page = makePage('siblings');
    const regions = withForms(page);
    const before = snapshot();
    const overlay = createOverlay(regions, {
      signal: new AbortController().signal,
      styles: () => [],
      slice: 50,
      sectioning: async () => createSectioning,
    });
    overlay.hosts.toolbar();
    await overlay.apply(viewOf(page.keys.slice(1, 3), 'sections', 5));
    const hidden = [...page.host.querySelectorAll('section[hidden] > form')];
    expect(hidden).toHaveLength(3);
    await overlay.apply(viewOf([...page.keys].reverse(), 'one-list', 5));
    expect(page.host.querySelectorAll('idea-lens-list section > form')).toHaveLength(5);
    const [first] = page.keys;
    const form = page.host.querySelector('idea-lens-list section:last-child > form');
    expect(form && overlay.keyOf(form)).toBe(first);
    overlay.restore();
    const after = snapshot();
    expect(after.bytes).toBe(before.bytes);
    expect(after.nodes.every((node, at) => node === before.nodes[at])).toBe(true);
  });
});
