// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import * as notices from '../../../components/idea/notices.ts';
import type { LensOptions, RunningLens } from '../../../entrypoints/display/lens-options.ts';
import type { Display } from '../../../entrypoints/display/offer.ts';
import type { OfferedPanels } from '../../../entrypoints/display/panels-offer.ts';
import { createSwitch, type LensSwitch } from '../../../entrypoints/ideas.content/on-off.ts';
import { lookForIdeas } from '../../../entrypoints/ideas.content/reading.ts';
import { DEFAULT_SETTINGS, type Settings } from '../../../utils/model/settings.ts';
import { atOnce } from '../../../utils/page/parse-page.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { speakEnglish } from '../messaging/english.ts';

let life: AbortController;
/** The lenses that were started, in order; of each the signal with which it ends. */
let lenses: AbortSignal[];
/** What was said where no lens is. */
let said: string[];
let bring: () => void;

beforeEach(() => {
  fakeBrowser.reset();
  speakEnglish();
  life = new AbortController();
  lenses = [];
  said = [];
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
  showLoneNotice: (_regions, { id }, signal) => {
    if (!signal.aborted) said.push(id);
  },
  updated: () => ({ id: 'updated', kind: 'notice', text: '', actions: [] }),
  keepPlace: (_blocks, write) => write(),
};

/** A lens that is switched on for this wiki, whose display has not come yet. */
async function comeOn(state = 'on'): Promise<LensSwitch> {
  const look = () => lookForIdeas(document, 'https://wiki.xenproject.org/wiki/Ideas', xen);
  const brought = new Promise<Display>(resolve => {
    bring = () => resolve(display);
  });
  const made = createSwitch(
    {
      first: atOnce(look().read()),
      look,
      keepScrolled: write => write(),
      fetchDisplay: () => brought,
      fetchPanels: async () => ({ notices }) as OfferedPanels,
    },
    life.signal,
  );
  await made.begin(Promise.resolve<Settings>(DEFAULT_SETTINGS));
  expect(made.status().state).toBe(state);
  return made;
}

const switchOff = () => fakeBrowser.storage.local.set({ settings: { ...DEFAULT_SETTINGS, offHosts: [location.host] } });

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
  await switchOff();
  await vi.waitFor(() => expect(lensSwitch.status().state).toBe('off'));
  bring();
  await new Promise(resolve => setTimeout(resolve));
  expect(standing()).toBe(0);
});

/** A page whose ideas have labels that nobody knows. */
function unknownIdeas(): HTMLElement {
  const made = content('Mend the gauge');
  for (const title of ['One', 'Two', 'Three']) {
    const heading = document.createElement('h3');
    heading.textContent = title;
    made.append(heading);
    for (const label of ['Ask', 'About', 'Effort']) {
      const line = document.createElement('p');
      const bold = document.createElement('b');
      bold.textContent = `${label}:`;
      line.append(bold, ' something');
      made.append(line);
    }
  }
  for (const line of made.querySelectorAll('h3 + p, h3 + p + p')) if (!line.querySelector('b')) line.remove();
  return made;
}

it('what would be said of a page is not said once something else holds', async () => {
  document.body.replaceChildren(unknownIdeas());
  await comeOn('not-understood');
  bring();
  await vi.waitFor(() => expect(said).toEqual(['not-understood']));
  await comeOn('not-understood');
  await switchOff();
  await new Promise(resolve => setTimeout(resolve, 20));
  bring();
  await new Promise(resolve => setTimeout(resolve, 20));
  expect(said).toEqual(['not-understood']);
});

it('a lens that fails to start is said to be aside, without counts, and the icon forgets the ideas', async () => {
  const counts: unknown[] = [];
  fakeBrowser.runtime.onMessage.addListener(({ message, input }) => {
    if (message === 'attention.count') counts.push(input.count);
  });
  const failing = vi.spyOn(display, 'startLens').mockImplementation(() => {
    throw new Error('no room');
  });
  const printed = vi.spyOn(console, 'error').mockReturnValue();
  const lensSwitch = await comeOn();
  bring();
  await vi.waitFor(() => expect(lensSwitch.status()).toMatchObject({ state: 'aside', counts: null }));
  await vi.waitFor(() => expect(counts.at(-1)).toBe(0));
  expect(printed).toHaveBeenCalledOnce();
  failing.mockRestore();
  printed.mockRestore();
});
