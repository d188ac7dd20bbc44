/** What the bench says of its figures: tables, ratios, and which targets are met. Measures nothing. */
import type { Arrival } from './measure.ts';
import { IN_PLACE, OPERATIONS, PLANS, TARGETS, type Target } from './targets.ts';

/** Milliseconds by operation. */
export type Medians = Readonly<Record<string, number>>;

export interface Verdict {
  /** Ideas on the page; `null` for what hangs on no page. */
  readonly count: number | null;
  readonly what: string;
  readonly is: number;
  readonly most: number;
}

/** The middle of `values`; not a number when there are none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

function best(names: readonly string[], operation: string, medians: Readonly<Record<string, Medians>>): number | null {
  const times = names.flatMap(name => medians[name]?.[operation] ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

function timeOf(to: Target['to'], operation: string, medians: Readonly<Record<string, Medians>>): number | null {
  if (to === 'limit') return best(PLANS, operation, medians);
  if (to === 'best in-place peer') return best(IN_PLACE, operation, medians);
  return best([to], operation, medians);
}

/** Each target at this size beside what was measured. Whoever was not measured gives no verdict. */
export function judge(count: number, medians: Readonly<Record<string, Medians>>): Verdict[] {
  const targets = TARGETS.get(count) ?? {};
  return OPERATIONS.flatMap(operation =>
    (targets[operation] ?? []).flatMap(({ ratio, to }) => {
      const own = medians.lens?.[operation];
      const other = timeOf(to, operation, medians);
      if (own === undefined || other === null) return [];
      return [{ count, what: `${operation} / ${to}`, is: own / other, most: ratio }];
    }),
  );
}

/** Prints one size: a row a contender, milliseconds, and the lens's ratios to the limit and to the best peer in place. */
export function printSize(count: number, arrival: Arrival, medians: Readonly<Record<string, Medians>>): void {
  const columns = ['set up', ...OPERATIONS, 'off'];
  const cells = (name: string, texts: readonly string[]) =>
    console.log(name.padEnd(20) + texts.map(text => text.padStart(18)).join(''));
  console.log(
    `\n${count} ideas: bar after ${arrival.bar.toFixed(0)} ms, longest task after it ${arrival.longestTask.toFixed(0)} ms, shift ${arrival.shift.toFixed(3)}`,
  );
  cells('', columns);
  for (const [name, times] of Object.entries(medians)) {
    cells(
      name,
      columns.map(column => times[column]?.toFixed(1) ?? '–'),
    );
  }
  const ratios = (names: readonly string[]) =>
    columns.map(column => {
      const other = best(names, column, medians);
      const own = medians.lens?.[column];
      return own === undefined || other === null ? '–' : `${(own / other).toFixed(2)}×`;
    });
  cells('lens / limit', ratios(PLANS));
  cells('lens / best peer', ratios(IN_PLACE));
}
