import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { EXPECTED, type Opened, openSample } from './sample.ts';

let opened: Opened;
let lens: LensPage;
beforeAll(async () => {
  opened = await openSample();
});
afterEach(() => lens.page.close());
afterAll(() => opened.browser.close());

const all = EXPECTED.ideas.map(idea => idea.title);
const review = EXPECTED.ideas.filter(idea => idea.reasons.length > 0).map(idea => idea.title);
const press = (keys: string) => lens.page.keyboard.press(keys);
/** The title of the idea at whose heading the keyboard is. */
const at = () =>
  lens.page.evaluate(() => {
    const host = document.activeElement;
    const block = host?.tagName === 'IDEA-LENS-IDEA' ? host.previousElementSibling : null;
    const heading = block?.matches('[data-idea-lens-idea]') ? block : block?.querySelector('[data-idea-lens-idea]');
    return (heading?.querySelector('.mw-headline') ?? heading)?.textContent?.trim() ?? null;
  });

describe('single keys', () => {
  it('j and k go from idea to idea, headings free of the bar', async () => {
    lens = await opened.openLens();
    for (const title of all.slice(0, 3)) {
      await press('j');
      await expect.poll(at).toBe(title);
    }
    await press('k');
    await expect.poll(at).toBe(all[1]);
    await expect
      .poll(async () => {
        const heading = await lens.heading(all[1] ?? '').boundingBox();
        const bar = await lens.bar.boundingBox();
        return Math.round((heading?.y ?? 0) - ((bar?.y ?? 0) + (bar?.height ?? 0)));
      })
      .toBe(12);
  });

  it('mark the idea one is at beside its title', async () => {
    lens = await opened.openLens();
    await press('j');
    await expect.poll(at).toBe(all[0]);
    const mark = await lens.page.evaluate(() => {
      const root = document.activeElement?.shadowRoot;
      const tools = root?.querySelector('.idea');
      const { width, height, backgroundColor } = getComputedStyle(tools ?? document.body, '::before');
      return { width, height, seen: backgroundColor !== 'rgba(0, 0, 0, 0)' };
    });
    expect(mark).toEqual({ width: '4px', height: '24px', seen: true });
  });

  it('Tab goes through a bar that has stuck, and the page stays, also where the skin keeps the window’s top free', async () => {
    lens = await opened.openLens();
    await lens.page.addStyleTag({ content: 'html { scroll-padding-top: 75px }' });
    await lens.heading('Horn schedule editor').evaluate(each => each.scrollIntoView({ block: 'center' }));
    await expect.poll(() => lens.bar.getAttribute('data-stuck')).toBe('');
    const place = await lens.page.evaluate(() => scrollY);
    const focused = () =>
      lens.page.evaluate(() => {
        const control = document.activeElement?.shadowRoot?.activeElement;
        return `${control?.getAttribute('aria-label') ?? ''} ${(control?.closest('label') ?? control)?.textContent}`;
      });
    await press('/');
    for (const name of ['All', 'Filters', 'Sort', 'More']) {
      await press('Tab');
      await expect.poll(focused).toContain(name);
      expect(await lens.page.evaluate(() => scrollY)).toBe(place);
    }
  });

  it('Shift+Tab goes back through the page, and the bar covers nothing that it leads to', async () => {
    lens = await opened.openLens();
    await lens.heading(all[8] ?? '').evaluate(each => each.scrollIntoView({ block: 'center' }));
    await expect.poll(() => lens.bar.getAttribute('data-stuck')).toBe('');
    await lens.bookmark(all[8] ?? '').focus();
    /** How much of what has the focus is behind the bar, px, and where it stands on the page. */
    const covered = () =>
      lens.page.evaluate(() => {
        const control = document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;
        const over = document.querySelector('idea-lens-toolbar')?.getBoundingClientRect().bottom ?? 0;
        const { top } = control?.getBoundingClientRect() ?? { top: 0 };
        return { by: Math.max(0, over - top), place: Math.round(top + scrollY) };
      });
    const { place } = await covered();
    for (let step = 0; step < 12; step++) {
      await press('Shift+Tab');
      await expect.poll(covered).toMatchObject({ by: 0 });
    }
    expect((await covered()).place).toBeLessThan(place - 500);
    expect(await lens.bar.getAttribute('data-stuck')).toBe('');
  });

  it('Tab leaves the page where / has put it', async () => {
    lens = await opened.openLens();
    await lens.page.setViewportSize({ width: 1280, height: 600 });
    await lens.page.addStyleTag({ content: 'html { scroll-padding-top: 75px }' });
    await press('/');
    const top = () => lens.bar.evaluate(bar => bar.getBoundingClientRect().top);
    await expect.poll(top).toBeLessThan(75);
    await expect.poll(() => lens.bar.getAttribute('data-high')).toBe('');
    const place = await lens.page.evaluate(() => scrollY);
    for (let time = 0; time < 3; time++) {
      await press('Tab');
      expect(await lens.page.evaluate(() => scrollY)).toBe(place);
    }
  });

  it('n and p go to what needs attention', async () => {
    lens = await opened.openLens();
    for (const title of review.slice(0, 3)) {
      await press('n');
      await expect.poll(at).toBe(title);
    }
    await press('p');
    await expect.poll(at).toBe(review[1]);
  });

  it('/ brings the bar into the window, and ideas under it', async () => {
    lens = await opened.openLens();
    await lens.page.setViewportSize({ width: 1280, height: 600 });
    const bottom = () => lens.bar.evaluate(bar => bar.getBoundingClientRect().bottom);
    await expect.poll(bottom).toBeGreaterThan(600);
    await press('/');
    await expect.poll(bottom).toBeLessThan(200);
    await lens.page.keyboard.type('gauge');
    await expect.poll(bottom).toBeLessThan(200);
    expect(await lens.search.inputValue()).toBe('gauge');
    // The bar has got a second row, and the list begins below it.
    const heading = lens.page.locator('h2', { hasText: 'List of peer reviewed Projects' });
    const below = () => heading.evaluate(element => element.getBoundingClientRect().top);
    await expect.poll(async () => (await below()) - (await bottom())).toBeGreaterThan(0);
  });

  it('/ goes to the search, where keys are letters; Escape clears it', async () => {
    lens = await opened.openLens();
    await press('/');
    await lens.page.keyboard.type('jnb?');
    expect(await lens.search.inputValue()).toBe('jnb?');
    await lens.says('0 of 31 ideas');
    await press('Escape');
    expect(await lens.search.inputValue()).toBe('');
    await lens.says('31 of 31 ideas');
  });

  it('b bookmarks the idea one is at, and takes the bookmark back', async () => {
    lens = await opened.openLens();
    await press('j');
    const pressed = () => lens.bookmark(all[0] ?? '').getAttribute('aria-pressed');
    await press('b');
    await expect.poll(pressed).toBe('true');
    await press('b');
    await expect.poll(pressed).toBe('false');
  });

  it('r opens its reasons; Escape closes them', async () => {
    lens = await opened.openLens();
    await press('n');
    await press('r');
    const reasons = lens.page.getByRole('dialog', { name: /^Needs review/u });
    await reasons.waitFor();
    await press('Escape');
    await reasons.waitFor({ state: 'detached' });
    await expect.poll(at).toBe(review[0]);
  });

  it('? shows all of them, and can switch them off', async () => {
    lens = await opened.openLens();
    await press('?');
    const help = lens.page.getByRole('dialog', { name: 'Keyboard shortcuts' });
    await help.waitFor();
    await help.getByRole('switch', { name: 'Single-key shortcuts' }).click();
    await press('Escape');
    await help.waitFor({ state: 'detached' });
    await expect
      .poll(() =>
        opened.browser.worker().evaluate(async () => (await chrome.storage.local.get('settings')).settings?.shortcuts),
      )
      .toBe(false);
    await press('j');
    expect(await at()).toBeNull();
    await opened.browser
      .worker()
      .evaluate(() => chrome.storage.local.set({ settings: { offHosts: [], offNoteShown: true, shortcuts: true } }));
    await expect
      .poll(async () => {
        await press('j');
        return at();
      })
      .not.toBeNull();
  });

  it('are not the wiki’s access keys, nor anything with a modifier', async () => {
    lens = await opened.openLens();
    for (const keys of ['Alt+Shift+j', 'Control+j', 'Alt+n', 'Meta+k']) await press(keys);
    expect(await at()).toBeNull();
  });

  it('do nothing in fields of the page', async () => {
    lens = await opened.openLens();
    const field = lens.page.locator('#searchInput, input[name="search"]').first();
    await field.focus();
    await lens.page.keyboard.type('jb/');
    expect(await field.inputValue()).toBe('jb/');
    expect(await at()).toBeNull();
  });
});

describe('the keyboard’s place', () => {
  it('is not lost when its idea is filtered away: the status has it, and j goes on from there', async () => {
    lens = await opened.openLens();
    for (let step = 0; step < 3; step++) await press('j');
    await expect.poll(at).toBe(all[2]);
    // A link of ours, followed elsewhere: the idea at which one is does not show any more.
    await lens.page.evaluate(() => {
      location.hash = 'ideas:difficulty=high';
    });
    await expect.poll(async () => (await lens.titles()).length).toBeLessThan(31);
    expect(await lens.bar.evaluate(bar => bar.shadowRoot?.activeElement?.getAttribute('role'))).toBe('status');
    await press('j');
    const high = EXPECTED.ideas.filter(({ difficulty: { min, max } }) => min !== null && min <= 3 && (max ?? 0) >= 3);
    await expect.poll(at).toBe(high.find(idea => all.indexOf(idea.title) > 2)?.title);
  });
});

declare const chrome: {
  storage: {
    local: {
      get(key: string): Promise<{ settings?: { shortcuts?: boolean } }>;
      set(values: object): Promise<void>;
    };
  };
};
