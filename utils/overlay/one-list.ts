/**
 * A sorted page: the sections that show stand one after another in a list of ours, before the page's first list. Each leaves
 * a home behind, to which it goes back in page order.
 */
import type { IdeaKey } from '../model/key.ts';
import type { Journal } from './journal.ts';
import { moveNode } from './move.ts';
import { ONE_LIST } from './names.ts';
import { markHome, type Section } from './sections.ts';

export interface OneList {
  /** Shows `order` as one list; moves only what is not in its place yet. */
  arrange(order: readonly IdeaKey[]): void;
  /** Brings every section home. Harmless when none has left. */
  disband(): void;
}

/** A list to be made before `start`, a child of `root`, when it is first needed. */
export function createOneList(
  root: Element,
  start: Node,
  sections: ReadonlyMap<IdeaKey, Section>,
  journal: Journal,
): OneList {
  const homes = new Map<IdeaKey, Element>();
  let list: HTMLElement | null = null;

  function listElement(): HTMLElement {
    if (list) return list;
    list = root.ownerDocument.createElement(ONE_LIST);
    journal.insert(list, root, start);
    return list;
  }

  return {
    arrange(order) {
      const parent = listElement();
      for (const section of sections.values()) {
        if (!homes.has(section.key)) homes.set(section.key, markHome(section, journal));
      }
      let next: ChildNode | null = parent.firstChild;
      for (const key of order) {
        const element = sections.get(key)?.element;
        if (!element) continue;
        if (element === next) next = next.nextSibling;
        else moveNode(element, parent, next);
      }
    },
    disband() {
      if (!list) return;
      for (const [key, home] of homes) {
        const element = sections.get(key)?.element;
        if (element && home.parentNode && home.nextSibling !== element) {
          moveNode(element, home.parentNode, home.nextSibling);
        }
        journal.remove(home);
      }
      homes.clear();
      journal.remove(list);
      list = null;
    },
  };
}
