/** Which of its forms the toolbar takes: the roomiest whose first line fits, by the bar's width and by what was seen not to fit. */
import type { RefObject } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';

/**
 * `wide` has everything in its line; `terse` has shorter names of presets; `brief` icons for Filters and Sort, too; `tight` also less
 * air; `menu` folds the presets, the sort and the switch; `phone` leaves search and a sheet.
 */
export type Layout = (typeof LAYOUTS)[number];

/** Roomiest first. */
const LAYOUTS = ['wide', 'terse', 'brief', 'tight', 'menu', 'phone'] as const;

/** The form for a bar of `width` px and words of usual length; a coarse pointer needs the phone's large targets at any width. */
export function layoutFor(width: number, coarse: boolean): Layout {
  if (coarse || width < 400) return 'phone';
  if (width < 640) return 'menu';
  if (width < 720) return 'tight';
  return width <= 1000 ? 'brief' : 'wide';
}

/** Whether the presets stand side by side. */
export function hasTabs(layout: Layout): boolean {
  return layout !== 'menu' && layout !== 'phone';
}

/**
 * The form for the bar in `frame` as it is now, kept up to date. The frame holds a `.measure` of its width and no height. Some languages' words are longer, some fonts wider: a form whose first
 * line is seen to overflow gives way to the next, and comes back only where the bar has grown. Measured with the page's own
 * layout, never forcing one.
 */
export function useLayout(frame: RefObject<HTMLElement | null>): Layout {
  const [layout, setLayout] = useState<Layout>('wide');
  const drawn = useRef(layout);
  drawn.current = layout;
  const observer = useRef<ResizeObserver | null>(null);
  useLayoutEffect(() => {
    if (!frame.current) return;
    const box = frame.current;
    const measure = box.querySelector('.measure');
    if (!measure) return;
    const coarse = matchMedia('(pointer: coarse)');
    const tooNarrow = new Map<Layout, number>();
    let width = 0;
    const choose = () => {
      // Nothing to choose by while the bar is not shown at all.
      if (width === 0) return;
      const roomiest = LAYOUTS.indexOf(layoutFor(width, coarse.matches));
      const fits = (each: Layout, index: number) => index >= roomiest && width > (tooNarrow.get(each) ?? 0);
      setLayout(LAYOUTS.find(fits) ?? 'phone');
    };
    let waiting = 0;
    observer.current = new ResizeObserver(entries => {
      const isNew = width === 0;
      width = entries.findLast(({ target }) => target === measure)?.contentRect.width ?? width;
      if (overflows(box)) tooNarrow.set(drawn.current, Math.max(width, tooNarrow.get(drawn.current) ?? 0));
      cancelAnimationFrame(waiting);
      // Before the first paint where the bar itself is new; else a frame later, as what is measured here must not change at once.
      if (isNew) choose();
      else waiting = requestAnimationFrame(choose);
    });
    observer.current.observe(measure);
    coarse.addEventListener('change', choose);
    return () => {
      cancelAnimationFrame(waiting);
      observer.current?.disconnect();
      coarse.removeEventListener('change', choose);
    };
  }, [frame]);
  useLayoutEffect(() => {
    // Another preset, a count or a font that came late make a part wider while the bar stays as it is.
    const parts = [...(frame.current?.querySelectorAll(PARTS) ?? [])];
    for (const part of parts) observer.current?.observe(part);
    return () => {
      for (const part of parts) observer.current?.unobserve(part);
    };
  }, [frame, layout]);
  return layout;
}

const PARTS = '.first > *, .tabs > *';

function overflows(frame: HTMLElement): boolean {
  return [...frame.querySelectorAll('.first, .tabs')].some(line => line.scrollWidth > line.clientWidth);
}
