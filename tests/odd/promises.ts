/**
 * What holds for every page, however odd: reading it throws nothing and changes nothing, no idea is lost that a plain reading has,
 * nothing is guessed, and everything made of the reading holds together. Throws at the first promise that is broken.
 */
import { isDeepStrictEqual } from 'node:util';
import type { AssessedIdea, Idea } from '../../utils/model/idea.ts';
import type { Reading } from '../../utils/model/page.ts';
import type { FieldName, Profile } from '../../utils/model/profile.ts';
import { parsePage } from '../../utils/page/parse-page.ts';
import { assess } from '../../utils/review/assess.ts';
import { commentToken, ideasOf, profileOf, tokenOf, writtenFields } from './names.ts';
import { type PlainField, type PlainSection, plainFields, readPlainly, tidy } from './plain-reading.ts';
import type { OddIdea, OddPage } from './plan.ts';

export const ADDRESS = 'https://wiki.xenproject.org/wiki/Odd';

/** What a page gave, and how much of it a plain reading could confirm. */
export interface Told {
  readonly reading: Reading;
  readonly ideas: readonly AssessedIdea[];
  /** Ideas, fields, missing fields and comments that the plain reading has. */
  readonly confirmed: {
    readonly ideas: number;
    readonly fields: number;
    readonly missing: number;
    readonly comments: number;
  };
  /** Milliseconds of the first reading. */
  readonly milliseconds: number;
}

export class Broken extends Error {}

function promise(holds: boolean, words: () => string): void {
  if (!holds) throw new Broken(words());
}

const show = (value: unknown) => JSON.stringify(value)?.slice(0, 400);

/** Reads `document`, the page at `url`, (twice) and holds the reading to everything but what is done with it later. */
export function readOdd(document: Document, page: OddPage, url = ADDRESS): Told {
  const profile = profileOf(page);
  const before = bytes(document);
  const begin = performance.now();
  const reading = parsePage(document, { url, profile });
  const milliseconds = performance.now() - begin;
  const again = parsePage(document, { url, profile });
  promise(before === bytes(document), () => 'reading has changed the document');
  promise(isDeepStrictEqual(reading.page, again.page), () => 'a second reading gives another page');
  promise(isDeepStrictEqual(reading.warnings, again.warnings), () => 'a second reading gives other warnings');
  const failure = reading.warnings.find(warning => warning.message.includes('could not be read'));
  promise(failure === undefined, () => `reading fails: ${failure?.message}`);
  holdTogether(reading);
  const ideas = reading.page.ideas.map(idea => assess(idea, profile));
  return { reading, ideas, confirmed: confirm(document, page, profile, reading), milliseconds };
}

/** The document as text. */
export function bytes(document: Document): string {
  return document.documentElement.outerHTML;
}

function holdTogether({ page, regions, warnings }: Reading): void {
  const keys = page.ideas.map(idea => idea.key);
  promise(new Set(keys).size === keys.length, () => `two ideas have one key: ${show(keys)}`);
  promise(
    isDeepStrictEqual([...regions.ideas.keys()], keys),
    () => `regions are not those of the ideas: ${show(keys)}`,
  );
  promise(keys.length > 0 || warnings.length > 0, () => 'no ideas and no warning');
  const inLists = page.lists.reduce((sum, list) => sum + list.ideas, 0);
  promise(inLists === keys.length, () => `lists hold ${inLists} ideas of ${keys.length}`);
  const owners = new Map<Node, string>();
  for (const [key, region] of regions.ideas) {
    for (const node of region.nodes) {
      promise(!owners.has(node), () => `${key} and ${owners.get(node)} share a node`);
      owners.set(node, key);
    }
  }
  const comments = page.ideas.flatMap(idea => idea.comments.map(comment => comment.id));
  promise(new Set(comments).size === comments.length, () => 'two comments have one id');
}

/** Everything that the plain reading has and the plan says is meant so has to be in the reading. */
function confirm(document: Document, page: OddPage, profile: Profile, { page: read }: Reading): Told['confirmed'] {
  const root =
    document.querySelector('.mw-parser-output') ?? document.querySelector('#mw-content-text') ?? document.body;
  const icon = profile.comment.icon.toLowerCase();
  const named = (image: Element, name: string) => (image.getAttribute(name) ?? '').replaceAll('_', ' ').toLowerCase();
  const sections = root
    ? readPlainly(root, image => named(image, 'alt').startsWith(icon) || named(image, 'src').includes(`/${icon}`))
    : [];
  const byToken = new Map(sections.flatMap(section => tokensIn(section).map(token => [token, section] as const)));
  const confirmed = { ideas: 0, fields: 0, missing: 0, comments: 0 };
  ideasOf(page).forEach((idea, number) => {
    const section = byToken.get(tokenOf(number));
    if (!section || !idea.named) return;
    // A link that is not closed leaves words of the edit link behind.
    const title = section.title.replace(/\[?edit\]$/u, '');
    // Where a heading was swallowed by what stood open, its fields stand under the one before.
    if (title !== tidy(idea.title.replaceAll('\0', ''))) return;
    const found = plainFields(section.lines, profile);
    const written = writtenFields(page, idea, number).filter(({ name, value }) =>
      found.some(field => field.name === name && field.value === plainValue(value)),
    );
    if (new Set(written.map(field => field.name)).size < 2) return;
    const mine = read.ideas.filter(each => each.irc === tokenOf(number));
    promise(
      mine.length === 1,
      () =>
        `“${section.title}” (${tokenOf(number)}) is read ${mine.length} times; ideas: ${show(read.ideas.map(each => [each.title, each.irc]))}`,
    );
    const [one] = mine;
    if (!one) return;
    promise(one.title === title, () => `title ${show(one.title)} instead of ${show(title)}`);
    confirmed.ideas++;
    for (const { name, value, bullets } of written) {
      // Whatever is written behind the last field may be more of it.
      const goesOn = bullets.length > 0 || idea.decoy !== null || found.at(-1)?.name === name;
      confirmed.fields += confirmField(one, name, plainValue(value), goesOn && !isShort(name));
    }
    confirmed.missing += confirmMissing(one, idea, withInner(sections, section), found, profile);
    confirmed.comments += confirmComments(one, idea, number, section);
  });
  return confirmed;
}

/** What nobody writes a second line of. */
const isShort = (name: FieldName) =>
  rawOf[name] !== undefined && !['contact', 'skills', 'description', 'outcomes'].includes(name);

/** The value as the page shows it; HTML has no NUL. */
const plainValue = (value: string) => tidy(value.replaceAll('\0', '')).replace(/^[:：]\s*/u, '');

function tokensIn(section: PlainSection): string[] {
  return section.lines.flatMap(line => line.match(/#zq\d+-ideas/gu) ?? []);
}

/** The section's lines with those below headings that no idea was written under: they may be inner headings of this one. */
function withInner(sections: readonly PlainSection[], section: PlainSection): readonly string[] {
  const lines = [...section.lines];
  for (const next of sections.slice(sections.indexOf(section) + 1)) {
    if (tokensIn(next).length > 0) break;
    lines.push(next.title, ...next.lines);
  }
  return lines;
}

const rawOf: Readonly<Partial<Record<FieldName, (idea: Idea) => string | null>>> = {
  inserted: idea => idea.inserted.raw,
  verified: idea => idea.verified.raw,
  program: idea => idea.program.raw,
  contact: idea => idea.contactRaw,
  mailingList: idea => idea.mailingList,
  irc: idea => idea.irc,
  difficulty: idea => idea.difficulty.raw,
  skills: idea => idea.skills.raw,
  description: idea => idea.description,
  outcomes: idea => idea.outcomesRaw,
};

function confirmField(idea: Idea, name: FieldName, value: string, goesOn: boolean): number {
  const raw = rawOf[name]?.(idea);
  // A colon is the label's or the value's.
  if (raw === undefined || value === '' || value.startsWith(':')) return 0;
  const isAlike = raw === value || (goesOn && raw?.startsWith(value));
  promise(isAlike === true, () => `“${idea.title}”: ${name} ${show(raw)} instead of ${show(value)}`);
  if (value === 'Unknown' || value === 'Purple' || value === 'constructor' || value === 'some day')
    confirmNotGuessed(idea, name);
  return 1;
}

function confirmNotGuessed(idea: Idea, name: FieldName): void {
  const guessed: Readonly<Partial<Record<FieldName, boolean>>> = {
    inserted: idea.inserted.candidates.length > 0 || idea.inserted.iso !== null,
    verified: idea.verified.candidates.length > 0,
    program: idea.program.value !== 'unknown',
    difficulty: idea.difficulty.min !== null || idea.difficulty.max !== null,
    contact: idea.contactRaw === 'Unknown' && idea.contacts.length > 0,
  };
  promise(guessed[name] !== true, () => `“${idea.title}”: ${name} is guessed`);
}

/** A field that was not written, and whose label stands nowhere in the idea, is not given. */
function confirmMissing(
  idea: Idea,
  planned: OddIdea,
  lines: readonly string[],
  found: readonly PlainField[],
  profile: Profile,
): number {
  const words = tidy(lines.join(' ')).toLowerCase();
  let count = 0;
  for (const [name, raw] of Object.entries(rawOf) as [FieldName, (idea: Idea) => string | null][]) {
    const isWritten =
      name === 'irc' || planned.fields.some(field => field.name === name) || found.some(field => field.name === name);
    if (isWritten || profile.labels[name].some(label => words.includes(label.toLowerCase()))) continue;
    promise(raw(idea) === null, () => `“${idea.title}”: ${name} is ${show(raw(idea))}, but was not written`);
    confirmNotGuessed(idea, name);
    count++;
  }
  return count;
}

function confirmComments(idea: Idea, planned: OddIdea, number: number, section: PlainSection): number {
  promise(
    idea.comments.length <= section.icons,
    () => `“${idea.title}”: ${idea.comments.length} comments, ${section.icons} icons`,
  );
  let count = 0;
  planned.comments.forEach((_, at) => {
    const token = commentToken(number, at);
    const shown = section.lines.filter(line => line.includes(token));
    if (shown.length !== 1) return;
    const found = idea.comments.filter(comment => comment.text.includes(token));
    promise(
      found.length === 1,
      () => `“${idea.title}”: the comment ${token} is read ${found.length} times of ${show(idea.comments)}`,
    );
    count++;
  });
  return count;
}
