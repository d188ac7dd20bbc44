/** What every contender of the bench does on the page, in the page's own world. Types only. */

export interface Contender {
  /** Makes ready for the first filter; may take a while. */
  setUp(): void | Promise<void>;
  /** Hides the ideas whose GSoC is not "Yes": half of them. */
  facet(): void;
  /** Shows all again. */
  clear(): void;
  /** Shows the ideas that hold the text. */
  search(text: string): void;
  /** Sorts all by title, across areas. */
  sort(): void;
  pageOrder(): void;
  /** Takes everything back. */
  off(): void;
  /** Whether what was asked for is on the page, when it does not come with the call: how many show, and which is first. */
  readonly shows?: (expected: Expected) => boolean;
}

export interface Expected {
  /** Ideas that show. */
  readonly count: number;
  /** Sorted by title. */
  readonly sorted: boolean;
}

/** One idea as the page was before any contender touched it. */
export interface MadeIdea {
  readonly nodes: readonly ChildNode[];
  readonly title: string;
  readonly text: string;
  readonly suits: boolean;
}
