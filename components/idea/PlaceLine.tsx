/** Where an idea stands on the page, above its title when all ideas make one list. */
import type { VNode } from 'preact';
import { wordsLanguage } from '../../utils/platform/i18n.ts';
import { shorten } from '../review/Phrase.tsx';

export interface PlaceLineProps {
  /** The heading of its list, as the page has it. */
  readonly listHeading: string;
  /** `null` when it stands directly in the list. */
  readonly area: string | null;
  /** What it is sorted by, where its place in the order would not be plain otherwise. */
  readonly detail?: string | null;
}

/** "List of peer reviewed Projects › Mirage OS · ~ 9 March 2014". */
export function PlaceLine({ listHeading, area, detail }: PlaceLineProps): VNode {
  return (
    <p class="place">
      <bdi>{shorten(listHeading)}</bdi>
      {area !== null && (
        <>
          {' › '}
          <bdi>{shorten(area)}</bdi>
        </>
      )}
      {detail && (
        <>
          {' · '}
          <bdi lang={wordsLanguage()}>{detail}</bdi>
        </>
      )}
    </p>
  );
}
