/** The search field. It keeps what is typed itself, so that no late answer of its owner can take letters back. */
import type { RefObject } from 'preact';
import { useLayoutEffect } from 'preact/hooks';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { close, search } from '../ui/icons.ts';

export interface SearchProps {
  readonly text: string;
  readonly placeholder: string;
  readonly field: RefObject<HTMLInputElement | null>;
  /** `typing` for each change; `commit` on Enter, on leaving the field, and when it is cleared. */
  onText(text: string, how: 'typing' | 'commit'): void;
}

export function Search({ text, placeholder, field, onText }: SearchProps) {
  useLayoutEffect(() => {
    if (field.current && field.current.value !== text) field.current.value = text;
  }, [text, field]);

  const clear = () => {
    if (field.current) field.current.value = '';
    onText('', 'commit');
    field.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // The page's own single-key shortcuts see our host, not a text field, as the key's target.
    event.stopPropagation();
    if (event.key !== 'Escape' || event.isComposing || !field.current?.value) return;
    event.preventDefault();
    clear();
  };
  return (
    <div class="search">
      <Icon shape={search} />
      <input
        ref={field}
        type="search"
        aria-label={t('toolbar.search')}
        placeholder={placeholder}
        autocomplete="off"
        spellcheck={false}
        enterkeyhint="search"
        onInput={event => onText(event.currentTarget.value, 'typing')}
        onChange={event => onText(event.currentTarget.value, 'commit')}
        onKeyDown={onKeyDown}
        onKeyPress={event => event.stopPropagation()}
        onKeyUp={event => event.stopPropagation()}
      />
      {text !== '' && (
        <Button look="quiet" class="clear" icon={close} label={t('toolbar.clearSearch')} onClick={clear} />
      )}
    </div>
  );
}
