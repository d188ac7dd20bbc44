/** What is said politely beside the status: one sentence at a time, said again when it is the same. */

export interface Announcements {
  now(): string;
  say(words: string): void;
}

/** A blank that nobody hears: without a difference the same words are not said again. */
const AGAIN = '\u00a0';

export function createAnnouncements(changed: () => void): Announcements {
  let words = '';
  return {
    now: () => words,
    say(next) {
      words = next === words ? `${next}${AGAIN}` : next;
      changed();
    },
  };
}
