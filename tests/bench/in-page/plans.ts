/**
 * The bare techniques that the lens is measured against: nothing is read, counted, said or drawn. Plain `hidden` (A), a section an
 * idea with `content-visibility` (C), the same ordered by flexbox (D), and sections in chunks (E). Not the lens's own code.
 */
import type { Contender, MadeIdea } from './contender.ts';
import { byTitle, ideasOfPage, placeForList } from './ideas.ts';

interface Wrapped extends MadeIdea {
  readonly box: HTMLElement;
  readonly home: Comment;
}

const move = (parent: ParentNode & Node, node: Element, before: Node | null): void => {
  if ('moveBefore' in parent && node.isConnected) parent.moveBefore(node, before);
  else parent.insertBefore(node, before);
};

function style(css: string): HTMLStyleElement {
  const element = document.createElement('style');
  element.textContent = css;
  document.head.append(element);
  return element;
}

/** Plan A: each node of the page hidden by itself, and moved one by one. */
export function plainHidden(): Contender {
  let ideas: MadeIdea[] = [];
  let places: (Node | null)[] = [];
  const show = (wanted: (idea: MadeIdea) => boolean) => {
    for (const idea of ideas) {
      for (const node of idea.nodes) {
        if (node instanceof HTMLElement) node.hidden = !wanted(idea);
      }
    }
  };
  return {
    setUp() {
      ideas = ideasOfPage();
      places = ideas.map(idea => idea.nodes.at(-1)?.nextSibling ?? null);
    },
    facet: () => show(idea => idea.suits),
    clear: () => show(() => true),
    search: text => show(idea => idea.text.includes(text)),
    sort() {
      const list = document.createDocumentFragment();
      for (const idea of byTitle(ideas)) list.append(...idea.nodes);
      placeForList().before(list);
    },
    pageOrder() {
      const last = ideas.toReversed();
      last.forEach((idea, index) => {
        const before = places[ideas.length - 1 - index] ?? null;
        for (const node of idea.nodes) document.querySelector('.mw-parser-output')?.insertBefore(node, before);
      });
    },
    off() {
      show(() => true);
    },
  };
}

interface PlanRules {
  readonly css: string;
  /** Sections that follow each other go into boxes of so many. */
  readonly chunk: number;
  readonly order: 'dom' | 'flex';
}

const SECTION_CSS = `
  section[data-plan] { display: flow-root }
  section[data-plan]:not([hidden]) { content-visibility: auto; contain-intrinsic-block-size: auto 400px }
  section[data-plan][hidden] { display: block; content-visibility: hidden; contain-intrinsic-block-size: 0 }
`;
const PLANS: Readonly<Record<'C' | 'D' | 'E', PlanRules>> = {
  C: { css: SECTION_CSS, chunk: 0, order: 'dom' },
  D: { css: `${SECTION_CSS} [data-flex] { display: flex; flex-direction: column }`, chunk: 0, order: 'flex' },
  E: {
    css: `${SECTION_CSS} div[data-chunk] { content-visibility: auto; contain-intrinsic-block-size: auto 10000px }`,
    chunk: 50,
    order: 'dom',
  },
};

/** Plan C, D or E. */
export function sectionPlan(name: 'C' | 'D' | 'E'): Contender {
  const plan = PLANS[name];
  const sheet = style(plan.css);
  let ideas: Wrapped[] = [];
  /** Each box with the chunk that it stands in while the page is in its own order. */
  const chunkOf = new Map<HTMLElement, HTMLElement>();
  let list: HTMLElement | null = null;

  const show = (wanted: (idea: MadeIdea) => boolean) => {
    for (const idea of ideas) {
      const hidden = !wanted(idea);
      if (idea.box.hasAttribute('hidden') === hidden) continue;
      if (hidden) idea.box.setAttribute('hidden', 'until-found');
      else idea.box.removeAttribute('hidden');
    }
  };

  function wrap(idea: MadeIdea): Wrapped {
    const box = document.createElement('section');
    box.dataset.plan = '';
    const home = document.createComment('');
    idea.nodes[0]?.before(home, box);
    for (const node of idea.nodes) {
      if (node instanceof Element) move(box, node, null);
      else box.append(node);
    }
    return { ...idea, box, home };
  }

  function inChunks(boxes: readonly HTMLElement[], place: (chunk: HTMLElement) => void): void {
    for (let at = 0; at < boxes.length; at += plan.chunk) {
      const chunk = document.createElement('div');
      chunk.dataset.chunk = '';
      place(chunk);
      for (const box of boxes.slice(at, at + plan.chunk)) {
        move(chunk, box, null);
        if (!chunkOf.has(box)) chunkOf.set(box, chunk);
      }
    }
  }

  return {
    setUp() {
      ideas = ideasOfPage().map(wrap);
      if (plan.chunk === 0) return;
      // The ideas of an area follow each other.
      const areas = Map.groupBy(ideas, ({ box }) => {
        let node: Node | null = box;
        while (node && node.nodeName !== 'H3') node = node.previousSibling;
        return node;
      });
      for (const [heading, members] of areas) {
        inChunks(
          members.map(({ box }) => box),
          chunk => (heading as HTMLElement).after(chunk),
        );
      }
    },
    facet: () => show(idea => idea.suits),
    clear: () => show(() => true),
    search: text => show(idea => idea.text.includes(text)),
    sort() {
      const sorted = byTitle(ideas);
      list = document.createElement('div');
      placeForList().before(list);
      if (plan.order === 'flex') {
        list.dataset.flex = '';
        for (const { box } of ideas) move(list, box, null);
        sorted.forEach(({ box }, index) => {
          box.style.order = String(index);
        });
        return;
      }
      const into = list;
      if (plan.chunk === 0) for (const { box } of sorted) move(into, box, null);
      else
        inChunks(
          sorted.map(({ box }) => box),
          chunk => into.append(chunk),
        );
    },
    pageOrder() {
      for (const { box, home } of ideas) {
        box.style.removeProperty('order');
        const chunk = chunkOf.get(box);
        if (chunk) move(chunk, box, null);
        else if (home.parentNode) move(home.parentNode, box, home.nextSibling);
      }
      list?.remove();
      list = null;
    },
    off() {
      for (const { box, home, nodes } of ideas) {
        home.before(...nodes);
        home.remove();
        box.remove();
      }
      for (const chunk of chunkOf.values()) chunk.remove();
      chunkOf.clear();
      sheet.remove();
    },
  };
}
