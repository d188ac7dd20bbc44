/** Who is measured at which number of ideas, and how often: what takes minutes is done once. */
import { IN_PLACE, PLANS } from './targets.ts';

/** The peers that are still bearable with thousands of ideas. */
const AT_3000: readonly string[] = ['MixItUp', 'Tabulator'];

export function contendersAt(count: number): readonly string[] {
  const always = ['lens', ...PLANS, 'hidden'];
  if (count <= 300) return [...always, ...IN_PLACE, 'Tabulator'];
  return count <= 3_000 ? [...always, ...AT_3000] : always;
}

export function roundsAt(count: number): number {
  if (count <= 300) return 9;
  return count <= 3_000 ? 3 : 1;
}

/** How often the lens's arrival is measured: each time is a page of its own. */
export function arrivalsAt(count: number): number {
  return count <= 300 ? 7 : count <= 3_000 ? 2 : 1;
}
