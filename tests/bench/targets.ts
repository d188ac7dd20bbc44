/** What the lens is to reach, as ratios inside one run: to the best bare technique (the limit) and to the best peer. */

export const OPERATIONS = ['facet on', 'clear', 'key, other result', 'key, same result', 'sort', 'page order'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** Bare techniques; the best of them, operation by operation, is the limit. */
export const PLANS: readonly string[] = ['C', 'D', 'E'];
/** The least that a lens with a bar needs; no target, but what tells how far the limit itself can be reached. */
export const WITH_BAR = 'C with a bar';
/** Peers that leave the page's own nodes on the page. */
export const IN_PLACE: readonly string[] = ['MixItUp', 'Isotope', 'List.js', 'DataTables'];

export interface Target {
  /** At most so many times the other's time. */
  readonly ratio: number;
  readonly to: 'limit' | 'E' | 'best in-place peer' | 'MixItUp' | 'Tabulator';
}

const at300 = (toLimit: number, toPeer: number): readonly Target[] => [
  { ratio: toLimit, to: 'limit' },
  { ratio: toPeer, to: 'best in-place peer' },
];
const at3000: readonly Target[] = [
  { ratio: 1.5, to: 'E' },
  { ratio: 1 / 4, to: 'MixItUp' },
  { ratio: 1, to: 'Tabulator' },
];

/** By number of ideas and operation; other sizes are measured without a target. */
export const TARGETS: ReadonlyMap<number, Readonly<Partial<Record<Operation, readonly Target[]>>>> = new Map([
  [
    300,
    {
      'facet on': at300(1.5, 1 / 3),
      clear: at300(1.5, 1 / 8),
      'key, other result': at300(1.5, 1 / 5),
      'key, same result': at300(2, 1 / 2),
      sort: at300(2, 1 / 5),
    },
  ],
  [3_000, Object.fromEntries(OPERATIONS.map(operation => [operation, at3000]))],
]);

/** Milliseconds from the end of parsing to the first frame with the bar, by number of ideas. */
export const ARRIVAL: ReadonlyMap<number, number> = new Map([
  [30, 50],
  [300, 100],
]);

/** The longest task after the bar stands, ms. */
export function longestTask(count: number): number | null {
  if (count <= 300) return 50;
  return count <= 3_000 ? 200 : null;
}

/** What the lens may hold in memory at 3,000 ideas, as a multiple of the page's text. */
export const MEMORY: ReadonlyMap<number, number> = new Map([[3_000, 2]]);

/** Milliseconds of script on a page without ideas, once it is compiled. */
export const WITHOUT_IDEAS_MS = 1;

/** Bytes, gzipped, of all code that runs at arrival on a page with ideas. */
export const ARRIVAL_BYTES = 25_000;
