/**
 * Lists, areas and the ideas in them: what stands under what. Takes the outline's headings; also settles which headings without
 * labels are ideas (written by hand, with only a title), because that depends on the list they stand in.
 */
import type { ListId } from '../model/key.ts';
import type { ListOnPage, Warning } from '../model/page.ts';
import type { Profile } from '../model/profile.ts';
import type { Entry } from './outline.ts';
import { NO_WORD } from './text.ts';

/** An idea's place. */
export interface Placed {
  readonly entry: Entry;
  readonly list: ListId;
  readonly area: string | null;
}

/** A heading that groups, with the positions of the ideas under it (in `Groups.ideas`). */
export interface Group {
  readonly entry: Entry;
  readonly kind: 'list' | 'area';
  readonly list: ListId;
  readonly ideas: readonly number[];
}

export interface Groups {
  readonly ideas: readonly Placed[];
  readonly groups: readonly Group[];
  readonly lists: readonly ListOnPage[];
  /** Every heading that ends the idea before it, in page order. */
  readonly structural: readonly Entry[];
  readonly warnings: readonly Warning[];
}

interface Open {
  readonly entry: Entry;
  readonly list: ListId | null;
  readonly ideas: number[];
  /** Ideas of its own level stand in it: it has no text and an idea follows at once. */
  readonly level: boolean;
}

interface Arranged {
  readonly ideas: readonly Placed[];
  /** Every heading that is no idea, with the ideas under it and the list it stands in (or is). */
  readonly groups: readonly { readonly open: Open; readonly list: ListId | null }[];
}

/** Which of the profile's lists a heading is, by its title; `null` when it is none of them. */
export function listTest(profile: Profile): (title: string) => ListId | null {
  const rules = profile.lists.map(rule => ({ id: rule.id, fits: new RegExp(`^(?:${rule.heading})$`, 'iu') }));
  return title => rules.find(rule => rule.fits.test(title))?.id ?? null;
}

/** Everything the outline's headings make. `pageTitle` names the list of ideas above which no heading stands. */
export function readGroups(outline: readonly Entry[], profile: Profile, pageTitle: string): Groups {
  const listOfTitle = listTest(profile);
  const listOf = (entry: Entry) => listOfTitle(entry.heading.title);
  const areaLevels = levelsWithAreas(outline, listOf);
  const labelled = arrange(outline, listOf, areaLevels, pageTitle);
  const entries = withTitledIdeas(outline, labelled);
  const arranged = arrange(entries, listOf, areaLevels, pageTitle);
  const used = new Set(arranged.ideas.map(idea => idea.list));
  const known = (id: ListId | null): id is ListId =>
    id !== null && (used.has(id) || profile.lists.some(rule => rule.id === id));
  const groups: Group[] = [];
  const warnings: Warning[] = [];
  for (const { open, list } of arranged.groups) {
    if (!known(list)) continue;
    const { entry, ideas } = open;
    if (open.list !== null) groups.push({ entry, kind: 'list', list, ideas });
    else if (ideas.length > 0) groups.push({ entry, kind: 'area', list, ideas });
    else warnings.push(withoutLabels(entry));
  }
  const structural = entries.filter(entry => entry.kind === 'idea' || entry.kind === 'plain');
  return { ideas: arranged.ideas, groups, lists: listsOf(groups, arranged.ideas, pageTitle), structural, warnings };
}

function withoutLabels(entry: Entry): Warning {
  const heading = entry.heading.title;
  return { code: 'heading-without-labels', message: `“${heading}” stands in a list but has no fields.`, heading };
}

type ListOf = (entry: Entry) => ListId | null;

/** Levels of ideas that somewhere on the page stand in an area of a higher level, so that areas of their own level are not to be expected. */
function levelsWithAreas(outline: readonly Entry[], listOf: ListOf): Set<number> {
  const levels = new Set<number>();
  const above: Entry[] = [];
  for (const entry of outline) {
    if (entry.kind === 'inner' || entry.kind === 'enclosed') continue;
    while (above.length > 0 && (above.at(-1)?.heading.level ?? 0) >= entry.heading.level) above.pop();
    if (entry.kind === 'plain') above.push(entry);
    else if (
      above.length -
        1 -
        Math.max(
          0,
          above.findLastIndex(group => listOf(group) !== null),
        ) >
      0
    ) {
      levels.add(entry.heading.level);
    }
  }
  return levels;
}

/** Puts each idea under the headings it stands below. */
function arrange(
  entries: readonly Entry[],
  listOf: ListOf,
  areaLevels: ReadonlySet<number>,
  pageTitle: string,
): Arranged {
  const ideas: Placed[] = [];
  const groups: { open: Open; list: ListId | null }[] = [];
  const stack: Open[] = [];
  const structural = entries.filter(entry => entry.kind === 'idea' || entry.kind === 'plain');
  structural.forEach((entry, position) => {
    const { level } = entry.heading;
    const isIdea = entry.kind === 'idea';
    while (stack.length > 0 && closes(stack.at(-1), level, isIdea)) stack.pop();
    if (isIdea) {
      const place = placeOf(stack, pageTitle);
      const index = ideas.push({ entry, ...place }) - 1;
      for (const open of stack) open.ideas.push(index);
      stack.push({ entry, list: null, ideas: [], level: false });
      return;
    }
    const next = structural[position + 1];
    const own = listOf(entry);
    const levelWithIdeas =
      next?.kind === 'idea' &&
      next.heading.level === level &&
      (own !== null || (entry.empty && !areaLevels.has(level)));
    const isTop = stack.every(open => open.entry.kind === 'idea');
    const list = own ?? (isTop ? otherList(entry.heading.title) : null);
    const open: Open = { entry, list, ideas: [], level: levelWithIdeas };
    stack.push(open);
    groups.push({ open, list: list ?? stack.findLast(above => above.list !== null)?.list ?? null });
  });
  return { ideas, groups };
}

function closes(open: Open | undefined, level: number, byIdea: boolean): boolean {
  if (!open) return false;
  return open.entry.heading.level > level || (open.entry.heading.level === level && !(byIdea && open.level));
}

function placeOf(stack: readonly Open[], pageTitle: string): { list: ListId; area: string | null } {
  const top = stack.findLastIndex(open => open.list !== null);
  const nearest = stack.at(-1);
  return {
    list: stack[top]?.list ?? otherList(pageTitle),
    area: nearest && stack.length - 1 > top ? nearest.entry.heading.title : null,
  };
}

/** `other:` and the heading in lower case, everything but letters and digits as `-`. */
function otherList(heading: string): ListId {
  const words = heading.normalize('NFC').toLowerCase().split(NO_WORD).filter(Boolean);
  return `other:${words.join('-')}`;
}

/** The outline with those headings as ideas that have no labels but stand where ideas stand. */
function withTitledIdeas(outline: readonly Entry[], labelled: Arranged): readonly Entry[] {
  const counts = new Map<string, number>();
  for (const { entry, list } of labelled.ideas) {
    const key = `${entry.heading.level} ${list}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const groupOf = new Map(labelled.groups.map(({ open, list }) => [open.entry, { open, list }]));
  let list: ListId | null = null;
  return outline.map((entry, position) => {
    if (entry.kind === 'enclosed' || entry.kind === 'idea') return entry;
    const group = groupOf.get(entry);
    if (group) list = group.list;
    if (group && (group.open.list !== null || group.open.level)) return entry;
    const next = outline[position + 1];
    const deeper = next !== undefined && next.kind !== 'enclosed' && next.heading.level > entry.heading.level;
    const siblings = counts.get(`${entry.heading.level} ${list}`) ?? 0;
    return siblings >= 2 && !deeper ? { ...entry, kind: 'idea' as const } : entry;
  });
}

/** Each list once, in page order. */
function listsOf(groups: readonly Group[], ideas: readonly Placed[], pageTitle: string): ListOnPage[] {
  const counts = new Map<ListId, number>();
  for (const idea of ideas) counts.set(idea.list, (counts.get(idea.list) ?? 0) + 1);
  const headings = new Map<ListId, string>();
  const none = otherList(pageTitle);
  const first = groups.find(group => group.kind === 'list')?.ideas[0] ?? ideas.length;
  if (ideas.slice(0, first).some(idea => idea.list === none)) headings.set(none, pageTitle);
  for (const group of groups) {
    if (group.kind === 'list' && !headings.has(group.list)) headings.set(group.list, group.entry.heading.title);
  }
  if (counts.has(none) && !headings.has(none)) headings.set(none, pageTitle);
  return [...headings].map(([id, heading]) => ({ id, heading, ideas: counts.get(id) ?? 0 }));
}
