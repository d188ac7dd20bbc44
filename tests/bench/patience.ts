/** Gives up what takes too long. A page that is at work cannot be asked to stop: its browser has to be closed then. */

export interface Patience {
  /** What the step gives; rejects once all of the time is gone, and the step goes on unheard. */
  within<Result>(step: Promise<Result>): Promise<Result>;
  end(): void;
}

/** One time, in ms, for all steps together, from now on. */
export function patienceOf(ms: number): Patience {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`more than ${ms / 1_000} s`)), ms);
  });
  // It may be late when nobody waits for a step.
  late.catch(() => undefined);
  return {
    within(step) {
      // What is given up fails later, when its browser is closed.
      step.catch(() => undefined);
      return Promise.race([step, late]);
    },
    end: () => clearTimeout(timer),
  };
}

/** The first line of what went wrong. */
export function reasonOf(error: unknown): string {
  return String(error).split('\n')[0] ?? '';
}
