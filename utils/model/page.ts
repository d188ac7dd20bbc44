/** One wiki page that holds ideas, and what reading it gives. */
import type { Idea } from './idea.ts';
import type { ListId, PageKey } from './key.ts';
import type { Regions } from './region.ts';

export interface ListOnPage {
  readonly id: ListId;
  readonly heading: string;
  /** How many ideas stand in it; an empty list has 0 and is kept. */
  readonly ideas: number;
}

export interface Page {
  readonly key: PageKey;
  readonly title: string;
  readonly url: string;
  /** The revision shown, `null` when the page does not say. */
  readonly revision: number | null;
  /** Whether that is the newest revision. `true` when the page does not say. */
  readonly current: boolean;
  /** In page order. */
  readonly lists: readonly ListOnPage[];
  /** In page order. */
  readonly ideas: readonly Idea[];
}

/** Something a person should know about a reading: what was not understood and where. */
export interface Warning {
  readonly code:
    | 'no-ideas'
    | 'not-a-read-view'
    | 'unknown-labels'
    | 'heading-without-labels'
    | 'value-not-understood'
    | 'comment-without-idea';
  /** One English sentence, for the JSON and the command line; the page shows words of the locale files. */
  readonly message: string;
  /** The heading it is about, where there is one. */
  readonly heading?: string;
  /** Labels that were not understood (`unknown-labels`), in page order, each once. */
  readonly labels?: readonly string[];
  /** How many headings it is about (`unknown-labels`). */
  readonly count?: number;
}

/** What `parsePage` gives. Without ideas `page.ideas` and `regions.ideas` are empty and a warning says why. */
export interface Reading {
  readonly page: Page;
  readonly regions: Regions;
  readonly warnings: readonly Warning[];
}

/** The page's own address, which shows its newest revision, whatever address led to it; where the path names no page, the query does. */
export function addressOfPage({ url, key }: Pick<Page, 'url' | 'key'>): string {
  const address = new URL(url);
  address.search = '';
  if (/(?:\.php|\/)$/u.test(address.pathname)) address.searchParams.set('title', key.slice(key.indexOf('/') + 1));
  return address.href;
}
