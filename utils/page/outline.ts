/**
 * What each heading of the page is: an idea, a heading inside an idea's text, or a heading that groups. An idea is the deepest
 * heading whose own content holds at least two known labels. Lists and areas are made of this in groups.ts.
 */
import type { FieldName } from '../model/profile.ts';
import { FIELD_NAMES } from '../model/profile.ts';
import type { Heading } from './headings.ts';
import { headingLabel, type Label, type Lexicon } from './labels.ts';
import { fieldLabels } from './nesting.ts';
import { hasText } from './text.ts';
import { endOf, holds, nameAt, parentOf, type Tree } from './tree.ts';

export interface Entry {
  readonly heading: Heading;
  /** `inner` belongs to the idea before it, `enclosed` even to one of its fields, or begins one; `plain` has no labels of its own. */
  readonly kind: 'idea' | 'inner' | 'enclosed' | 'plain';
  /** The fields of an idea, else none. */
  readonly labels: readonly Label[];
  /** Nothing is written between it and the next heading. */
  readonly empty: boolean;
}

interface Own {
  readonly heading: Heading;
  /** The field that it begins where it stands inside an idea: one that its words name. */
  readonly label: Label | null;
  readonly candidates: readonly Label[];
  readonly labels: readonly Label[];
  readonly empty: boolean;
}

/** The idea whose content goes on. */
interface OpenIdea {
  readonly at: number;
  readonly own: Own;
  readonly candidates: Label[];
  labels: readonly Label[];
  /** Level of the inner heading with nothing but a text that is open: the outcomes of “Step 1” are not the idea's. */
  part: number;
}

/** Fewest known labels that make a heading an idea. */
const LABELS_OF_AN_IDEA = 2;
/** Whom to ask: what an area says for all its ideas. */
const FIELDS_OF_AN_AREA: ReadonlySet<FieldName> = new Set<FieldName>(['contact', 'mailingList', 'irc']);
const FIELD_STRUCTURE = new Set('table thead tbody tfoot tr td th dl dt dd ul ol li'.split(' '));

/**
 * One entry for each heading, in page order. The heading of a list (`isList`, of its title) is no idea where ideas stand below it: what
 * labels it has explain them. Nor is an area that says whom to ask about its ideas.
 */
export function readOutline(
  tree: Tree,
  headings: readonly Heading[],
  labels: readonly Label[],
  lexicon: Lexicon,
  isList: (title: string) => boolean,
): Entry[] {
  const contents = ownContents(tree, headings, labels, lexicon);
  const counts = countIdeas(contents);
  const owns = contents.map((own, position) =>
    (isList(own.heading.title) && hasIdeasBelow(contents, position)) || isArea(tree, contents, position, counts)
      ? { ...own, labels: [] }
      : own,
  );
  const levels = ideaLevels(owns);
  const entries: Entry[] = [];
  let idea: OpenIdea | null = null;
  for (const own of owns) {
    const enclosed = idea !== null && inFieldOf(tree, idea.own.heading, idea.labels, own.heading);
    if (idea && isInside(idea.own.heading, idea.labels, own, enclosed, levels)) {
      takeIn(tree, idea, own);
      entries[idea.at] = { heading: idea.own.heading, kind: 'idea', labels: idea.labels, empty: false };
      const kind = enclosed || own.label ? 'enclosed' : 'inner';
      entries.push({ heading: own.heading, kind, labels: [], empty: own.empty });
      continue;
    }
    const isIdea = hasFields(own);
    const at = entries.push({
      heading: own.heading,
      kind: isIdea ? 'idea' : 'plain',
      labels: isIdea ? own.labels : [],
      empty: own.empty,
    });
    idea = isIdea ? { at: at - 1, own, candidates: [...own.candidates], labels: own.labels, part: Infinity } : null;
  }
  return entries;
}

/** Adds to an idea what a heading inside it begins and holds. */
function takeIn(tree: Tree, idea: OpenIdea, own: Own): void {
  const { level } = own.heading;
  if (level <= idea.part) idea.part = Infinity;
  if (!own.label) {
    if (!own.empty && own.candidates.length === 0) idea.part = Math.min(idea.part, level);
  } else if (
    idea.part === Infinity &&
    !sharesField(idea.labels, [own.label]) &&
    structureAround(tree, idea.own.heading, own.heading) < 0 &&
    // Each heading can be called so: only those that begin a field are kept.
    fieldLabels(tree, [...idea.candidates, own.label]).includes(own.label)
  ) {
    idea.candidates.push(own.label);
  }
  idea.candidates.push(...own.candidates);
  idea.labels = fieldLabels(tree, idea.candidates);
}

function hasIdeasBelow(owns: readonly Own[], position: number): boolean {
  const level = owns[position]?.heading.level ?? 0;
  for (const own of owns.slice(position + 1)) {
    if (own.heading.level <= level) return false;
    if (hasFields(own)) return true;
  }
  return false;
}

const hasFields = ({ labels }: Own) => labels.length >= LABELS_OF_AN_IDEA;
const saysOnlyWhom = ({ labels }: Own) => labels.every(({ field }) => FIELDS_OF_AN_AREA.has(field));
const saysMore = (own: Own) => hasFields(own) && !saysOnlyWhom(own) && !own.label;

/** How many headings of each level, and of each title, have fields of an idea. */
function countIdeas(owns: readonly Own[]): ReadonlyMap<number | string, number> {
  const counts = new Map<number | string, number>();
  for (const { heading } of owns.filter(saysMore)) {
    for (const key of [heading.level, heading.title]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

/**
 * Whether a heading says only whom to ask and ideas stand below it, each with fields of its own. An idea can be written so, too, with its
 * other fields under inner headings: they come after its own in the usual order, and each stands once.
 */
function isArea(
  tree: Tree,
  owns: readonly Own[],
  position: number,
  counts: ReadonlyMap<number | string, number>,
): boolean {
  const own = owns[position];
  if (!own || !hasFields(own) || !saysOnlyWhom(own)) return false;
  const { level } = own.heading;
  const below: Own[] = [];
  for (let at = position + 1; (owns[at]?.heading.level ?? 0) > level; at++) {
    const next = owns[at];
    if (!next || !saysMore(next) || inFieldOf(tree, own.heading, own.labels, next.heading)) continue;
    if (next.heading.level <= (below[0]?.heading.level ?? Infinity)) below.push(next);
  }
  const [first, second] = below;
  const fields = below.flatMap(({ labels }) => labels.map(({ field }) => field));
  if (new Set(fields).size < fields.length || below.some(({ labels }) => !continues(own.labels, labels))) return true;
  // A single one is an idea if the page has more of them on its level, and it is not called as others are (“Details”).
  const countOf = (key: number | string) => counts.get(key) ?? 0;
  return !!first && !second && countOf(first.heading.level) > countOf(level) && countOf(first.heading.title) === 1;
}

/** Each heading with the labels between it and the next heading. */
function ownContents(tree: Tree, headings: readonly Heading[], labels: readonly Label[], lexicon: Lexicon): Own[] {
  let next = 0;
  while (next < labels.length && (labels[next]?.start ?? 0) < (headings[0]?.index ?? 0)) next++;
  return headings.map((heading, position) => {
    const end = headings[position + 1]?.index ?? tree.size;
    const from = next;
    while (next < labels.length && (labels[next]?.start ?? end) < end) next++;
    const candidates = labels.slice(from, next);
    const empty = !hasText(tree, endOf(tree, heading.block), headings[position + 1]?.block ?? end);
    const label = headingLabel(tree, heading, lexicon);
    return { heading, label, candidates, labels: fieldLabels(tree, candidates), empty };
  });
}

/** Levels on which an idea stands beyond doubt: not below another one, or with fields of its own. */
function ideaLevels(owns: readonly Own[]): Set<number> {
  const levels = new Set<number>();
  let last: Own | null = null;
  for (const own of owns) {
    if (!hasFields(own)) {
      if (last && own.heading.level <= last.heading.level) last = null;
      continue;
    }
    if (!last || own.heading.level <= last.heading.level || !continues(last.labels, own.labels)) {
      levels.add(own.heading.level);
      last = own;
    }
  }
  return levels;
}

function sharesField(some: readonly Label[], others: readonly Label[]): boolean {
  return others.some(label => some.some(other => other.field === label.field));
}

/** Whether a heading after `idea`'s belongs to its text (an inner heading of the description). */
function isInside(
  idea: Heading,
  fields: readonly Label[],
  own: Own,
  enclosed: boolean,
  levels: ReadonlySet<number>,
): boolean {
  const deeper = own.heading.level > idea.level;
  const isIdea = hasFields(own);
  if (enclosed) return deeper || !isIdea || !sharesField(fields, own.labels);
  if (!deeper) return false;
  if (!isIdea || own.label) return true;
  if (sharesField(fields, own.labels)) return false;
  return !levels.has(own.heading.level) || continues(fields, own.labels);
}

/** Whether the heading stands in a table or list that holds fields of the idea, but not the idea's own heading. */
function inFieldOf(tree: Tree, idea: Heading, fields: readonly Label[], heading: Heading): boolean {
  const around = structureAround(tree, idea, heading);
  return around >= 0 && around < (fields.at(-1)?.start ?? 0);
}

/** The outermost table or list that the heading stands in without the idea's own; -1 when there is none. */
function structureAround(tree: Tree, idea: Heading, heading: Heading): number {
  let outermost = -1;
  for (let at = parentOf(tree, heading.index); at >= 0 && !holds(tree, at, idea.index); at = parentOf(tree, at)) {
    if (FIELD_STRUCTURE.has(nameAt(tree, at))) outermost = at;
  }
  return outermost;
}

/** Whether the labels are the rest of the idea's: of fields that come after its last one. What an area gives for all its ideas is none. */
function continues(fields: readonly Label[], rest: readonly Label[]): boolean {
  const rank = (field: FieldName) => FIELD_NAMES.indexOf(field);
  const last = fields.at(-1);
  const isArea = fields.every(({ field }) => field === 'mailingList' || field === 'irc');
  return last !== undefined && !isArea && rest.every(label => rank(label.field) > rank(last.field));
}
