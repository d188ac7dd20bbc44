/**
 * A wiki page read as ideas: the one entrance to this room. Pure: reads the document and nothing else, writes nothing, gives the same
 * for the same document in a browser and in jsdom.
 */

import type { Idea } from '../model/idea.ts';
import { type IdeaKey, ideaKey } from '../model/key.ts';
import type { Page, Reading, Warning } from '../model/page.ts';
import type { Profile } from '../model/profile.ts';
import type { IdeaRegion, Regions } from '../model/region.ts';
import { keyOf, titleFromAddress } from './address.ts';
import { type FoundComment, findComments } from './comments.ts';
import { placeholderTest } from './fields.ts';
import { type Groups, listTest, readGroups } from './groups.ts';
import { type Heading, readHeadings } from './headings.ts';
import { findLabels, type Lexicon, lexiconOf } from './labels.ts';
import { readLines } from './lines.ts';
import { type Entry, readOutline } from './outline.ts';
import { readIdea } from './read-idea.ts';
import { childOfRoot, contentEnd, groupRegion, ideaRegion } from './regions.ts';
import { type Chance, chanceOfIdeas, isTouched, rootsOf } from './roots.ts';
import { readTree, type Tree } from './tree.ts';
import { findUnknownLabels } from './unknown-labels.ts';
import { readWikiView, type WikiView } from './wiki-view.ts';

export interface ParseOptions {
  /** The page's address. A string that is none is allowed; the key then has no host. */
  readonly url: string;
  readonly profile: Profile;
}

/** What a first look tells: whether there are ideas, and how to read them. */
export interface Look {
  readonly chance: Chance;
  /** Reads what was seen, in steps of about a millisecond: as long as `isTouched` says no until it is read. Never throws. */
  readonly read: () => Steps<Reading>;
  /** Whether what was done to the document since the look changes what is read. Never throws. */
  readonly isTouched: (records: readonly MutationRecord[]) => boolean;
}

/** A reading under way: between two steps may come anything but a change of what is read. */
export type Steps<Result> = Generator<void, Result>;

/** What it comes to. */
export function atOnce<Result>(steps: Steps<Result>): Result {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

const NO_IDEAS: Warning = { code: 'no-ideas', message: 'No ideas were found on this page.' };

/**
 * Reads the ideas of a page. Never throws, whatever the document holds: where nothing is found, `warnings` say why and
 * `regions` are empty.
 */
export function parsePage(document: Document, options: ParseOptions): Reading {
  return atOnce(lookAt(document, options).read());
}

/** Looks at a page as quickly as most pages are worth. Never throws, as `parsePage` does not. */
export function lookAt(document: Document, options: ParseOptions): Look {
  try {
    return lookAtDocument(document, options);
  } catch (error) {
    return settled(unreadable(options.url, error));
  }
}

/** Of a page that nobody reads closely. */
function settled(reading: Reading): Look {
  return {
    chance: 'none',
    // biome-ignore lint/correctness/useYield: it is no work
    *read() {
      return reading;
    },
    isTouched: () => false,
  };
}

function lookAtDocument(document: Document, options: ParseOptions): Look {
  const { url, profile } = options;
  const view = readWikiView(document);
  if (view.kind === 'other') {
    const message = 'This is not a view in which the page is read.';
    return settled(nothing(view, url, null, [{ code: 'not-a-read-view', message }]));
  }
  const lexicon = lexiconOf(profile);
  const roots = rootsOf(document);
  const chances = roots.map(root => chanceOfIdeas(root, lexicon, profile));
  const likely = roots.filter((_, position) => chances[position] !== 'none');
  return {
    chance: (['good', 'some'] as const).find(chance => chances.includes(chance)) ?? 'none',
    read: () => readRoots(likely, nothing(view, url, roots[0] ?? null, [NO_IDEAS]), { ...options, view, lexicon }),
    isTouched: records => isTouched(roots, records),
  };
}

/** What a reading needs to know beside the content. */
interface Known extends ParseOptions {
  readonly view: WikiView;
  readonly lexicon: Lexicon;
}

function* readRoots(roots: readonly Element[], otherwise: Reading, known: Known): Steps<Reading> {
  try {
    for (const root of roots) {
      const reading = yield* readRoot(root, known);
      if (reading) return reading;
    }
    return otherwise;
  } catch (error) {
    return unreadable(known.url, error);
  }
}

/** A document can make any access throw (a form control named like a property of the document). Then nothing was read. */
function unreadable(url: string, error: unknown): Reading {
  const view: WikiView = { kind: 'other', revision: null, current: true, pageName: null };
  const message = `The page could not be read: ${error instanceof Error ? error.message : String(error)}`;
  return nothing(view, url, null, [{ code: 'no-ideas', message }]);
}

/** What one content element holds; `null` when that is neither ideas nor lists nor anything that looks like them. */
function* readRoot(root: Element, known: Known): Steps<Reading | null> {
  const { view, url, profile, lexicon } = known;
  const tree = yield* readTree(root);
  const headings = readHeadings(tree);
  yield;
  const labels = findLabels(tree, readLines(tree), lexicon);
  yield;
  const listOf = listTest(profile);
  const outline = readOutline(tree, headings, labels, lexicon, title => listOf(title) !== null);
  yield;
  const groups = readGroups(outline, profile, titleOf(view, url));
  if (groups.ideas.length > 0) return yield* assemble(tree, groups, known);
  const unknown = findUnknownLabels(tree, headings, lexicon);
  if (!unknown && groups.lists.length === 0) return null;
  const reading = nothing(view, url, root, [unknown?.warning ?? NO_IDEAS], unknown && childOfRoot(tree, unknown.first));
  return { ...reading, page: { ...reading.page, lists: groups.lists } };
}

function* assemble(tree: Tree, groups: Groups, { view, url, profile }: Known): Steps<Reading> {
  const starts = new Set(groups.ideas.flatMap(({ entry }) => entry.labels.map(label => label.start)));
  const owned = commentsByHeading(tree, groups, findComments(tree, profile, starts));
  const following = new Map(
    groups.structural.map((entry, position) => [entry, groups.structural[position + 1]?.heading]),
  );
  yield;
  const isPlaceholder = placeholderTest(profile);
  const counts = new Map<IdeaKey, number>();
  const ideas: Idea[] = [];
  const regions = new Map<IdeaKey, IdeaRegion>();
  const warnings: Warning[] = [...groups.warnings, ...owned.warnings];
  for (const placed of groups.ideas) {
    const { entry } = placed;
    const key = nextKey(entry.heading, counts);
    const comments = owned.comments.get(entry) ?? [];
    const end = contentEnd(tree, entry.heading, entry.labels.at(-1)?.start ?? 0, following.get(entry));
    const read = readIdea(tree, { key, placed, end, comments }, isPlaceholder);
    const named = comments.map((found, position) => ({ id: read.idea.comments[position]?.id ?? '', found }));
    ideas.push(read.idea);
    warnings.push(...read.warnings);
    regions.set(key, ideaRegion(tree, key, entry.heading, end, named));
    yield;
  }
  const keys = ideas.map(idea => idea.key);
  const first = groups.groups.find(group => group.kind === 'list')?.entry ?? groups.ideas[0]?.entry;
  return {
    page: pageOf(view, url, groups.lists, ideas),
    regions: {
      root: tree.root,
      start: first ? childOfRoot(tree, first.heading) : null,
      ideas: regions,
      groups: groups.groups.map(group => groupRegion(tree, group, keys)),
    },
    warnings,
  };
}

/** The key of the next idea with this title. A title that looks like a numbered one does not take its key. */
function nextKey(heading: Heading, counts: Map<IdeaKey, number>): IdeaKey {
  const plain = ideaKey(heading.title);
  let count = (counts.get(plain) ?? 0) + 1;
  while (count > 1 && counts.has(ideaKey(heading.title, count))) count++;
  counts.set(plain, count);
  const key = ideaKey(heading.title, count);
  if (key !== plain) counts.set(key, 1);
  return key;
}

/** Each comment goes to the last heading before it that is an idea or a group; there it must be an idea. */
function commentsByHeading(
  tree: Tree,
  groups: Groups,
  found: readonly FoundComment[],
): { comments: ReadonlyMap<Entry, FoundComment[]>; warnings: Warning[] } {
  const comments = new Map<Entry, FoundComment[]>();
  const warnings: Warning[] = [];
  const inLists = new Set(groups.groups.map(group => group.entry));
  let next = 0;
  let owner: Entry | undefined;
  for (const comment of found) {
    while ((groups.structural[next]?.heading.index ?? tree.size) < comment.icon) owner = groups.structural[next++];
    if (owner?.kind === 'idea') {
      const own = comments.get(owner);
      if (own) own.push(comment);
      else comments.set(owner, [comment]);
    } else if (owner && inLists.has(owner)) {
      const heading = owner.heading.title;
      warnings.push({
        code: 'comment-without-idea',
        message: `A comment under “${heading}” stands before any idea.`,
        heading,
      });
    }
  }
  return { comments, warnings };
}

function titleOf(view: WikiView, url: string): string {
  return (view.pageName ?? titleFromAddress(url) ?? '').replaceAll('_', ' ');
}

function pageOf(view: WikiView, url: string, lists: Page['lists'], ideas: readonly Idea[]): Page {
  const title = titleOf(view, url);
  return { key: keyOf(url, title), title, url, revision: view.revision, current: view.current, lists, ideas };
}

function nothing(
  view: WikiView,
  url: string,
  root: Element | null,
  warnings: Warning[],
  start: Node | null = null,
): Reading {
  const regions: Regions = { root, start, ideas: new Map(), groups: [] };
  return { page: pageOf(view, url, [], []), regions, warnings };
}
