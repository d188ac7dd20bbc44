/** Fetches the script of what opens on demand: at the first opening, or in an idle moment; once, however often it is asked for. */
import type { OfferedPanels } from './panels-offer.ts';

export interface PanelsKeeper {
  /** `null` until they are there. */
  now(): OfferedPanels | null;
  /** Gives them once they are there. Rejects when they cannot be had; the next call tries again. */
  get(): Promise<OfferedPanels>;
  /** They are there already. */
  have(offered: OfferedPanels): void;
}

/** `arrived` is called once, before any promise of `get` is kept. Nothing is fetched before the first `get`. */
export function createPanels(
  fetchThem: () => Promise<OfferedPanels>,
  arrived: (panels: OfferedPanels) => void,
): PanelsKeeper {
  let panels: OfferedPanels | null = null;
  let fetching: Promise<OfferedPanels> | null = null;

  function have(offered: OfferedPanels): OfferedPanels {
    panels = offered;
    arrived(offered);
    return offered;
  }

  async function fetchOnce(): Promise<OfferedPanels> {
    try {
      return have(await fetchThem());
    } catch (error) {
      fetching = null;
      throw error;
    }
  }

  return {
    now: () => panels,
    get: () => {
      fetching ??= fetchOnce();
      return fetching;
    },
    have(offered) {
      fetching = Promise.resolve(have(offered));
    },
  };
}
