/**
 * Well-known libraries that filter and sort what is on a page, doing the lens's work with their own means. Set up as their manuals
 * say, without animation and without pages of results, which would make them slower or do less. Each gets the ideas in boxes.
 */
import type { Contender, MadeIdea } from './contender.ts';
import { ideasOfPage, placeForList } from './ideas.ts';

interface Boxed extends MadeIdea {
  readonly box: HTMLElement;
  readonly home: Comment;
}

/** All ideas as children of one list before the page's first one. */
function boxed(tag: string, listTag: string): { ideas: Boxed[]; list: HTMLElement } {
  const list = document.createElement(listTag);
  const ideas = ideasOfPage().map(idea => {
    const box = document.createElement(tag);
    const home = document.createComment('');
    idea.nodes[0]?.before(home);
    box.append(...idea.nodes);
    list.append(box);
    return { ...idea, box, home };
  });
  placeForList().before(list);
  return { ideas, list };
}

function unbox(ideas: readonly Boxed[], outermost: Element): void {
  for (const { nodes, home } of ideas) {
    home.before(...nodes);
    home.remove();
  }
  outermost.remove();
}

interface MixItUp {
  filter(what: string | HTMLElement[]): unknown;
  sort(how: string): unknown;
  destroy(): void;
}
declare const mixitup: (list: HTMLElement, config: object) => MixItUp;

export function mixItUp(): Contender {
  let mixer: MixItUp | null = null;
  let made: ReturnType<typeof boxed> | null = null;
  const only = (wanted: (idea: MadeIdea) => boolean) =>
    mixer?.filter(made?.ideas.filter(wanted).map(({ box }) => box) ?? []);
  return {
    setUp() {
      made = boxed('div', 'div');
      for (const { box, title, suits } of made.ideas) {
        box.className = suits ? 'mix suits' : 'mix';
        box.dataset.title = title;
      }
      mixer = mixitup(made.list, { animation: { enable: false }, selectors: { target: '.mix' } });
    },
    facet: () => void mixer?.filter('.suits'),
    clear: () => void mixer?.filter('all'),
    search: text => void only(idea => idea.text.includes(text)),
    sort: () => void mixer?.sort('title:asc'),
    pageOrder: () => void mixer?.sort('default:asc'),
    off() {
      mixer?.destroy();
      if (made) unbox(made.ideas, made.list);
    },
  };
}

interface IsotopeList {
  arrange(options: object): void;
  destroy(): void;
}
declare const Isotope: new (list: HTMLElement, options: object) => IsotopeList;

export function isotope(): Contender {
  let grid: IsotopeList | null = null;
  let made: ReturnType<typeof boxed> | null = null;
  const ideaOf = new Map<Element, Boxed>();
  const only = (wanted: (idea: MadeIdea) => boolean) =>
    grid?.arrange({
      filter: (element: Element) => {
        const idea = ideaOf.get(element);
        return idea !== undefined && wanted(idea);
      },
    });
  return {
    setUp() {
      made = boxed('div', 'div');
      for (const idea of made.ideas) {
        idea.box.style.width = '100%';
        ideaOf.set(idea.box, idea);
      }
      grid = new Isotope(made.list, {
        transitionDuration: 0,
        layoutMode: 'vertical',
        getSortData: { title: (element: Element) => ideaOf.get(element)?.title ?? '' },
      });
    },
    facet: () => void only(idea => idea.suits),
    clear: () => void only(() => true),
    search: text => void only(idea => idea.text.includes(text)),
    sort: () => grid?.arrange({ sortBy: 'title' }),
    pageOrder: () => grid?.arrange({ sortBy: 'original-order' }),
    off() {
      grid?.destroy();
      if (made) unbox(made.ideas, made.list);
    },
  };
}

interface ListJs {
  filter(wanted?: (item: { elm: Element }) => boolean): void;
  search(text?: string): void;
  sort(by: string, options: object): void;
  clear(): void;
}
declare const List: new (root: HTMLElement, options: object) => ListJs;

export function listJs(): Contender {
  let items: ListJs | null = null;
  let made: ReturnType<typeof boxed> | null = null;
  const root = document.createElement('div');
  return {
    setUp() {
      made = boxed('div', 'div');
      made.list.className = 'list';
      made.ideas.forEach((idea, index) => {
        idea.box.dataset.suits = String(idea.suits);
        idea.box.dataset.at = String(index);
        idea.box.dataset.title = idea.title;
        idea.box.dataset.words = idea.text;
      });
      made.list.before(root);
      root.append(made.list);
      items = new List(root, {
        valueNames: [{ data: ['suits', 'at', 'title', 'words'] }],
        page: made.ideas.length,
        searchColumns: ['words'],
      });
    },
    facet: () => items?.filter(({ elm }) => (elm as HTMLElement).dataset.suits === 'true'),
    clear: () => items?.filter(),
    search: text => items?.search(text),
    sort: () => items?.sort('title', { order: 'asc' }),
    pageOrder: () => items?.sort('at', { order: 'asc' }),
    off() {
      if (made) unbox(made.ideas, root);
    },
  };
}

interface Table {
  column(index: number): { search(text: string): Table };
  search(text: string): Table;
  order(by: [number, 'asc' | 'desc']): Table;
  draw(): Table;
  destroy(): void;
}
declare const DataTable: new (table: HTMLElement, options: object) => Table;

export function dataTables(): Contender {
  let made: Table | null = null;
  let ideas: Boxed[] = [];
  const table = document.createElement('table');
  return {
    setUp() {
      table.style.width = '100%';
      table
        .createTHead()
        .insertRow()
        .append(...['Idea', 'Suits', 'At', 'Title'].map(heading));
      const body = table.createTBody();
      ideas = ideasOfPage().map((idea, index) => {
        const row = body.insertRow();
        const box = row.insertCell();
        const home = document.createComment('');
        idea.nodes[0]?.before(home);
        box.append(...idea.nodes);
        for (const value of [idea.suits ? 'yes' : 'no', String(index).padStart(6, '0'), idea.title]) {
          row.insertCell().textContent = value;
        }
        return { ...idea, box, home };
      });
      placeForList().before(table);
      made = new DataTable(table, {
        paging: false,
        info: false,
        autoWidth: false,
        order: [[2, 'asc']],
        columnDefs: [{ targets: [1, 2, 3], visible: false }],
      });
    },
    facet: () => void made?.column(1).search('yes').draw(),
    clear: () => void made?.column(1).search('').draw(),
    search: text => void made?.search(text).draw(),
    sort: () => void made?.order([3, 'asc']).draw(),
    pageOrder: () => void made?.order([2, 'asc']).draw(),
    off() {
      const outermost = table.closest('.dt-container') ?? table;
      made?.destroy();
      unbox(ideas, outermost.isConnected ? outermost : table);
    },
  };
}

function heading(words: string): HTMLElement {
  const cell = document.createElement('th');
  cell.textContent = words;
  return cell;
}

interface TabulatorTable {
  on(event: string, listener: () => void): void;
  setFilter(wanted: (row: MadeIdea) => boolean): Promise<void> | undefined;
  clearFilter(): void;
  setSort(by: { column: string; dir: 'asc' | 'desc' }[]): void;
  clearSort(): void;
  destroy(): void;
}
declare const Tabulator: new (root: HTMLElement, options: object) => TabulatorTable;

/** Not in place: it draws its own copies of what is on the screen, in a box that scrolls by itself. */
export function tabulator(): Contender {
  let table: TabulatorTable | null = null;
  const root = document.createElement('div');
  return {
    setUp() {
      const data = ideasOfPage().map((idea, id) => ({ ...idea, id }));
      placeForList().before(root);
      for (const { nodes } of data) for (const node of nodes) node.remove();
      table = new Tabulator(root, {
        data,
        height: '700px',
        layout: 'fitColumns',
        columns: [
          {
            title: 'Idea',
            field: 'title',
            sorter: 'alphanum',
            formatter: (cell: { getData(): MadeIdea }) => {
              const box = document.createElement('div');
              box.style.whiteSpace = 'normal';
              box.append(...cell.getData().nodes.map(node => node.cloneNode(true)));
              return box;
            },
          },
        ],
      });
      const made = table;
      return new Promise(resolve => made.on('tableBuilt', () => resolve()));
    },
    facet: () => void table?.setFilter(idea => idea.suits),
    clear: () => table?.clearFilter(),
    search: text => void table?.setFilter(idea => idea.text.includes(text)),
    sort: () => table?.setSort([{ column: 'title', dir: 'asc' }]),
    pageOrder: () => table?.clearSort(),
    off() {
      table?.destroy();
      root.remove();
    },
  };
}
