import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isAsRemembered, lensOn, remember } from '../e2e/lens-page.ts';
import { EXPECTED } from '../e2e/sample.ts';
import { furtherPages, HOST, openRealWiki, type RealWiki, skins } from './real-wiki.ts';

const SAMPLE = `${HOST}/wiki/Lanternfish_ideas`;
const PHP = `${HOST}/index.php?title=Lanternfish_ideas`;

/** The classes by which Vector 2022 marks in its contents where one reads, in 1.39 and in 1.43; longer names first. */
const CONTENTS_MARKS = [
  'sidebar-toc-list-item-active',
  'sidebar-toc-list-item-expanded',
  'vector-toc-level-1-active',
  'vector-toc-list-item-active',
  'vector-toc-list-item-expanded',
];

let real: RealWiki;
beforeAll(async () => {
  real = await openRealWiki({ MW_ANON_EDIT: '1' });
});
beforeEach(() => storeSwitch(true));
afterAll(() => real.close());

function storeSwitch(on: boolean): Promise<void> {
  const offHosts = on ? [] : ['wiki.xenproject.org'];
  return real.browser
    .worker()
    .evaluate(off => chrome.storage.local.set({ settings: { offHosts: off, offNoteShown: true } }), offHosts);
}

function storedOff(): Promise<readonly string[] | undefined> {
  return real.browser.worker().evaluate(async () => (await chrome.storage.local.get('settings')).settings?.offHosts);
}

async function open(url: string) {
  const page = await real.browser.context.newPage();
  await page.goto(url);
  return page;
}

describe.each(skins())('in $name', skin => {
  it('the lens finds, hides, sorts and gives the page back', async () => {
    const page = await open(PHP + skin.query);
    expect(await page.locator(`body${skin.body}`).count()).toBe(1);
    const lens = await lensOn(page);
    expect(await lens.status.textContent()).toBe('31 of 31 ideas');
    await lens.search.fill('gauge');
    await expect.poll(async () => (await lens.titles()).length).toBeLessThan(31);
    await lens.search.fill('');
    await lens.says('31 of 31 ideas');
    await lens.choose('Needs review');
    await lens.says('14 of 31 ideas');
    await lens.sort('Title');
    const review = EXPECTED.ideas.filter(idea => idea.reasons.length > 0).map(idea => idea.title);
    await expect.poll(() => lens.titles()).toEqual(review.sort(new Intl.Collator('en', { numeric: true }).compare));
    expect((await lens.bar.boundingBox())?.width).toBeGreaterThan(300);
    await page.close();
  });

  it('off leaves what a page without the lens is', async () => {
    const settle = { waitUntil: 'networkidle' } as const;
    const page = await open(PHP + skin.query);
    const lens = await lensOn(page);
    await lens.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await lens.bar.waitFor({ state: 'detached' });
    await page.reload(settle);
    await remember(page);
    await storeSwitch(true);
    const again = await lensOn(page);
    await again.search.fill('lamp');
    await again.sort('Difficulty', 'Descending');
    await again.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await again.bar.waitFor({ state: 'detached' });
    // Vector 2022 marks in its contents where one reads.
    await isAsRemembered(page, CONTENTS_MARKS);
    // The page is quicker than the store; the next test must not be overtaken by what this one has asked for.
    await expect.poll(storedOff).toEqual(['wiki.xenproject.org']);
    await page.close();
  });
});

describe('bookmarks', () => {
  it('are the same under every address that MediaWiki answers with this page', async () => {
    const first = await lensOn(await open(SAMPLE));
    await first.bookmark('Horn schedule editor').click();
    await expect.poll(() => first.bookmark('Horn schedule editor').getAttribute('aria-pressed')).toBe('true');
    const old = await oldestRevision();
    for (const url of [
      PHP,
      `${HOST}/wiki/Ideas_of_Lanternfish`,
      SAMPLE.replace('https', 'http'),
      `${PHP}&oldid=${old}`,
    ]) {
      const lens = await lensOn(await open(url));
      await expect.poll(() => lens.bookmark('Horn schedule editor').getAttribute('aria-pressed')).toBe('true');
      await lens.page.close();
    }
    await first.page.close();
  });
});

async function oldestRevision(): Promise<string> {
  const page = await open(`${PHP}&action=history`);
  const link = await page.locator('.mw-changeslist-date').last().getAttribute('href');
  await page.close();
  return new URL(link ?? '', HOST).searchParams.get('oldid') ?? '';
}

describe('the lens stays away', () => {
  it.each(['action=edit', 'action=history', 'diff=prev', 'action=info', 'action=raw', 'veaction=none&action=edit'])(
    'from %s',
    async query => {
      const page = await open(`${PHP}&${query}`);
      await page.waitForLoadState('load');
      expect(await page.locator('idea-lens-toolbar, [data-idea-lens-idea]').count()).toBe(0);
      await page.close();
    },
  );

  it('from a preview', async () => {
    const page = await open(`${PHP}&action=edit`);
    await page.locator('#wpPreview').click();
    await page.locator('#wikiPreview h4').first().waitFor();
    expect(await page.locator('idea-lens-toolbar, [data-idea-lens-idea]').count()).toBe(0);
    await page.close();
  });
});

describe.runIf(furtherPages().length > 0)('the Xen page', () => {
  it('has 24 ideas, 13 that need a review, 3 open comments and 9 good first ideas', async () => {
    const lens = await lensOn(await open(`${HOST}/wiki/Archived/GSoc_2014`));
    await lens.says('24 of 24 ideas');
    for (const [scope, count] of [
      ['Needs review', 13],
      ['Open comments', 3],
      ['Good first ideas', 9],
    ] as const) {
      await lens.choose(scope);
      await lens.says(`${count} of 24 ideas`);
    }
    await lens.page.close();
  });
});

declare const chrome: {
  storage: {
    local: {
      get(key: string): Promise<{ settings?: { offHosts?: readonly string[] } }>;
      set(values: object): Promise<void>;
    };
  };
};
