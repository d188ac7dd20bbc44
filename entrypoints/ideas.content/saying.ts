/** What is said on a page where the lens is not: one thing at a time, until something else holds. What it says is told from outside. */
import type { NoticeContent } from '../../components/ui/Notice.tsx';
import type { Regions } from '../../utils/model/region.ts';
import type { Display } from '../display/offer.ts';
import type { OfferedPanels } from '../display/panels-offer.ts';

export interface Saying {
  /** Says it where the lens would be, unless it is hushed before the words have come. Rejects when they cannot be had. */
  say(regions: Regions, words: (notices: OfferedPanels['notices']) => NoticeContent): Promise<void>;
  /** What was said holds no more. */
  hush(): void;
}

export interface SayingOptions {
  readonly fetchDisplay: () => Promise<Pick<Display, 'showLoneNotice'>>;
  readonly fetchPanels: () => Promise<Pick<OfferedPanels, 'notices'>>;
}

/** Nothing is said any more once `life` ends. */
export function createSaying({ fetchDisplay, fetchPanels }: SayingOptions, life: AbortSignal): Saying {
  let saying = new AbortController();
  return {
    async say(regions, words) {
      const { signal } = saying;
      const { showLoneNotice } = await fetchDisplay();
      const { notices } = await fetchPanels();
      if (!signal.aborted) showLoneNotice(regions, words(notices), AbortSignal.any([signal, life]));
    },
    hush() {
      saying.abort();
      saying = new AbortController();
    },
  };
}
