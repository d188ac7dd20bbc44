/**
 * A popover of our own beneath its button, with the ways in and out that people expect of one. Render it directly
 * after its button, so that Tab goes from the one to the other and past its end to what follows; render it only while it
 * is open. Not modal: see the toolbar's sheet for that.
 */
import type { ComponentChildren, RefObject } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';
import { type Kept, keepAt, type Wish } from './keep-at.ts';
import { moveInList } from './move.ts';

/** What arrows move through, and what gets the focus on opening (of a radio list the chosen one: it alone has tab index 0). */
const ITEMS = 'button, input';
const FIRST = 'input, button:not([tabindex="-1"])';

export interface PopoverProps extends Wish {
  /** The button it belongs to: gets the focus back. */
  readonly button: RefObject<HTMLElement | null>;
  readonly role: 'dialog' | 'menu';
  /** Its accessible name. */
  readonly label: string;
  readonly class?: string;
  readonly children: ComponentChildren;
  /** Esc, a click outside, or Tab past the end: the owner renders it no more. */
  onClose(): void;
}

export function Popover(props: PopoverProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const kept = useRef<Kept | null>(null);
  useLayoutEffect(() => (box.current ? open(box.current, latest, kept) : undefined), []);
  // What was chosen in it can have changed its size.
  useLayoutEffect(() => {
    // With the page's next layout: asking for places at once would have a long page laid out twice.
    const waiting = requestAnimationFrame(() => kept.current?.put());
    return () => cancelAnimationFrame(waiting);
  });
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: both roles it can have take a label
    <div
      ref={box}
      class={`popover ${props.class ?? ''}`}
      popover="manual"
      role={props.role}
      aria-label={props.label}
      tabIndex={-1}
    >
      {props.children}
    </div>
  );
}

/** Shows `box`, keeps it at its button and listens for the ways out, until the function it gives is called. */
function open(box: HTMLElement, latest: RefObject<PopoverProps>, kept: RefObject<Kept | null>): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const document = box.ownerDocument;
  const onClose = () => latest.current.onClose();
  const isOurs = (target: unknown) =>
    target instanceof Node && (box.contains(target) || latest.current.button.current?.contains(target));
  box.showPopover();
  kept.current = keepAt(box, latest.current.button, latest.current);
  // Not in the middle of drawing: what is left by it may have the owner draw again, and this would be opened a second time.
  queueMicrotask(() => (box.querySelector<HTMLElement>(FIRST) ?? box).focus({ preventScroll: true }));

  const onPointer = (event: Event) => {
    if (!event.composedPath().some(isOurs)) onClose();
  };
  document.addEventListener('pointerdown', onPointer, { capture: true, signal });
  const onEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    onClose();
  };
  document.addEventListener('keydown', onEscape, { capture: true, signal });
  box.addEventListener('keydown', event => moveInList(event, box, ITEMS), { signal });
  const onFocusOut = (event: FocusEvent) => {
    if (event.relatedTarget && !isOurs(event.relatedTarget)) onClose();
  };
  box.addEventListener('focusout', onFocusOut, { signal });
  return () => {
    const inside = box.matches(':focus-within');
    listening.abort();
    kept.current?.letGo();
    if (inside) latest.current.button.current?.focus({ preventScroll: true });
  };
}
