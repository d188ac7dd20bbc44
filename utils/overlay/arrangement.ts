/**
 * A sorted page: all sections stand one after another in a list of ours before the page's first list, or sorted among each other
 * under the page's own headings. Each leaves a home behind, to which it goes back in page order. What shows of them is not decided here.
 */
import type { IdeaKey } from '../model/key.ts';
import type { Regions } from '../model/region.ts';
import type { Chunks } from './chunks.ts';
import type { Journal } from './journal.ts';
import { moveNode } from './move.ts';
import { ONE_LIST } from './names.ts';
import { parentOf } from './nodes.ts';
import { markHome, type Section } from './sections.ts';

export interface Arrangement {
  /** Whether ideas may stand elsewhere than on the page as it was. */
  isArranged(): boolean;
  /** Shows all ideas, `order` holding each, as one list; moves only what is not in its place yet. */
  inOneList(order: readonly IdeaKey[]): void;
  /** Puts all ideas, `order` holding each, into that order within the page's own sections. */
  inSections(order: readonly IdeaKey[]): void;
  /** Brings every section home, to stay on the page. */
  inPageOrder(): void;
  /** Brings every section home, before what they are in is taken off the page. Harmless when none has left. */
  disband(): void;
}

/** For the sections of one lens; nothing is written before the first arrangement. The list is made before `regions.start`. */
export function createArrangement(
  regions: Regions,
  sections: ReadonlyMap<IdeaKey, Section>,
  chunks: Chunks,
  journal: Journal,
): Arrangement {
  /** Kept until the end: whoever sorts once sorts again. */
  const homes = new Map<IdeaKey, Element>();
  const runs = runsOf(regions);
  let list: HTMLElement | null = null;
  let isSorted = false;

  function markHomes(): void {
    for (const section of sections.values()) {
      if (!homes.has(section.key)) homes.set(section.key, markHome(section, journal));
    }
  }

  /** Whoever took the whole section off the page has taken the idea off it. */
  function elementOf(key: IdeaKey | undefined): HTMLElement | null {
    const element = key === undefined ? undefined : sections.get(key)?.element;
    return element?.isConnected ? element : null;
  }

  function settle(key: IdeaKey, home: Element | undefined): void {
    const element = elementOf(key);
    if (element && home?.parentNode && home.nextSibling !== element) {
      moveNode(element, home.parentNode, home.nextSibling);
    }
  }

  /** Each idea at the home of the one in whose place it stands, which `places` names. */
  function settleAll(places: ReadonlyMap<IdeaKey, IdeaKey>): void {
    const at = new Map([...places].map(([key, place]) => [homes.get(place), key]));
    chunks.settle(home => elementOf(at.get(home)));
    for (const [key, place] of places) settle(key, homes.get(place));
  }

  /** Takes the list away, which nothing stands in any more. */
  function dropList(): void {
    if (!list) return;
    chunks.leave();
    journal.remove(list);
    list = null;
  }

  function makeList(root: Element, start: Node): HTMLElement {
    const element = root.ownerDocument.createElement(ONE_LIST);
    journal.insert(element, root, childOf(root, start));
    return element;
  }

  return {
    isArranged: () => isSorted,
    inOneList(order) {
      const { root, start } = regions;
      if (!root || !start) return;
      isSorted = true;
      markHomes();
      list ??= makeList(root, start);
      chunks.fill(
        list,
        order.flatMap(key => elementOf(key) ?? []),
      );
    },
    inSections(order) {
      isSorted = true;
      markHomes();
      const rank = new Map(order.map((key, at) => [key, at]));
      const places = new Map<IdeaKey, IdeaKey>();
      for (const run of runs) {
        const sorted = run.toSorted((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0));
        for (const [at, key] of sorted.entries()) places.set(key, run[at] ?? key);
      }
      settleAll(places);
      // Straight from the list into their places: over two moves in one a browser forgets how far boxes in them are scrolled.
      dropList();
    },
    inPageOrder() {
      settleAll(new Map([...homes.keys()].map(key => [key, key])));
      dropList();
      isSorted = false;
    },
    disband() {
      for (const [key, home] of homes) settle(key, home);
      dropList();
      isSorted = false;
    },
  };
}

/** The child of `root` that is or holds `node`: a page may begin with an idea, which is in a section of ours by now. */
function childOf(root: Element, node: Node): Node {
  let child = node;
  for (let up = parentOf(child); up && up !== root; up = parentOf(up)) child = up;
  return child;
}

/** The ideas that follow each other under the same heading, in page order: these change places among each other. */
function runsOf(regions: Regions): readonly (readonly IdeaKey[])[] {
  // A list stands before its areas, so the last group that names an idea is the one it stands in directly.
  const groupOf = new Map(regions.groups.flatMap((group, at) => group.ideas.map(key => [key, at] as const)));
  const runs: IdeaKey[][] = [];
  let last: number | null | undefined;
  for (const key of regions.ideas.keys()) {
    const group = groupOf.get(key) ?? null;
    if (group === last) runs.at(-1)?.push(key);
    else runs.push([key]);
    last = group;
  }
  return runs;
}
