/**
 * Where things stand on the page: the only bridge between reading it and writing to it.
 * Holds nodes of the page; whoever holds a region changes nothing through it but the overlay.
 */
import type { IdeaKey, ListId } from './key.ts';

export interface CommentRegion {
  /** The comment's id in the model. */
  readonly id: string;
  /** The icon's outermost inline node (its link or span), which the comment starts with. */
  readonly icon: Element;
  /** From the first to the last node of the comment (siblings, icon first): what is painted and measured. */
  readonly nodes: readonly Node[];
}

export interface IdeaRegion {
  readonly key: IdeaKey;
  /** `h2` … `h6`. */
  readonly heading: Element;
  /** The heading itself or the wrapper MediaWiki gives it (`.mw-heading`). */
  readonly headingBlock: Element;
  /**
   * The idea's nodes: contiguous siblings of one parent in page order, heading first; white space between them included,
   * trailing white space and HTML comments not. Never empty; no two ideas share one.
   */
  readonly nodes: readonly [Node, ...Node[]];
  readonly comments: readonly CommentRegion[];
}

/** The heading of a list or of an area inside a list, and the ideas that stand under it. */
export interface GroupRegion {
  readonly kind: 'list' | 'area';
  /** The list it is or stands in. */
  readonly list: ListId;
  /** The heading's text. */
  readonly title: string;
  readonly heading: Element;
  readonly headingBlock: Element;
  /** In page order; for a list all ideas of its areas too. */
  readonly ideas: readonly IdeaKey[];
}

export interface Regions {
  /** The content element (`.mw-parser-output` or what stands for it); `null` when the page has none. */
  readonly root: Element | null;
  /**
   * The child of `root` before which the toolbar belongs: the block of the first list's heading, or the top-level section that
   * holds it; where nothing is understood, the first heading that looks like an idea. `null` when there is no such place.
   */
  readonly start: Node | null;
  /** In page order. */
  readonly ideas: ReadonlyMap<IdeaKey, IdeaRegion>;
  /** In page order; a list before its areas. A group heading that is itself an idea is not among them. */
  readonly groups: readonly GroupRegion[];
}
