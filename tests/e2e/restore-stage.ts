/**
 * A browser with the extension in which many restore sequences are played on one loaded page: switching the lens, and looking
 * whether it is really gone. Not for what is done in between (restore-actions.ts).
 */
import type { Page } from 'playwright';
import { savedAnswers } from '../pages/serve-saved.ts';
import { openBrowser } from '../tools/open-browser.ts';
import { isolatedWorld } from './isolated-world.ts';
import { waitUntil } from './restore-actions.ts';
import { installTwin, type Twin } from './twin.ts';

const WIKI = 'https://wiki.xenproject.org';

/** How the lens is switched off: by what is stored, by the switch on the page, or as the popup and the browser's key do it. */
export type WayOff = 'stored' | 'switch' | 'toggle';

export interface RestoreStage {
  page(): Page;
  /** Opens a saved page anew, the lens off, and remembers it. */
  load(folder: string, title: string): Promise<void>;
  /** `false` where there is nothing for a lens on this page. */
  turnOn(): Promise<boolean>;
  turnOff(way: WayOff): Promise<void>;
  /** Reloads the extension, as an update does, and closes what the dead lens says about it. Afterwards this browser is of no use. */
  reloadExtension(): Promise<void>;
  /** How the page differs from what it would be without the lens; empty when not. */
  differs(): Promise<string>;
  /** What of ours still acts or shows after off; empty when nothing does. */
  stillActs(): Promise<string>;
  close(): Promise<void>;
}

export async function openRestoreStage(): Promise<RestoreStage> {
  const browser = await openBrowser();
  const { context } = browser;
  let answers = savedAnswers({ folder: '' });
  let page: Page | null = null;
  let listeners: () => Promise<string> = async () => '';
  let listenersAtRest = '';
  await context.route(
    url => /^https?:$/u.test(url.protocol),
    async route => {
      const { status = 200, type, body } = await answers(new URL(route.request().url()));
      await route.fulfill({ status, contentType: type, body }).catch(() => undefined);
    },
  );
  const current = () => {
    if (!page) throw new Error('No page is loaded');
    return page;
  };

  return {
    page: current,
    async load(folder, title) {
      answers = savedAnswers({ folder });
      await page?.close();
      await browser.worker().evaluate(storeSwitch, false);
      page = await context.newPage();
      await page.goto(`${WIKI}/wiki/${title}`);
      await page.evaluate(installTwin);
      await page.evaluate(rememberFirst);
      await browser.worker().evaluate(follow, { on: false, how: 'nothing' });
      const world = await isolatedWorld(page, browser.id);
      listeners = world.listeners;
      listenersAtRest = await listeners();
    },
    async turnOn() {
      return (await browser.worker().evaluate(follow, { on: true, how: 'stored' })) === 'on';
    },
    async turnOff(way) {
      if (way === 'switch') {
        const at = await current().evaluate(findSwitch);
        if (at) await current().mouse.click(at.x, at.y);
        // Where it does not show, or something had come between.
        await browser.worker().evaluate(follow, { on: false, how: at ? 'pressed' : 'stored' });
        return;
      }
      await browser.worker().evaluate(follow, { on: false, how: way });
    },
    async reloadExtension() {
      // The background ends in the middle of its answer.
      await browser
        .worker()
        .evaluate(() => chrome.runtime.reload())
        .catch(() => undefined);
      const ours = current().locator('idea-lens-toolbar, idea-lens-notes');
      // It learns of its death when it is touched, and says so, unless it had not come yet.
      await current().keyboard.press('Shift');
      while ((await ours.and(current().locator('idea-lens-toolbar')).count()) > 0)
        await current().keyboard.press('Shift');
      await current().evaluate(waitUntil, 'settled');
      if ((await ours.count()) === 0) return;
      await ours.getByRole('button', { name: 'Close this note' }).click();
      await ours.waitFor({ state: 'detached' });
    },
    differs: () => current().evaluate(() => (globalThis as unknown as { twin: Twin }).twin.differs()),
    async stillActs() {
      await current().evaluate(beginWatching);
      for (const key of ['j', '/', '?', 'n', 'Escape']) await current().keyboard.press(key);
      const seen = await current().evaluate(pokeAndLook);
      const now = await listeners();
      return seen || (now === listenersAtRest ? '' : `listeners: ${now}, not ${listenersAtRest}`);
    },
    close: browser.close,
  };
}

function storeSwitch(on: boolean): Promise<void> {
  return chrome.storage.local.set({ settings: { offHosts: on ? [] : ['wiki.xenproject.org'], offNoteShown: true } });
}

/**
 * In the background: switches the lens (by what is `stored`, by `toggle`, or it was `pressed`), and waits until store and tab agree.
 * Gives the tab's state.
 */
async function follow({ on, how }: { on: boolean; how: string }): Promise<string> {
  const offHosts = on ? [] : ['wiki.xenproject.org'];
  const ask = async (message: string): Promise<string | null> => {
    for (const { id } of await chrome.tabs.query({})) {
      const reply = await chrome.tabs.sendMessage(id, { message, input: {} }).catch(() => null);
      if (reply?.value?.state) return reply.value.state;
    }
    return null;
  };
  if (how === 'toggle') await ask('lens.toggle');
  if (how === 'stored') await chrome.storage.local.set({ settings: { offHosts, offNoteShown: true } });
  let state: string | null = null;
  for (let turn = 0; turn < 2_000; turn++) {
    // A press that did not reach the switch is made good.
    if (turn === 100 && how === 'pressed')
      await chrome.storage.local.set({ settings: { offHosts, offNoteShown: true } });
    state = await ask('lens.status');
    const { settings } = await chrome.storage.local.get('settings');
    const isOff = (settings?.offHosts ?? []).length > 0;
    if (state !== null && isOff === !on && state !== (on ? 'off' : 'on')) return state;
    await new Promise(done => setTimeout(done, 5));
  }
  throw new Error(`The tab does not follow: it is ${state}, wanted ${on ? 'on' : 'off'}`);
}

/** How far back the history may go, and how many sheets the page has without the lens; from here on nothing leads away from it. */
function rememberFirst(): void {
  interface Leading extends Event {
    readonly destination: { readonly sameDocument: boolean };
  }
  const { navigation } = globalThis as unknown as { navigation: EventTarget & { currentEntry: { index: number } } };
  navigation.addEventListener('navigate', event => {
    if (!(event as Leading).destination.sameDocument) event.preventDefault();
  });
  Object.assign(globalThis, {
    firstEntry: navigation.currentEntry.index,
    ownSheets: document.adoptedStyleSheets.length,
  });
}

function findSwitch(): { x: number; y: number } | null {
  const root = document.querySelector('idea-lens-toolbar')?.shadowRoot;
  const box = root?.querySelector('[role=switch]')?.getBoundingClientRect();
  if (!root || !box || box.width === 0) return null;
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  return root.elementFromPoint(x, y)?.closest('[role=switch]') ? { x, y } : null;
}

function beginWatching(): void {
  const watching = new MutationObserver(() => undefined);
  watching.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  Object.assign(globalThis, { watching, focusBefore: document.activeElement });
}

/** Gives whatever might still listen its reason to act, and says what was done about it. */
async function pokeAndLook(): Promise<string> {
  const before = globalThis as unknown as { watching: MutationObserver; focusBefore: Element; ownSheets: number };
  const { watching, focusBefore, ownSheets } = before;
  const { href } = location;
  dispatchEvent(new Event('resize'));
  scrollBy({ top: 40, behavior: 'instant' });
  history.replaceState(history.state, '', '#ideas:q=gauge');
  dispatchEvent(new PopStateEvent('popstate'));
  dispatchEvent(new HashChangeEvent('hashchange'));
  document.querySelector('h4')?.dispatchEvent(new Event('beforematch', { bubbles: true }));
  document.body.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
  await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
  history.replaceState(history.state, '', href);
  const records = watching.takeRecords();
  watching.disconnect();
  const [first] = records;
  if (first) return `${records.length} writings: ${first.type} ${first.attributeName} at ${first.target.nodeName}`;
  if (document.activeElement !== focusBefore) return `the focus went to ${document.activeElement?.nodeName}`;
  const painted = [...CSS.highlights.keys()].filter(name => name.startsWith('idea-lens'));
  if (painted.length > 0) return `painted: ${painted.join()}`;
  return document.adoptedStyleSheets.length === ownSheets ? '' : 'a sheet of ours';
}

declare const chrome: {
  runtime: { reload(): void };
  storage: {
    local: {
      get(key: string): Promise<{ settings?: { offHosts?: readonly string[] } }>;
      set(values: object): Promise<void>;
    };
  };
  tabs: {
    query(which: object): Promise<readonly { id: number }[]>;
    sendMessage(id: number, message: object): Promise<{ value?: { state?: string } } | null>;
  };
};
