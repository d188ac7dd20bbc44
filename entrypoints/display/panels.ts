/** Fetches the script of what opens on demand: at the first opening, or in an idle moment; once, however often it is asked for. */
import type { OfferedPanels } from './panels-offer.ts';

export interface PanelsKeeper {
  /** `null` until they are there. */
  now(): OfferedPanels | null;
  /** Gives them once they are there. Rejects when they cannot be had; the next call tries again. */
  get(): Promise<OfferedPanels>;
}

/** `arrived` is called once, before any promise of `get` is kept. Nothing is fetched before the first `get`. */
export function createPanels(
  fetchThem: () => Promise<OfferedPanels>,
  arrived: (panels: OfferedPanels) => void,
): PanelsKeeper {
  let panels: OfferedPanels | null = null;
  let fetching: Promise<OfferedPanels> | null = null;

  async function fetchOnce(): Promise<OfferedPanels> {
    try {
      panels = await fetchThem();
      arrived(panels);
      return panels;
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
  };
}
