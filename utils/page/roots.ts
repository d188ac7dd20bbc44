/** Where on a document the content of a wiki page stands, and whether it is worth reading closely. */
import type { Profile } from '../model/profile.ts';
import type { Lexicon } from './labels.ts';

/** The content elements, outermost only, in page order; what stands for them where a saved page has none. */
export function rootsOf(document: Document): Element[] {
  const outputs = [...document.querySelectorAll('.mw-parser-output')];
  const outermost = outputs.filter(output => !output.parentElement?.closest('.mw-parser-output'));
  if (outermost.length > 0) return outermost;
  const root = document.querySelector('#mw-content-text') ?? document.body ?? document.documentElement;
  return root ? [root] : [];
}

/** Quick look before the close one: headings of lists, or words or marks that labels could be made of. Most pages end here. */
export function mayHoldIdeas(root: Element, lexicon: Lexicon, profile: Profile): boolean {
  const headings = [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')];
  if (headings.length === 0) return false;
  const list = new RegExp(profile.lists.map(rule => rule.heading).join('|') || '(?!)', 'iu');
  if (headings.some(heading => list.test(heading.textContent ?? ''))) return true;
  const text = (root.textContent ?? '').replace(/\s+/gu, ' ').toLowerCase();
  let known = 0;
  for (const label of lexicon.keys()) if (text.includes(label) && ++known === 2) return true;
  let marked = 0;
  for (const element of root.querySelectorAll('b, strong, th, dt')) {
    const follows = element.nextSibling?.nodeType === 3 ? (element.nextSibling.nodeValue ?? '') : '';
    if (/[:：]\s*$/u.test(element.textContent ?? '') || /^\s*[:：]/u.test(follows)) marked++;
    if (marked === 4) return true;
  }
  return false;
}
