/**
 * The only writer of the page's DOM. Shows a view on the page and takes everything back: the same bytes, the same nodes.
 * It does not decide what shows (query/ does) nor what its hosts say (components/ do).
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion, Regions } from '../model/region.ts';
import type { View } from '../model/view.ts';
import { createArrangement } from './arrangement.ts';
import { createContents } from './contents.ts';
import { crowdedIdeas, liftTools } from './geometry.ts';
import { showGroups } from './groups.ts';
import { createHosts, type Hosts } from './hosts.ts';
import { createJournal, type OurAttribute } from './journal.ts';
import { keepSelection } from './move.ts';
import {
  ATTENTION_ATTRIBUTE,
  CROWDED_ATTRIBUTE,
  GROUP_ATTRIBUTE,
  IDEA,
  IDEA_ATTRIBUTE,
  MEASURED_ATTRIBUTE,
} from './names.ts';
import { parentOf } from './nodes.ts';
import { clearPaint } from './painting.ts';
import { measureEdges, type Section, settleSections, wrapRegions } from './sections.ts';

export type AttentionWord = 'needs-review' | 'open-comments' | 'interest';

export interface OverlayOptions {
  /** The overlay's lifetime: it restores the page when this is aborted. */
  readonly signal: AbortSignal;
  /** Sheets for the shadow root of a host of this element name. */
  readonly styles: (tag: string) => CSSStyleSheet[];
  /** The language of the words in the hosts (BCP 47), where it need not be the page's. */
  readonly language?: string;
  /** What speech says of an entry in the contents whose idea is hidden; "hidden" when left out. */
  readonly hiddenWord?: string;
  /** Milliseconds that the first slice of the first wrapping may take. */
  readonly slice?: number;
  /** Runs each of the writings that move nodes of the page: whoever watches the page looks away meanwhile. */
  readonly quietly?: (write: () => void) => void;
}

export interface Overlay {
  readonly hosts: Hosts;
  /** The shadow root at an idea's heading; `null` for an idea that is not on this page. */
  slot(key: IdeaKey): ShadowRoot | null;
  /** Marks an idea's heading with its key and what needs attention. */
  mark(key: IdeaKey, attention: readonly AttentionWord[]): void;
  /** Marks the headings of lists and areas. */
  markGroups(): void;
  /** Puts an idea's tools on its heading's line, and gives a long title room before them. Reads layout once for all. */
  lift(): void;
  /**
   * Shows `view`: idempotent, writes only what differs from what shows. The first view that hides or sorts wraps the ideas, in
   * slices; the promise is kept when this view, or a newer one, shows. An exception restores the page and is thrown on.
   */
  apply(view: View): Promise<void>;
  /** Has the browser lay an idea out at once, which it else skips while it is off the screen: it is about to be scrolled to. */
  layOut(key: IdeaKey): void;
  /** The idea whose region holds `node`; `null` where none does. */
  keyOf(node: Node): IdeaKey | null;
  /** Takes everything back. Harmless when called again. */
  restore(): void;
}

/** An overlay over `regions`; nothing is written before the first call. After the signal's abort every call does nothing. */
export function createOverlay(regions: Regions, options: OverlayOptions): Overlay {
  const journal = createJournal();
  const hosts = createHosts(regions, options, journal);
  const ordered = [...regions.ideas.values()];
  const sections = new Map<IdeaKey, Section>();
  const { root } = regions;
  const arrangement = createArrangement(regions, sections, journal);
  const document = root?.ownerDocument;
  const showContents = document
    ? createContents(document, regions.ideas, journal, options.hiddenWord ?? 'hidden')
    : null;
  const marked = new Set<IdeaRegion>();
  const sectionKeys = new WeakMap<Node, IdeaKey>();
  /** Each node that an idea is made of; filled when first asked for. */
  let owners: ReadonlyMap<Node, IdeaKey> | null = null;
  let wanted: View | null = null;
  let wrapping: Promise<void> | null = null;
  let ended = options.signal.aborted;

  function restore(): void {
    if (ended || !document) return;
    ended = true;
    clearPaint();
    keepSelection(document, () => {
      arrangement.disband();
      journal.undo();
    });
  }
  options.signal.addEventListener('abort', restore, { once: true });

  function guarded(write: () => void): void {
    try {
      if (options.quietly) options.quietly(write);
      else write();
    } catch (error) {
      restore();
      throw error;
    }
  }

  async function wrapAll(): Promise<void> {
    if (!root || !document) return;
    const before = measureEdges(root, ordered);
    let done = false;
    let slice = options.slice ?? SHORTEST_SLICE;
    while (!done && !ended) {
      const end = performance.now() + slice;
      guarded(() => {
        done = keepSelection(document, () => wrapRegions(ordered, sections, journal, () => performance.now() < end));
      });
      if (done) break;
      const before = performance.now();
      await nextTask();
      // On a long page the layout between two slices takes longer than a slice: then the next one may take as long as that.
      slice = Math.min(LONGEST_SLICE, Math.max(slice, performance.now() - before));
    }
    if (!ended) guarded(() => settleSections(root, ordered, before));
    for (const { key, element } of sections.values()) sectionKeys.set(element, key);
  }

  function lift(): void {
    if (ended) return;
    const seen = ordered.filter(({ headingBlock }) => isLaidOut(headingBlock));
    const placed = new Map(seen.filter(region => marked.has(region)).map(region => [region, hosts.idea(region)]));
    liftTools(placed);
    const crowded = crowdedIdeas(placed);
    if (crowded.length === 0) return;
    for (const { heading } of crowded) journal.attribute(heading, CROWDED_ATTRIBUTE, '');
    liftTools(placed);
  }

  function show(view: View): void {
    if (!document || !regions.start) return;
    for (const { key, element } of sections.values()) hide(element, !view.visible.has(key));
    showGroups(regions.groups, needsSections(view, ordered.length) ? view : null, journal);
    showContents?.(view.visible.size < ordered.length ? view.visible : null);
    // Asking for the selection has the page laid out, so only where something moves.
    if (view.layout !== 'sections' || arrangement.isArranged()) keepSelection(document, () => arrange(view));
  }

  function arrange(view: View): void {
    if (view.layout === 'one-list') arrangement.inOneList(view.order);
    else if (view.layout === 'sorted-sections') arrangement.inSections(view.all);
    else arrangement.disband();
  }

  return {
    hosts,
    slot(key) {
      const region = regions.ideas.get(key);
      return !ended && region ? hosts.idea(region).shadowRoot : null;
    },
    mark(key, attention) {
      const region = regions.ideas.get(key);
      if (!region || ended) return;
      const { heading } = region;
      marked.add(region);
      const words = attention.join(' ');
      journal.attribute(heading, IDEA_ATTRIBUTE satisfies OurAttribute, key);
      journal.attribute(heading, ATTENTION_ATTRIBUTE satisfies OurAttribute, words === '' ? null : words);
    },
    markGroups() {
      if (ended) return;
      for (const { heading, kind } of regions.groups) journal.attribute(heading, GROUP_ATTRIBUTE, kind);
    },
    lift,
    async apply(view) {
      if (ended) return;
      wanted = view;
      if (sections.size < ordered.length && needsSections(view, ordered.length)) {
        wrapping ??= wrapAll().then(lift);
        await wrapping;
      }
      // A newer view may have come while the ideas were being wrapped: it has shown, or will show, itself.
      if (!ended && wanted === view) guarded(() => show(view));
    },
    layOut(key) {
      sections.get(key)?.element.removeAttribute(MEASURED_ATTRIBUTE);
    },
    keyOf(node) {
      owners ??= new Map(ordered.flatMap(({ key, nodes }) => nodes.map(each => [each, key] as const)));
      const tools = node instanceof Element ? Element.prototype.closest.call(node, IDEA) : null;
      const before = tools?.previousElementSibling;
      for (let each: Node | null = before ?? node; each; each = parentOf(each)) {
        // What the wiki's scripts or we have put into an idea's section belongs to it, too.
        const key = owners.get(each) ?? sectionKeys.get(each);
        if (key !== undefined) return key;
      }
      return null;
    },
    restore,
  };
}

/** Asking a skipped section for its measures has it laid out: what is far from the window waits until it comes near. */
function isLaidOut(element: Element): boolean {
  return element.checkVisibility?.({ contentVisibilityAuto: true }) ?? true;
}

/** Milliseconds that a slice of the first wrapping takes at least, and at most. */
const SHORTEST_SLICE = 10;
const LONGEST_SLICE = 60;

/** At rest the page keeps its own structure: the wiki's scripts see what they made. */
function needsSections(view: View, total: number): boolean {
  return view.layout !== 'sections' || view.visible.size < total;
}

/** `until-found` lets find in page and anchors reach hidden ideas; browsers without it hide all the same. */
function hide(section: HTMLElement, hidden: boolean): void {
  if (section.hasAttribute('hidden') === hidden) return;
  if (hidden) section.setAttribute('hidden', 'until-found');
  else section.removeAttribute('hidden');
}

function nextTask(): Promise<void> {
  return new Promise(resolve => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => resolve();
    port2.postMessage(null);
  });
}
