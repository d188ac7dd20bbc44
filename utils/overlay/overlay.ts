/**
 * The only writer of the page's DOM. Shows a view on the page and takes everything back: the same bytes, the same nodes.
 * It does not decide what shows (query/ does) nor what its hosts say (components/ do).
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion, Regions } from '../model/region.ts';
import { isNarrowed, type View } from '../model/view.ts';
import { crowdedIdeas, liftTools } from './geometry.ts';
import { createHosts, type Hosts } from './hosts.ts';
import { type IdeaBox, ideasBetween } from './in-view.ts';
import { createJournal, type OurAttribute } from './journal.ts';
import { keepSelection } from './move.ts';
import { ATTENTION_ATTRIBUTE, CROWDED_ATTRIBUTE, GROUP_ATTRIBUTE, IDEA, IDEA_ATTRIBUTE } from './names.ts';
import { isLaidOut, parentOf } from './nodes.ts';
import type { CreateSectioning, Sectioning } from './sectioning.ts';

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
  /** Fetches what shows a view that hides or sorts. Without it no view is ever shown. */
  readonly sectioning?: () => Promise<CreateSectioning>;
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
  /**
   * Puts ideas' tools on their headings' lines, and gives a long title room before them: of these ideas, or of all that have tools.
   * Reads layout once for all.
   */
  lift(keys?: readonly IdeaKey[]): void;
  /**
   * Shows `view`: idempotent, writes only what differs from what shows. The first view that hides or sorts wraps the ideas, in
   * slices; the promise is kept when this view, or a newer one, shows. An exception restores the page and is thrown on.
   */
  apply(view: View): Promise<void>;
  /** What `sectioning` fetches has come for another reason. */
  begin(create: CreateSectioning): void;
  /** Has the browser lay an idea out at once, which it else skips while it is off the screen: it is about to be scrolled to. */
  layOut(key: IdeaKey): void;
  /**
   * The ideas that reach into the window between `from` and `to` (px from its top), from top to bottom.
   * Reads layout.
   */
  between(from: number, to: number): readonly IdeaBox[];
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
  const document = regions.root?.ownerDocument;
  let sectioning: Sectioning | null = null;
  /** Each node that an idea is made of; filled when first asked for. */
  let owners: ReadonlyMap<Node, IdeaKey> | null = null;
  let wanted: View | null = null;
  let wrapping: Promise<void> | null = null;
  let ended = options.signal.aborted;

  function takeBack(): void {
    sectioning?.disband();
    journal.undo();
  }

  function restore(): void {
    if (ended || !document) return;
    ended = true;
    keepSelection(document, () => {
      try {
        takeBack();
      } catch {
        // What was in the way may have gone; what is taken back already stays so. Else at least nothing of ours stays.
        try {
          takeBack();
        } finally {
          journal.undo();
        }
      }
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

  function begin(create: CreateSectioning): Sectioning {
    const { hiddenWord = 'hidden', slice, signal } = options;
    sectioning ??= create({ regions, journal, guarded, isEnded: () => ended, signal, hiddenWord, slice });
    return sectioning;
  }

  function lift(keys?: readonly IdeaKey[]): void {
    if (ended) return;
    const asked = keys ? keys.flatMap(key => regions.ideas.get(key) ?? []) : ordered;
    const placed = new Map<IdeaRegion, HTMLElement>();
    for (const region of asked) {
      const host = hosts.madeFor(region);
      // Asking a skipped section for its measures has it laid out: what is far from the window waits until it comes near.
      if (host && isLaidOut(region.headingBlock)) placed.set(region, host);
    }
    // In a window that has become wider there may be room enough.
    for (const { headingBlock } of placed.keys()) journal.attribute(headingBlock, CROWDED_ATTRIBUTE, null);
    liftTools(placed);
    const crowded = crowdedIdeas(placed);
    if (crowded.length === 0) return;
    for (const { headingBlock } of crowded) journal.attribute(headingBlock, CROWDED_ATTRIBUTE, '');
    liftTools(placed);
  }

  async function wrapAll(): Promise<void> {
    if (!options.sectioning) return;
    const now = sectioning ?? begin(await options.sectioning());
    if (now.isWrapped()) return;
    await now.wrapAll();
    lift();
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
      const words = attention.join(' ');
      journal.attribute(heading, IDEA_ATTRIBUTE satisfies OurAttribute, key);
      journal.attribute(heading, ATTENTION_ATTRIBUTE satisfies OurAttribute, words === '' ? null : words);
    },
    markGroups() {
      if (ended) return;
      for (const { heading, kind } of regions.groups) journal.attribute(heading, GROUP_ATTRIBUTE, kind);
    },
    lift,
    begin,
    async apply(view) {
      if (ended) return;
      wanted = view;
      if (!sectioning?.isWrapped() && isNarrowed(view, ordered.length)) {
        wrapping ??= wrapAll();
        await wrapping;
      }
      // A newer view may have come while the ideas were being wrapped: it has shown, or will show, itself.
      if (!ended && wanted === view) guarded(() => sectioning?.show(view));
    },
    layOut: key => sectioning?.layOut(key),
    between: (from, to) => (ended ? [] : ideasBetween(from, to, ordered, key => sectioning?.sectionOf(key) ?? null)),
    keyOf(node) {
      owners ??= new Map(ordered.flatMap(({ key, nodes }) => nodes.map(each => [each, key] as const)));
      const tools = node instanceof Element ? Element.prototype.closest.call(node, IDEA) : null;
      const before = tools?.previousElementSibling;
      for (let each: Node | null = before ?? node; each; each = parentOf(each)) {
        // What the wiki's scripts or we have put into an idea's section belongs to it, too.
        const key = owners.get(each) ?? sectioning?.keyOf(each);
        if (key !== undefined) return key;
      }
      return null;
    },
    restore,
  };
}
