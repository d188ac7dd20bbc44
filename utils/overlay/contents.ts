/**
 * The page's own contents, in every skin that has one: entries of hidden ideas are marked, so that nobody wonders where a
 * link leads. The entry stays a link; the browser reveals the idea it leads to. Their look is in page.css.
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion } from '../model/region.ts';
import type { Journal } from './journal.ts';
import { CONTENTS_ATTRIBUTE } from './names.ts';

/** In the article (MediaWiki up to 1.43), and in the sidebar of Vector 2022 (1.39: `sidebar-toc`, 1.43: `vector-toc`). */
const LINKS = ':is(.toc, .sidebar-toc, .vector-toc) a[href^="#"]';
/** The words of an entry, after which the sign stands. */
const WORDS = '.toctext, .sidebar-toc-text, .vector-toc-text';

/**
 * A function that marks the entries of all ideas but the visible ones; it looks for the entries anew when they have
 * gone. `hiddenWord` is what speech says of them.
 */
export function createContents(
  document: Document,
  regions: ReadonlyMap<IdeaKey, IdeaRegion>,
  journal: Journal,
  hiddenWord: string,
): (visible: ReadonlySet<IdeaKey> | null) => void {
  let entries: ReadonlyMap<IdeaKey, readonly Element[]> | null = null;

  function find(): ReadonlyMap<IdeaKey, readonly Element[]> {
    const byHash = new Map<string, Element[]>();
    for (const link of document.querySelectorAll(LINKS)) {
      const hash = link.getAttribute('href') ?? '';
      byHash.set(hash, [...(byHash.get(hash) ?? []), link.querySelector(WORDS) ?? link]);
    }
    return new Map(
      [...regions].map(([key, { heading }]) => [key, hashesOf(heading).flatMap(hash => byHash.get(hash) ?? [])]),
    );
  }

  return visible => {
    if (visible === null && entries === null) return;
    if (entries === null || [...entries.values()].flat().some(entry => !entry.isConnected)) entries = find();
    for (const [key, found] of entries) {
      const hidden = visible !== null && !visible.has(key);
      for (const entry of found) journal.attribute(entry, CONTENTS_ATTRIBUTE, hidden ? hiddenWord : null);
    }
  };
}

/** The ways in which a link to a heading can be written: its id as it is, or percent-encoded. */
function hashesOf(heading: Element): string[] {
  // Half a surrogate pair, which only scripts can write into an id, cannot be encoded, and no link can name it.
  const ids = [heading.id, ...[...heading.querySelectorAll('[id]')].map(({ id }) => id)].filter(
    id => id !== '' && id.isWellFormed(),
  );
  return [...new Set(ids.flatMap(id => [`#${id}`, `#${encodeURIComponent(id)}`, `#${encodeURI(id)}`]))];
}
