/**
 * "13 of 24 ideas". What is seen follows at once; what is said politely waits until nothing has changed for a while, and
 * nothing is said on arrival. One element does both: it holds the words to say, and paints the newest ones by CSS, which
 * speech passes over. Whoever is led to it hears the newest at once.
 */
import { useEffect, useState } from 'preact/hooks';

export interface StatusProps {
  readonly words: string;
  /** It keeps the room of these, so that what stands beside it does not move with its numbers. */
  readonly longest: string;
  readonly seen: boolean;
  /** How long after the last change it is said, ms. */
  readonly delay: number;
}

export function Status({ words, longest, seen, delay }: StatusProps) {
  const [said, setSaid] = useState(words);
  useEffect(() => {
    if (said === words) return;
    const timer = setTimeout(() => setSaid(words), delay);
    return () => clearTimeout(timer);
  }, [words, said, delay]);
  return (
    <div
      class={seen ? 'status' : 'status unseen'}
      role="status"
      data-now={words}
      data-longest={longest}
      onFocus={() => setSaid(words)}
    >
      <span class="unseen">{said}</span>
    </div>
  );
}
