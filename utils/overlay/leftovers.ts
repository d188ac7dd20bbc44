/**
 * Undoes, from the page alone, what a lens left that died without restoring (the extension was updated or reinstalled):
 * sections go home and are unwrapped, our elements go, attributes of ours go. Knows nothing of that lens's memory.
 */
import { unwrap } from './journal.ts';
import { moveNode } from './move.ts';
import {
  ATTENTION_ATTRIBUTE,
  CHUNK,
  CONTENTS_ATTRIBUTE,
  CROWDED_ATTRIBUTE,
  GROUP_ATTRIBUTE,
  HIDDEN_ATTRIBUTE,
  HOME,
  IDEA_ATTRIBUTE,
  ONE_LIST,
  SECTION,
  SECTION_ATTRIBUTE,
} from './names.ts';
import { clearPaint } from './painting.ts';
import { hasLeftovers, OURS } from './traces.ts';

/** Takes a dead lens's left-overs out of `document`. On a page without any it changes nothing. */
export function undoLeftovers(document: Document): void {
  if (!hasLeftovers(document)) return;
  clearPaint(document);
  for (const home of document.querySelectorAll(HOME)) bringHome(document, home);
  for (const box of document.querySelectorAll(`${ONE_LIST}, ${CHUNK}, ${SECTION}[${SECTION_ATTRIBUTE}]`)) unwrap(box);
  for (const element of document.querySelectorAll(OURS)) element.remove();
  for (const name of [
    IDEA_ATTRIBUTE,
    ATTENTION_ATTRIBUTE,
    CONTENTS_ATTRIBUTE,
    CROWDED_ATTRIBUTE,
    GROUP_ATTRIBUTE,
    HIDDEN_ATTRIBUTE,
  ]) {
    for (const element of document.querySelectorAll(`[${name}]`)) element.removeAttribute(name);
  }
}

function bringHome(document: Document, home: Element): void {
  const number = home.getAttribute(SECTION_ATTRIBUTE) ?? '';
  if (!/^\d+$/u.test(number)) return;
  const section = document.querySelector(`${SECTION}[${SECTION_ATTRIBUTE}="${number}"]`);
  if (section && home.parentNode && !section.contains(home)) moveNode(section, home.parentNode, home);
}
