/** Names of fields that are spelled almost right. For saying what was perhaps meant, never for guessing it. */
import { TEXT_FIELDS, type TextField } from '../model/text.ts';

/** The field whose name somebody may have meant: one with at most two letters wrong, and most of them right; `null` when none is. */
export function fieldNear(name: string): TextField | null {
  const wanted = name.toLowerCase();
  const near = TEXT_FIELDS.map(field => ({ field, wrong: lettersWrong(wanted, field) }))
    .filter(({ field, wrong }) => wrong <= Math.min(2, field.length / 3))
    .sort((a, b) => a.wrong - b.wrong);
  return near[0]?.field ?? null;
}

/** How many letters must be put in, left out or replaced to make `b` of `a`. */
function lettersWrong(a: string, b: string): number {
  let row = [...b, ''].map((_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
