/**
 * Keeps ideas at the distances that the page gave them, although sections stop the margins of neighbours from collapsing, and gives each
 * section the height that it takes while the browser skips its content. Writes on our own sections alone.
 *
 * To lay all ideas out anew, only because each stands in a section by now, takes seconds where there are thousands. So what is far from
 * the window is skipped from the beginning: the idea's own height is known, and what margins add to it inside its section is taken from
 * a section of the same form. Where that was wrong it is made good when the browser lays the section out, before it comes into sight.
 */
import type { IdeaKey } from '../model/key.ts';
import type { IdeaRegion } from '../model/region.ts';
import { MEASURED_ATTRIBUTE, ONE_LIST } from './names.ts';
import { isLaidOut } from './nodes.ts';
import type { Section } from './sections.ts';
import { type Extent, extentOf, leadOf, readStandings, tailOf } from './standing.ts';

/** What margins add inside a section, above the idea and below it; px. */
interface Added {
  readonly above: number;
  readonly below: number;
}

/** A section as it is now. */
interface Box extends Extent {
  readonly height: number;
  /** `null` while it has not been laid out: then it is as high as the idea, and as the gap to the next one. */
  readonly added: Added | null;
}

export interface Spacing {
  /** Px that the section of the idea of this number is given until it is laid out; `null` where it must be laid out at once. */
  heightUntilLaidOut(number: number): number | null;
  /** Once all are in their sections: gives these their distances and heights. Reads layout once for all. */
  settle(): void;
  /** Px that the section takes where it stands, margins and all: in page order, or in one list. 0 where it is not known. */
  heightOf(key: IdeaKey, inList: boolean): number;
  /** Whether what was taken for an idea's margins still waits to be compared with those that it has. */
  isAssumed(key: IdeaKey): boolean;
  isAnyAssumed(): boolean;
  /** Compares it for those of `keys` that are laid out by now. Reads layout once for all. */
  correct(keys: Iterable<IdeaKey>): void;
}

const NOTHING: Added = { above: 0, below: 0 };
/** Between ideas in one list, px: as in page.css. */
const LIST_GAP = 12;
/** Half a pixel is not to be seen. */
const LEAST = 0.5;

/** Reads how `regions`, all in page order and none wrapped yet, stand on the page. `sections` is where they are going to be. */
export function createSpacing(regions: readonly IdeaRegion[], sections: ReadonlyMap<IdeaKey, Section>): Spacing {
  const standings = readStandings(regions);
  const firstOfForm = new Map(standings.map(({ form }, number) => [form, number] as const).toReversed());
  const numbers = new Map(regions.map(({ key }, number) => [key, number]));
  /** By idea whose section has not been laid out. */
  const assumed = new Map<IdeaKey, Added>();
  /** The margins written so far, px. */
  const margins = standings.map(() => ({ start: 0, end: 0 }));

  /** Of the sections, px; 0 where not known. */
  const heights = standings.map(() => 0);

  const isBeforeIdea = (number: number) => standings[number]?.after === 'idea';
  /** What is folded away has no height yet, and no distances: its section is left as it is. */
  const isKnown = (number: number) => (standings[number]?.height ?? 0) > 0;
  /** To the next idea where it follows, px. */
  const gapAfter = (number: number) => (isBeforeIdea(number) ? (standings[number + 1]?.lead ?? 0) : 0);

  function elementOf(number: number): HTMLElement | null {
    const key = regions[number]?.key;
    return (key !== undefined && sections.get(key)?.element) || null;
  }

  function boxOf(number: number): Box | null {
    const [element, standing] = [elementOf(number), standings[number]];
    if (!element?.isConnected || !standing) return null;
    const { top, bottom, height } = element.getBoundingClientRect();
    if (!isLaidOut(standing.region.headingBlock)) return { top, bottom: top + standing.height, height, added: null };
    const own = extentOf(standing.region);
    return { ...own, height, added: { above: own.top - top, below: bottom - own.bottom } };
  }

  /** How much farther the idea of this number now is from what is before and after it. */
  function pushedBy(number: number, boxes: readonly (Box | null)[]): { readonly start: number; readonly end: number } {
    const [box, standing] = [boxes[number], standings[number]];
    if (!box || !standing) return { start: 0, end: 0 };
    const { region, before, after } = standing;
    const lead = leadOf(region, box.top, before, boxes[number - 1]);
    const tail = tailOf(box.bottom, after);
    return {
      start: lead === null ? 0 : lead - standing.lead,
      end: tail === null ? 0 : tail - standing.tail,
    };
  }

  /** Draws what stands before a section, and after it, nearer by so many px. */
  function draw(number: number, { start = 0, end = 0 }: { readonly start?: number; readonly end?: number }): void {
    const [element, margin] = [elementOf(number), margins[number]];
    if (!element || !margin) return;
    margin.start -= start;
    margin.end -= end;
    element.style.marginBlockStart = Math.abs(margin.start) < LEAST ? '' : `${margin.start}px`;
    element.style.marginBlockEnd = Math.abs(margin.end) < LEAST ? '' : `${margin.end}px`;
  }

  /** Takes back what margins add below an idea: before the next one, where that follows. Below the page's last box nothing is. */
  function drawBelow(number: number, px: number): void {
    if (isBeforeIdea(number)) draw(number + 1, { start: px });
    else if (standings[number]?.after) draw(number, { end: px });
  }

  function assume(boxes: readonly (Box | null)[]): void {
    const known = new Map<string, Added>();
    standings.forEach(({ form }, number) => {
      const added = boxes[number]?.added;
      if (added && !known.has(form)) known.set(form, added);
    });
    standings.forEach(({ form, region }, number) => {
      const box = boxes[number];
      if (box && !box.added && isKnown(number)) assumed.set(region.key, known.get(form) ?? NOTHING);
    });
  }

  return {
    heightUntilLaidOut(number) {
      const standing = standings[number];
      if (!standing || standing.isNear || !isKnown(number) || firstOfForm.get(standing.form) === number) return null;
      return standing.height + gapAfter(number);
    },
    settle() {
      const boxes = standings.map((_, number) => boxOf(number));
      const pushed = standings.map((_, number) => pushedBy(number, boxes));
      assume(boxes);
      standings.forEach(({ region, height }, number) => {
        const [element, box] = [elementOf(number), boxes[number]];
        if (!element || !box) return;
        const { above, below } = assumed.get(region.key) ?? NOTHING;
        const { start = 0, end = 0 } = pushed[number] ?? {};
        draw(number, { start: start + above, end });
        // The gap, which stood for all margins, is no part of the section any more.
        drawBelow(number, box.added ? 0 : below - gapAfter(number));
        if (!isKnown(number)) return;
        const full = box.added ? box.height : height + above + below;
        heights[number] = full;
        element.style.containIntrinsicBlockSize = `auto ${Math.round(full)}px`;
        element.setAttribute(MEASURED_ATTRIBUTE, '');
      });
    },
    heightOf(key, inList) {
      const number = numbers.get(key) ?? -1;
      const { start = 0, end = 0 } = margins[number] ?? {};
      return (heights[number] ?? 0) + (inList ? LIST_GAP : start + end);
    },
    isAssumed: key => assumed.has(key),
    isAnyAssumed: () => assumed.size > 0,
    correct(keys) {
      const wrong = [...keys].flatMap(key => {
        const [number, was] = [numbers.get(key), assumed.get(key)];
        const element = number === undefined ? null : elementOf(number);
        // In one list a section has other margins, and a line above the heading.
        if (number === undefined || !was || !element || element.hidden || element.closest(ONE_LIST)) return [];
        // What is skipped would be laid out by being asked.
        const heading = regions[number]?.headingBlock;
        const box = heading && isLaidOut(heading) ? boxOf(number) : null;
        if (!box?.added) return [];
        const { added, height } = box;
        heights[number] = height;
        assumed.delete(key);
        return [{ number, above: added.above - was.above, below: added.below - was.below }];
      });
      for (const { number, above, below } of wrong) {
        if (Math.abs(above) >= LEAST) draw(number, { start: above });
        if (Math.abs(below) >= LEAST) drawBelow(number, below);
      }
    },
  };
}
