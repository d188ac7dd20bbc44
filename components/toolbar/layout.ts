/** Which of its forms the toolbar takes. Only what changes the controls themselves; shorter words are container queries. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';

/** `wide` has everything in its line, `tight` with less air; `menu` folds the presets, the sort and the switch; `phone` leaves search and a sheet. */
export type Layout = 'wide' | 'tight' | 'menu' | 'phone';

/** The form for a bar of `width` px; a coarse pointer needs the phone's large targets at any width. */
export function layoutFor(width: number, coarse: boolean): Layout {
  if (coarse || width < 400) return 'phone';
  if (width < 640) return 'menu';
  return width < 720 ? 'tight' : 'wide';
}

/** The form for the box of `frame` as it is now, kept up to date. Measured with the page's own layout, never forcing one. */
export function useLayout(frame: RefObject<HTMLElement | null>): Layout {
  const [layout, setLayout] = useState<Layout>('wide');
  useLayoutEffect(() => {
    if (!frame.current) return;
    const coarse = matchMedia('(pointer: coarse)');
    let width = 0;
    const choose = () => {
      // Nothing to choose by while the bar is not shown at all.
      if (width > 0) setLayout(layoutFor(width, coarse.matches));
    };
    const sizes = new ResizeObserver(entries => {
      width = entries.at(-1)?.contentRect.width ?? 0;
      choose();
    });
    sizes.observe(frame.current);
    coarse.addEventListener('change', choose);
    return () => {
      sizes.disconnect();
      coarse.removeEventListener('change', choose);
    };
  }, [frame]);
  return layout;
}
