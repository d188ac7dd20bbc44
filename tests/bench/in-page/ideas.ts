/** The ideas of a made page, found the simple way: from each `h4` to the next heading. Shared by all contenders but the lens. */
import type { MadeIdea } from './contender.ts';

export function ideasOfPage(): MadeIdea[] {
  return [...document.querySelectorAll('.mw-parser-output > h4')].map(heading => {
    const nodes: ChildNode[] = [heading as HTMLElement];
    for (let node = heading.nextSibling; node && !/^H[2-4]$/u.test(node.nodeName); node = node.nextSibling) {
      if (node instanceof HTMLElement && node.localName === 'p') break;
      nodes.push(node);
    }
    const text = nodes
      .map(node => node.textContent ?? '')
      .join(' ')
      .toLowerCase();
    return { nodes, title: heading.textContent ?? '', text, suits: /gsoc: yes/u.test(text) };
  });
}

/** The same collation as the lens's, for a sort that gives the same order. */
export function byTitle<Item extends { readonly title: string }>(items: readonly Item[]): Item[] {
  const { compare } = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });
  return items.toSorted((a, b) => compare(a.title, b.title));
}

/** Before the first heading of the list: where a sorted list stands. */
export function placeForList(): ChildNode {
  return document.querySelector('.mw-parser-output > h2') as HTMLElement;
}
