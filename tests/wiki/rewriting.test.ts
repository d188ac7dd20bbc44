/**
 * A page that the wiki renders again without loading it: what VisualEditor and the reply tool do after a save, with the wiki's own
 * parser, hook and modules (folding, sorting). Nothing is written to the wiki.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type LensPage, lensOn } from '../e2e/lens-page.ts';
import { HOST, openRealWiki, type RealWiki } from './real-wiki.ts';

const PHP = `${HOST}/index.php?title=Lanternfish_ideas`;

/** A folded area, its idea with a table that can be sorted. */
const MORE = `
<div class="mw-collapsible">
=== Folded area ===
==== Lamp under a bushel ====
'''Technical contact:''' Petra Quill

'''Difficulty:''' Easy

'''Description:''' Which parts does it need?

{| class="wikitable sortable"
! Part !! Price
|-
| Wick || 2
|-
| Bushel || 1
|}
</div>

`;

let real: RealWiki;
beforeAll(async () => {
  real = await openRealWiki();
});
beforeEach(() => storeSwitch(true));
afterAll(() => real.close());

interface MediaWiki {
  readonly loader: { using(modules: readonly string[]): Promise<unknown> };
  readonly Api: new () => { parse(text: string, options: { title: string }): Promise<string> };
  hook(name: string): { fire(content: unknown): void };
}

/** The wiki's own scripts have come. */
const isReady = () => typeof (globalThis as { mw?: MediaWiki }).mw?.loader?.using === 'function';

/** Renders the page's text with `more` before the conventions, and puts it in the place of what there is. */
async function renderAgain(page: Page, more: string): Promise<void> {
  await page.waitForFunction(isReady);
  await page.evaluate(async added => {
    const { mw, jQuery } = globalThis as unknown as { mw: MediaWiki; jQuery: (selector: string) => unknown };
    await mw.loader.using(['mediawiki.api', 'mediawiki.page.ready']);
    const text = await (await fetch('/index.php?title=Lanternfish_ideas&action=raw')).text();
    const [before = '', ...after] = text.split(/^(?=== *Conventions)/mu);
    const html = await new mw.Api().parse(`${before}${added}${after.join('')}`, { title: 'Lanternfish ideas' });
    const content = document.querySelector('#mw-content-text');
    content?.replaceChildren(...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
    mw.hook('wikipage.content').fire(jQuery('#mw-content-text'));
  }, more);
}

/** Waits until the table begins with this part. */
async function firstPart(page: Page, part: string): Promise<void> {
  await page.waitForFunction(
    words => document.querySelector('table.sortable tbody td')?.textContent?.trim() === words,
    part,
  );
}

/** Once the wiki's modules have worked on the new content: sorts the table and folds the area. */
async function sortAndFold(page: Page): Promise<void> {
  const toggle = page.locator('.mw-collapsible-toggle').first();
  await toggle.waitFor();
  await page.locator('th.headerSort', { hasText: 'Part' }).click();
  await firstPart(page, 'Bushel');
  await toggle.click();
  await page.waitForFunction(() => document.querySelector('.mw-collapsible.mw-collapsed') !== null);
}

async function open(): Promise<Page> {
  const page = await real.browser.context.newPage();
  await page.goto(PHP);
  return page;
}

const keepBar = (lens: LensPage) =>
  lens.page.evaluate(() => Object.assign(globalThis, { firstBar: document.querySelector('idea-lens-toolbar') }));

function storeSwitch(on: boolean): Promise<void> {
  const offHosts = on ? [] : ['wiki.xenproject.org'];
  return real.browser
    .worker()
    .evaluate(off => chrome.storage.local.set({ settings: { offHosts: off, offNoteShown: true } }), offHosts);
}

describe('a page that the wiki renders again', () => {
  it('is read again with the same query; sorting and folding leave the lens; off leaves what the wiki made', async () => {
    const page = await open();
    const lens = await lensOn(page);
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    await renderAgain(page, MORE);
    await lens.says('15 of 32 ideas');
    expect(await lens.titles()).toContain('Lamp under a bushel');
    await page.locator('.mw-collapsible-toggle').first().waitFor();
    await page.locator('th.headerSort').first().waitFor();
    // Folding moved the idea into a box of the wiki's: that is read, too.
    await page.waitForFunction(() => document.querySelectorAll('idea-lens-idea').length === 32);
    await sortAndFold(page);
    await lens.search.fill('bushel');
    await lens.says('1 of 32 ideas');
    await lens.search.fill('expand');
    await lens.says('0 of 32 ideas');
    await lens.bar.getByRole('button', { name: 'Clear all' }).click();
    await lens.says('32 of 32 ideas');
    await keepBar(lens);
    await page.locator('.mw-collapsible-toggle').first().click();
    await firstPart(page, 'Bushel');
    await page.locator('th.headerSort', { hasText: 'Part' }).click();
    await firstPart(page, 'Wick');
    await lens.search.fill('bushel');
    await lens.says('1 of 32 ideas');
    expect(
      await page.evaluate(
        () => document.querySelector('idea-lens-toolbar') === (globalThis as { firstBar?: Element }).firstBar,
      ),
    ).toBe(true);
    await lens.bar.getByRole('button', { name: 'Clear all' }).click();
    await lens.says('32 of 32 ideas');
    expect(await page.evaluate(() => document.querySelectorAll('idea-lens-toolbar').length)).toBe(1);
    await lens.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await lens.bar.waitFor({ state: 'detached' });
    // The parser reports in a comment how long it took.
    const content = () => document.querySelector('#mw-content-text')?.innerHTML.replaceAll(/<!--.*?-->/gsu, '');
    const here = await page.evaluate(content);
    await storeSwitch(false);
    const plain = await open();
    await renderAgain(plain, MORE);
    await sortAndFold(plain);
    await plain.locator('.mw-collapsible-toggle').first().click();
    await plain.locator('th.headerSort', { hasText: 'Part' }).click();
    await firstPart(plain, 'Wick');
    expect(here).toBe(await plain.evaluate(content));
    await Promise.all([page.close(), plain.close()]);
  });

  it('and that has no ideas any more has no lens; the next rendering brings it back', async () => {
    const page = await open();
    const lens = await lensOn(page);
    await page.waitForFunction(isReady);
    await page.evaluate(() => {
      const { mw, jQuery } = globalThis as unknown as { mw: MediaWiki; jQuery: (selector: string) => unknown };
      document.querySelector('#mw-content-text')?.replaceChildren('Moved.');
      mw.hook('wikipage.content').fire(jQuery('#mw-content-text'));
    });
    await lens.bar.waitFor({ state: 'detached' });
    await renderAgain(page, '');
    await lens.says('31 of 31 ideas');
    expect(await lens.bar.count()).toBe(1);
    await page.close();
  });
});

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };
