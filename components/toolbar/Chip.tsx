/** One thing that is set, and the way to take it off. */
import type { ComponentChildren, RefObject } from 'preact';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { close } from '../ui/icons.ts';

export interface ChipProps {
  /** What it holds, in words: "Area: Mirage OS". */
  readonly name: string;
  readonly children: ComponentChildren;
  /** Where the label opens something. */
  readonly opener?: {
    readonly button: RefObject<HTMLButtonElement | null>;
    readonly opened: boolean;
    onClick(): void;
  };
  onRemove(): void;
}

export function Chip({ name, children, opener, onRemove }: ChipProps) {
  return (
    <span class="chip">
      {opener ? (
        <Button
          look="quiet"
          class="chip-label"
          buttonRef={opener.button}
          expanded={opener.opened}
          popup="dialog"
          onClick={opener.onClick}
        >
          <span class="chip-text">{children}</span>
        </Button>
      ) : (
        <span class="chip-label">
          <span class="chip-text">{children}</span>
        </span>
      )}
      <button type="button" class="chip-remove" aria-label={t('toolbar.remove', [name])} onClick={onRemove}>
        <Icon shape={close} size={12} />
      </button>
    </span>
  );
}
