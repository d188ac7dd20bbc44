/** What a lens leaves to the one that follows it on the same page, once the page was read again. Types only; nothing here is stored. */
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Query } from '../../utils/model/query.ts';
import type { LeftNotices } from './notices.ts';

/** An idea, and how far its heading is from the window's top, px. */
export interface HeldPlace {
  readonly key: IdeaKey;
  readonly top: number;
}

/** Which control has the focus, by its number among its like in the same host. */
export interface HeldFocus {
  /** The idea whose tools it is in; `null` for the bar. */
  readonly key: IdeaKey | null;
  readonly at: number;
  /** In a text field: the marked part of its text. */
  readonly marked: readonly [number, number] | null;
}

export interface Resume {
  readonly query: Query;
  /** The bookmarks, and whether they were read. */
  readonly stored: ReadonlySet<IdeaKey>;
  readonly known: boolean;
  /** The hash of this entry of the history before anything was typed into it. */
  readonly committed: string;
  readonly notices: LeftNotices;
  readonly revealed: readonly IdeaKey[];
  /** Numbers of the bar's controls that are open, in the order of the bar. */
  readonly opened: readonly number[];
  readonly help: boolean;
  readonly focus: HeldFocus | null;
  readonly place: HeldPlace | null;
}

export interface Resuming {
  /** Others have begun to change the page: takes down what may be gone with it in a moment. */
  glance(): void;
  /** Kept at once, unless a pointer or a key is down: then once it is up again and what it clicked has been told. */
  released(): Promise<void>;
  /** What this lens leaves; call it before it ends. */
  leave(): Resume;
  /** Goes on where `resume` was left, as far as it is still there; once the view shows. */
  comeBack(resume: Resume): Promise<void>;
  /** What waits for the tools at the ideas. */
  comeBackToTools(resume: Resume): void;
}
