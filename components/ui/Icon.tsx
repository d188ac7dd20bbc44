/** Draws one icon of icons.ts in the colour of the text around it. Never a name for anything: hidden from speech. */
import type { IconShape } from './icons.ts';

/** `size` in px: 16, or 12 for chevrons and x, 14 in badges. */
export function Icon({ shape, size = 16 }: { shape: IconShape; size?: 12 | 14 | 16 }) {
  return (
    <svg class={shape.flips ? 'icon flips' : 'icon'} width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
      <path d={shape.d} />
    </svg>
  );
}
