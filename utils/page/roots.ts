/** Where on a document the content of a wiki page stands, and whether it is worth reading closely. */
import type { Profile } from '../model/profile.ts';
import type { Lexicon } from './labels.ts';
import { collapse } from './text.ts';

/** The content elements, outermost only, in page order; what stands for them where a saved page has none. */
export function rootsOf(document: Document): Element[] {
  const outputs = [...document.querySelectorAll('.mw-parser-output')];
  const outermost = outputs.filter(output => !output.parentElement?.closest('.mw-parser-output'));
  if (outermost.length > 0) return outermost;
  const root = document.querySelector('#mw-content-text') ?? document.body ?? document.documentElement;
  return root ? [root] : [];
}

/** Whether what was done to a document touches what stands in `roots`, or took one of them away. Yes where it cannot be told. */
export function isTouched(roots: readonly Element[], records: readonly MutationRecord[]): boolean {
  try {
    return records.some(({ target }) => roots.some(root => root.contains(target) || !root.isConnected));
  } catch {
    // A form with controls of these names.
    return true;
  }
}

/** Whether a page is worth reading closely: certainly not, perhaps, or there will be ideas. */
export type Chance = 'none' | 'some' | 'good';

/** Labels of so many kinds make ideas likely. */
const GOOD = 4;
/** So many characters at the beginning of a page that has a list are enough to see what is in it. */
const BEGINNING = 100_000;

/** Quick look before the close one: headings of lists, or words or marks that labels could be made of. Most pages end here. */
export function chanceOfIdeas(root: Element, lexicon: Lexicon, profile: Profile): Chance {
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  if (headings.length === 0) return 'none';
  const list = new RegExp(profile.lists.map(rule => rule.heading).join('|') || '(?!)', 'iu');
  const hasList = headings.some(heading => list.test(heading.textContent ?? ''));
  const known = labelsIn(root.textContent ?? '', lexicon, hasList ? BEGINNING : Infinity);
  if (known === GOOD) return 'good';
  return hasList || known >= 2 || hasMarks(root) ? 'some' : 'none';
}

/** How many labels occur in the first characters of a text; no more than `GOOD` are counted. */
function labelsIn(text: string, lexicon: Lexicon, length: number): number {
  const folded = collapse(text.slice(0, length)).toLowerCase();
  let known = 0;
  for (const label of lexicon.keys()) if (folded.includes(label) && ++known === GOOD) break;
  return known;
}

/** Whether there are words that are marked as labels are. */
function hasMarks(root: Element): boolean {
  let marked = 0;
  for (const element of root.querySelectorAll('b, strong, th, dt')) {
    const follows = element.nextSibling?.nodeType === 3 ? (element.nextSibling.nodeValue ?? '') : '';
    if (/[:：]\s*$/u.test(element.textContent ?? '') || /^\s*[:：]/u.test(follows)) marked++;
    if (marked === 4) return true;
  }
  return false;
}
