/**
 * A twin of the page, kept in the page's own world: a copy of the document to which everything is done that scripts of the page do to
 * the page itself, so that it is always what the page would be without the lens. Sent into the page whole.
 */

/** What a script of the page does; the numbers choose nodes among those that are there by then. */
export interface Deed {
  readonly what: 'insert' | 'remove' | 'move' | 'wrap' | 'attribute' | 'text';
  /** Which elements are chosen from. */
  readonly among: 'all' | 'headings' | 'top' | 'contents';
  readonly node: number;
  /** Where something goes that is moved. */
  readonly target: number;
  readonly place: 'before' | 'after' | 'prepend' | 'append';
  readonly thing: 'p' | 'hr' | 'text' | 'comment';
  readonly name: 'class' | 'style' | 'title' | 'hidden' | 'data-theirs';
  readonly value: string | null;
}

export interface Twin {
  /** Does it to page and twin; `false` where it cannot be done. */
  act(deed: Deed): boolean;
  /** How the page differs from what it would be without the lens, in node objects, attributes with their order, text; empty when not. */
  differs(): string;
}

/** Puts a `Twin` into `globalThis.twin`; call it on a page that the lens has not touched. */
export function installTwin(): void {
  const copy = document.cloneNode(true) as Document;
  const twins = new Map<Node, Node>();
  const reals = new Map<Node, Node>();
  const removed: Node[] = [];
  const bytes = document.documentElement.outerHTML;
  let untouched = true;

  const walk = (root: Node): Node[] => {
    const walker = (root.ownerDocument ?? (root as Document)).createTreeWalker(root);
    const nodes: Node[] = [];
    for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
    return nodes;
  };
  const pair = (real: Node, twin: Node) => {
    twins.set(real, twin);
    reals.set(twin, real);
  };
  const copies = walk(copy);
  for (const [at, node] of walk(document).entries()) pair(node, copies[at] as Node);

  const root = copy.querySelector('.mw-parser-output') ?? copy.body;
  const choices = (among: Deed['among']): Element[] => {
    if (among === 'headings') return [...root.querySelectorAll('h2, h3, h4, h5, h6')];
    if (among === 'top') return [...root.children];
    if (among === 'contents') return [...copy.querySelectorAll(':is(.toc, .sidebar-toc, .vector-toc) :is(a, span)')];
    return [...root.querySelectorAll('*')];
  };
  const choose = (among: Deed['among'], number: number): Element | null => {
    const all = choices(among);
    return all[number % all.length] ?? null;
  };
  const real = <T extends Node>(twin: T): T => reals.get(twin) as T;
  /** A whole list of ideas would not leave much to look at. */
  const isSmall = (element: Element) => element.querySelectorAll('*').length < 120;

  const made = (thing: Deed['thing'], of: Document): ChildNode => {
    if (thing === 'text') return of.createTextNode(' theirs ');
    if (thing === 'comment') return of.createComment(' theirs ');
    const element = of.createElement(thing);
    if (thing === 'p') element.textContent = 'Put here by a script of the page.';
    return element;
  };
  const acts: Record<Deed['what'], (twin: Element, deed: Deed) => boolean> = {
    insert(twin, { place, thing }) {
      const [here, there] = [made(thing, document), made(thing, copy)];
      pair(here, there);
      for (const child of walk(here)) if (child !== here) pair(child, there.firstChild as Node);
      real(twin)[place](here);
      twin[place](there);
      return true;
    },
    remove(twin) {
      if (!isSmall(twin)) return false;
      removed.push(twin);
      real(twin).remove();
      twin.remove();
      return true;
    },
    move(twin, { target, place }) {
      const goal = choose('all', target);
      if (!goal || !isSmall(twin) || twin.contains(goal)) return false;
      real(goal)[place](real(twin));
      goal[place](twin);
      return true;
    },
    wrap(twin) {
      if (!isSmall(twin)) return false;
      const [here, there] = [document.createElement('div'), copy.createElement('div')];
      pair(here, there);
      real(twin).replaceWith(here);
      here.append(real(twin));
      twin.replaceWith(there);
      there.append(twin);
      return true;
    },
    attribute(twin, { name, value }) {
      for (const element of [real(twin), twin]) {
        if (value === null) element.removeAttribute(name);
        else element.setAttribute(name, value);
      }
      return true;
    },
    text(twin) {
      const text = [...twin.childNodes].find(node => node.nodeType === Node.TEXT_NODE) as Text | undefined;
      if (!text) return false;
      for (const each of [real(text), text]) each.data += ' theirs';
      return true;
    },
  };

  const said = (node: Node | undefined): string => {
    if (!node) return 'nothing';
    const words = node instanceof Element ? (node.cloneNode(false) as Element).outerHTML : (node.nodeValue ?? '');
    return `${node.nodeName} ${JSON.stringify(words.slice(0, 160))} in ${node.parentNode?.nodeName}`;
  };
  const attributesOf = (node: Node): string =>
    node instanceof Element ? [...node.attributes].map(({ name, value }) => `${name}=${value}`).join('\n') : '';
  const difference = (here: Node, there: Node): string => {
    const nodes = walk(here);
    const wanted = walk(there);
    for (const [at, node] of nodes.entries()) {
      const twin = wanted[at];
      if (!twin || twins.get(node) !== twin) return `node ${at}: ${said(node)}, not ${said(twin)}`;
      if (node.nodeValue !== twin.nodeValue) return `text ${at}: ${said(node)}, not ${said(twin)}`;
      if (attributesOf(node) !== attributesOf(twin)) return `attributes ${at}: ${said(node)}, not ${said(twin)}`;
    }
    return nodes.length === wanted.length ? '' : `missing: ${said(wanted[nodes.length])}`;
  };

  const twin: Twin = {
    act(deed) {
      const chosen = choose(deed.among, deed.node);
      if (!chosen?.parentNode || !acts[deed.what](chosen, deed)) return false;
      untouched = false;
      return true;
    },
    differs() {
      if (untouched && document.documentElement.outerHTML !== bytes) {
        return difference(document, copy) || 'the bytes differ';
      }
      const away = removed.filter(each => !each.isConnected && each.parentNode === null);
      const found = difference(document, copy);
      return found || (away.map(each => difference(real(each), each)).find(each => each !== '') ?? '');
    },
  };
  Object.assign(globalThis, { twin });
}
