import type { KeyInput } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { find, type LensPage } from './lens-page.ts';
import { describeInFirefox, EXPECTED, openStage, type Stage } from './stage.ts';

const all = EXPECTED.ideas.map(idea => idea.title);
const review = EXPECTED.ideas.filter(idea => idea.reasons.length > 0).map(idea => idea.title);

describeInFirefox('single keys in Firefox', () => {
  let stage: Stage;
  let lens: LensPage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  const key = (name: KeyInput) => lens.page.keyboard.press(name);
  /** The title of the idea at whose heading the keyboard is. */
  const at = () =>
    lens.page.evaluate(() => {
      const host = document.activeElement;
      const block = host?.localName === 'idea-lens-idea' ? host.previousElementSibling : null;
      const heading = block?.matches('[data-idea-lens-idea]') ? block : block?.querySelector('[data-idea-lens-idea]');
      return (heading?.querySelector('.mw-headline') ?? heading)?.textContent?.trim() ?? null;
    });

  it('j and k go from idea to idea, the heading just under the bar', async () => {
    lens = await stage.openLens();
    for (const title of all.slice(0, 3)) {
      await key('j');
      await expect.poll(at).toBe(title);
    }
    await key('k');
    await expect.poll(at).toBe(all[1]);
    const anchor = (all[1] ?? '').replaceAll(' ', '_');
    await expect.poll(async () => Math.abs((await lens.underBar(anchor)) - 12)).toBeLessThan(12);
  });

  it('n and p go to what needs attention, r opens its reasons, b bookmarks it', async () => {
    lens = await stage.openLens();
    for (const title of review.slice(0, 2)) {
      await key('n');
      await expect.poll(at).toBe(title);
    }
    await key('p');
    await expect.poll(at).toBe(review[0]);
    await key('r');
    await find(lens.page, 'dialog', /Needs review/u, 'idea-lens-idea');
    await key('Escape');
    await expect.poll(at).toBe(review[0]);
    await key('b');
    await expect.poll(() => lens.isBookmarked(review[0] ?? '')).toBe(true);
    await key('b');
    await expect.poll(() => lens.isBookmarked(review[0] ?? '')).toBe(false);
  });

  it('/ goes to the search, where keys are letters; Escape clears it', async () => {
    lens = await stage.openLens();
    await key('/');
    await lens.page.keyboard.type("jnb?'");
    expect(await lens.searched()).toBe("jnb?'");
    await lens.says('0 of 31 ideas');
    await key('Escape');
    await lens.says('31 of 31 ideas');
    expect(await lens.searched()).toBe('');
  });

  it('? shows all of them', async () => {
    lens = await stage.openLens();
    await key('?');
    await find(lens.page, 'dialog', /Keyboard shortcuts/u, 'idea-lens-toolbar');
    await key('Escape');
    await expect
      .poll(() =>
        lens.page.evaluate(
          () => document.querySelector('idea-lens-toolbar')?.shadowRoot?.querySelectorAll('dialog[open]').length,
        ),
      )
      .toBe(0);
  });

  it('do nothing in fields of the page', async () => {
    lens = await stage.openLens();
    await lens.page.focus('#searchInput');
    await lens.page.keyboard.type('jb/');
    expect(await lens.page.$eval('#searchInput', field => (field as HTMLInputElement).value)).toBe('jb/');
    expect(await at()).toBeNull();
  });
});
