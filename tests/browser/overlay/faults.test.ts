/**
 * A lens that fails, is ended, or dies at any one of its writings: the page comes back. The DOM's own methods are made to fail; what
 * the overlay does inside is its own.
 */
import { afterEach, describe, expect, it } from 'vitest';
import type { IdeaKey } from '../../../utils/model/key.ts';
import type { View } from '../../../utils/model/view.ts';
import { undoLeftovers } from '../../../utils/overlay/leftovers.ts';
import { createOverlay, type Overlay } from '../../../utils/overlay/overlay.ts';
import { type MadePage, makePage, SHAPES, type Shape, sectioningOf, viewOf } from './made-page.ts';
import { type Between, countWrites } from './writes.ts';

let page: MadePage | null = null;
afterEach(() => {
  page?.remove();
  page = null;
});

/** A page, and whether it is as it was made: the same bytes, the same nodes. */
function open(shape: Shape): { made: MadePage; isSame: () => boolean } {
  page?.remove();
  const made = makePage(shape);
  page = made;
  const nodesOf = () => {
    const walker = document.createTreeWalker(made.host);
    const nodes: Node[] = [];
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
    return nodes;
  };
  const bytes = made.host.outerHTML;
  const before = nodesOf();
  const isSame = () => {
    if (made.host.outerHTML !== bytes) return false;
    const after = nodesOf();
    return after.length === before.length && after.every((node, at) => node === before[at]);
  };
  return { made, isSame };
}

/** From every kind of view to every other. */
function viewsOf({ keys, runs }: MadePage): View[] {
  const backwards = runs.flatMap(run => [...run].reverse());
  const some = (numbers: readonly number[]) => numbers.map(at => keys[at] as IdeaKey);
  const list = (numbers: readonly number[]) => {
    const shown = some(numbers);
    return viewOf(shown, 'one-list', 5, [...shown, ...keys.filter(key => !shown.includes(key))]);
  };
  return [
    viewOf(some([1, 2]), 'sections', 5),
    viewOf([...keys].reverse(), 'one-list', 5),
    list([3, 0]),
    viewOf(backwards, 'sorted-sections', 5),
    viewOf(backwards.slice(1), 'sorted-sections', 5, backwards),
    list([4, 2, 1]),
    viewOf([], 'sections', 5),
    viewOf(keys, 'sections', 5),
    list([2, 4, 0]),
  ];
}

/** All that a lens does in its life, in its order. */
async function live(overlay: Overlay, made: MadePage): Promise<void> {
  overlay.hosts.toolbar();
  overlay.hosts.notes();
  overlay.markGroups();
  for (const [key, region] of made.regions.ideas) {
    overlay.mark(key, ['needs-review']);
    overlay.slot(key);
    for (const comment of region.comments) {
      overlay.hosts.comment(comment, 'open');
      overlay.hosts.commentLabel(comment);
    }
  }
  overlay.lift();
  for (const view of viewsOf(made)) {
    await overlay.apply(view);
    for (const group of made.regions.groups) overlay.hosts.listNote(group);
    if (view.layout === 'one-list') for (const region of made.regions.ideas.values()) overlay.hosts.place(region);
  }
  overlay.restore();
}

/** How often a life on this shape writes. */
async function writesOf(shape: Shape): Promise<number> {
  const { made } = open(shape);
  const overlay = createOverlay(made.regions, {
    signal: new AbortController().signal,
    styles: () => [],
    slice: 50,
    sectioning: async () => sectioningOf(shape),
  });
  return countWrites(made.host, {}, () => live(overlay, made));
}

/** Lives once for each writing, with what comes between there; gives the writings after which the page is not as before. */
async function wrongAfter(
  shape: Shape,
  between: (at: number, life: AbortController) => Between,
  finish: (overlay: Overlay) => void,
): Promise<number[]> {
  const total = await writesOf(shape);
  expect(total).toBeGreaterThan(100);
  const wrong: number[] = [];
  for (let at = 1; at <= total; at++) {
    const { made, isSame } = open(shape);
    const life = new AbortController();
    const overlay = createOverlay(made.regions, {
      signal: life.signal,
      styles: () => [],
      slice: 50,
      sectioning: async () => sectioningOf(shape),
    });
    await countWrites(made.host, between(at, life), () => live(overlay, made).catch(() => undefined));
    finish(overlay);
    if (!isSame()) wrong.push(at);
  }
  return wrong;
}

function refuse(now: boolean): void {
  if (now) throw new Error('The page refuses.');
}

// Hundreds of pages each.
describe.each(SHAPES)('a lens on %s', { timeout: 60_000 }, shape => {
  it('that fails at any one of its writings is taken back', async () => {
    const fail = (at: number) => ({ before: (number: number) => refuse(number === at) });
    expect(await wrongAfter(shape, fail, overlay => overlay.restore())).toEqual([]);
  });

  it('that is ended right after any one of its writings takes itself back, and writes no more', async () => {
    const end = (at: number, life: AbortController) => ({
      after: (number: number) => {
        if (number === at) life.abort();
      },
    });
    expect(await wrongAfter(shape, end, () => undefined)).toEqual([]);
  });

  it('that dies before any one of its writings leaves a page that a fresh one can clean', async () => {
    const die = (at: number) => ({ before: (number: number) => refuse(number >= at) });
    expect(await wrongAfter(shape, die, () => undoLeftovers(document))).toEqual([]);
  });

  it('that is ended in any pause of its first wrapping takes itself back', async () => {
    let pauses = 0;
    for (let at = 1; at === pauses + 1 && at < 50; at++) {
      const { made, isSame } = open(shape);
      const life = new AbortController();
      let seen = 0;
      const overlay = createOverlay(made.regions, {
        signal: life.signal,
        styles: () => [],
        slice: 0,
        sectioning: async () => sectioningOf(shape),
        quietly: write => {
          write();
          // Once the task is over, as a press of the switch comes.
          if (++seen === at) queueMicrotask(() => life.abort());
        },
      });
      await overlay.apply(viewOf([...made.keys].reverse(), 'one-list', 5));
      if (seen >= at) pauses = at;
      life.abort();
      expect(isSame()).toBe(true);
    }
    expect(pauses).toBeGreaterThan(1);
  });
});
