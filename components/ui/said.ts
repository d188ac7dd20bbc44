/** Words that follow by themselves from what is asked for are said when nothing has changed for a while, and each once. */
import { useEffect, useRef } from 'preact/hooks';

/** As the status does, ms. */
const DELAY = 500;

/** Says `words` politely once they have stood for `delay` ms; nothing while they are empty, and nothing again before others came. */
export function useSaid(words: string, say: (words: string) => void, delay = DELAY): void {
  const latest = useRef(say);
  latest.current = say;
  const said = useRef('');
  useEffect(() => {
    if (words === '') said.current = '';
    if (words === said.current) return;
    const timer = setTimeout(() => {
      said.current = words;
      latest.current(words);
    }, delay);
    return () => clearTimeout(timer);
  }, [words, delay]);
}
