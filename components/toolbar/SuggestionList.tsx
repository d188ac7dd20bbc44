/** The completions under the search field. The focus stays in the field, which points at the row that the arrows are at. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import type { Suggestion } from '../../utils/model/text.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { keepAt } from '../ui/keep-at.ts';
import { optionId } from './completions.ts';

export interface SuggestionListProps {
  readonly id: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** Never empty. */
  readonly offered: readonly Suggestion[];
  /** Index of the active row; -1 for none. */
  readonly active: number;
  readonly programLabel: string;
  /** BCP 47, for the numbers. */
  readonly locale: string;
  onTake(chosen: Suggestion): void;
}

export function SuggestionList(props: SuggestionListProps) {
  const { id, field, offered, active } = props;
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!box.current || !field.current) return;
    box.current.showPopover();
    return keepAt(box.current, field, { align: 'start', low: true, clear: '.bar' }).letGo;
  }, [field]);
  useLayoutEffect(() => {
    box.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={box}
      id={id}
      class="popover suggestions"
      popover="manual"
      role="listbox"
      tabIndex={-1}
      aria-label={t('toolbar.suggestions')}
      // The field must not lose the focus to a click here.
      onPointerDown={event => event.preventDefault()}
      onMouseDown={event => event.preventDefault()}
    >
      {offered.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's, which keeps the focus
        <div
          key={suggestion.words}
          id={optionId(id, index)}
          class="suggestion"
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          onClick={() => props.onTake(suggestion)}
        >
          <bdi class="suggestion-words">{suggestion.words}</bdi> <span class="count">{noteOn(suggestion, props)}</span>
        </div>
      ))}
    </div>
  );
}

/** How many ideas have the value; what a field is about. */
function noteOn({ kind, field, count }: Suggestion, { programLabel, locale }: SuggestionListProps): string {
  if (kind === 'field') return t(`field.${field}`, [programLabel]);
  return count === null ? '' : numeral(count, locale);
}
