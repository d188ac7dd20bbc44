/**
 * The search field, and the completions under it while one types. It keeps what is typed itself, so that no late answer of its
 * owner can take letters back. It stays a `searchbox`, not a combobox: what is typed counts as it stands.
 */
import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { close, search } from '../ui/icons.ts';
import { usePanelsFor } from '../ui/panels.ts';
import { type Completing, optionId, type Suggest, useCompletions } from './completions.ts';
import type { How, PartProps } from './parts.ts';

const LIST_ID = 'idea-lens-suggestions';

export interface SearchProps extends Pick<PartProps, 'programLabel' | 'locale' | 'shortcuts' | 'onSay'> {
  readonly text: string;
  readonly placeholder: string;
  /** There is room for the key that leads here. */
  readonly hint: boolean;
  readonly field: RefObject<HTMLInputElement | null>;
  /** How long after the last change the number of completions is said, ms. */
  readonly sayDelay: number;
  readonly suggest: Suggest;
  onNeedPanels(): void;
  /** `typing` for each change; `commit` on Enter, on leaving the field, when it is cleared, and when a value is taken. */
  onText(text: string, how: How): void;
}

export function Search(props: SearchProps) {
  const { text, placeholder, field, onText } = props;
  const completing = useCompletions(props);
  const { offered, active } = completing;
  const open = offered.length > 0;
  const panels = usePanelsFor(open, props.onNeedPanels);
  const commit = useCommit(onText);
  useLayoutEffect(() => {
    if (!field.current || field.current.value === text) return;
    field.current.value = text;
    commit.forget();
  }, [text, field]);
  useEffect(() => {
    // Else the same number would not be said again.
    if (!open) props.onSay('');
  }, [open]);
  useEffect(() => {
    if (!open) return;
    const say = () => props.onSay(t('toolbar.suggested', [numeral(offered.length, props.locale)], offered.length));
    const timer = setTimeout(say, props.sayDelay);
    return () => clearTimeout(timer);
  }, [text, offered.length]);

  const clear = () => {
    if (field.current) field.current.value = '';
    completing.shut();
    commit.now('');
    field.current?.focus();
  };
  return (
    <div class="search">
      <Icon shape={search} />
      <input
        ref={field}
        type="search"
        aria-label={t('toolbar.search')}
        aria-keyshortcuts={props.shortcuts ? '/' : undefined}
        aria-autocomplete="list"
        aria-controls={open && panels ? LIST_ID : undefined}
        aria-activedescendant={open && panels && active >= 0 ? optionId(LIST_ID, active) : undefined}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={event => {
          // First where, then what: the owner draws at once, and must find both new.
          completing.follow();
          commit.typed(event.currentTarget.value);
        }}
        onChange={event => commit.now(event.currentTarget.value)}
        onBlur={completing.shut}
        onPointerDown={completing.shut}
        onKeyDown={event => onKeyDown(event, completing, { clear, commit: commit.now })}
        onKeyPress={event => event.stopPropagation()}
        onKeyUp={event => event.stopPropagation()}
      />
      {text === '' && props.hint && props.shortcuts && (
        <span class="key" aria-hidden="true">
          /
        </span>
      )}
      {text !== '' && (
        <Button look="quiet" class="clear" icon={close} label={t('toolbar.clearSearch')} onClick={clear} />
      )}
      {open && panels && (
        <panels.SuggestionList
          id={LIST_ID}
          field={field}
          offered={offered}
          active={active}
          programLabel={props.programLabel}
          locale={props.locale}
          onTake={completing.take}
        />
      )}
    </div>
  );
}

/** Tells of each text as it is typed, and once when it is settled. */
function useCommit(onText: SearchProps['onText']) {
  const settled = useRef<string | null>(null);
  return {
    typed(text: string) {
      settled.current = null;
      onText(text, 'typing');
    },
    now(text: string) {
      if (settled.current === text) return;
      settled.current = text;
      onText(text, 'commit');
    },
    /** Somebody else has changed the text: back, say. What was settled may be asked for again. */
    forget() {
      settled.current = null;
    },
  };
}

interface Doing {
  clear(): void;
  commit(text: string): void;
}

/** Esc closes the list before it clears; arrows move in the list; Enter and Tab take what they moved to. */
function onKeyDown(event: KeyboardEvent, completing: Completing, doing: Doing): void {
  // The page's own single-key shortcuts see our host, not a text field, as the key's target.
  event.stopPropagation();
  if (event.isComposing || !(event.currentTarget instanceof HTMLInputElement)) return;
  const { value } = event.currentTarget;
  const { offered, active } = completing;
  const chosen = offered[active];
  const plain = !event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey;
  switch (event.key) {
    case 'Escape':
      if (offered.length > 0) completing.shut();
      else if (value) doing.clear();
      else return;
      break;
    case 'ArrowDown':
    case 'ArrowUp':
      if (!plain || (offered.length === 0 && !completing.canOpen())) return;
      if (offered.length === 0) completing.follow();
      else completing.move(event.key === 'ArrowDown' ? 1 : -1);
      break;
    case 'Enter':
      if (chosen) completing.take(chosen);
      else {
        completing.shut();
        doing.commit(value);
        return;
      }
      break;
    case 'Tab':
      if (!chosen || !plain) return;
      completing.take(chosen);
      break;
    case 'ArrowLeft':
    case 'ArrowRight':
    case 'Home':
    case 'End':
      // The caret leaves what the list is for.
      completing.shut();
      return;
    default:
      return;
  }
  event.preventDefault();
}
