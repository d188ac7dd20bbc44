/** One idea: its fields understood, its comments named. Where it stands on the page is in regions.ts. */
import type { Comment } from '../model/comment.ts';
import type { Idea, ProgramField } from '../model/idea.ts';
import type { IdeaKey } from '../model/key.ts';
import type { Warning } from '../model/page.ts';
import type { FieldName } from '../model/profile.ts';
import { isStrike } from './comment-run.ts';
import type { FoundComment } from './comments.ts';
import { readContacts } from './contacts.ts';
import { readDate } from './dates.ts';
import { readDifficulty } from './difficulty.ts';
import { type Field, fieldText, readFields } from './fields.ts';
import type { Placed } from './groups.ts';
import { readSkills } from './skills.ts';
import { type Gaps, partOf, plainText, type Stretch } from './text.ts';
import { endOf, hasClass, nameAt, type Tree } from './tree.ts';

export interface IdeaSource {
  readonly key: IdeaKey;
  readonly placed: Placed;
  /** First node after its content. */
  readonly end: number;
  readonly comments: readonly FoundComment[];
}

const NOWHERE: Stretch = { from: 0, offset: 0, to: 0 };

/** Reads an idea; the warnings say which values were not understood. */
export function readIdea(
  tree: Tree,
  source: IdeaSource,
  isPlaceholder: (text: string) => boolean,
): { idea: Idea; warnings: Warning[] } {
  const { heading, labels } = source.placed.entry;
  const fields = readFields(tree, heading, labels, source.end);
  const comments: Gaps = source.comments.map(comment => comment.gap);
  const gaps = withTakenBack(tree, comments, heading.block, source.end);
  const warnings: Warning[] = [];
  const text = plainText(tree, { from: heading.block, offset: 0, to: source.end });
  const texts = new Map(
    [...fields].map(([name, field]) => {
      const own = fieldText(tree, name, field, name === 'description' ? comments : gaps);
      return [name, own && partOf(text, own)];
    }),
  );
  const raw = (name: FieldName) => texts.get(name) ?? null;
  const isGiven = (text: string | null): text is string => text !== null && !isPlaceholder(text);
  const given = (name: FieldName) => {
    const text = raw(name);
    return isGiven(text) ? text : null;
  };
  const date = (name: FieldName) => {
    const text = raw(name);
    return isGiven(text) ? readDate(text) : { raw: text, iso: null, candidates: [] };
  };
  const check = (name: FieldName, text: string | null, understood: boolean) => {
    if (isGiven(text) && !understood) warnings.push(notUnderstood(heading.title, name, text));
  };
  const inserted = date('inserted');
  const verified = date('verified');
  const difficulty = isGiven(raw('difficulty'))
    ? readDifficulty(raw('difficulty'))
    : { raw: raw('difficulty'), min: null, max: null };
  const program = readProgram(raw('program'));
  check('inserted', inserted.raw, inserted.candidates.length > 0);
  check('verified', verified.raw, verified.candidates.length > 0);
  check('difficulty', difficulty.raw, difficulty.min !== null);
  check('program', program.raw, program.value !== 'unknown');
  const skillsRaw = raw('skills');
  const contactRaw = raw('contact');
  const stretch = (name: FieldName) => fields.get(name)?.stretch ?? NOWHERE;
  const idea: Idea = {
    key: source.key,
    anchor: heading.anchor,
    title: heading.title,
    list: source.placed.list,
    area: source.placed.area,
    inserted,
    verified,
    program,
    contactRaw,
    contacts: isGiven(contactRaw) ? readContacts(tree, stretch('contact'), gaps, isPlaceholder) : [],
    mailingList: given('mailingList'),
    irc: given('irc'),
    difficulty,
    skills: readSkills(tree, stretch('skills'), gaps, skillsRaw, isGiven(skillsRaw)),
    description: given('description'),
    outcomes: given('outcomes'),
    outcomesRaw: raw('outcomes'),
    comments: nameComments(source, fields.get('review')),
    text,
  };
  return { idea, warnings };
}

/** `gaps` and, between them, what is struck out and footnotes: neither says anything of a value. */
function withTakenBack(tree: Tree, gaps: Gaps, from: number, to: number): Gaps {
  const all: (readonly [number, number])[] = [];
  let next = 0;
  for (let at = from; at < to; at++) {
    const gap = gaps[next];
    if (gap && gap[0] <= at) next++;
    const out = gap && gap[0] <= at ? gap : isTakenBack(tree, at) ? ([at, endOf(tree, at)] as const) : null;
    if (out === null || out[1] <= at) continue;
    all.push(out);
    at = out[1] - 1;
  }
  return all;
}

function isTakenBack(tree: Tree, at: number): boolean {
  const name = nameAt(tree, at);
  return isStrike(name) || (name === 'sup' && hasClass(tree, at, 'reference'));
}

function notUnderstood(heading: string, field: FieldName, text: string): Warning {
  return {
    code: 'value-not-understood',
    message: `“${heading}”: ${field} “${text.slice(0, 80)}” was not understood.`,
    heading,
  };
}

function readProgram(raw: string | null): ProgramField {
  // Both of them, a question or “no idea” say neither; other programmes beside this one change nothing.
  const word = /^\s*(yes|no)(?![\w-])(?!\s*(?:\?|idea\b|(?:\/|or|and)\s*(?:yes|not?|maybe|perhaps)\b))/iu
    .exec(raw ?? '')?.[1]
    ?.toLowerCase();
  return { raw, value: word === 'yes' || word === 'no' ? word : 'unknown' };
}

/** Gives each comment its id, the same on every visit as long as idea, author, time and words are. */
function nameComments(source: IdeaSource, review: Field | undefined): Comment[] {
  const seen = new Map<string, number>();
  return source.comments.map(found => {
    const { author, timestamp, kind, state, text } = found;
    const base = `${source.key}#${digest(`${author ?? ''}\n${timestamp ?? ''}\n${text}`)}`;
    const count = (seen.get(base) ?? 0) + 1;
    seen.set(base, count);
    const inReview = review !== undefined && review.stretch.from < found.icon && found.icon < review.stretch.to;
    return { id: count > 1 ? `${base}~${count}` : base, author, timestamp, kind, state, text, misplaced: !inReview };
  });
}

/** 53 bits of a text as 11 characters: two FNV-1a sums of different seeds. Not for security. */
function digest(text: string): string {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
  }
  return ((high >>> 11) * 2 ** 32 + (low >>> 0)).toString(36).padStart(11, '0');
}
