import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAsRemembered } from './lens-page.ts';
import { type Opened, openSample } from './sample.ts';

let opened: Opened;
beforeAll(async () => {
  opened = await openSample();
});
afterAll(() => opened.browser.close());

it('a newer script of the extension ends the older one: its lens leaves, and the page is as it was', async () => {
  const lens = await opened.openRemembered();
  const { page } = lens;
  await lens.search.fill('gauge');
  await page.evaluate(name => dispatchEvent(new Event(name)), `${opened.browser.id}:begins`);
  await page.locator('idea-lens-toolbar').waitFor({ state: 'detached' });
  await isAsRemembered(page);
  await page.close();
});

it('an extension that is updated under an open page puts the page back and says to reload', async () => {
  const lens = await opened.openRemembered();
  const { page } = lens;
  await lens.search.fill('gauge');
  await lens.sort('Title');
  await opened.browser.worker().evaluate(() => chrome.runtime.reload());
  await expect
    .poll(async () => {
      await page.keyboard.press('Shift');
      return page.locator('idea-lens-toolbar').count();
    })
    .toBe(0);
  const note = page.locator('idea-lens-notes');
  await note.getByText('Idea Lens was updated.', { exact: false }).waitFor();
  expect(await note.getByRole('button', { name: 'Reload' }).isVisible()).toBe(true);
  await note.getByRole('button', { name: 'Close this note' }).click();
  await note.waitFor({ state: 'detached' });
  await isAsRemembered(page);
});

declare const chrome: { runtime: { reload(): void } };
