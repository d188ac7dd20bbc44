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
/** “Extremely” before a level above the middle is the top of the scale; these change nothing. */
const MODIFIERS = new Set(['very', 'quite', 'rather', 'fairly', 'relatively', 'pretty']);
const NOUNS = new Set(['level', 'difficulty']);
const SEPARATORS = new Set([',', ';', '/', '-', '–', '—', 'to', 'or', 'and', 'until']);
const NOTES = new Set([
  ',',
  ';',
  ':',
  '.',
  '!',
  ' - ',
  'if',
  'but',
  'depending',
  'depends',
  'for',
  'with',
  'when',
  'unless',
  'because',
]);

/** Before a level in a note: it is said of something else. */
const TURNS = new Set([...SEPARATORS, 'else', 'but']);

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
  const tokens = text.toLowerCase().match(/[\w\u00c0-\u1fff]+|\s[-–—]\s|\S/gu) ?? [];
  const levels: Level[] = [];
  let at = 0;
  for (;;) {
    let next = at;
    while (levels.length > 0 && SEPARATORS.has((tokens[next] ?? '').trim())) next++;
    const isTop = tokens[next] === 'extremely';
    if (isTop || MODIFIERS.has(tokens[next] ?? '')) next++;
    const word = tokens[next] ?? '';
    const level = Object.hasOwn(LEVELS, word) ? LEVELS[word] : undefined;
    if (level === undefined) break;
    levels.push(isTop && level >= 3 ? 4 : level);
    at = NOUNS.has(tokens[next + 1] ?? '') ? next + 2 : next + 1;
  }
  return beginsNote(tokens[at]) && !hasOtherLevel(tokens.slice(at)) ? levels : [];
}

const beginsNote = (word: string | undefined) => word === undefined || NOTES.has(word.replace(/\s[-–—]\s/u, ' - '));

/** Whether a note has a level of its own: “easy for C programmers, hard otherwise”. What it then is in all cannot be told. */
function hasOtherLevel(note: readonly string[]): boolean {
  return note.some((word, at) => {
    const before = (note[at - 1] ?? '').trim();
    // A sentence of its own can begin with such a word: “Advanced C helps”.
    return Object.hasOwn(LEVELS, word) && (TURNS.has(before) || (before === '.' && beginsNote(note[at + 1])));
  });
}
