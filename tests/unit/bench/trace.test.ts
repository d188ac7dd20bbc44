import { describe, expect, it } from 'vitest';
import { isOwnCall, kindOf, spanOfContentScript, type TraceEvent, timesByKind } from '../../bench/trace.ts';

const MAIN = { pid: 1, tid: 2 };
const OWN = { data: { url: 'chrome-extension://id/content-scripts/ideas.js' } };

function slice(name: string, from: number, ms: number, more: Partial<TraceEvent> = {}): TraceEvent {
  return { name, ph: 'X', ts: from * 1_000, dur: ms * 1_000, ...MAIN, ...more };
}

describe('the times of a record', () => {
  it('give what runs inside another thing to the inner one alone', () => {
    const events = [
      slice('EvaluateScript', 10, 30, { args: OWN }),
      slice('v8.compile', 10, 5, { args: OWN }),
      slice('Layout', 20, 4),
      slice('Paint', 45, 5),
    ];
    const times = timesByKind(events, { ...MAIN, from: 0, to: 60_000 });
    expect(times).toEqual({ compile: 5, script: 21, layout: 4, paint: 5, collect: 0, other: 25 });
  });

  it('add up to the span, and are cut at its ends', () => {
    const events = [slice('Layout', 0, 10), slice('RunMicrotasks', 15, 10, { args: { microtask_count: 2 } })];
    const times = timesByKind(events, { ...MAIN, from: 5_000, to: 20_000 });
    expect(times).toEqual({ compile: 0, script: 5, layout: 5, paint: 0, collect: 0, other: 5 });
  });

  it('leave out other threads and what is not asked for', () => {
    const events = [slice('Layout', 0, 10, { tid: 9 }), slice('Paint', 0, 10)];
    const times = timesByKind(events, { ...MAIN, from: 0, to: 10_000 }, event => {
      const kind = kindOf(event);
      return kind === 'paint' ? null : kind;
    });
    expect(times.other).toBe(10);
  });
});

describe('a call', () => {
  it('is ours by its file or by its world, and not where it is the page’s or the background’s', () => {
    const of = (args: TraceEvent['args']) => isOwnCall(slice('FunctionCall', 0, 1, args === undefined ? {} : { args }));
    expect(of(OWN)).toBe(true);
    expect(of({ worldName: 'Idea Lens' })).toBe(true);
    expect(of({ data: { url: 'https://wiki.xenproject.org/load.php' } })).toBe(false);
    expect(of({ data: { url: 'chrome-extension://id/background.js' } })).toBe(false);
    expect(of(undefined)).toBe(false);
  });

  it('of microtasks of which there were none is no time', () => {
    expect(kindOf(slice('RunMicrotasks', 0, 1, { args: { microtask_count: 0 } }))).toBeNull();
    expect(kindOf(slice('RunMicrotasks', 0, 1, { args: { microtask_count: 3 } }))).toBe('script');
  });
});

describe('the span of the content script', () => {
  it('begins with its first run', () => {
    const events = [slice('Paint', 0, 1), slice('EvaluateScript', 7, 2, { args: OWN }), slice('Paint', 20, 1)];
    expect(spanOfContentScript(events)).toEqual({ ...MAIN, from: 7_000, to: 21_000 });
  });

  it('is an error where it did not run, and never a time of 0', () => {
    expect(() => spanOfContentScript([slice('Paint', 0, 1)])).toThrow('did not run');
  });
});
