/** One choice between on and off: its name, a line on what it means, and the switch at the end of the row. */
import { Switch } from '../ui/Switch.tsx';

export interface SwitchRowProps {
  /** Unique on the page. */
  readonly id: string;
  readonly name: string;
  readonly what: string;
  readonly on: boolean;
  onSwitch(): void;
}

export function SwitchRow({ id, name, what, on, onSwitch }: SwitchRowProps) {
  return (
    <div class="switch-row">
      <div>
        <p id={id}>{name}</p>
        <p id={`${id}-what`} class="quiet-text">
          {what}
        </p>
      </div>
      <Switch on={on} name={{ labelledBy: id }} describedBy={`${id}-what`} onSwitch={onSwitch} />
    </div>
  );
}
