/** Who is measured at which number of ideas, how often and how long: what takes minutes is done once. */
import { IN_PLACE, PLANS, WITH_BAR } from './targets.ts';

/** The peers that are still bearable with thousands of ideas. */
const AT_3000: readonly string[] = ['MixItUp', 'Tabulator'];

export function contendersAt(count: number): readonly string[] {
  const always = ['lens', ...PLANS, WITH_BAR, 'hidden'];
  if (count <= 300) return [...always, ...IN_PLACE, 'Tabulator'];
  return count <= 3_000 ? [...always, ...AT_3000] : always;
}

export function isPeer(name: string): boolean {
  return IN_PLACE.includes(name) || name === 'Tabulator';
}

/** How often everything is measured at a size. */
export interface Effort {
  /** Of all operations, for the lens and the bare techniques. */
  readonly rounds: number;
  /** The same, for its peers, which take most of the time. */
  readonly peerRounds: number;
  /** New tabs in which the lens arrives, and a second time in each. */
  readonly arrivals: number;
  /** The same, of bare extensions; 0: neither that, nor what one of them holds in memory. */
  readonly bare: number;
  /** How long a contender may take, from opening its page, ms; then it is given up. On two cores nobody who is of use comes near it. */
  readonly patience: number;
  /** What the lens holds in memory, and does while nobody does anything. */
  readonly rest: boolean;
  /** What watching the page costs. */
  readonly watching: boolean;
}

export function effortAt(count: number, quick: boolean): Effort {
  const few = { peerRounds: 3, bare: 2, rest: true, watching: false };
  if (count <= 300) {
    const watching = count === 300;
    // In a hurry the floors are left out: they are the browser's, not ours.
    if (quick) return { ...few, rounds: 5, peerRounds: 2, arrivals: 2, bare: 0, patience: 40_000, watching };
    return { ...few, rounds: 9, peerRounds: 5, arrivals: 5, bare: 3, patience: 60_000, watching };
  }
  if (count <= 3_000) return { ...few, rounds: 3, peerRounds: 2, arrivals: 2, patience: 150_000 };
  return { ...few, rounds: 1, peerRounds: 1, arrivals: 1, bare: 0, patience: 180_000, rest: false };
}
