/**
 * Shows a view by the sections that ideas are wrapped in: which of them show, in which order, and what headings and contents say of
 * that. Comes with the first view that hides or sorts; the page at rest knows nothing of it. What a view holds is not decided here.
 */
import type { IdeaKey } from '../model/key.ts';
import type { Regions } from '../model/region.ts';
import { isNarrowed, type View } from '../model/view.ts';
import { createArrangement } from './arrangement.ts';
import { type Crowd, createChunks, layOutChunk } from './chunks.ts';
import { createContents } from './contents.ts';
import { showGroups } from './groups.ts';
import type { Journal } from './journal.ts';
import { keepSelection } from './move.ts';
import { MEASURED_ATTRIBUTE } from './names.ts';
import { type Section, wrapRegions } from './sections.ts';
import { createSpacing, type Spacing } from './spacing.ts';

export interface Sectioning {
  /** Whether every idea is in its section. */
  isWrapped(): boolean;
  /** Wraps all ideas, in slices. */
  wrapAll(): Promise<void>;
  /** Writes only what differs from what shows. */
  show(view: View): void;
  /** Brings every section home, from where the journal can take it away. */
  disband(): void;
  /** Has the browser lay an idea out at once, which it else skips while it is off the screen. */
  layOut(key: IdeaKey): void;
  /** `null` while the idea is in none. */
  sectionOf(key: IdeaKey): HTMLElement | null;
  /** The idea whose section `node` is. */
  keyOf(node: Node): IdeaKey | undefined;
}

export interface SectioningOptions {
  readonly regions: Regions;
  readonly journal: Journal;
  /** Runs a writing; restores the page where it throws. */
  readonly guarded: (write: () => void) => void;
  readonly isEnded: () => boolean;
  readonly signal: AbortSignal;
  /** What speech says of an entry in the contents whose idea is hidden. */
  readonly hiddenWord: string;
  /** Milliseconds that the first slice of the first wrapping may take; when left out, what the page's length asks for. */
  readonly slice?: number | undefined;
  /** From how many ideas on the browser is given fewer boxes to look at; when left out, what is best for it. */
  readonly crowd?: Crowd;
}

export type CreateSectioning = (options: SectioningOptions) => Sectioning;

/** Milliseconds that a slice of the first wrapping takes at least: most pages are wrapped in one. */
const SHORTEST_SLICE = 80;
/**
 * And how many times as long as the reading before it. The frame between two slices, of a page that is laid out in full, costs as much as
 * all the wrapping of some thousand ideas: whoever waits for a filter waits less where there is none.
 */
const READINGS = 4;

/** Nothing is written before the first call. */
export const createSectioning: CreateSectioning = ({ regions, journal, guarded, isEnded, hiddenWord, ...options }) => {
  const { root, start } = regions;
  const document = root?.ownerDocument;
  const ordered = [...regions.ideas.values()];
  const sections = new Map<IdeaKey, Section>();
  const keys = new WeakMap<Node, IdeaKey>();
  const chunks = createChunks(journal, options.crowd);
  const arrangement = createArrangement(regions, sections, chunks, journal);
  let spacing: Spacing | null = null;
  let shown: View | null = null;
  /** Ideas that may have been laid out for the first time. */
  const uncertain = new Set<IdeaKey>();
  const showContents = document ? createContents(document, regions.ideas, journal, hiddenWord) : null;

  async function wrapAll(): Promise<void> {
    if (!root || !document) return;
    const began = performance.now();
    const now = createSpacing(ordered, sections);
    let done = false;
    let slice = options.slice ?? Math.max(SHORTEST_SLICE, READINGS * (performance.now() - began));
    while (!done && !isEnded()) {
      const end = performance.now() + slice;
      guarded(() => {
        done = keepSelection(document, () =>
          wrapRegions(ordered, sections, journal, now.heightUntilLaidOut, () => performance.now() < end),
        );
      });
      if (done) break;
      const before = performance.now();
      await nextTask();
      // At most a third of the time goes into such frames.
      slice = Math.max(slice, 2 * (performance.now() - before));
    }
    if (isEnded()) return;
    guarded(() => {
      keepSelection(document, () => chunks.begin([...sections.values()].map(({ element }) => element)));
      now.settle();
      chunks.maySkip();
    });
    for (const { key, element } of sections.values()) keys.set(element, key);
    spacing = now;
    watchFirstLayouts(now);
  }

  /** Before the next frame, all that was asked for until then at once. */
  function correctSoon(asked: Iterable<IdeaKey>): void {
    if (uncertain.size === 0) {
      requestAnimationFrame(() => {
        if (!isEnded()) {
          guarded(() => {
            spacing?.correct(uncertain);
            fitChunks();
          });
        }
        uncertain.clear();
      });
    }
    for (const key of asked) uncertain.add(key);
  }

  function fitChunks(): void {
    const view = shown;
    if (!view) return;
    const isList = view.layout === 'one-list';
    chunks.fit(section => {
      const key = keys.get(section);
      return key === undefined || !view.visible.has(key) ? 0 : (spacing?.heightOf(key, isList) ?? 0);
    });
  }

  function watchFirstLayouts(now: Spacing): void {
    root?.addEventListener(
      'contentvisibilityautostatechange',
      ({ target }) => {
        const key = target instanceof Node ? keys.get(target) : undefined;
        if (key !== undefined && now.isAssumed(key)) correctSoon([key]);
      },
      { signal: options.signal },
    );
  }

  function arrange(view: View): void {
    if (view.layout === 'one-list') arrangement.inOneList(view.all);
    else if (view.layout === 'sorted-sections') arrangement.inSections(view.all);
    else arrangement.inPageOrder();
  }

  return {
    isWrapped: () => sections.size === ordered.length,
    wrapAll,
    show(view) {
      if (!document || !start) return;
      for (const { key, element } of sections.values()) hide(element, !view.visible.has(key));
      showGroups(regions.groups, isNarrowed(view, ordered.length) ? view : null, journal);
      showContents?.(view.visible.size < ordered.length ? view.visible : null);
      // Asking for the selection has the page laid out, so only where something moves.
      const isMoving = view.layout !== 'sections' || arrangement.isArranged();
      if (isMoving) keepSelection(document, () => arrange(view));
      shown = view;
      fitChunks();
      // What was laid out in one list was not compared there.
      if (isMoving && view.layout !== 'one-list' && spacing?.isAnyAssumed()) correctSoon(view.visible);
    },
    disband: arrangement.disband,
    layOut(key) {
      const section = sections.get(key)?.element;
      if (section) layOutChunk(section);
      section?.removeAttribute(MEASURED_ATTRIBUTE);
      spacing?.correct([key]);
    },
    sectionOf: key => sections.get(key)?.element ?? null,
    keyOf: node => keys.get(node),
  };
};

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
