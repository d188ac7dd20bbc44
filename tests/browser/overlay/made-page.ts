/**
 * Small pages made by hand, with their regions, in the shapes that ideas stand in: siblings in one parent, nested
 * sections, cards; and siblings that are taken for very many. For the overlay alone: reading real pages is tested elsewhere.
 */
import { type IdeaKey, ideaKey } from '../../../utils/model/key.ts';
import type { GroupRegion, IdeaRegion, Regions } from '../../../utils/model/region.ts';
import type { View } from '../../../utils/model/view.ts';
import { type CreateSectioning, createSectioning } from '../../../utils/overlay/sectioning.ts';

export const SHAPES = ['siblings', 'sections', 'cards', 'many siblings'] as const;
export type Shape = (typeof SHAPES)[number];

/** Shows views on a page of the given shape. */
export function sectioningOf(shape: Shape): CreateSectioning {
  return shape === 'many siblings' ? inChunks(2) : createSectioning;
}

/** Shows views as on a page of very many ideas, so many in a chunk. */
export function inChunks(size: number): CreateSectioning {
  return options => createSectioning({ ...options, crowd: { many: 1, size } });
}

const LISTS = [
  { id: 'first', title: 'First list', ideas: ['Alpha', 'Beta', 'Gamma'] },
  { id: 'second', title: 'Second list', ideas: ['Delta', 'Epsilon'] },
  { id: 'third', title: 'Third list', ideas: [] },
] as const;

export interface MadePage {
  readonly shape: Shape;
  readonly host: HTMLElement;
  readonly regions: Regions;
  readonly keys: readonly IdeaKey[];
  /** The ideas of each list, which can change places among each other. */
  readonly runs: readonly (readonly IdeaKey[])[];
  remove(): void;
}

/** Puts a page of the given shape into the document. */
export function makePage(shape: Shape): MadePage {
  const host = document.createElement('div');
  const root = element('div', 'mw-parser-output');
  host.append(root);
  document.body.append(host);
  root.append(element('p', '', 'Before the lists.'), '\n');
  const ideas = new Map<IdeaKey, IdeaRegion>();
  const groups: GroupRegion[] = [];
  let start: Node | null = null;
  for (const list of LISTS) {
    const parent = shape === 'sections' ? root.appendChild(element('section')) : root;
    const heading = element('h2', '', list.title);
    parent.append(heading, '\n', element('p', '', `Rules of ${list.title}.`), '\n');
    start ??= shape === 'sections' ? parent : heading;
    for (const title of list.ideas) {
      const region = addIdea(parent, shape, title);
      ideas.set(region.key, region);
    }
    groups.push({
      kind: 'list',
      list: list.id,
      title: list.title,
      heading,
      headingBlock: heading,
      ideas: list.ideas.map(title => ideaKey(title)),
    });
  }
  root.append(document.createComment(' end of the page '));
  return {
    shape,
    host,
    regions: { root, start, ideas, groups },
    keys: [...ideas.keys()],
    runs: groups.map(group => group.ideas),
    remove: () => host.remove(),
  };
}

function addIdea(parent: HTMLElement, shape: Shape, title: string): IdeaRegion {
  const heading = element('h4', '', title);
  const table = element('table');
  const cell = table.createTBody().insertRow().insertCell();
  const icon = element('img');
  icon.alt = 'comment';
  cell.append(`${title} is about something. `, icon, ' A remark.');
  const comments = [{ id: `${title}-1`, icon, nodes: [icon, icon.nextSibling ?? icon] }];
  const key = ideaKey(title);
  if (shape === 'cards') {
    const card = element('div', 'card');
    card.append(heading, '\n', table);
    parent.append(card, '\n');
    return { key, heading, headingBlock: heading, nodes: [card], comments };
  }
  const home = shape === 'sections' ? parent.appendChild(element('section')) : parent;
  const space = document.createTextNode('\n');
  home.append(heading, space, table, '\n');
  return {
    key,
    heading,
    headingBlock: heading,
    nodes: shape === 'sections' ? [home] : [heading, space, table],
    comments,
  };
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, name = '', text = ''): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text) made.textContent = text;
  return made;
}

/** Everything that makes two documents the same: the bytes and the node objects, in order. */
export interface Snapshot {
  readonly bytes: string;
  readonly nodes: readonly Node[];
}

export function snapshot(of: Document = document): Snapshot {
  const nodes: Node[] = [];
  const walker = of.createTreeWalker(of);
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
  return { bytes: of.documentElement.outerHTML, nodes };
}

/** A view that shows `order`, of the keys of a made page; `all` where ideas are sorted inside their sections. */
export function viewOf(
  order: readonly IdeaKey[],
  layout: View['layout'],
  total: number,
  all: readonly IdeaKey[] = order,
): View {
  return {
    total,
    order,
    visible: new Set(order),
    layout,
    withoutSortValue: 0,
    scopeCounts: { all: total, 'good-first': 0, 'needs-review': 0, 'open-comments': 0, bookmarked: 0 },
    all,
    facetCounts: { list: [], area: [], difficulty: [], skills: [], contact: [], program: [], attention: [] },
    ticked: { list: [], area: [], difficulty: [], skills: [], contact: [], program: [], attention: [] },
    typed: { list: null, area: null, difficulty: null, skills: null, contact: null, program: null, attention: null },
    free: { text: '', rest: '' },
    terms: [],
    problems: [],
    nearMisses: [],
    removals: [],
    active: order.length < total,
  };
}
