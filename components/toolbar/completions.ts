/** What the search field's completions are doing: where one types, what is offered there, which one the arrows are at. No markup. */
import type { RefObject } from 'preact';
import { useState } from 'preact/hooks';
import type { Suggestion } from '../../utils/model/text.ts';
import type { How } from './parts.ts';

export type Suggest = (text: string, caret: number) => readonly Suggestion[];

export interface Completing {
  readonly offered: readonly Suggestion[];
  /** Index of the one that the arrows are at; -1 at first, so that Enter leaves the text as typed. */
  readonly active: number;
  /** Offers what fits where the caret is now. */
  follow(): void;
  /** Whether following would offer anything. */
  canOpen(): boolean;
  shut(): void;
  /** One down or up; past either end nothing is chosen. */
  move(step: 1 | -1): void;
  take(chosen: Suggestion): void;
}

export interface CompletingOptions {
  readonly text: string;
  readonly field: RefObject<HTMLInputElement | null>;
  readonly suggest: Suggest;
  onText(text: string, how: How): void;
}

const NOTHING: readonly Suggestion[] = [];

/** Asks for completions while drawing: `suggest` then knows the counts of the very text that is typed. */
export function useCompletions({ text, field, suggest, onText }: CompletingOptions): Completing {
  const [caret, setCaret] = useState<number | null>(null);
  const [active, setActive] = useState(-1);
  const fits = (at: number) => (text.trim() === '' ? NOTHING : suggest(text, at));
  const offered = caret === null ? NOTHING : fits(caret);
  const caretNow = () => field.current?.selectionStart ?? null;
  const put = (at: number | null) => {
    setCaret(at);
    setActive(-1);
  };
  return {
    offered,
    active: Math.min(active, offered.length - 1),
    follow: () => put(caretNow()),
    canOpen: () => fits(caretNow() ?? 0).length > 0,
    shut: () => put(null),
    move(step) {
      // One place more than there are suggestions: the text as typed.
      const places = offered.length + 1;
      setActive(((active + 1 + step + places) % places) - 1);
    },
    take(chosen) {
      if (field.current) {
        field.current.value = chosen.text;
        field.current.setSelectionRange(chosen.caret, chosen.caret);
        field.current.focus();
      }
      // The values of a field show at once.
      put(chosen.kind === 'field' ? chosen.caret : null);
      onText(chosen.text, chosen.kind === 'field' ? 'typing' : 'commit');
    },
  };
}

/** The id of one row, for the field to point at. */
export function optionId(list: string, index: number): string {
  return `${list}-${index}`;
}
