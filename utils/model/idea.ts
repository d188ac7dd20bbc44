/**
 * What was read of one idea. Every understood value stands beside the raw text it was understood from;
 * `null` means "not given" (the field is absent or holds a placeholder), never a guess.
 */
import type { Comment } from './comment.ts';
import type { IdeaKey, ListId } from './key.ts';
import type { AdvisoryCode, ReasonCode } from './reason.ts';

/** The scale of difficulty: 1 easy/low/beginner, 2 medium/moderate/intermediate, 3 high/hard/advanced, 4 extreme/expert. */
export type Level = 1 | 2 | 3 | 4;

export interface DateField {
  /** The page's own text, `null` when the field is absent. */
  readonly raw: string | null;
  /** `YYYY-MM-DD` when exactly one reading is a real calendar day. */
  readonly iso: string | null;
  /** Every reading that is a real calendar day, sorted; empty when there is none. */
  readonly candidates: readonly string[];
}

export interface ProgramField {
  readonly raw: string | null;
  readonly value: 'yes' | 'no' | 'unknown';
}

export interface Contact {
  readonly name: string | null;
  readonly email: string | null;
  readonly role: 'contact' | 'mentor' | 'student';
}

export interface DifficultyField {
  readonly raw: string | null;
  /** Both set or both `null`; `min <= max`. */
  readonly min: Level | null;
  readonly max: Level | null;
}

export interface SkillsField {
  readonly raw: string | null;
  readonly items: readonly string[];
  /** How the items were written: as bullets, as a comma list, or as sentences (one item a sentence). */
  readonly form: 'none' | 'bullets' | 'list' | 'prose';
}

/** One idea as it stands on the page. */
export interface Idea {
  readonly key: IdeaKey;
  /** The id of its heading, for links; `null` when the heading has none. */
  readonly anchor: string | null;
  readonly title: string;
  readonly list: ListId;
  readonly area: string | null;
  readonly inserted: DateField;
  readonly verified: DateField;
  readonly program: ProgramField;
  /** The contact field's own text, `null` when absent. */
  readonly contactRaw: string | null;
  readonly contacts: readonly Contact[];
  readonly mailingList: string | null;
  readonly irc: string | null;
  readonly difficulty: DifficultyField;
  readonly skills: SkillsField;
  /** Plain text, white space collapsed, comments left out; `null` when missing. */
  readonly description: string | null;
  readonly outcomes: string | null;
  /** The outcomes field's own text, a placeholder too; `null` when absent. */
  readonly outcomesRaw: string | null;
  readonly comments: readonly Comment[];
  /** All text of the idea as the page shows it (title, fields, comments), white space collapsed: what search looks through. */
  readonly text: string;
}

/** An idea with what the attention rules say of it. */
export interface AssessedIdea extends Idea {
  readonly reasons: readonly ReasonCode[];
  readonly advisories: readonly AdvisoryCode[];
}
