/** Where an idea stands on the page, above its title when all ideas make one list. */
import type { VNode } from 'preact';
import { shorten } from '../review/Phrase.tsx';

export interface PlaceLineProps {
  /** The heading of its list, as the page has it. */
  readonly listHeading: string;
  /** `null` when it stands directly in the list. */
  readonly area: string | null;
}

/** "List of peer reviewed Projects › Mirage OS". */
export function PlaceLine({ listHeading, area }: PlaceLineProps): VNode {
  return (
    <p class="place">
      <bdi>{shorten(listHeading)}</bdi>
      {area !== null && (
        <>
          {' › '}
          <bdi>{shorten(area)}</bdi>
        </>
      )}
    </p>
  );
}
