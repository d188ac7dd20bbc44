import fc from 'fast-check';
import { afterEach, expect, it } from 'vitest';
import { createPaint } from '../../../utils/overlay/highlights.ts';
import { undoLeftovers } from '../../../utils/overlay/leftovers.ts';
import { createOverlay } from '../../../utils/overlay/overlay.ts';
import { parameters } from '../../odd/runs.ts';
import { type MadePage, makePage, SHAPES, sectioningOf, snapshot, viewOf } from './made-page.ts';

let page: MadePage | null = null;
afterEach(() => page?.remove());

it('a fresh lens undoes what a dead one left, whatever it showed last', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...SHAPES),
      fc.shuffledSubarray([0, 1, 2, 3, 4]),
      fc.constantFrom('sections' as const, 'one-list' as const),
      async (shape, numbers, layout) => {
        page?.remove();
        page = makePage(shape);
        const { keys, regions } = page;
        const before = snapshot();
        const dead = createOverlay(regions, {
          signal: new AbortController().signal,
          styles: () => [],
          sectioning: async () => sectioningOf(shape),
        });
        dead.hosts.toolbar();
        for (const key of keys) {
          dead.slot(key);
          dead.mark(key, ['open-comments']);
        }
        const order = keys.filter((_, index) => numbers.includes(index));
        await dead.apply(viewOf(layout === 'sections' ? order : order.reverse(), layout, keys.length));
        undoLeftovers(document);
        const after = snapshot();
        expect(after.bytes).toBe(before.bytes);
        expect(after.nodes.every((node, index) => node === before.nodes[index])).toBe(true);
      },
    ),
    parameters(60),
  );
});

it('what a dead lens painted goes with the sheet it was painted by, and the page keeps its own', async () => {
  page = makePage('siblings');
  const own = [...document.adoptedStyleSheets, new CSSStyleSheet()];
  own.at(-1)?.replaceSync('h4 { color: teal }');
  document.adoptedStyleSheets = own;
  CSS.highlights.set('of-the-page', new Highlight());
  const dead = createOverlay(page.regions, { signal: new AbortController().signal, styles: () => [] });
  dead.hosts.toolbar();
  const paint = createPaint(document, new AbortController().signal);
  paint.hits(page.regions.ideas.values(), text => (text.length > 2 ? [[0, 2]] : []));
  paint.comment([...page.regions.ideas.values()].flatMap(({ nodes }) => nodes));
  expect([...CSS.highlights.keys()]).toEqual(['of-the-page', 'idea-lens-hit', 'idea-lens-comment']);
  expect(document.adoptedStyleSheets.length).toBe(own.length + 1);
  undoLeftovers(document);
  expect([...CSS.highlights.keys()]).toEqual(['of-the-page']);
  expect(document.adoptedStyleSheets).toEqual(own);
  CSS.highlights.clear();
  document.adoptedStyleSheets = own.slice(0, -1);
});

it('a page without left-overs stays untouched, also where its own text uses our attribute names', () => {
  page = makePage('siblings');
  page.host.querySelector('h4')?.setAttribute('data-idea-lens-hidden', '');
  const before = snapshot();
  undoLeftovers(document);
  expect(snapshot().bytes).toBe(before.bytes);
});
