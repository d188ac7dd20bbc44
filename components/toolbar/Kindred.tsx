/** Under the values of Skills: those that say what is ticked in more words, which nobody who ticked "C" has seen, and the click for them. */
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Phrase, slots } from '../review/Phrase.tsx';
import { Button } from '../ui/Button.tsx';

/** More names than these would be a second list. */
const MOST_NAMES = 3;

export interface KindredProps {
  /** As they are shown; never empty. */
  readonly names: readonly string[];
  readonly locale: string;
  onTake(): void;
}

/** "The same words are also in: C language · Some C programming skills Tick these 2, too". */
export function Kindred({ names, locale, onTake }: KindredProps) {
  const shown = names.slice(0, MOST_NAMES).join(' · ');
  const text = names.length > MOST_NAMES ? `${shown} · …` : shown;
  return (
    <p class="hint kindred">
      <Phrase message={t('facet.kindred', slots.slice(0, 1))} texts={[text]} />{' '}
      <Button
        look="link"
        class="small"
        onClick={({ currentTarget }) => {
          // It goes with what it does: the keyboard goes on among the values.
          if (currentTarget instanceof Element) {
            currentTarget.closest('fieldset')?.querySelector('input')?.focus({ preventScroll: true });
          }
          onTake();
        }}
      >
        {t('facet.takeKindred', [numeral(names.length, locale)], names.length)}
      </Button>
    </p>
  );
}
