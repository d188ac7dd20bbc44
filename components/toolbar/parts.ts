/** What every part of the toolbar gets from it. Types only. */
import type { ListOnPage } from '../../utils/model/page.ts';
import type { FacetName, Query } from '../../utils/model/query.ts';
import type { View } from '../../utils/model/view.ts';
import type { Layout } from './layout.ts';

/** Whether a change comes while a person types (replaces the address) or stands for itself (can be gone back from). */
export type How = 'typing' | 'commit';

/** What is open above the page; one thing at a time. */
export type Opened = FacetName | 'scope' | 'sort' | 'more' | 'sheet';

export interface PartProps {
  readonly query: Query;
  readonly view: View;
  readonly lists: readonly ListOnPage[];
  readonly locale: string;
  readonly layout: Layout;
  readonly opened: Opened | null;
  /** A count as the user's language writes it. */
  number(n: number): string;
  onOpen(what: Opened | null): void;
  onQuery(next: Query, how: How): void;
}
