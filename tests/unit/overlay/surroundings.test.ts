// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest';
import { isNight, watchNight } from '../../../utils/overlay/surroundings.ts';

let systemIsDark = false;
const listeners = new Set<() => void>();

beforeEach(() => {
  systemIsDark = false;
  listeners.clear();
  document.documentElement.className = '';
  window.matchMedia = () =>
    ({
      get matches() {
        return systemIsDark;
      },
      addEventListener: (_type: string, listener: () => void, options: { signal: AbortSignal }) => {
        listeners.add(listener);
        options.signal.addEventListener('abort', () => listeners.delete(listener));
      },
    }) as unknown as MediaQueryList;
});

const skin = (name: string) => {
  document.documentElement.className = name;
};

describe('a dark skin', () => {
  it.each([
    ['skin-theme-clientpref-night', false, true],
    ['skin-theme-clientpref-night', true, true],
    ['skin-theme-clientpref-os', false, false],
    ['skin-theme-clientpref-os', true, true],
    ['skin-theme-clientpref-day', true, false],
    ['', true, false],
  ])('with the class "%s" on a system that is dark: %s, is one: %s', (name, dark, night) => {
    skin(name);
    systemIsDark = dark;
    expect(isNight(document)).toBe(night);
  });

  it('is followed when the reader changes it, until the lens goes', async () => {
    const seen: boolean[] = [];
    const life = new AbortController();
    watchNight(document, night => seen.push(night), life.signal);
    skin('skin-theme-clientpref-night');
    await Promise.resolve();
    expect(seen).toEqual([true]);
    skin('skin-theme-clientpref-os');
    await Promise.resolve();
    expect(seen).toEqual([true, false]);
    systemIsDark = true;
    for (const listener of listeners) listener();
    expect(seen).toEqual([true, false, true]);
    life.abort();
    skin('skin-theme-clientpref-day');
    await Promise.resolve();
    expect(seen).toEqual([true, false, true]);
    expect(listeners.size).toBe(0);
  });
});
