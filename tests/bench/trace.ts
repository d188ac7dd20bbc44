/**
 * Records what the browser does, and adds up what the extension's scripts have of it. Counts only: judges nothing, opens no page.
 *
 * The pages of the bench have no scripts that run on: after the content script has begun, microtasks, timers and frames there are its own.
 */
import type { Page } from 'playwright';

export interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  /** Microseconds. */
  readonly ts: number;
  readonly dur?: number;
  readonly pid: number;
  readonly tid: number;
  readonly args?: {
    readonly data?: Readonly<Record<string, unknown>>;
    readonly worldName?: string;
    readonly fileName?: string;
    readonly microtask_count?: number;
  };
}

export interface Span {
  /** Microseconds of the browser's clock. */
  readonly from: number;
  readonly to: number;
  /** The page's main thread. */
  readonly pid: number;
  readonly tid: number;
}

export type Kind = 'compile' | 'script' | 'layout' | 'paint' | 'collect';

const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile', 'blink.user_timing'];
/** What the isolated worlds of the extension and of the bare ones (bare.ts) are called. */
const WORLDS = /^(?:Idea Lens|Bare)/u;
const KINDS: ReadonlyMap<string, Kind> = new Map([
  ...['v8.compile', 'v8.compileModule', 'V8.CompileCode', 'V8.CompileScript'].map(name => [name, 'compile'] as const),
  ...['RunMicrotasks', 'TimerFire', 'FireAnimationFrame', 'FireIdleCallback'].map(name => [name, 'script'] as const),
  ...['UpdateLayoutTree', 'Layout'].map(name => [name, 'layout'] as const),
  ...['PrePaint', 'Paint', 'Layerize', 'Commit'].map(name => [name, 'paint'] as const),
  ...['MinorGC', 'MajorGC'].map(name => [name, 'collect'] as const),
]);
/** Events that say whose script they run. */
const CALLS = new Set(['EvaluateScript', 'FunctionCall', 'v8.run', 'v8.callFunction', 'v8.evaluateModule']);

/** What the browser did while `act` ran, in all its processes, in order. */
export async function record(page: Page, act: () => Promise<unknown>): Promise<TraceEvent[]> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  const complete = new Promise(resolve => session.once('Tracing.tracingComplete', resolve));
  try {
    await act();
  } finally {
    await session.send('Tracing.end');
    await complete;
    await session.detach();
  }
  return events.toSorted((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
}

/** Whose script an event runs or compiles, as an address; empty where it does not say. */
export function addressOf({ args }: TraceEvent): string {
  const url = args?.data?.url ?? args?.fileName;
  return typeof url === 'string' ? url : '';
}

/** Whether the event is a run of the extension's own script in a page. */
export function isOwnCall(event: TraceEvent): boolean {
  if (!CALLS.has(event.name)) return false;
  const own = addressOf(event).startsWith('chrome-extension:') && !addressOf(event).endsWith('/background.js');
  return own || WORLDS.test(event.args?.worldName ?? '');
}

/** From the first run of the content script to the end of the record. Throws when it did not run: nothing can be said then. */
export function spanOfContentScript(events: readonly TraceEvent[]): Span {
  const first = events.find(event => event.name === 'EvaluateScript' && isOwnCall(event));
  if (!first) throw new Error('The content script did not run.');
  const { pid, tid, ts } = first;
  return { from: ts, to: Math.max(...events.map(event => event.ts + (event.dur ?? 0))), pid, tid };
}

/** What kind of time an event is; `null` where it says nothing of ours. */
export function kindOf(event: TraceEvent): Kind | null {
  if (isOwnCall(event)) return 'script';
  if (event.name === 'RunMicrotasks' && event.args?.microtask_count === 0) return null;
  return KINDS.get(event.name) ?? null;
}

/**
 * Milliseconds of the span by kind, and the rest as `other`. Where one thing runs inside another, its time is its own alone. `events` in
 * order, as recorded.
 */
export function timesByKind(
  events: readonly TraceEvent[],
  span: Span,
  kind: (event: TraceEvent) => Kind | null = kindOf,
): Record<Kind | 'other', number> {
  const times = { compile: 0, script: 0, layout: 0, paint: 0, collect: 0, other: 0 };
  const open: { readonly end: number; readonly kind: Kind }[] = [];
  let at = span.from;
  const passTo = (time: number) => {
    const to = Math.min(Math.max(time, span.from), span.to);
    for (let inner = open.at(-1); inner && inner.end <= to; inner = open.at(-1)) {
      times[inner.kind] += Math.max(0, inner.end - at) / 1_000;
      at = Math.max(at, inner.end);
      open.pop();
    }
    times[open.at(-1)?.kind ?? 'other'] += Math.max(0, to - at) / 1_000;
    at = Math.max(at, to);
  };
  for (const event of events) {
    if (event.ph !== 'X' || event.pid !== span.pid || event.tid !== span.tid) continue;
    const [is, end] = [kind(event), event.ts + (event.dur ?? 0)];
    if (is === null || end <= span.from || event.ts >= span.to) continue;
    passTo(event.ts);
    open.push({ end, kind: is });
  }
  passTo(span.to);
  return times;
}
