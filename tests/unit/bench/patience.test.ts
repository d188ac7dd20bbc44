import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { patienceOf } from '../../bench/patience.ts';

describe('patience', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('is one time for all steps, after which the next one is given up', async () => {
    const patience = patienceOf(2_000);
    const step = (ms: number) => new Promise<string>(resolve => setTimeout(resolve, ms, 'done'));
    const first = patience.within(step(1_500));
    await vi.advanceTimersByTimeAsync(1_500);
    await expect(first).resolves.toBe('done');
    const second = expect(patience.within(step(1_500))).rejects.toThrow('more than 2 s');
    await vi.advanceTimersByTimeAsync(600);
    await second;
  });

  it('passes on what fails by itself, and leaves no timer behind', async () => {
    const patience = patienceOf(2_000);
    await expect(patience.within(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    patience.end();
    expect(vi.getTimerCount()).toBe(0);
  });
});
