/** Walks over the Xen page as a person would take them, on a real MediaWiki; they need `WIKI_PAGES`. */
import { existsSync, readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type LensPage, lensOn } from '../e2e/lens-page.ts';
import { compareWithExpected } from './compare-expected.ts';
import { furtherPages, HOST, openRealWiki, type RealWiki, skins } from './real-wiki.ts';

const XEN = `${HOST}/wiki/Archived/GSoc_2014`;
const EXPECTED = furtherPages()
  .map(folder => join(folder, '../../page/expected.json'))
  .find(file => existsSync(file));

interface XenIdea {
  readonly title: string;
  readonly area: string;
  readonly reasons: readonly string[];
}

describe.runIf(EXPECTED !== undefined)('on the Xen page', () => {
  let real: RealWiki;
  let lens: LensPage;
  const ideas: readonly XenIdea[] = EXPECTED ? JSON.parse(readFileSync(EXPECTED, 'utf8')).ideas : [];
  const all = ideas.map(idea => idea.title);
  const review = ideas.filter(idea => idea.reasons.length > 0).map(idea => idea.title);

  beforeAll(async () => {
    real = await openRealWiki({ MW_ANON_EDIT: '1' });
    await real.browser.context.grantPermissions(['clipboard-read', 'clipboard-write']);
  });
  afterEach(() => lens.page.close());
  afterAll(() => real.close());

  async function open(url = XEN): Promise<LensPage> {
    const page = await real.browser.context.newPage();
    await page.goto(url);
    lens = await lensOn(page);
    return lens;
  }

  /** The rows of a facet as they stand: "OCaml 4". */
  async function rows(facet: string): Promise<string[]> {
    const filters = lens.bar.getByRole('button', { name: /^Filters/u });
    if ((await filters.getAttribute('aria-expanded')) !== 'true') await filters.click();
    await lens.bar.getByRole('button', { name: new RegExp(`^${facet}`, 'u') }).click();
    const values = lens.bar.getByRole('dialog').locator('label');
    await values.first().waitFor();
    const texts = await values.allTextContents();
    await lens.page.keyboard.press('Escape');
    return texts.map(text => text.replace(/\s+/gu, ' ').trim());
  }

  it('each facet counts what the page holds', async () => {
    await open();
    expect(await rows('List')).toEqual([
      'List of peer reviewed Projects 12',
      'List of projects that need more work 12',
      'New Project Ideas 0',
    ]);
    expect((await rows('Area')).slice(0, 3)).toEqual([
      'Xen Hypervisor Userspace Tools 8',
      'Domain support (PVOPS and Linux) 7',
      'Mirage OS 4',
    ]);
    expect(await rows('Difficulty')).toEqual(['Easy 2', 'Medium 10', 'High 5', 'Extreme 1', 'Not given 10']);
    const skills = await rows('Skills');
    expect(skills.slice(0, 4)).toEqual(['OCaml 4', 'C 3', 'Understanding of PC server hardware 2', 'Xen 2']);
    expect(skills.slice(-2)).toEqual(['Described in sentences 4', 'Not given 9']);
    expect(await rows('Contact')).toContain('George Dunlap 3');
    expect(await rows('GSoC')).toEqual(['Yes 23', 'No 0', 'Not given 1']);
    expect(await rows('Attention')).toEqual(
      expect.arrayContaining([
        'Needs a review 13',
        'Not peer reviewed yet 12',
        'New idea 0',
        'Open comments 3',
        'No difficulty 10',
        'No skills 9',
        'No outcomes 9',
        'Not said if it suits GSoC 1',
        'No mail address 2',
        'Interested 1',
      ]),
    );
  });

  it.each([
    ['mentor:dunlap', 3],
    ['skills:ocaml', 4],
    ['difficulty:easy..medium', 11],
    ['is:open', 3],
    ['has:comment', 4],
    ['area:mirage', 4],
    ['missing:outcomes', 9],
    ['before:2014-02', 19],
    ['mentor:madhavapeddy skills:ocaml difficulty:easy..medium area:mirage -fuzz', 2],
    ['"web stack"', 1],
  ])('the search %s shows %i ideas', async (text, count) => {
    await open();
    await lens.search.fill(text);
    await lens.says(`${count} of 24 ideas`);
  });

  it('a near miss is told: what matches gives no difficulty', async () => {
    await open();
    await lens.search.fill('snapshot');
    await lens.tick('Difficulty', /^Medium/u);
    const notes = lens.page.locator('idea-lens-notes');
    await notes.getByText('gives no difficulty').or(notes.getByText('give no difficulty')).first().waitFor();
    const before = (await lens.titles()).length;
    await notes.getByRole('button', { name: /^Include/u }).click();
    await expect.poll(async () => (await lens.titles()).length).toBeGreaterThan(before);
  });

  it('why ideas need a review is said in parts, which are filters', async () => {
    await open();
    await lens.choose('Needs review');
    await lens.says('13 of 24 ideas');
    await lens.bar.getByRole('button', { name: /^No difficulty/u }).click();
    await lens.says('10 of 24 ideas');
  });

  it('sorted inside its sections the page keeps its headings', async () => {
    await open();
    await lens.sort('Title');
    await lens.bar.getByRole('button', { name: /^Sort/u }).click();
    await lens.bar.getByRole('menuitemcheckbox', { name: 'Keep the page’s sections' }).click();
    await lens.page.keyboard.press('Escape');
    const alphabet = new Intl.Collator('en', { numeric: true });
    const mirage = ideas.filter(({ area }) => area === 'Mirage OS').map(({ title }) => title);
    await expect
      .poll(async () => (await lens.titles()).filter(title => mirage.includes(title)))
      .toEqual(mirage.sort(alphabet.compare));
    expect((await lens.titles())[0]).toBe('Enabling the 9P File System transport as a paravirt device');
    expect(await lens.page.getByRole('heading', { name: 'Mirage OS' }).first().isVisible()).toBe(true);
  });

  it('sorted by latest comment the newest comes first', async () => {
    await open();
    await lens.sort('Latest comment', 'Descending');
    await expect
      .poll(async () => (await lens.titles())[0])
      .toBe('Enabling the 9P File System transport as a paravirt device');
  });

  it('a link to what one sees shows the same to others, in every skin', async () => {
    await open();
    await lens.choose('Good first ideas');
    await lens.says('9 of 24 ideas');
    await lens.bar.getByRole('button', { name: 'More' }).click();
    await lens.bar.getByRole('menuitem', { name: 'Copy a link to this view' }).click();
    await lens.bar.getByText('Copied').first().waitFor();
    const { hash } = new URL(await lens.page.evaluate(() => navigator.clipboard.readText()));
    for (const { query } of skins().slice(1)) {
      await lens.page.close();
      await open(`${HOST}/index.php?title=Archived/GSoc_2014${query}${hash}`);
      await lens.says('9 of 24 ideas');
    }
  });

  it('the keys go through what needs attention, one by one', async () => {
    await open();
    const at = () => lens.page.evaluate(() => document.activeElement?.ariaLabel ?? null);
    for (const title of review) {
      await lens.page.keyboard.press('n');
      await expect.poll(at).toBe(title);
    }
    await lens.page.keyboard.press('p');
    await expect.poll(at).toBe(review.at(-2));
  });

  it.each(skins().filter(({ name }) => name !== 'minerva'))(
    'the contents of $name lead to what is hidden',
    async ({ query }) => {
      await open(`${HOST}/index.php?title=Archived/GSoc_2014${query}`);
      await lens.choose('Good first ideas');
      await lens.says('9 of 24 ideas');
      const contents = lens.page.locator(':is(.toc, .sidebar-toc, .vector-toc) a[href="#VM_Snapshots"]');
      expect(await lens.page.locator('[data-idea-lens-contents]').count()).toBeGreaterThanOrEqual(15);
      await contents.first().evaluate(link => (link as HTMLElement).click());
      await expect.poll(() => lens.titles()).toContain('VM Snapshots');
      await expect
        .poll(async () => {
          const heading = await lens.heading('VM Snapshots').boundingBox();
          const bar = await lens.bar.boundingBox();
          return (heading?.y ?? 0) - ((bar?.y ?? 0) + (bar?.height ?? 0));
        })
        .toBeGreaterThanOrEqual(0);
    },
  );

  it('the popup counts the same, and each count shows what it counts', async () => {
    await open();
    const popup = await real.browser.openExtensionPage('popup.html');
    await lens.page.bringToFront();
    await popup.reload();
    const counts = popup.getByRole('group', { name: 'Show on the page' }).getByRole('button');
    await expect
      .poll(() => counts.allTextContents())
      .toEqual(['24 ideas', '13 need a review', '3 open comments', '1 interested']);
    // Pressed by script: a real click would bring the popup's own tab to the front. It closes when it has done its work.
    await counts.nth(1).evaluate(button => (button as HTMLElement).click());
    await lens.says('13 of 24 ideas');
    await popup.close();
  });

  it('the icon counts what needs a review', async () => {
    await open();
    await lens.page.bringToFront();
    const badge = () =>
      real.browser.worker().evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
      });
    await expect.poll(badge).toBe('13');
  });

  it('saved as JSON it is what a correct reading says, to the field', async () => {
    await open();
    await lens.bar.getByRole('button', { name: 'More' }).click();
    const [download] = await Promise.all([
      lens.page.waitForEvent('download'),
      lens.bar.getByRole('menuitem', { name: 'Save the page as JSON' }).click(),
    ]);
    const saved = JSON.parse(await readFile(await download.path(), 'utf8'));
    const wanted = JSON.parse(readFileSync(EXPECTED ?? '', 'utf8'));
    expect(compareWithExpected(saved, wanted).differences).toEqual([]);
    expect(saved.ideas.map((idea: XenIdea) => idea.title)).toEqual(all);
  });
});

declare const chrome: {
  tabs: { query(query: object): Promise<{ id?: number }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};
