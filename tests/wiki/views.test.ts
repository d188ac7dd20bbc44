/**
 * Every view that MediaWiki has of a page: the lens is there where somebody reads ideas, and nothing of it where somebody does
 * something else. lens.test.ts looks at what it does there.
 */
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type LensPage, lensOn } from '../e2e/lens-page.ts';
import { HOST, openRealWiki, type RealWiki, release, skins } from './real-wiki.ts';

const PAGE = 'Lanternfish_ideas';
const PHP = `${HOST}/index.php?title=${PAGE}`;
const OURS = 'idea-lens-toolbar, idea-lens-notes, idea-lens-idea, idea-lens-comment, [data-idea-lens-idea]';

/** Everybody may edit the one, nobody the other. */
let open: RealWiki;
let closed: RealWiki;
beforeAll(async () => {
  open = await openRealWiki({ MW_ANON_EDIT: '1' });
  closed = await openRealWiki();
});
afterAll(async () => {
  await open.close();
  await closed.close();
});

/** Where ideas are read. */
const WITH_LENS = [
  { view: 'read, by its title', path: `/wiki/${PAGE}` },
  { view: 'read, by the script', path: `/index.php?title=${PAGE}` },
  { view: 'read with action=view', path: `/index.php?title=${PAGE}&action=view` },
  { view: 'the redirect to it', path: '/wiki/Ideas_of_Lanternfish' },
  { view: 'read with redirect=no', path: `/index.php?title=${PAGE}&redirect=no` },
  { view: 'printable', path: `/index.php?title=${PAGE}&printable=yes` },
  { view: 'old revision', path: `/index.php?title=${PAGE}&oldid=OLD` },
  { view: 'action=render', path: `/index.php?title=${PAGE}&action=render` },
  ...(release() === 'bullseye' ? [] : [{ view: 'the REST interface’s HTML', path: `/rest.php/v1/page/${PAGE}/html` }]),
];

/** Where something else is done. `shows` is there when the view has come; `state` is why the lens stays away. */
const WITHOUT_LENS = [
  { view: 'edit', state: 'other-view', path: `/index.php?title=${PAGE}&action=edit`, shows: '#editform #wpSave' },
  {
    view: 'edit of a section',
    state: 'other-view',
    path: `/index.php?title=${PAGE}&action=edit&section=2`,
    shows: '#editform #wpSave',
  },
  { view: 'diff', state: 'other-view', path: `/index.php?title=${PAGE}&diff=cur&oldid=OLD`, shows: 'table.diff' },
  {
    view: 'diffonly',
    state: 'other-view',
    path: `/index.php?title=${PAGE}&diff=cur&oldid=OLD&diffonly=1`,
    shows: 'table.diff',
  },
  {
    view: 'edit of an old revision',
    state: 'other-view',
    path: `/index.php?title=${PAGE}&action=edit&oldid=OLD`,
    shows: '#wpTextbox1',
  },
  { view: 'history', state: 'other-view', path: `/index.php?title=${PAGE}&action=history`, shows: '#pagehistory' },
  {
    view: 'information',
    state: 'other-view',
    path: `/index.php?title=${PAGE}&action=info`,
    shows: '.mw-page-info, #mw-pageinfo-header-basic',
  },
  { view: 'wikitext', state: 'no-ideas', path: `/index.php?title=${PAGE}&action=raw`, shows: 'body' },
  { view: 'purge, to be confirmed', state: 'other-view', path: `/index.php?title=${PAGE}&action=purge`, shows: 'form' },
  {
    view: 'a special page about it',
    state: 'other-view',
    path: `/wiki/Special:WhatLinksHere/${PAGE}`,
    shows: '.mw-special-Whatlinkshere',
  },
  {
    view: 'a special page that holds it',
    state: 'other-view',
    path: `/wiki/Special:ExpandTemplates`,
    shows: 'body.ns--1',
  },
  {
    view: 'the redirect itself',
    state: 'no-ideas',
    path: '/index.php?title=Ideas_of_Lanternfish&redirect=no',
    shows: '.redirectMsg',
  },
  { view: 'a missing page', state: 'other-view', path: '/wiki/No_such_ideas', shows: '.noarticletext' },
  { view: 'another page', state: 'no-ideas', path: '/wiki/Main_Page', shows: '.mw-parser-output' },
  { view: 'its talk page', state: 'no-ideas', path: `/wiki/Talk:${PAGE}`, shows: '.mw-parser-output' },
];

let old = '';
beforeAll(async () => {
  const page = await open.browser.context.newPage();
  await page.goto(`${PHP}&action=history`);
  const link = await page.locator('.mw-changeslist-date').last().getAttribute('href');
  old = new URL(link ?? '', HOST).searchParams.get('oldid') ?? '';
  expect(old).not.toBe('');
  await page.close();
});

/** Each view in another skin, the next with the other right; reading them in all skins is the matrix's business. */
const views = <View extends { path: string }>(all: readonly View[]) =>
  all.map((each, index) => {
    const skin = skins()[index % skins().length];
    const path = each.path.includes('?') ? each.path + skin?.query : each.path;
    return { ...each, path, skin: skin?.name, mayEdit: index % 4 < 2 };
  });

async function show(real: RealWiki, path: string): Promise<Page> {
  const page = await real.browser.context.newPage();
  await page.goto(HOST + path.replace('OLD', old));
  return page;
}

/** What the lens says of itself in the tab that was opened last; it answers once it has read the page. */
async function stateIn({ browser }: RealWiki): Promise<string | undefined> {
  const answer = await browser.worker().evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    const request = { message: 'lens.status', input: {} };
    return chrome.tabs.sendMessage(tab?.id ?? -1, request, { frameId: 0 }).catch(() => undefined);
  });
  return /"state":"([\w-]+)"/u.exec(JSON.stringify(answer) ?? '')?.[1];
}

describe('the lens is there', () => {
  it.each(views(WITH_LENS))('$view ($path)', async ({ path, mayEdit }) => {
    const real = mayEdit ? open : closed;
    const page = await show(real, path);
    const lens: LensPage = await lensOn(page);
    const isOld = path.includes('oldid');
    expect(await lens.status.textContent()).toMatch(isOld ? /^(\d+) of \1 ideas$/u : /^31 of 31 ideas$/u);
    await expect.poll(() => stateIn(real)).toBe('on');
    const said = page.locator('idea-lens-notes').getByText('This is an old version of the page.');
    expect(await said.count()).toBe(isOld ? 1 : 0);
    await lens.choose('Needs review');
    await lens.bar.getByRole('button', { name: 'Clear all' }).click();
    await page.close();
  });
});

describe('the lens stays away', () => {
  it.each(views(WITHOUT_LENS))('from $view ($path)', async ({ path, shows, state, mayEdit }) => {
    const real = mayEdit ? open : closed;
    const page = await show(real, path);
    expect(await page.locator(shows).count()).toBeGreaterThan(0);
    await expect.poll(() => stateIn(real)).toBe(state);
    expect(await page.locator(OURS).count()).toBe(0);
    await page.close();
  });

  it('from the source of a page that one may not edit', async () => {
    const page = await show(closed, `/index.php?title=${PAGE}&action=edit`);
    expect(await page.locator('#wpSave').count()).toBe(0);
    expect(await page.locator('#wpTextbox1').count()).toBe(1);
    await expect.poll(() => stateIn(closed)).toBe('other-view');
    expect(await page.locator(OURS).count()).toBe(0);
    await page.close();
  });

  it('from a preview, also one that comes without loading the page', async () => {
    const page = await show(open, `/index.php?title=${PAGE}&action=edit`);
    await page.locator('#wpPreview').click();
    await page.locator('#wikiPreview h4').first().waitFor();
    await expect.poll(() => stateIn(open)).toBe('other-view');
    expect(await page.locator(OURS).count()).toBe(0);

    await page.goto(`${PHP}&action=edit`);
    await page.waitForFunction(() => typeof (globalThis as { mw?: MediaWiki }).mw?.loader?.using === 'function');
    await page.evaluate(async () => {
      const { mw } = globalThis as unknown as { mw: MediaWiki };
      await mw.loader.using(['mediawiki.user', 'mediawiki.action.edit.preview']);
    });
    const isLoaded = page.url();
    await page.locator('#wpPreview').click();
    await page.locator('#wikiPreview h4').first().waitFor();
    expect(page.url()).toBe(isLoaded);
    await expect.poll(() => stateIn(open)).toBe('other-view');
    expect(await page.locator(OURS).count()).toBe(0);
    await page.close();
  });
});

interface MediaWiki {
  readonly loader: { using(modules: readonly string[]): Promise<unknown> };
}

declare const chrome: {
  tabs: {
    query(query: object): Promise<{ id?: number }[]>;
    sendMessage(tab: number, request: object, options: object): Promise<unknown>;
  };
};
