/** What an address leads to on this page. Scrolls nowhere and shows nothing. */
import { readHash } from '../../utils/query/hash.ts';

/** The element that `hash` names, beside a query or by itself; `null` where the page has none of that name. */
export function targetOf(document: Document, hash: string): Element | null {
  // A hash of ours that names no anchor is none, unless the page has one of that very name.
  const name = readHash(hash)?.at ?? hash.slice(1);
  if (name === '') return null;
  const byName = document.getElementById(name);
  if (byName) return byName;
  try {
    return document.getElementById(decodeURIComponent(name));
  } catch {
    // Not every hash is well encoded; then it names nothing here.
    return null;
  }
}
