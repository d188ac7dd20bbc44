/**
 * A sentence of the locale files with text of the page in it. The page's text is never handed to the message itself: it is set
 * into the finished sentence, as an isolated node, so that right-to-left or control characters in it cannot reorder our words
 * and no length or sign in it can break the message.
 */
import type { VNode } from 'preact';

/** Private-use characters stand for the page's texts while the message is made; no locale file holds them. */
const SLOTS: readonly string[] = ['\uE000', '\uE001', '\uE002'];

/** What to pass to `t` as the substitutions of a message whose `$1` … `$3` are texts of the page. */
export const slots: readonly string[] = SLOTS;

/** More would push the sentence out of sight; the page itself holds the whole. */
const LONGEST = 120;

/** `text` in at most `longest` characters, with an ellipsis where it was cut. */
export function shorten(text: string, longest = LONGEST): string {
  if (text.length <= longest) return text;
  return `${[...text.slice(0, longest)].slice(0, -1).join('')}…`;
}

export interface PhraseProps {
  /** A message made with `slots` as substitutions. */
  readonly message: string;
  /** The page's texts for `$1`, `$2`, `$3`. */
  readonly texts: readonly string[];
}

/** The message with the texts in their places; a text that is not given leaves its place empty. */
export function Phrase({ message, texts }: PhraseProps): VNode {
  const parts = message.split(/([\uE000-\uE002])/u).map(part => {
    const slot = SLOTS.indexOf(part);
    return slot < 0 ? part : <bdi key={slot}>{shorten(texts[slot] ?? '')}</bdi>;
  });
  return <>{parts}</>;
}
