/** Difficulty: words and ranges on the scale of four levels. What is not understood stays raw; nothing is guessed. */
import type { DifficultyField, Level } from '../model/idea.ts';

const LEVELS: Readonly<Record<string, Level>> = {
  easy: 1,
  low: 1,
  beginner: 1,
  beginners: 1,
  medium: 2,
  moderate: 2,
  intermediate: 2,
  high: 3,
  hard: 3,
  difficult: 3,
  advanced: 3,
  extreme: 4,
  expert: 4,
  experts: 4,
};
const WORD = Object.keys(LEVELS).join('|');
/** “Extremely” before a level above the middle is the top of the scale; the other words change nothing. */
const STEP = `(?:(extremely)\\s+|(?:very|quite|rather|fairly|relatively|pretty)\\s+)?(${WORD})(?!\\w)(?:\\s+(?:level|difficulty))?`;
const FIRST = new RegExp(`^\\s*${STEP}`, 'iu');
const FURTHER = new RegExp(`^\\s*(?:,|;|/|[-–—]|to|or|and|until)?\\s*(?:to|or|and)?\\s*${STEP}`, 'iu');
const NOTE = /^\s*(?:$|[,;:.!]|[-–—]\s|(?:if|but|depending|depends|for|with|when|unless|because)\b)/iu;

/** Reads `raw`: a level or a range of levels, then perhaps a note. With any other word in front, `min` and `max` are `null`. */
export function readDifficulty(raw: string | null): DifficultyField {
  const levels = levelsOf((raw ?? '').replace(/\([^()]*\)?/gu, ' '));
  const [first] = levels;
  if (first === undefined) return { raw, min: null, max: null };
  return { raw, min: pick(levels, first, (a, b) => a < b), max: pick(levels, first, (a, b) => a > b) };
}

function pick(levels: readonly Level[], first: Level, better: (a: Level, b: Level) => boolean): Level {
  return levels.reduce((best, level) => (better(level, best) ? level : best), first);
}

/** The levels that the text begins with; none when something else than a note follows them. */
function levelsOf(text: string): Level[] {
  const levels: Level[] = [];
  let rest = text;
  for (let match = FIRST.exec(rest); match; match = FURTHER.exec(rest)) {
    const level = LEVELS[(match[2] ?? '').toLowerCase()];
    if (level === undefined) break;
    levels.push(match[1] && level >= 3 ? 4 : level);
    rest = rest.slice(match[0].length);
  }
  return NOTE.test(rest) ? levels : [];
}
