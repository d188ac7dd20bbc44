/** Skills: bullets, a comma list or sentences, as separate items in the page's own words. */
import type { SkillsField } from '../model/idea.ts';
import { collapse, type Gaps, plainText, type Stretch, textWithLines } from './text.ts';
import { endOf, nameAt, type Tree } from './tree.ts';

const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|cf|dr|mr|mrs|ms|prof|approx|esp|incl|resp|no|nr|a\.k\.a)\.$/iu;
/** Longer than any of them with what is before it. */
const LONGEST_ABBREVIATION = 12;
/** So few words are the name of a skill, not a sentence, even with a full stop behind. */
const WORDS_OF_A_NAME = 3;

/** Reads a skills field. `raw` is its text; a placeholder is told by the caller (`given` false). */
export function readSkills(tree: Tree, stretch: Stretch, gaps: Gaps, raw: string | null, given: boolean): SkillsField {
  if (raw === null || !given) return { raw, items: [], form: 'none' };
  const bullets = bulletsOf(tree, stretch, gaps);
  if (bullets.length > 0) return { raw, items: bullets, form: 'bullets' };
  const lines = textWithLines(tree, stretch, gaps)
    .split('\n')
    .map(collapse)
    .filter(line => line !== '');
  return { raw, ...readSkillsText(lines) };
}

/** Reads lines of plain text: a list when no line is a sentence, else one item a sentence. */
export function readSkillsText(lines: readonly string[]): Pick<SkillsField, 'items' | 'form'> {
  const names = lines.flatMap(splitList);
  if (names.length === 0) return { items: [], form: 'none' };
  if (!isProse(lines, names)) return { items: names, form: 'list' };
  return { items: lines.flatMap(splitSentences), form: 'prose' };
}

function bulletsOf(tree: Tree, stretch: Stretch, gaps: Gaps): string[] {
  const items: string[] = [];
  for (let at = stretch.from; at < stretch.to; at++) {
    if (nameAt(tree, at) !== 'li') continue;
    const to = Math.min(endOf(tree, at), stretch.to);
    let own = at + 1;
    while (own < to && nameAt(tree, own) !== 'ul' && nameAt(tree, own) !== 'ol') own++;
    const text = plainText(tree, { from: at, offset: 0, to: own }, gaps);
    if (text !== '') items.push(text);
  }
  return items;
}

function isProse(lines: readonly string[], names: readonly string[]): boolean {
  if (names.every(name => name.split(' ').length <= WORDS_OF_A_NAME)) return false;
  return lines.some(
    line => splitSentences(line).length > 1 || (/[.!?]["”’)]*$/u.test(line) && !ABBREVIATION.test(line)),
  );
}

/** Parts between commas and semicolons outside parentheses, without a leading “and”, a trailing full stop, an “etc.”. */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === '(' || char === '[') depth++;
    if ((char === ')' || char === ']') && depth > 0) depth--;
    if (at < text.length && !((char === ',' || char === ';') && depth === 0)) continue;
    parts.push(text.slice(start, at));
    start = at + 1;
  }
  return parts
    .map(part =>
      collapse(part)
        .replace(/^(?:and|[-–—])\s+/iu, '')
        .replace(/\.$/u, ''),
    )
    .filter(part => part !== '' && !/^etc$/iu.test(part));
}

function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let start = 0;
  // Not begun inside a run of full stops: else a long one would be gone through once for each of them.
  for (const match of text.matchAll(/(?<![.!?])[.!?]+["”’)]*(?=\s+[^\sa-z])/gu)) {
    const end = match.index + match[0].length;
    if (ABBREVIATION.test(text.slice(Math.max(start, end - LONGEST_ABBREVIATION), end))) continue;
    sentences.push(text.slice(start, end).trim());
    start = end;
  }
  sentences.push(text.slice(start).trim());
  return sentences.filter(sentence => sentence !== '');
}
