/** What every part of the toolbar gets from it. Types only. */
import type { FacetName, Query, Scope } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import type { Layout } from './layout.ts';
import type { PageWords } from './words.ts';

/** Whether a change comes while a person types (replaces the address) or stands for itself (can be gone back from). */
export type How = 'typing' | 'commit';

/** What is open above the page; one thing at a time. */
export type Opened = FacetName | 'scope' | 'sort' | 'more' | 'sheet';

/** The count beside each preset, formatted; none where it is not known. */
export type ScopeCounts = Readonly<Record<Scope, string | undefined>>;

/** What the menu More does. */
export interface MoreActions {
  onBookmarks(): void;
  /** Copies the address of what shows; `false` where the browser refuses. */
  copyLink(): Promise<boolean>;
  onSaveJson(): void;
  onSaveCsv(): void;
  onHelp(): void;
  onSettings(): void;
}

export interface PartProps extends PageWords {
  readonly query: Query;
  readonly view: View;
  readonly locale: string;
  readonly layout: Layout;
  readonly hasRanges: boolean;
  readonly more: MoreActions;
  /** Single keys are on, and may be shown. */
  readonly shortcuts: boolean;
  readonly opened: Opened | null;
  onOpen(what: Opened | null): void;
  onQuery(next: Query, how: How): void;
  /** Says something politely that is shown in another way. */
  onSay(words: string): void;
  onSwitchOff(): void;
}
