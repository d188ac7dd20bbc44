import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import type { IdeaKey } from '../../../utils/model/key.ts';
import type { View } from '../../../utils/model/view.ts';
import { createOverlay, type Overlay } from '../../../utils/overlay/overlay.ts';
import { parameters } from '../../odd/runs.ts';
import { type MadePage, makePage, SHAPES, type Shape, sectioningOf, snapshot, viewOf } from './made-page.ts';

let page: MadePage | null = null;
afterEach(() => {
  page?.remove();
  page = null;
});

function open(shape: Shape): MadePage {
  page?.remove();
  page = makePage(shape);
  return page;
}

function overlayOf(made: MadePage, signal: AbortSignal = new AbortController().signal): Overlay {
  const sectioning = async () => sectioningOf(made.shape);
  return createOverlay(made.regions, { signal, styles: () => [], slice: 50, sectioning });
}

/** A number for each idea: whether it shows and where in the order. */
const step = fc.record({
  shown: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
  rank: fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }),
  layout: fc.constantFrom('sections' as const, 'sorted-sections' as const, 'one-list' as const),
});

function orderOf(
  keys: readonly IdeaKey[],
  { shown, rank, layout }: { shown: boolean[]; rank: number[]; layout: string },
) {
  const visible = keys.filter((_, index) => shown[index]);
  return layout === 'sections' ? visible : visible.sort(byRank(keys, rank));
}

function byRank(keys: readonly IdeaKey[], rank: readonly number[]) {
  return (a: IdeaKey, b: IdeaKey) => (rank[keys.indexOf(a)] ?? 0) - (rank[keys.indexOf(b)] ?? 0);
}

/** What the steps ask for: ideas sorted inside their sections stay in them, the hidden ones, too. */
function viewAt(made: MadePage, each: Parameters<typeof orderOf>[1] & { layout: View['layout'] }): View {
  const { keys } = made;
  const inOrder = each.layout === 'sections' ? keys : keys.toSorted(byRank(keys, each.rank));
  if (each.layout !== 'sorted-sections') return viewOf(orderOf(keys, each), each.layout, keys.length, inOrder);
  const all = made.runs.flatMap(run => run.toSorted(byRank(made.keys, each.rank)));
  const shown = all.filter(key => each.shown[made.keys.indexOf(key)]);
  return viewOf(shown, each.layout, made.keys.length, all);
}

describe.each(SHAPES)('an overlay on %s', shape => {
  it('gives back the same bytes and the same nodes after any sequence of views', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 6 }), async steps => {
        const made = open(shape);
        const before = snapshot();
        const overlay = overlayOf(made);
        overlay.hosts.toolbar();
        for (const key of made.keys) {
          overlay.slot(key);
          overlay.mark(key, ['needs-review']);
        }
        for (const each of steps) {
          await overlay.apply(viewAt(made, each));
        }
        overlay.restore();
        const after = snapshot();
        expect(after.bytes).toBe(before.bytes);
        expect(after.nodes).toEqual(before.nodes);
        expect(after.nodes.every((node, index) => node === before.nodes[index])).toBe(true);
      }),
      parameters(60),
    );
  });

  it('shows exactly the ideas of the view, in its order', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 4 }), async steps => {
        const made = open(shape);
        const overlay = overlayOf(made);
        let expected: readonly IdeaKey[] = made.keys;
        for (const each of steps) {
          const view = viewAt(made, each);
          expected = view.order;
          await overlay.apply(view);
        }
        const seen = [...made.host.querySelectorAll('h4')]
          .filter(heading => !heading.closest('section[hidden]'))
          .map(heading => heading.textContent?.toLowerCase());
        expect(seen).toEqual(expected);
        overlay.restore();
      }),
      parameters(40),
    );
  });

  it('restores when its signal is aborted, and does nothing afterwards', async () => {
    const made = open(shape);
    const before = snapshot();
    const controller = new AbortController();
    const overlay = overlayOf(made, controller.signal);
    await overlay.apply(viewOf(made.keys.slice(1).reverse(), 'one-list', 5, made.keys.toReversed()));
    controller.abort();
    await overlay.apply(viewOf([], 'sections', 5));
    expect(overlay.slot(made.keys[0] as IdeaKey)).toBeNull();
    expect(snapshot().bytes).toBe(before.bytes);
  });

  it('puts nothing on the page any more for who asks for a place after the end', () => {
    const made = open(shape);
    const before = snapshot();
    const controller = new AbortController();
    const overlay = overlayOf(made, controller.signal);
    overlay.hosts.toolbar();
    controller.abort();
    overlay.hosts.toolbar();
    overlay.hosts.notes();
    for (const region of made.regions.ideas.values()) overlay.hosts.idea(region);
    expect(snapshot().bytes).toBe(before.bytes);
  });
});

describe('an overlay', () => {
  it('writes nothing while everything shows in page order', async () => {
    const made = open('siblings');
    const before = snapshot();
    await overlayOf(made).apply(viewOf(made.keys, 'sections', 5));
    expect(snapshot().bytes).toBe(before.bytes);
  });

  it('restores and throws on when a write fails half-way', async () => {
    const made = open('siblings');
    const before = snapshot();
    const overlay = overlayOf(made);
    await overlay.apply(viewOf(made.keys.slice(2), 'sections', 5));
    const failing = { ...viewOf(made.keys.slice(1), 'one-list', 5) };
    Object.defineProperty(failing, 'all', {
      get: () => {
        throw new Error('broken order');
      },
    });
    await expect(overlay.apply(failing)).rejects.toThrow('broken order');
    expect(snapshot().bytes).toBe(before.bytes);
  });

  it.each(SHAPES)(
    'keeps the distances between ideas (%s) when something above grows while they are wrapped',
    async shape => {
      const made = open(shape);
      const headings = () => [...made.host.querySelectorAll('h2, h4')].map(each => each.getBoundingClientRect().top);
      const distances = () => headings().map((top, at, all) => top - (all[at - 1] ?? top));
      const view = viewOf(made.keys, 'one-list', 5);
      const before = distances();
      let bar: HTMLElement | null = null;
      const overlay = createOverlay(made.regions, {
        signal: new AbortController().signal,
        styles: () => [],
        slice: 0,
        sectioning: async () => sectioningOf(made.shape),
        quietly(write) {
          write();
          if (bar) bar.style.cssText = 'display: block; height: 90px';
        },
      });
      bar = overlay.hosts.toolbar();
      await overlay.apply(view);
      await overlay.apply(viewOf(made.keys, 'sections', 5));
      expect(made.host.querySelector('section[data-idea-lens-measured]')).not.toBeNull();
      for (const [at, distance] of distances().entries()) expect(distance).toBeCloseTo(before[at] ?? Number.NaN, 0);
      overlay.restore();
    },
  );

  it('keeps what a script of the page put between, beside and into ideas', async () => {
    const made = open('siblings');
    const overlay = overlayOf(made);
    const between = document.createElement('hr');
    const into = document.createElement('p');
    await overlay.apply(viewOf(made.keys.slice(3), 'sections', 5));
    const beta = made.regions.ideas.get(made.keys[1] as IdeaKey);
    const section = beta?.heading.closest('section');
    section?.before(between);
    beta?.heading.after(into);
    await overlay.apply(viewOf([...made.keys].reverse(), 'one-list', 5));
    overlay.restore();
    expect(beta?.heading.previousElementSibling).toBe(between);
    expect(beta?.heading.nextElementSibling).toBe(into);
    expect(document.querySelector('section, idea-lens-list, idea-lens-home')).toBeNull();
  });

  it.each([
    ['back in page order', true],
    ['after the end', false],
  ])('keeps what a script of the page put into its list, %s', async (_when, inOrder) => {
    const made = open('siblings');
    const overlay = overlayOf(made);
    await overlay.apply(viewOf([...made.keys].reverse(), 'one-list', 5));
    const theirs = document.createElement('p');
    made.host.querySelector('idea-lens-list')?.append(theirs);
    if (inOrder) await overlay.apply(viewOf(made.keys, 'sections', 5));
    else overlay.restore();
    expect(theirs.isConnected).toBe(true);
    expect(theirs.closest('idea-lens-list')).toBeNull();
  });

  it.each(['one-list', 'sorted-sections'] as const)(
    'brings no idea back that a script of the page has taken off a sorted page (%s), section and all',
    async layout => {
      const made = open('siblings');
      const before = made.host.outerHTML;
      const overlay = overlayOf(made);
      const order = made.runs.flatMap(run => [...run].reverse());
      await overlay.apply(viewOf(order, layout, 5));
      const gone = made.regions.ideas.get(made.keys[1] as IdeaKey);
      gone?.heading.closest('section')?.remove();
      await overlay.apply(viewOf([...order].reverse(), 'one-list', 5));
      await overlay.apply(viewOf(made.keys, 'sections', 5));
      overlay.restore();
      expect(gone?.heading.isConnected).toBe(false);
      const rest = before.replace(/<h4>Beta.*?<\/table>/su, '');
      expect(made.host.outerHTML).toBe(rest);
    },
  );

  it('takes along a box that a skin has put around a part of an idea meanwhile, and leaves it there', async () => {
    const made = open('siblings');
    const overlay = overlayOf(made);
    const table = made.host.querySelectorAll('table')[1] as HTMLElement;
    const box = document.createElement('div');
    table.replaceWith(box);
    box.append(table);
    const before = snapshot();
    await overlay.apply(viewOf(made.keys.slice(2), 'sections', 5));
    expect(table.closest('section')?.hidden).not.toBe(false);
    expect(table.closest('section')?.querySelector('h4')?.textContent).toBe('Beta');
    overlay.restore();
    expect(snapshot().bytes).toBe(before.bytes);
  });

  it('leaves an attribute that only looks like one of ours as it was', async () => {
    const made = open('siblings');
    const heading = made.host.querySelector('h4');
    heading?.setAttribute('data-idea-lens-idea', 'from the page');
    const before = snapshot();
    const overlay = overlayOf(made);
    overlay.mark(made.keys[0] as IdeaKey, []);
    expect(heading?.getAttribute('data-idea-lens-idea')).toBe('alpha');
    overlay.restore();
    expect(snapshot().bytes).toBe(before.bytes);
  });

  it('keeps the focus and the selected text while ideas move', async () => {
    const made = open('siblings');
    const heading = made.host.querySelectorAll('h4')[1] as HTMLElement;
    const link = heading.appendChild(Object.assign(document.createElement('a'), { href: '#x', textContent: 'x' }));
    link.focus();
    const words = made.host.querySelectorAll('td')[1]?.firstChild as Text;
    document.getSelection()?.setBaseAndExtent(words, 0, words, 4);
    await overlayOf(made).apply(viewOf([...made.keys].reverse(), 'one-list', 5));
    expect(document.activeElement).toBe(link);
    expect(document.getSelection()?.toString()).toBe('Beta');
  });

  it.each([
    [1, 3],
    [3, 1],
  ])('keeps text selected from one idea to another, from number %i to %i', async (from, to) => {
    const made = open('siblings');
    const words = [...made.host.querySelectorAll('td')].map(cell => cell.firstChild as Text);
    const ends = [words[from], 2, words[to], 4] as [Text, number, Text, number];
    const selection = document.getSelection();
    const selected = () => [
      selection?.anchorNode,
      selection?.anchorOffset,
      selection?.focusNode,
      selection?.focusOffset,
    ];
    selection?.setBaseAndExtent(...ends);
    const overlay = overlayOf(made);
    await overlay.apply(viewOf(made.keys.slice(1), 'sections', 5));
    expect(selected()).toEqual(ends);
    await overlay.apply(viewOf([...made.keys].reverse(), 'one-list', 5));
    expect(selected()).toEqual(ends);
    overlay.restore();
    expect(selected()).toEqual(ends);
  });

  it('hides an area whose ideas are all hidden, but never a heading without ideas', async () => {
    const made = open('siblings');
    await overlayOf(made).apply(viewOf([...made.keys].reverse(), 'one-list', 5));
    const hidden = [...made.host.querySelectorAll('[data-idea-lens-hidden]')].map(each => each.textContent);
    expect(hidden).toEqual(['First list', 'Second list']);
  });
});
