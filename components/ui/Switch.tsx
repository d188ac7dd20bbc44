/** A switch in Codex's look, for the extension's own pages. It shows what is stored; turning it is the caller's. */
import { Icon } from './Icon.tsx';
import { check } from './icons.ts';

export interface SwitchProps {
  readonly on: boolean;
  /** Its accessible name, or the id of the element that names it. */
  readonly name: string | { readonly labelledBy: string };
  readonly describedBy?: string | undefined;
  onSwitch(): void;
}

export function Switch({ on, name, describedBy, onSwitch }: SwitchProps) {
  return (
    <button
      type="button"
      class="switch"
      role="switch"
      aria-checked={on}
      aria-label={typeof name === 'string' ? name : undefined}
      aria-labelledby={typeof name === 'string' ? undefined : name.labelledBy}
      aria-describedby={describedBy}
      onClick={onSwitch}
    >
      <span class="track">{on && <Icon shape={check} size={12} />}</span>
    </button>
  );
}
