/** Holds the figures to the targets. Measures nothing, prints nothing. */
import type { Arrivals } from './arrival.ts';
import type { NoIdeas } from './no-ideas.ts';
import type { AtRest, Rest } from './rest.ts';
import {
  ARRIVAL,
  ARRIVAL_BYTES,
  IN_PLACE,
  longestTask,
  MEMORY,
  OPERATIONS,
  PLANS,
  TARGETS,
  type Target,
  WITHOUT_IDEAS_MS,
} from './targets.ts';

/** Milliseconds by operation. */
export type Medians = Readonly<Record<string, number>>;

export interface Verdict {
  /** Ideas on the page; `null` for what hangs on no size. */
  readonly count: number | null;
  readonly what: string;
  readonly is: number;
  readonly most: number;
}

/** The middle of `values`; not a number when there are none. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

export function best(
  names: readonly string[],
  operation: string,
  medians: Readonly<Record<string, Medians>>,
): number | null {
  const times = names.flatMap(name => medians[name]?.[operation] ?? []);
  return times.length > 0 ? Math.min(...times) : null;
}

function timeOf(to: Target['to'], operation: string, medians: Readonly<Record<string, Medians>>): number | null {
  if (to === 'limit') return best(PLANS, operation, medians);
  if (to === 'best in-place peer') return best(IN_PLACE, operation, medians);
  return best([to], operation, medians);
}

/**
 * Each target at this size beside what was measured. A peer that was not measured gives no verdict; what the lens did not do is missed,
 * whatever the others need.
 */
export function judgeOperations(count: number, medians: Readonly<Record<string, Medians>>): Verdict[] {
  const targets = TARGETS.get(count) ?? {};
  const undone = OPERATIONS.filter(operation => medians.lens?.[operation] === undefined);
  const ratios = OPERATIONS.flatMap(operation =>
    (targets[operation] ?? []).flatMap(({ ratio, to }) => {
      const own = medians.lens?.[operation];
      const other = timeOf(to, operation, medians);
      if (own === undefined || other === null) return [];
      return [{ count, what: `${operation} / ${to}`, is: own / other, most: ratio }];
    }),
  );
  return [{ count, what: 'operations that the lens does not finish', is: undone.length, most: 0 }, ...ratios];
}

/** What of the lens's own was given up is missed: it has no figure to be judged by. */
export function judgeGivenUp(count: number, givenUp: Readonly<Record<string, string>>): Verdict[] {
  const own = Object.keys(givenUp).filter(what => what.startsWith('the lens'));
  return own.map(what => ({ count, what: `${what}, given up`, is: 1, most: 0 }));
}

export function judgeArrivals(count: number, { cold, warm }: Arrivals): Verdict[] {
  const [most, longest] = [ARRIVAL.get(count), longestTask(count)];
  const bars = most === undefined ? [] : [barVerdict('cold', cold.bar, most), barVerdict('warm', warm.bar, most)];
  const tasks = Math.max(cold.longestTask, warm.longestTask);
  return [
    ...bars.map(verdict => ({ ...verdict, count })),
    ...(longest === null ? [] : [{ count, what: 'longest task after it, ms', is: tasks, most: longest }]),
  ];
}

function barVerdict(how: string, is: number, most: number) {
  return { what: `arrival, ${how}, ms`, is, most };
}

/** What was given up has no figure here: see `judgeGivenUp`. */
export function judgeRest(count: number, { text, arrived, used }: Rest): Verdict[] {
  const most = MEMORY.get(count);
  const at = (when: string, { idle, held: { script, nodes } }: AtRest): Verdict[] => [
    { count, what: `calls while idle, ${when}`, is: idle.calls, most: 0 },
    ...(most === undefined
      ? []
      : [{ count, what: `memory ${when} / the page's text`, is: (script + nodes) / text, most }]),
  ];
  return [...at('on arrival', arrived), ...(typeof used === 'string' ? [] : at('after a search and a sort', used))];
}

export function judgeNoIdeas({ page, cold, warm, inserted }: NoIdeas): Verdict[] {
  const most = WITHOUT_IDEAS_MS;
  return [
    { count: null, what: `${page} without ideas, cold, ms of script`, is: cold.script, most },
    { count: null, what: `${page} without ideas, warm, ms of script`, is: warm.script, most },
    { count: null, what: `${page} without ideas, characters changed`, is: inserted, most: 0 },
  ];
}

export function judgeCode(bytes: number): Verdict {
  return { count: null, what: 'code at arrival, bytes', is: bytes, most: ARRIVAL_BYTES };
}
