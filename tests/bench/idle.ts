/** Counts what the extension does while nobody does anything: in the page, and in its background. Judges nothing. */
import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright';
import { addressOf, isOwnCall, kindOf, record, type Span, type TraceEvent, timesByKind } from './trace.ts';

/** Of a few seconds without input. */
export interface Idle {
  /** Calls of ours, tasks of the page's world that can be nobody else's, and calls in the background. */
  readonly calls: number;
  readonly ms: number;
}

/** How long nobody does anything, ms. */
const WATCHED = 3_000;
const BEGINS = 'bench: idle from here';

/** Watches a page on which everything has been prepared. */
export async function watchIdle(page: Page): Promise<Idle> {
  const events = await record(page, async () => {
    await page.evaluate(name => console.timeStamp(name), BEGINS);
    await setTimeout(WATCHED);
  });
  const mark = events.find(({ name, args }) => name === 'TimeStamp' && args?.data?.message === BEGINS);
  if (!mark) throw new Error('The beginning is not in the record.');
  // What answers the bench's own call is over long before.
  const span: Span = { pid: mark.pid, tid: mark.tid, from: mark.ts + 100_000, to: mark.ts + WATCHED * 1_000 };
  const within = events.filter(({ ts }) => ts >= span.from && ts <= span.to);
  return {
    calls: within.filter(event => isOwnCall(event) || isOurTask(event, span) || isBackground(event)).length,
    ms: timesByKind(within, span).script,
  };
}

/** A microtask, timer or frame in the page, which has no scripts but ours. */
function isOurTask(event: TraceEvent, { pid, tid }: Span): boolean {
  return event.pid === pid && event.tid === tid && kindOf(event) === 'script';
}

function isBackground(event: TraceEvent): boolean {
  return event.name === 'FunctionCall' && addressOf(event).endsWith('/background.js');
}
