/** Where a popover stands beside its button. Geometry alone: nothing of the DOM. */

/** Distance between button and popover, and the least distance to the window's edge; px. */
const GAP = 4;
const EDGE = 8;
const MAX_HEIGHT = 420;
/** With so much room below, what must not cover what is above its button scrolls rather than goes there; px. */
const ENOUGH = 240;

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Place {
  readonly left: number;
  readonly top: number;
  readonly maxHeight: number;
}

/**
 * Puts a popover of `size` 4 px below `button`, its `align` side on the button's, in a window of `viewport`; all px, from
 * the window's top left corner. It goes above when it does not fit below and there is more room above, is never higher
 * than 420 or the window less 80, and stays inside the window sideways where it fits at all. With `low` it goes above only where
 * there is hardly any room below.
 */
export function placePopover(
  button: Box,
  size: { readonly width: number; readonly height: number },
  viewport: { readonly width: number; readonly height: number },
  align: 'start' | 'end',
  direction: 'ltr' | 'rtl',
  low = false,
): Place {
  const below = viewport.height - button.bottom - GAP - EDGE;
  const above = button.top - GAP - EDGE;
  const limit = Math.min(MAX_HEIGHT, viewport.height - 80);
  const height = Math.min(size.height, limit);
  const up = height > below && above > below && !(low && below >= ENOUGH);
  const maxHeight = Math.max(0, Math.min(limit, up ? above : below));
  const atLeft = (align === 'start') === (direction === 'ltr');
  const wished = atLeft ? button.left : button.right - size.width;
  return {
    left: Math.max(EDGE, Math.min(wished, viewport.width - size.width - EDGE)),
    top: up ? button.top - GAP - Math.min(height, maxHeight) : button.bottom + GAP,
    maxHeight,
  };
}
