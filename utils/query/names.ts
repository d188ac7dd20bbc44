/** Which names of the page somebody means by what they typed: whole words first, else beginnings of words, else any part. */
import { fold } from './fold.ts';

/** A name as it is shown, and further words by which it is known (a mail address, a list's id). */
export interface Named {
  readonly name: string;
  readonly more: readonly string[];
}

/** Letters and digits, and the signs that make another word of one: C, C++ and C# are three. */
const WORD = /[\p{L}\p{N}+#]+/gu;

interface Folded {
  readonly name: string;
  readonly words: readonly string[];
  /** All of it, a blank at its start. */
  readonly whole: string;
}

/**
 * The indices of the names that `typed` means. Quoted, it is first of all one name as it stands. Otherwise it means every name
 * that has each of its words as a word ("c" is "C" and "C language"); where there is none, every name with words that begin so;
 * where there is none either, every name that contains it. Case and accents make no difference.
 */
export function meantBy(typed: string, quoted: boolean, names: readonly Named[]): readonly number[] {
  const wanted = fold(typed).trim();
  if (wanted === '') return [];
  const folded = names.map(foldedName);
  const where = (test: (one: Folded) => boolean) => folded.flatMap((one, index) => (test(one) ? [index] : []));
  const exact = quoted ? where(one => one.name === wanted) : [];
  if (exact.length > 0) return exact;
  const words = wanted.match(WORD) ?? [];
  const tests: readonly ((one: Folded) => boolean)[] = [
    one => words.length > 0 && words.every(word => one.words.includes(word)),
    one => words.length > 0 && words.every(word => one.words.some(other => other.startsWith(word))),
    one => one.whole.includes(wanted),
  ];
  return tests.map(where).find(found => found.length > 0) ?? [];
}

/** Whether a longer text has each word of `typed` as a word. */
export function hasWords(typed: string, text: string): boolean {
  const wanted = fold(typed).match(WORD) ?? [];
  const words = new Set(fold(text).match(WORD));
  return wanted.length > 0 && wanted.every(word => words.has(word));
}

function foldedName({ name, more }: Named): Folded {
  const whole = fold([name, ...more].join(' '));
  return { name: fold(name).trim(), words: whole.match(WORD) ?? [], whole };
}
