/**
 * How many pages are tried and with which seed, from the environment: `IDEA_LENS_RUNS`, `IDEA_LENS_SEED`, and `IDEA_LENS_PATH` for
 * the one page that a failure names. Without them the seed is drawn, and the failure says it.
 */
import fc from 'fast-check';

/** Of the run, wherever its tests are: there is no `process` in a browser. */
const wish = (name: string): string => String(import.meta.env[name] ?? '');

const number = (name: string): number | null => {
  const value = wish(name);
  return value === '' || !Number.isInteger(Number(value)) ? null : Number(value);
};

/** `usual` many runs where nothing else is asked for. */
export function runsOf(usual: number): number {
  return number('IDEA_LENS_RUNS') ?? usual;
}

/** Parameters for `fc.assert`. */
export function parameters(usual: number): { numRuns: number; seed?: number; path?: string; endOnFailure?: boolean } {
  const seed = number('IDEA_LENS_SEED');
  const path = wish('IDEA_LENS_PATH');
  return { numRuns: runsOf(usual), ...(seed === null ? {} : { seed }), ...(path ? { path, endOnFailure: true } : {}) };
}

/** Whether the drawn page of that number is to be tried: `IDEA_LENS_PAGE` names a single one. */
export function isWanted(page: number): boolean {
  const only = number('IDEA_LENS_PAGE');
  return only === null || only === page;
}

/** So many drawn values, for what cannot be run as a property. */
export function sample<T>(arbitrary: fc.Arbitrary<T>, usual: number): { values: T[]; seed: number } {
  const seed = number('IDEA_LENS_SEED') ?? Math.trunc(Math.random() * 2 ** 31);
  return { values: fc.sample(arbitrary, { numRuns: runsOf(usual), seed }), seed };
}
