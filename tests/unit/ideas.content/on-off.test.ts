// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { LensOptions, RunningLens } from '../../../entrypoints/display/lens-options.ts';
import type { Display } from '../../../entrypoints/display/offer.ts';
import { createSwitch, type LensSwitch } from '../../../entrypoints/ideas.content/on-off.ts';
import { lookForIdeas } from '../../../entrypoints/ideas.content/reading.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/model/settings.ts';
import { atOnce } from '../../../utils/page/parse-page.ts';
import { xen } from '../../../utils/profile/xen.ts';

let life: AbortController;
/** The lenses that were started, in order; of each the signal with which it ends. */
let lenses: AbortSignal[];
let bring: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  life = new AbortController();
  lenses = [];
  document.body.replaceChildren(content('Mend the gauge'));
});
afterEach(() => life.abort());

function content(title: string): HTMLElement {
  const made = document.createElement('div');
  made.className = 'mw-parser-output';
  const lines = [
    ['h2', 'List of peer reviewed Projects'],
    ['h3', title],
    ['p', 'Difficulty: Low'],
    ['p', 'Skills Needed: C, patience'],
  ] as const;
  for (const [name, text] of lines) {
    const element = document.createElement(name);
    element.textContent = text;
    made.append(element);
  }
  return made;
}

const running: RunningLens = { matters: async () => true, resuming: () => null, show: () => undefined };
const display: Display = {
  startLens({ signal }: LensOptions) {
    lenses.push(signal);
    return running;
  },
  showLoneNotice: () => undefined,
  updated: () => ({ id: 'updated', kind: 'notice', text: '', actions: [] }),
  keepPlace: (_blocks, write) => write(),
};

/** A lens that is switched on for this wiki, whose display has not come yet. */
async function comeOn(): Promise<LensSwitch> {
  const look = () => lookForIdeas(document, 'https://wiki.xenproject.org/wiki/Ideas', xen);
  const brought = new Promise<Display>(resolve => {
    bring = () => resolve(display);
  });
  const first = atOnce(look().read());
  const options = { first, look, keepScrolled: (write: () => void) => write(), fetchDisplay: () => brought };
  const made = createSwitch(options, life.signal);
  await made.begin(Promise.resolve<Settings>(DEFAULT_SETTINGS));
  expect(made.status().state).toBe('on');
  return made;
}

const standing = () => lenses.filter(({ aborted }) => !aborted).length;

it('a page that is replaced before the lens stands on it gets one lens, not two', async () => {
  await comeOn();
  document.body.replaceChildren(content('Mend the tap'));
  // Longer than the wiki's scripts are given.
  await new Promise(resolve => setTimeout(resolve, 150));
  bring();
  await vi.waitFor(() => expect(lenses).not.toHaveLength(0));
  await new Promise(resolve => setTimeout(resolve));
  expect(standing()).toBe(1);
});

it('a lens that is switched off before it stands does not come', async () => {
  const lensSwitch = await comeOn();
  await fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, offHosts: [location.host] } });
  await vi.waitFor(() => expect(lensSwitch.status().state).toBe('off'));
  bring();
  await new Promise(resolve => setTimeout(resolve));
  expect(standing()).toBe(0);
});
