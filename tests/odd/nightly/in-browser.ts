/** What is looked at inside a browser's page; each function is sent there whole, so none uses anything outside itself. */

/** The first script of a page: notes everything that would run without being asked. */
export const CANARY = `<script>
window.__ran = [];
window.ran = number => { __ran.push(String(number)); };
for (const name of ['alert', 'confirm', 'prompt', 'open', 'print']) window[name] = () => { __ran.push(name); };
</script>`;

export function whatRan(): string[] {
  return [...(globalThis as unknown as { __ran: string[] }).__ran].sort();
}

/** The keys on the headings, as the lens has marked them. */
export function markedKeys(): string[] {
  return [...document.querySelectorAll(':is(h1, h2, h3, h4, h5, h6)[data-idea-lens-idea]')].map(
    heading => heading.getAttribute('data-idea-lens-idea') ?? '',
  );
}

/** Opens everything in the bar that opens, and names what in our shadow roots is more than text. */
export async function whatIsMoreThanText(): Promise<string[]> {
  const found = new Set<string>();
  const bad = new Set('script iframe frame object embed img image link style base meta form video audio'.split(' '));
  const look = (root: ShadowRoot) => {
    for (const element of root.querySelectorAll('*')) {
      if (bad.has(element.localName)) found.add(`<${element.localName}>`);
      for (const { name, value } of element.attributes) {
        if (/^on/iu.test(name) || name === 'srcdoc') found.add(`${element.localName}[${name}]`);
        if (/^(?:href|src|action|formaction|xlink:href)$/iu.test(name) && !/^(?:https?:|mailto:|#)/iu.test(value))
          found.add(`${element.localName}[${name}="${value}"]`);
      }
      if (element.shadowRoot) look(element.shadowRoot);
    }
  };
  const names = ['toolbar', 'notes', 'idea', 'comment', 'comment-label', 'list-note', 'place'];
  const ours = () => [...document.querySelectorAll(names.map(name => `idea-lens-${name}`).join())];
  const lookAll = () => {
    for (const host of ours()) if (host.shadowRoot) look(host.shadowRoot);
  };
  lookAll();
  const roots = ours().slice(0, 4);
  for (const host of roots) {
    for (const button of host.shadowRoot?.querySelectorAll<HTMLElement>(
      'button[aria-haspopup], button[aria-expanded="false"]',
    ) ?? []) {
      button.click();
      await new Promise(done => setTimeout(done, 15));
      lookAll();
      button.click();
    }
  }
  return [...found];
}

/** Remembers every node and the bytes, for `whatDiffers`. */
export function rememberPage(): void {
  const walker = document.createTreeWalker(document);
  const nodes: Node[] = [];
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) nodes.push(node);
  Object.assign(globalThis, { oddNodes: nodes, oddBytes: document.documentElement.outerHTML });
}

/** Empty when the document is what `rememberPage` saw. */
export function whatDiffers(): string {
  const { oddNodes, oddBytes } = globalThis as unknown as { oddNodes: Node[]; oddBytes: string };
  const now = document.documentElement.outerHTML;
  if (now !== oddBytes) {
    let at = 0;
    while (at < now.length && now[at] === oddBytes[at]) at++;
    return `bytes: ${now.slice(Math.max(0, at - 80), at + 80)} <> ${oddBytes.slice(Math.max(0, at - 80), at + 80)}`;
  }
  const walker = document.createTreeWalker(document);
  let count = 0;
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode()) {
    if (node !== oddNodes[count++]) return `node ${count} is another`;
  }
  return count === oddNodes.length ? '' : 'fewer nodes';
}

export function barSays(text: string): boolean {
  const root = document.querySelector('idea-lens-toolbar')?.shadowRoot;
  return root?.querySelector('[role="status"]')?.textContent === text;
}
