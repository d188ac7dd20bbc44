/** Which ideas a part of the window shows. Only reads, and of what the browser skips only the outermost box. */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion } from '../model/region.ts';
import { CHUNK } from './names.ts';
import { rectOf } from './nodes.ts';

/** An idea's box, px from the window's top. */
export interface IdeaBox {
  readonly key: IdeaKey;
  readonly top: number;
  readonly bottom: number;
}

/** The ideas that reach into the window between `from` and `to` (px from its top), from top to bottom; hidden ones have no box. */
export function ideasBetween(
  from: number,
  to: number,
  regions: readonly IdeaRegion[],
  sectionOf: (key: IdeaKey) => HTMLElement | null,
): IdeaBox[] {
  const reaches = ({ top, bottom }: { readonly top: number; readonly bottom: number }) =>
    bottom > top && bottom > from && top < to;
  const chunks = new Map<Element, boolean>();
  const isNear = (chunk: Element) => {
    const near = chunks.get(chunk) ?? reaches(chunk.getBoundingClientRect());
    chunks.set(chunk, near);
    return near;
  };
  const found: IdeaBox[] = [];
  for (const region of regions) {
    const section = sectionOf(region.key);
    const parent = section?.parentElement;
    if (parent?.localName === CHUNK && !isNear(parent)) continue;
    const box = section?.getBoundingClientRect() ?? boxOf(region);
    if (reaches(box)) found.push({ key: region.key, top: box.top, bottom: box.bottom });
  }
  return found.sort((a, b) => a.top - b.top);
}

/** Of an idea that is in no section. */
function boxOf({ headingBlock, nodes }: IdeaRegion): { readonly top: number; readonly bottom: number } {
  const last = nodes.findLast(node => node instanceof Element) as Element;
  const { top, bottom } = headingBlock.getBoundingClientRect();
  return { top, bottom: Math.max(bottom, rectOf(last).bottom) };
}
