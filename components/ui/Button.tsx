/** A button in one of Codex's looks. What it opens or does is the caller's. */
import type { ComponentChild, ComponentChildren, Ref } from 'preact';
import { Icon } from './Icon.tsx';
import type { IconShape } from './icons.ts';

export interface ButtonProps {
  /** `quiet` has no border at rest; `link` is blue text; `primary` the one filled button of a group. */
  readonly look: 'quiet' | 'normal' | 'primary' | 'link';
  readonly children?: ComponentChildren;
  readonly icon?: IconShape;
  /** Names the button where its text does not (icon alone, or more to say). Must hold the text that is seen. */
  readonly label?: string;
  /** Tooltip. */
  readonly title?: string;
  /** Set where the button opens something beneath it. */
  readonly expanded?: boolean;
  readonly popup?: undefined | 'menu' | 'dialog';
  readonly pressed?: boolean;
  readonly class?: string;
  readonly buttonRef?: Ref<HTMLButtonElement>;
  onClick(event: Event): void;
}

export function Button(props: ButtonProps) {
  return (
    <button
      type="button"
      ref={props.buttonRef ?? null}
      class={`button ${props.look} ${props.class ?? ''}`}
      aria-label={props.label}
      title={props.title}
      // Else a tooltip that is the name would be spoken a second time.
      aria-description={props.title && props.title === props.label ? '' : undefined}
      aria-expanded={props.expanded}
      aria-haspopup={props.popup}
      aria-pressed={props.pressed}
      onClick={props.onClick}
    >
      {props.icon && <Icon shape={props.icon} />}
      {[props.children].flat().map(isolated)}
    </button>
  );
}

/** Words run as their own language does, on a page of any direction. */
function isolated(child: ComponentChild) {
  return typeof child === 'string' && child.trim() !== '' ? <bdi>{child}</bdi> : child;
}
