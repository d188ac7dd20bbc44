// A hostile script of the wiki's own page: it sees what shows and can press what it likes, and nothing of it is taken for the user's wish.
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type IsolatedWorld, isolatedWorld } from './isolated-world.ts';
import { type LensPage, lensOn } from './lens-page.ts';
import { type Opened, openSample, SAMPLE } from './sample.ts';
import { everythingStored } from './stored.ts';

const TITLE = 'Bulb changer diary';

/** Each runs in the page, once the lens is on. */
const STORMS: readonly (readonly [string, () => void])[] = [
  [
    'a storm of revealing, of hashes and of sizes',
    () => {
      for (let count = 0; count < 300; count++) {
        for (const heading of document.querySelectorAll('[data-idea-lens-idea]'))
          heading.dispatchEvent(new Event('beforematch', { bubbles: true }));
        dispatchEvent(new HashChangeEvent('hashchange'));
        dispatchEvent(new PopStateEvent('popstate', { state: { toString: 'x' } }));
        dispatchEvent(new Event('resize'));
        document.documentElement.className += ' x';
      }
    },
  ],
  [
    'a page shown again that never was',
    () => {
      for (let count = 0; count < 50; count++) dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
    },
  ],
  [
    'hashes of any kind',
    () => {
      for (const hash of [
        '#ideas:q=%',
        '#ideas:%E0%A4%A',
        `#ideas:q=${'('.repeat(9_000)}`,
        '#ideas:show=__proto__',
        '#/x',
      ])
        history.replaceState(null, '', hash);
      dispatchEvent(new HashChangeEvent('hashchange'));
      history.replaceState(null, '', '#');
      dispatchEvent(new HashChangeEvent('hashchange'));
    },
  ],
  [
    'built-in objects that were put upside down',
    () => {
      Array.prototype.map = () => [];
      Element.prototype.querySelectorAll = () => document.createElement('p').childNodes as NodeListOf<Element>;
      Node.prototype.insertBefore = node => node;
      Object.assign(Object.prototype, { message: 'data.deleteAll', ok: true });
      JSON.stringify = () => '{}';
    },
  ],
];

/** Each runs in the page before anything else. */
const FORGERIES: readonly (readonly [string, () => void])[] = [
  [
    'forged left-overs of a lens, homes inside their own sections among them,',
    () =>
      document.addEventListener('readystatechange', () => {
        const root = document.querySelector('.mw-parser-output');
        if (!root || document.querySelector('idea-lens-home')) return;
        const section = document.createElement('section');
        section.dataset.ideaLensSection = '0';
        const home = document.createElement('idea-lens-home');
        home.dataset.ideaLensSection = '0';
        section.append(home, document.createElement('idea-lens-list'));
        const nameless = document.createElement('idea-lens-home');
        nameless.dataset.ideaLensSection = '"]';
        root.append(section, nameless);
      }),
  ],
  [
    'elements with the names of what the extension looks for',
    () =>
      document.addEventListener('readystatechange', () => {
        if (document.getElementById('ideaLensDisplay')) return;
        for (const name of [
          'ideaLensDisplay',
          'ideaLensPanels',
          'ideaLensPreact',
          'location',
          'performance',
          'history',
        ])
          document.body.append(Object.assign(document.createElement('a'), { id: name, name }));
        const form = Object.assign(document.createElement('form'), { id: 'browser' });
        form.append(Object.assign(document.createElement('input'), { name: 'runtime', id: 'chrome' }));
        document.body.append(form);
      }),
  ],
  [
    'attributes of ours on its own headings',
    () =>
      document.addEventListener('readystatechange', () => {
        for (const heading of document.querySelectorAll<HTMLElement>('h2, h3, h4'))
          Object.assign(heading.dataset, { ideaLensSection: '0', ideaLensIdea: 'x', ideaLensMeasured: '' });
      }),
  ],
];

let opened: Opened;
beforeAll(async () => {
  opened = await openSample();
});
afterEach(async () => {
  for (const page of opened.context.pages()) if (page.url().startsWith('https:')) await page.close();
});
afterAll(() => opened.browser.close());

const stored = () => everythingStored(opened.browser.worker());

/** The lens once a person has bookmarked one idea, so that a bookmark could be lost. */
async function withBookmark(): Promise<LensPage> {
  const lens = await opened.openLens();
  const toggle = lens.bookmark(TITLE);
  if ((await toggle.getAttribute('aria-pressed')) !== 'true') await toggle.click();
  await expect.poll(() => toggle.getAttribute('aria-pressed')).toBe('true');
  return lens;
}

/** Runs in the page: presses everything in our shadow roots, also what comes while it presses. Gives the names of what it pressed. */
function pressEverything(): string[] {
  const pressed = new Set<string>();
  for (let round = 0; round < 4; round++) {
    for (const host of document.querySelectorAll('*')) {
      if (!host.localName.startsWith('idea-lens-')) continue;
      for (const control of host.shadowRoot?.querySelectorAll<HTMLElement>('button, a, input, [tabindex]') ?? []) {
        const words = control.getAttribute('aria-label') ?? control.textContent ?? '';
        pressed.add(words.trim());
        for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'])
          control.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true, cancelable: true }));
        control.click();
        for (const key of ['Enter', ' '])
          control.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
      }
    }
  }
  return [...pressed];
}

describe('a script of the page', () => {
  it('that presses all our controls bookmarks nothing, forgets nothing, switches nothing and opens no tab', async () => {
    const lens = await withBookmark();
    const before = await stored();
    const world = await isolatedWorld(lens.page, opened.browser.id);
    const tabs = opened.context.pages().length;
    const downloads: string[] = [];
    lens.page.on('download', download => downloads.push(download.suggestedFilename()));
    const pressed = new Set(await lens.page.evaluate(pressEverything));
    // What opens on demand comes after the first press.
    await lens.bar.getByRole('button', { name: 'More' }).click();
    for (const name of await lens.page.evaluate(pressEverything)) pressed.add(name);
    await lens.page.keyboard.press('Escape');
    await lens.page.locator('body').press('?');
    for (const name of await lens.page.evaluate(pressEverything)) pressed.add(name);
    const meant = [
      `Bookmark: ${TITLE}`,
      'Idea Lens',
      'All bookmarks',
      'Settings',
      'Save the page as JSON',
      'Single-key',
    ];
    for (const name of meant) expect([...pressed].join('\n')).toContain(name);
    await settled(world);
    expect(await stored()).toEqual(before);
    expect(opened.context.pages()).toHaveLength(tabs);
    expect(downloads).toEqual([]);
  });

  it('that types our keys does nothing by it', async () => {
    const lens = await withBookmark();
    const before = await stored();
    const world = await isolatedWorld(lens.page, opened.browser.id);
    await lens.page.evaluate(() => {
      for (const key of ['j', 'b', 'n', 'b', '?', 'Escape', 'r', '/']) {
        for (const target of [document.body, document.querySelector('idea-lens-idea') ?? document.body])
          target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
      }
    });
    await settled(world);
    expect(await stored()).toEqual(before);
    expect(await lens.page.evaluate(() => document.activeElement?.localName)).toBe('body');
    // The same keys of a person do.
    await lens.page.keyboard.press('j');
    await lens.page.keyboard.press('b');
    await expect.poll(async () => (await stored()).rows).not.toEqual(before.rows);
  });

  it('sees no API of the extension, nothing of its world, and none of its files by the extension’s name', async () => {
    const lens = await withBookmark();
    // As text: what prepares our tests would take the import for its own.
    const seen = await lens.page.evaluate(`(async () => {
      const files = ['display.js', 'panels.js', 'dashboard.html', 'background.js', 'manifest.json', 'icon/16.png'];
      const address = file => 'chrome-extension://${opened.browser.id}/' + file;
      const got = async get =>
        (await Promise.all(files.map(file => get(address(file)).then(() => file, () => null)))).filter(Boolean);
      return {
        runtime: globalThis.chrome?.runtime !== undefined,
        world: Object.keys(globalThis).filter(name => /^idea/iu.test(name)),
        read: await got(url => fetch(url)),
        ran: await got(url => import(url)),
        named: performance.getEntries().filter(({ name }) => /^(?:chrome|moz)-extension:/u.test(name)).length,
      };
    })()`);
    expect(seen).toEqual({ runtime: false, world: [], read: [], ran: [], named: 0 });
  });

  it('cannot frame a page of ours', async () => {
    const lens = await withBookmark();
    const framed = await lens.page.evaluate(async id => {
      const frame = document.createElement('iframe');
      frame.src = `chrome-extension://${id}/options.html`;
      const loaded = new Promise(resolve => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      return frame.contentDocument === null;
    }, opened.browser.id);
    expect(framed).toBe(true);
    const frame = lens.page.frames().at(-1);
    expect(frame?.url()).not.toContain(opened.browser.id);
    expect(await frame?.locator('#options').count()).toBe(0);
  });

  it.each(STORMS)('%s neither stops the lens nor loses anything', async (_what, storm) => {
    const lens = await withBookmark();
    const before = await stored();
    const world = await isolatedWorld(lens.page, opened.browser.id);
    await lens.page.evaluate(storm);
    await settled(world);
    await lens.search.fill('gauge');
    await expect.poll(() => lens.status.textContent()).toBe('10 of 31 ideas');
    expect(await stored()).toEqual(before);
  });

  it.each(FORGERIES)('%s before we come only harms what is its own', async (_what, forge) => {
    const page = await opened.context.newPage();
    const errors: string[] = [];
    page.on('pageerror', error => errors.push(error.message));
    await page.addInitScript(forge);
    await page.goto(SAMPLE);
    const lens = await lensOn(page);
    await lens.search.fill('gauge');
    await expect.poll(() => lens.status.textContent()).toBe('10 of 31 ideas');
    expect(errors).toEqual([]);
    const styled = () => page.locator('h2[style], h3[style], h4[style]').count();
    expect(await styled()).toBe(0);
    await lens.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await lens.bar.waitFor({ state: 'detached' });
    expect(await styled()).toBe(0);
    await expect.poll(opened.isStoredOff).toBe(true);
    await opened.storeSwitch(true);
  });
});

/** Everything that the page could have set going is done: two frames, then two answers, before which the background was asked. */
async function settled(world: IsolatedWorld): Promise<void> {
  await world.run('new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))');
  await world.send('bookmarks.list', { page: 'wiki.xenproject.org/Lanternfish_ideas' });
  await world.send('settings.get', {});
}
