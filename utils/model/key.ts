/**
 * Keys: how a page and an idea are called in everything we store or pass around.
 * Not for HTML anchors: those differ by MediaWiki version and are kept apart.
 */

/** Host (no scheme) + "/" + page title with underscores, e.g. `wiki.xenproject.org/Archived/GSoc_2014`. */
export type PageKey = string & { readonly pageKey: unique symbol };

/** An idea's title, NFC, case-folded, white space collapsed; equal titles of a page get `~2`, `~3` in page order. */
export type IdeaKey = string & { readonly ideaKey: unique symbol };

/** The id of a list: one of the profile's, or `other:<slug of its heading>`. */
export type ListId = string;

/**
 * The key of a page. `host` is lower-cased; blanks of the title become underscores, its first letter is kept as written.
 * An empty host or title still gives a key; callers refuse such pages before.
 */
export function pageKey(host: string, title: string): PageKey {
  return `${host.toLowerCase()}/${title
    .normalize('NFC')
    .trim()
    .replace(/[\s_]+/gu, '_')}` as PageKey;
}

/**
 * The key of an idea: its title, folded, and from the second idea of the same title on `~2`, `~3` …
 * `occurrence` counts from 1 in page order.
 */
export function ideaKey(title: string, occurrence = 1): IdeaKey {
  const folded = title.normalize('NFC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return (occurrence > 1 ? `${folded}~${occurrence}` : folded) as IdeaKey;
}
