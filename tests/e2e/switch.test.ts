import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAsRemembered, remember } from './lens-page.ts';
import { type Opened, openSample } from './sample.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openSample();
});
afterAll(() => opened.browser.close());

describe('the switch', () => {
  it('gives back every byte and every node, whatever was active', async () => {
    const lens = await opened.openRemembered();
    const { page } = lens;
    await lens.search.fill('gauge');
    await lens.tick('Difficulty', /^Medium/u);
    await lens.sort('Title', 'Descending');
    await lens.choose('Needs review');
    await lens.search.fill('zeppelin');
    await lens.says('0 of 31 ideas');
    await lens.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await lens.bar.waitFor({ state: 'detached' });
    await isAsRemembered(page);
    await expect.poll(opened.isStoredOff).toBe(true);
    await page.close();
  });

  it('is followed by all tabs, off and on', async () => {
    await opened.storeSwitch(true);
    const one = await opened.openLens();
    const two = await opened.openLens();
    await one.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await two.bar.waitFor({ state: 'detached' });
    await expect.poll(opened.isStoredOff).toBe(true);
    await opened.storeSwitch(true);
    await one.bar.waitFor();
    await two.bar.waitFor();
    await Promise.all([one.page.close(), two.page.close()]);
  });

  it('keeps the idea in view where it is', async () => {
    await opened.storeSwitch(true);
    const lens = await opened.openLens();
    const heading = lens.page.locator('[id="Horn_schedule_editor"]');
    await heading.evaluate(each => each.scrollIntoView({ block: 'center' }));
    const before = (await heading.boundingBox())?.y ?? 0;
    await lens.bar.getByRole('switch', { name: 'Idea Lens' }).click();
    await lens.bar.waitFor({ state: 'detached' });
    expect(Math.abs(((await heading.boundingBox())?.y ?? 0) - before)).toBeLessThanOrEqual(2);
    await expect.poll(opened.isStoredOff).toBe(true);
    await lens.page.close();
  });

  it('turned off, a page that is opened then is not touched at all', async () => {
    await opened.storeSwitch(false);
    const page = await opened.open();
    await remember(page);
    const popup = await opened.browser.openExtensionPage('popup.html');
    await popup.close();
    await isAsRemembered(page);
    expect(await page.locator('[data-idea-lens-idea], idea-lens-toolbar').count()).toBe(0);
    await page.close();
  });
});
