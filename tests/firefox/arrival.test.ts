import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { isAsRemembered, remember } from '../e2e/lens-page.ts';
import { compareWithExpected } from '../wiki/compare-expected.ts';
import { clipboard } from './browser-itself.ts';
import { find, lensOn } from './lens-page.ts';
import { describeInFirefox, EXPECTED, isOff, openStage, SAMPLE, type Stage, WIKI } from './stage.ts';

const PHP = `${WIKI}/index.php?title=Lanternfish_ideas`;

describeInFirefox('a page in Firefox', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
  });
  afterEach(() => stage.closePages());
  afterAll(() => stage.close());

  /** Waits for the file and for all of it. */
  async function downloaded(name: string): Promise<string> {
    const { downloads } = stage.firefox;
    await expect.poll(() => readdir(downloads)).toContain(name);
    await expect.poll(async () => (await readFile(join(downloads, name), 'utf8')).length).toBeGreaterThan(1000);
    return readFile(join(downloads, name), 'utf8');
  }

  it('gets the bar, and at each idea its tools, its reasons and its comments', async () => {
    const { page, ...lens } = await stage.openLens();
    expect(await lens.status()).toBe('31 of 31 ideas');
    expect(await lens.titles()).toEqual(EXPECTED.ideas.map(idea => idea.title));
    const seen = await page.evaluate(() => {
      const count = (selector: string) => document.querySelectorAll(selector).length;
      return {
        bars: count('idea-lens-toolbar'),
        height: document.querySelector('idea-lens-toolbar')?.getBoundingClientRect().height,
        sections: count('section[data-idea-lens-section]'),
        review: count('[data-idea-lens-attention~="needs-review"]'),
        open: count('idea-lens-comment[data-idea-lens-comment="open"]'),
        interest: count('idea-lens-comment[data-idea-lens-comment="interest"]'),
        addressed: count('idea-lens-comment[data-idea-lens-comment="addressed"]'),
      };
    });
    const comments = EXPECTED.ideas.flatMap(idea => idea.comments);
    const those = (kind: string, state: string) =>
      comments.filter(comment => comment.kind === kind && comment.state === state).length;
    expect(seen).toEqual({
      bars: 1,
      height: 42,
      sections: 0,
      review: EXPECTED.ideas.filter(idea => idea.reasons.length > 0).length,
      open: those('review', 'open'),
      interest: those('interest', 'open'),
      addressed: comments.filter(comment => comment.state === 'addressed').length,
    });
  });

  it('tells its controls to assistive technology by role and name', async () => {
    const { page } = await stage.openLens();
    const named = (host: string, role: string, name: string) =>
      page.$(`${host} >>> ::-p-aria([name="${name}"][role="${role}"])`);
    expect(await named('idea-lens-toolbar', 'switch', 'Idea Lens')).not.toBeNull();
    expect(await named('idea-lens-toolbar', 'searchbox', 'Search ideas')).not.toBeNull();
    expect(await named('idea-lens-toolbar', 'search', 'Idea Lens')).not.toBeNull();
    expect(await named('idea-lens-toolbar', 'button', 'More')).not.toBeNull();
    expect(await named('idea-lens-toolbar', 'button', 'No such button')).toBeNull();
  });

  it('is saved as JSON: what a correct reading says of it', async () => {
    const lens = await stage.openLens();
    await lens.more('Save the page as JSON');
    const saved: unknown = JSON.parse(await downloaded('Lanternfish-ideas.json'));
    const { differences, ideas, fields } = compareWithExpected(saved, EXPECTED);
    expect(differences).toEqual([]);
    expect(ideas).toBe(31);
    expect(fields).toBeGreaterThan(300);
  });

  it('is saved as CSV: a row for each idea', async () => {
    const lens = await stage.openLens();
    await lens.more('Save the page as CSV');
    const saved = await downloaded('Lanternfish-ideas.csv');
    for (const { title } of EXPECTED.ideas) expect(saved).toContain(title);
  });

  it.each([
    ['https', SAMPLE],
    ['http, which has no clipboard of its own', SAMPLE.replace('https:', 'http:')],
  ])('copies a link to what one sees: %s', async (_how, url) => {
    const { page, ...lens } = await stage.openLens(url);
    expect(await page.evaluate(() => isSecureContext)).toBe(url.startsWith('https:'));
    await lens.choose('Good first ideas');
    await lens.more('Copy a link to this view');
    await expect.poll(() => clipboard(stage.firefox)).toBe(`${url}#ideas:show=good-first`);
  });

  it('on a narrow screen has a sheet for the filters as wide as the window beside its scrollbars, its button whole', async () => {
    const lens = await stage.openLens();
    await lens.page.setViewport({ width: 380, height: 720 });
    // A page that is wider than the screen has a scrollbar below, too.
    await lens.page.evaluate(() => {
      const wide = document.createElement('div');
      wide.style.cssText = 'width: 900px; height: 1px';
      document.body.append(wide);
    });
    await lens.click('button', /^Filters/u);
    const button = await find(lens.page, 'button', /^Show 31 ideas/u, 'idea-lens-toolbar');
    const measures = () =>
      button.evaluate(each => {
        const { clientWidth, clientHeight } = document.documentElement;
        const sheet = each.closest('dialog');
        const bottom = Math.round(each.getBoundingClientRect().bottom);
        return {
          bars: innerWidth > clientWidth && innerHeight > clientHeight,
          wide: sheet?.clientWidth === clientWidth,
          // Not scrolled within, but its body alone.
          whole: sheet?.scrollHeight === sheet?.clientHeight && bottom <= clientHeight && bottom > clientHeight - 40,
        };
      });
    // It slides in.
    await expect.poll(measures).toEqual({ bars: true, wide: true, whole: true });
  });

  it('that is hostile is shown as text, and comes back byte for byte', async () => {
    const page = await stage.firefox.browser.newPage();
    const told: string[] = [];
    page.on('dialog', dialog => {
      told.push(dialog.message());
      void dialog.dismiss();
    });
    await stage.storeSwitch(false);
    await page.goto(`${WIKI}/wiki/Hostile_ideas`);
    await remember(page);
    await stage.storeSwitch(true);
    const lens = await lensOn(page);
    await lens.search('<img');
    await lens.choose('Needs review');
    expect(told).toEqual([]);
    const inside = await page.evaluate(() =>
      [...document.querySelectorAll('idea-lens-toolbar, idea-lens-idea')].flatMap(host => [
        ...(host.shadowRoot?.querySelectorAll('img, script, iframe') ?? []),
      ]),
    );
    expect(inside).toEqual([]);
    await stage.storeSwitch(false);
    await isOff(page);
    await isAsRemembered(page);
    await stage.storeSwitch(true);
  });

  it('with unknown labels gets a note that says so, and nothing else', async () => {
    const page = await stage.open(`${WIKI}/wiki/Ideas_with_unknown_labels`);
    await find(page, 'button', 'Close this note', 'idea-lens-notes');
    const text = await page.evaluate(
      () => document.querySelector('idea-lens-notes')?.shadowRoot?.textContent ?? 'nothing',
    );
    expect(text).toContain('does not understand this page');
    expect(await page.evaluate(() => document.querySelector('idea-lens-toolbar, [data-idea-lens-idea]'))).toBeNull();
  });

  it.each([
    ['a page without ideas', `${WIKI}/wiki/Main_Page`],
    ['a page that only shows the template', `${WIKI}/wiki/Decoys_only`],
    ['the edit view', `${PHP}&action=edit`],
    ['the history', `${PHP}&action=history`],
    ['a diff', `${PHP}&diff=next&oldid=1`],
    ['a missing page', `${WIKI}/wiki/No_such_ideas`],
  ])('is left alone: %s', async (_what, url) => {
    const page = await stage.open(url);
    // The answer of the content script means that it has looked at the page.
    const own = await stage.own();
    const answer = () =>
      own.evaluate(async wanted => {
        const tabs = await browser.tabs.query({});
        const tab = tabs.find(each => each.url === wanted);
        return browser.tabs.sendMessage(tab?.id ?? -1, { message: 'lens.status', input: {} }).catch(() => null);
      }, url);
    await expect.poll(answer).toMatchObject({ ok: true });
    const ours = 'idea-lens-toolbar, idea-lens-notes, [data-idea-lens-idea]';
    expect(await page.evaluate(selector => document.querySelectorAll(selector).length, ours)).toBe(0);
  });

  it('asks for nothing but what it names itself', async () => {
    stage.wiki.asked.length = 0;
    const { page, ...lens } = await stage.openLens();
    await lens.search('gauge');
    await lens.bookmark('Spare parts list');
    await expect.poll(() => lens.isBookmarked('Spare parts list')).toBe(true);
    await lens.choose('Bookmarked');
    await lens.sort('Title');
    const named = await page.evaluate(() =>
      [...document.querySelectorAll('[src], link[href]')].flatMap(each =>
        ['src', 'href'].flatMap(name => each.getAttribute(name) ?? []).map(url => new URL(url, location.href).href),
      ),
    );
    const known = new Set([SAMPLE, `${WIKI}/favicon.ico`, ...named]);
    expect(stage.wiki.asked).toContain(SAMPLE);
    expect(stage.wiki.asked.filter(url => !known.has(url))).toEqual([]);
  });
});

declare const browser: {
  tabs: {
    query(query: object): Promise<{ id?: number; url?: string }[]>;
    sendMessage(tab: number, message: object): Promise<unknown>;
  };
};
