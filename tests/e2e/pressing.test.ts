/**
 * What is pressed while the wiki's own scripts work on the page is not lost: they come later than the lens (Timeless puts each table into
 * a box of its own once its scripts have come), and the page is then read again.
 */
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from 'vitest';
import { type LensPage, lensOn } from './lens-page.ts';
import { type Opened, openSample, SAMPLE } from './sample.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openSample();
});
afterAll(() => opened.browser.close());

interface Pressed {
  firstBar?: Element;
  boxTables?: () => void;
}

/** Before the page's own scripts: keeps the first bar, and brings what Timeless does. */
const prepare = () => {
  const kept = globalThis as Pressed;
  kept.boxTables = () => {
    for (const table of document.querySelectorAll('.mw-parser-output table.harbour-idea')) {
      const box = document.createElement('div');
      box.className = 'content-table';
      table.replaceWith(box);
      box.append(table);
    }
  };
  new MutationObserver((_records, observer) => {
    const bar = document.querySelector('idea-lens-toolbar');
    if (!bar) return;
    observer.disconnect();
    kept.firstBar = bar;
  }).observe(document, { childList: true, subtree: true });
};

/** Waits until the page has been read again; another bar stands then. */
async function readAgain(page: Page): Promise<void> {
  await page.waitForFunction(() => {
    const { firstBar } = globalThis as Pressed;
    const bar = document.querySelector('idea-lens-toolbar');
    return firstBar && bar && bar !== firstBar;
  });
}

describe('a menu that is opened while the page is about to be read again', () => {
  it.each([0, 40, 70, 100, 130, 160, 200, 300])(
    'is open afterwards: pressed %i ms after the change, with nothing fetched yet',
    async wait => {
      const page = await opened.context.newPage();
      await page.addInitScript(prepare);
      await page.addInitScript(after => {
        new MutationObserver((_records, observer) => {
          const { firstBar, boxTables } = globalThis as Pressed;
          if (!firstBar) return;
          observer.disconnect();
          boxTables?.();
          const press = () =>
            document
              .querySelector('idea-lens-toolbar')
              ?.shadowRoot?.querySelector<HTMLElement>('button[aria-label="More"]')
              ?.click();
          setTimeout(press, after);
        }).observe(document, { childList: true, subtree: true });
      }, wait);
      await page.goto(SAMPLE);
      await readAgain(page);
      const lens = await lensOn(page);
      await lens.bar.getByRole('menuitem', { name: 'Save the page as JSON' }).waitFor();
      await page.close();
    },
  );
});

describe('a press that goes on while the page is changed', () => {
  let lens: LensPage;
  /** The panels come with the first menu. */
  beforeEach(async () => {
    const page = await opened.context.newPage();
    await page.addInitScript(prepare);
    await page.goto(SAMPLE);
    lens = await lensOn(page);
    await more().click();
    await lens.bar.getByRole('menu').waitFor();
    await page.keyboard.press('Escape');
    await more().hover();
  });
  afterEach(() => lens.page.close());

  const more = () => lens.bar.getByRole('button', { name: 'More' });

  /** Changes the page, and stays for as long as people press. */
  const change = () =>
    lens.page.evaluate(() => {
      (globalThis as Pressed).boxTables?.();
      return new Promise(resolve => setTimeout(resolve, 400));
    });

  async function isHeard(): Promise<void> {
    await readAgain(lens.page);
    await lens.bar.getByRole('menuitem', { name: 'Save the page as JSON' }).waitFor();
  }

  it('of the pointer is heard: the page is read again after it', async () => {
    await lens.page.mouse.down();
    await change();
    await lens.page.mouse.up();
    await isHeard();
  });

  it('of the space bar is heard', async () => {
    await more().focus();
    await lens.page.keyboard.down(' ');
    await change();
    await lens.page.keyboard.up(' ');
    await isHeard();
  });

  it('that never ends keeps the page from being read for no more than a moment', async () => {
    await lens.page.mouse.down();
    await change();
    await readAgain(lens.page);
  });
});
