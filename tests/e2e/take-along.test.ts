import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { EXPECTED, type Opened, openSample, SAMPLE } from './sample.ts';
import { readRows } from './stored.ts';

let opened: Opened;
let lens: LensPage;
beforeAll(async () => {
  opened = await openSample();
  await opened.context.grantPermissions(['clipboard-read', 'clipboard-write']);
});
afterEach(() => lens.page.close());
afterAll(() => opened.browser.close());

const more = async (item: string) => {
  await lens.bar.getByRole('button', { name: 'More' }).click();
  await lens.bar.getByRole('menuitem', { name: item }).click();
};

describe('the menu More', () => {
  it('copies a link to what one sees', async () => {
    lens = await opened.openLens();
    await lens.choose('Good first ideas');
    await expect.poll(async () => (await lens.titles()).length).toBeLessThan(EXPECTED.ideas.length);
    const titles = await lens.titles();
    await more('Copy a link to this view');
    await lens.bar.getByText('Copied').first().waitFor();
    const link = await lens.page.evaluate(() => navigator.clipboard.readText());
    expect(link).toContain('#ideas:show=good-first');
    const other = await opened.openLens(link);
    await expect.poll(() => other.titles()).toEqual(titles);
    await other.page.close();
  });

  it('saves the page as JSON: what a correct reading says of it', async () => {
    lens = await opened.openLens();
    const [download] = await Promise.all([lens.page.waitForEvent('download'), more('Save the page as JSON')]);
    expect(download.suggestedFilename()).toBe('Lanternfish-ideas.json');
    const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
    expect(saved.format).toBe('idea-lens/page@1');
    expect(saved.ideas.map((idea: { title: string }) => idea.title)).toEqual(EXPECTED.ideas.map(idea => idea.title));
    expect(saved.ideas[0].comments).toEqual(EXPECTED.ideas[0]?.comments);
  });

  it('takes nothing along of what one looks for, and a long link keeps nobody from bookmarking', async () => {
    lens = await opened.openLens(`${SAMPLE}#ideas:q=gauge&at=${'x'.repeat(9_000)}`);
    const [download] = await Promise.all([lens.page.waitForEvent('download'), more('Save the page as JSON')]);
    expect(JSON.parse(await readFile(await download.path(), 'utf8')).page.url).toBe(SAMPLE);
    const [title = ''] = await lens.titles();
    await lens.bookmark(title).click();
    await expect.poll(() => lens.bookmark(title).getAttribute('aria-pressed')).toBe('true');
    expect(await opened.browser.worker().evaluate(readRows)).toMatchObject([{ title, url: SAMPLE }]);
  });

  it('saves the page as CSV: a row for each idea', async () => {
    lens = await opened.openLens();
    const [download] = await Promise.all([lens.page.waitForEvent('download'), more('Save the page as CSV')]);
    expect(download.suggestedFilename()).toBe('Lanternfish-ideas.csv');
    const saved = await readFile(await download.path(), 'utf8');
    for (const { title } of EXPECTED.ideas) expect(saved).toContain(title);
  });

  it('asks no network for any of it', () => {
    expect(opened.asked.filter(url => !url.startsWith('https://wiki.xenproject.org/'))).toEqual([]);
  });
});
