/**
 * Distances between ideas on a page that is many windows long, where the browser skips most of what is on it. With the lens's own sheet: it
 * is what makes the browser skip.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import pageCss from '../../../entrypoints/ideas.content/page.css?inline';
import { type IdeaKey, ideaKey } from '../../../utils/model/key.ts';
import type { IdeaRegion } from '../../../utils/model/region.ts';
import { createOverlay, type Overlay } from '../../../utils/overlay/overlay.ts';
import { type CreateSectioning, createSectioning } from '../../../utils/overlay/sectioning.ts';
import { distances } from '../../tools/distances.ts';
import { inChunks, viewOf } from './made-page.ts';

const COUNT = 30;
const PAGE_CSS = `
  body { margin: 0; font: 16px/20px sans-serif }
  .mw-parser-output h2 { margin: 30px 0 10px }
  .mw-parser-output h4 { margin: 24px 0 6px }
  .mw-parser-output p { margin: 7px 0 13px }
  .mw-parser-output .body { height: 400px }
`;

interface LongPage {
  readonly root: HTMLElement;
  readonly keys: readonly IdeaKey[];
  readonly overlay: Overlay;
  readonly headings: () => HTMLElement[];
}

let end: AbortController;
let page: LongPage;

afterEach(() => {
  end.abort();
  document.querySelector('.long')?.remove();
});

/** Every tenth idea stands under a heading of its own; the one of number 24 has margins of its own, the one of number 27 an empty picture. */
function makeLongPage(signal: AbortSignal, create: CreateSectioning): LongPage {
  const long = document.createElement('div');
  long.className = 'long';
  const style = document.createElement('style');
  style.textContent = pageCss + PAGE_CSS;
  const root = document.createElement('div');
  root.className = 'mw-parser-output';
  long.append(style, root);
  document.body.append(long);
  const ideas = new Map<IdeaKey, IdeaRegion>();
  for (let number = 0; number < COUNT; number++) {
    if (number % 10 === 0) root.append(element('h2', `Area ${number}`), element('p', 'What the area is about.'));
    const region = addIdea(root, number);
    ideas.set(region.key, region);
  }
  root.append(element('p', 'After the ideas.'));
  const regions = { root, start: root.firstChild, ideas, groups: [] };
  const overlay = createOverlay(regions, { signal, styles: () => [], sectioning: async () => create });
  return { root, keys: [...ideas.keys()], overlay, headings: () => [...root.querySelectorAll<HTMLElement>('h2, h4')] };
}

function addIdea(root: HTMLElement, number: number): IdeaRegion {
  const heading = element('h4', `Idea ${number}`);
  const body = element('div', '');
  body.className = 'body';
  const last = element('p', `The end of idea ${number}.`);
  if (number === 24) {
    heading.style.marginTop = '90px';
    last.style.marginBottom = '70px';
  }
  if (number === 27) body.append(element('img', ''));
  root.append(heading, '\n', body, '\n', last, '\n');
  const nodes: [Node, ...Node[]] = [heading, ...siblingsUpTo(heading, last)];
  return { key: ideaKey(`Idea ${number}`), heading, headingBlock: heading, nodes, comments: [] };
}

function siblingsUpTo(first: Node, last: Node): Node[] {
  const nodes: Node[] = [];
  for (let node = first.nextSibling; node; node = node.nextSibling) {
    nodes.push(node);
    if (node === last) break;
  }
  return nodes;
}

function element<Tag extends keyof HTMLElementTagNameMap>(tag: Tag, text: string): HTMLElementTagNameMap[Tag] {
  return Object.assign(document.createElement(tag), { textContent: text });
}

async function frames(): Promise<void> {
  for (let number = 0; number < 4; number++) await new Promise(requestAnimationFrame);
}

const everything = () => viewOf(page.keys, 'sections', COUNT);
const some = () =>
  viewOf(
    page.keys.filter((_, number) => number % 2 === 0),
    'sections',
    COUNT,
    page.keys,
  );

describe.each([
  ['', createSectioning],
  [' of very many', inChunks(4)],
])('the distances between ideas%s', (_many, create) => {
  beforeEach(() => {
    end = new AbortController();
    page = makeLongPage(end.signal, create);
    scrollTo(0, 0);
  });

  it('are the page’s own once all show again, also of ideas that the browser had skipped until then', async () => {
    const before = await distances();
    await page.overlay.apply(some());
    await page.overlay.apply(everything());
    expect(await distances()).toEqual(before);
  });

  it('are the page’s own again after a sorted list', async () => {
    const before = await distances();
    const reversed = page.keys.toReversed();
    await page.overlay.apply(viewOf(reversed, 'one-list', COUNT, reversed));
    await distances();
    await page.overlay.apply(everything());
    expect(await distances()).toEqual(before);
  });

  it('are those of an empty page where the ideas of a sorted list stood', async () => {
    await page.overlay.apply(some());
    await frames();
    const reversed = page.keys.toReversed();
    await page.overlay.apply(viewOf(reversed, 'one-list', COUNT, reversed));
    await frames();
    const areas = page.headings().filter(each => each.localName === 'h2');
    const tops = areas.map(each => each.getBoundingClientRect().top);
    for (const [at, top] of tops.slice(1).entries()) expect(top - (tops[at] ?? Number.NaN)).toBeLessThan(100);
  });

  it.each([
    ['that come into the window by being the only ones', null],
    ['that a sorted list showed before', 'one-list'],
  ] as const)('are the page’s own between ideas %s', async (_which, before) => {
    const few = page.keys.slice(23, 26);
    const headings = page.headings().filter(each => few.includes(ideaKey(each.textContent)));
    const tops = () => headings.map(each => each.getBoundingClientRect().top);
    const apart = ([first = 0, ...others]: number[]) => others.map(each => Math.round(each - first));
    const were = apart(tops());
    if (before) await page.overlay.apply(viewOf(few, before, COUNT, page.keys));
    await frames();
    await page.overlay.apply(viewOf(few, 'sections', COUNT, page.keys));
    await frames();
    expect(apart(tops())).toEqual(were);
  });

  it('do not shrink where nothing was laid out while ideas were wrapped', async () => {
    const before = await distances();
    page.root.style.display = 'none';
    await page.overlay.apply(some());
    await page.overlay.apply(everything());
    page.root.style.display = '';
    for (const [at, distance] of (await distances()).entries())
      expect(distance).toBeGreaterThanOrEqual(before[at] ?? 0);
  });

  it('leave room for a picture that comes while its idea is skipped', async () => {
    await page.overlay.apply(some());
    const picture = page.root.querySelector<HTMLElement>('img');
    const body = picture?.parentElement;
    if (!picture || !body) throw new Error('No picture on the page.');
    body.style.height = 'auto';
    picture.style.cssText = 'display: block; width: 50px; height: 1000px';
    await page.overlay.apply(everything());
    const [heading, next] = [
      page.headings().find(each => each.textContent === 'Idea 27'),
      page.headings().find(each => each.textContent === 'Idea 28'),
    ];
    heading?.scrollIntoView();
    await frames();
    const distance = (next?.getBoundingClientRect().top ?? 0) - (heading?.getBoundingClientRect().top ?? 0);
    expect(distance).toBe(20 + 6 + 1000 + 7 + 20 + 24);
  });

  it('are the page’s own from the first frame for who stands in the middle of the page', async () => {
    page.headings()[20]?.scrollIntoView();
    await frames();
    const places = () =>
      page
        .headings()
        .slice(19, 24)
        .map(each => Math.round(each.getBoundingClientRect().top));
    const before = places();
    await page.overlay.apply(viewOf(page.keys.slice(0, COUNT - 1), 'sections', COUNT, page.keys));
    expect(places()).toEqual(before);
  });
});
