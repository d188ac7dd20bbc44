/** A list of which one is chosen: rows of a menu, or radio buttons where it stands in a sheet. Choosing needs a click, Enter or Space. */
import { moveInList } from './move.ts';

export interface Option<V extends string> {
  readonly value: V;
  readonly name: string;
  readonly count?: string | undefined;
}

export interface OptionsProps<V extends string> {
  /** `menu`: inside a `role=menu`, whose popover moves the focus; `radios`: stands alone and moves it itself. */
  readonly kind: 'menu' | 'radios';
  /** `segments`: side by side in one frame. */
  readonly look?: 'rows' | 'segments';
  readonly label: string;
  readonly options: readonly Option<V>[];
  readonly chosen: V;
  onChoose(value: V): void;
}

export function Options<V extends string>({ kind, look = 'rows', label, options, chosen, onChoose }: OptionsProps<V>) {
  const radios = kind === 'radios';
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have take a label
    <div class={look} role={radios ? 'radiogroup' : 'group'} aria-label={label}>
      {options.map(({ value, name, count }) => (
        // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have are checked or not
        <button
          key={value}
          type="button"
          class="option"
          role={radios ? 'radio' : 'menuitemradio'}
          aria-checked={value === chosen}
          tabIndex={value === chosen ? 0 : -1}
          onClick={() => onChoose(value)}
          onKeyDown={event => {
            const list = event.currentTarget.parentElement;
            if (radios && list) moveInList(event, list, 'button');
          }}
        >
          <span class="option-name">{name}</span>
          {count !== undefined && <span class="count"> {count}</span>}
        </button>
      ))}
    </div>
  );
}
