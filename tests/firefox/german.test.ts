import { readFileSync } from 'node:fs';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messagesOf } from '../unit/project/code.ts';
import { setLanguage } from './browser-itself.ts';
import { find, type LensPage } from './lens-page.ts';
import { describeInFirefox, openStage, type Stage } from './stage.ts';

const wordsOf = (language: string) =>
  messagesOf(JSON.parse(readFileSync(new URL(`../../locales/${language}.json`, import.meta.url), 'utf8')));
const german = wordsOf('de');

/** Whole messages, each form, that can only be English. The wiki's own words, which the tools repeat, are none of them. */
const ENGLISH = [...wordsOf('en')]
  .filter(([key, words]) => words !== german.get(key))
  .flatMap(([, words]) => words.split(' | '))
  .filter(words => /\p{L}{3}/u.test(words))
  .map(words => new RegExp(`^${RegExp.escape(words).replaceAll(/\\\$\d/gu, '.+')}$`, 'u'));

describeInFirefox('in a German Firefox', () => {
  let stage: Stage;
  let lens: LensPage;
  beforeAll(async () => {
    stage = await openStage({ install: false });
    await setLanguage(stage.firefox, 'de');
    await stage.firefox.install();
    lens = await stage.openLens();
  });
  afterAll(() => stage.close());

  it('the bar, the filters, the menus and the reasons speak German', async () => {
    expect(await lens.status()).toBe('31 von 31 Ideen');
    await lens.click('button', 'Filter');
    await lens.click('button', /^Schwierigkeit/u);
    await isGerman(lens.page);
    await lens.page.keyboard.press('Escape');
    await lens.click('button', 'Mehr');
    await isGerman(lens.page);
    await lens.page.keyboard.press('Escape');
    await lens.click('button', /^Zu prüfen/u, 'idea-lens-idea');
    await find(lens.page, 'dialog', /./u, 'idea-lens-idea');
    await isGerman(lens.page);
  });

  it.each(['popup.html', 'options.html', 'dashboard.html#bookmarks', 'dashboard.html#transfer'])(
    '%s speaks German',
    async path => {
      const page = await stage.firefox.openExtensionPage(path);
      await expect.poll(async () => (await spoken(page)).length).toBeGreaterThan(5);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
      await isGerman(page);
      await page.close();
    },
  );
});

async function isGerman(page: Page): Promise<void> {
  const said = await spoken(page);
  expect(said.length).toBeGreaterThan(5);
  expect(said.filter(words => ENGLISH.some(message => message.test(words)))).toEqual([]);
}

/** All that is seen or spoken in our hosts, or on a page of the extension itself, piece by piece. */
function spoken(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const hosts = [...document.querySelectorAll('*')].flatMap(each =>
      each.localName.startsWith('idea-lens-') && each.shadowRoot ? [each.shadowRoot] : [],
    );
    const roots: ParentNode[] = hosts.length > 0 ? hosts : [document.body];
    return roots
      .flatMap(root => [...root.querySelectorAll(':not(style, script)')])
      .flatMap(each => [
        ...[...each.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.nodeValue ?? ''),
        ...['aria-label', 'title', 'placeholder'].map(name => each.getAttribute(name) ?? ''),
      ])
      .map(words => words.trim())
      .filter(words => words !== '');
  });
}
