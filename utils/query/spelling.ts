/** Names of fields that are spelled almost right. For saying what was perhaps meant, never for guessing it. */
import { TEXT_FIELDS, type TextField } from '../model/text.ts';

/**
 * The field whose name somebody may have meant: one that begins with the same letter and has few of its letters wrong, one in four and two at
 * most; `null` when none is.
 */
export function fieldNear(name: string): TextField | null {
  const wanted = name.toLowerCase();
  const near = TEXT_FIELDS.filter(field => field[0] === wanted[0])
    .map(field => ({ field, wrong: lettersWrong(wanted, field) }))
    .filter(({ field, wrong }) => wrong <= Math.min(2, field.length / 4))
    .sort((a, b) => a.wrong - b.wrong);
  return near[0]?.field ?? null;
}

/** How many letters must be put in, left out, replaced, or changed round with the next one to make `b` of `a`. */
function lettersWrong(a: string, b: string): number {
  let before: number[] = [];
  let row = [...b, ''].map((_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const round = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      const changed = round ? (before[j - 2] ?? 0) + 1 : replaced;
      next.push(Math.min(replaced, changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    before = row;
    row = next;
  }
  return row[b.length] ?? 0;
}
