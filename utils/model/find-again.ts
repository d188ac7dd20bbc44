/** Which ideas of a page its stored bookmarks are of, where titles or their numbers have changed meanwhile. */
import type { Bookmark } from './bookmark.ts';
import type { Contact, Idea } from './idea.ts';
import type { IdeaKey } from './key.ts';

type Row = Pick<Bookmark, 'idea' | 'contacts' | 'insertedRaw'>;
/** What the page lacks says nothing: 1 the same, -1 different, 0 not given in one of both. */
type Likeness = 1 | 0 | -1;

/**
 * For the key of each row the key of the idea that it counts for. That is its own, unless another idea stands there now, by date or
 * contacts, or none, and just one is the row's: one of the same title whose date and contacts fit; else, where it is the date that differs,
 * one of any title with the same date and contacts. So an idea that was merely edited stays the user's. What is not found keeps its key.
 */
export function findAgain(rows: readonly Row[], ideas: readonly Idea[]): Map<IdeaKey, IdeaKey> {
  const byKey = new Map(ideas.map(idea => [idea.key, idea]));
  const found = new Map(rows.map(row => [row.idea, row.idea]));
  const taken = new Set<IdeaKey>();
  const lost = rows.filter(row => {
    const own = byKey.get(row.idea);
    const fits = own && dateLikeness(row, own) >= 0 && peopleLikeness(row, own) >= 0;
    if (fits) taken.add(row.idea);
    return !fits;
  });
  for (const row of lost) {
    const own = byKey.get(row.idea);
    // Two that nothing but the date and one contact tell from each other are common: a row whose title is gone may be of one that is gone.
    const isRetitled = own && dateLikeness(row, own) < 0;
    const others = ideas.filter(idea => idea !== own && !taken.has(idea.key));
    const alike = (least: number) => (idea: Idea) => dateLikeness(row, idea) + peopleLikeness(row, idea) >= least;
    let fitting = others.filter(idea => foldOf(idea.key) === foldOf(row.idea)).filter(alike(1));
    if (fitting.length === 0 && isRetitled) fitting = others.filter(alike(2));
    const [idea] = fitting;
    if (!idea || fitting.length > 1) continue;
    found.set(row.idea, idea.key);
    taken.add(idea.key);
  }
  return found;
}

/** The key without its number. */
function foldOf(key: IdeaKey): string {
  return key.replace(/~\d+$/u, '');
}

function dateLikeness(row: Row, idea: Idea): Likeness {
  const [one, other] = [row.insertedRaw, idea.inserted.raw];
  // "Unknown" is no date.
  return one && other && /\d/u.test(one) && /\d/u.test(other) ? likeness(one, other) : 0;
}

function peopleLikeness(row: Row, idea: Idea): Likeness {
  const [one, other] = [peopleIn(row.contacts), peopleIn(idea.contacts)];
  return one && other ? likeness(one, other) : 0;
}

function likeness(one: string, other: string): Likeness {
  return one === other ? 1 : -1;
}

/** In any order, in any role. */
function peopleIn(contacts: readonly Contact[]): string {
  return contacts
    .map(({ name, email }) => `${name} <${email}>`)
    .sort()
    .join();
}
