import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LensPage } from './lens-page.ts';
import { type Opened, openSample } from './sample.ts';

let opened: Opened;
let lens: LensPage;
let popup: Page;
beforeAll(async () => {
  opened = await openSample('1.39-vector');
  await opened.storeSwitch(true);
  lens = await opened.openLens();
  popup = await opened.browser.openExtensionPage('popup.html');
  // The popup speaks of the tab in front: here it is a tab itself, so the wiki's tab comes to the front first.
  await lens.page.bringToFront();
  await popup.reload();
});
afterAll(() => opened.browser.close());

/** Pressed by script: a real click would bring the popup's own tab to the front. */
const press = () => popup.getByRole('switch', { name: 'Idea Lens' }).evaluate(each => (each as HTMLElement).click());

describe('the popup', () => {
  it('counts what the page holds', async () => {
    const counts = popup.getByRole('group', { name: 'Show on the page' }).getByRole('button');
    await expect
      .poll(() => counts.allTextContents())
      .toEqual(['31 ideas', '14 need a review', '4 open comments', '3 interested']);
  });

  it('shows what it counts, from the beginning of the list', async () => {
    const counts = popup.getByRole('group', { name: 'Show on the page' }).getByRole('button');
    // The popup closes when that is done; here it is a tab, which stays.
    await popup.evaluate(() => {
      window.close = () => undefined;
    });
    await counts.nth(1).evaluate(each => (each as HTMLElement).click());
    await lens.says('14 of 31 ideas');
    await expect.poll(async () => (await lens.bar.boundingBox())?.y).toBeLessThan(12);
    await lens.choose('All');
  });

  it('turns the lens of this wiki off and on again', async () => {
    await press();
    await lens.bar.waitFor({ state: 'detached' });
    await popup.getByText('Off for this wiki').waitFor();
    await popup.getByText('Turn it on again').waitFor();
    await press();
    await lens.bar.waitFor();
    await popup.getByText('On for this wiki').waitFor();
  });

  it('lists a bookmark as soon as it is set, as a link to the idea', async () => {
    await lens.bookmark('Horn schedule editor').click();
    const link = popup.getByRole('link', { name: 'Horn schedule editor' });
    await link.waitFor();
    expect(await link.getAttribute('href')).toMatch(/^https:\/\/wiki\.xenproject\.org\/.*#Horn_schedule_editor$/u);
    const opening = opened.context.waitForEvent('page');
    await link.click();
    const tab = await opening;
    await tab.locator('idea-lens-toolbar').waitFor();
    expect(await tab.evaluate(() => window.opener)).toBeNull();
    const heading = tab.locator('[id="Horn_schedule_editor"]');
    await expect.poll(async () => (await heading.boundingBox())?.y ?? -1).toBeGreaterThan(0);
    expect((await heading.boundingBox())?.y).toBeLessThan(400);
    await tab.close();
  });

  it('says that the lens has stepped aside, and loads the page again', async () => {
    const badge = () =>
      opened.browser.worker().evaluate(async () => {
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getBadgeText({ tabId: tab?.id ?? -1 });
      });
    await lens.page.bringToFront();
    await expect.poll(badge).toBe('14');
    await lens.page.evaluate(() => {
      const answer = () => document.querySelector('idea-lens-toolbar')?.remove();
      new MutationObserver(answer).observe(document.body, { childList: true, subtree: true });
      answer();
    });
    await lens.page.getByText('A script of this page keeps taking Idea Lens apart').waitFor();
    await expect.poll(badge).toBe('');
    await popup.reload();
    await popup.getByText('Idea Lens has stepped aside on this page', { exact: false }).waitFor();
    expect(await popup.getByRole('group', { name: 'Show on the page' }).count()).toBe(0);
    await popup.evaluate(() => {
      window.close = () => undefined;
    });
    await popup.getByRole('button', { name: 'Reload' }).evaluate(each => (each as HTMLElement).click());
    await lens.bar.waitFor();
  });
});

declare const chrome: {
  tabs: { query(info: object): Promise<readonly { id?: number }[]> };
  action: { getBadgeText(of: { tabId: number }): Promise<string> };
};
