import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Opened, openSample, WIKI } from './sample.ts';

let opened: Opened;
let wiki: Page;
let popup: Page;
beforeAll(async () => {
  opened = await openSample();
  await opened.storeSwitch(true);
  wiki = (await opened.openLens()).page;
  popup = await opened.browser.openExtensionPage('popup.html');
});
afterAll(() => opened.browser.close());

/** Sets the browser's own "Site access" of the extension, as the user does on chrome://extensions. */
async function setAccess(hostAccess: 'ON_CLICK' | 'ON_ALL_SITES'): Promise<void> {
  const extensions = await opened.context.newPage();
  await extensions.goto('chrome://extensions');
  await extensions.evaluate(
    options =>
      new Promise<void>(resolve => chrome.developerPrivate.updateExtensionConfiguration(options, () => resolve())),
    { extensionId: opened.browser.id, hostAccess },
  );
  await extensions.close();
  await wiki.reload();
}

/** The popup as it opens over the wiki's tab. */
async function openOverWiki(): Promise<void> {
  await wiki.bringToFront();
  await popup.reload();
}

describe('a browser that keeps Idea Lens from the wiki', () => {
  it('is named by the popup, with a button that asks the browser for access', async () => {
    await setAccess('ON_CLICK');
    await openOverWiki();
    await popup.getByText('The browser has not given Idea Lens access to wiki.xenproject.org.').waitFor();
    expect(await popup.getByRole('button', { name: 'Allow' }).isVisible()).toBe(true);
    expect(await wiki.locator('idea-lens-toolbar').count()).toBe(0);
    // The browser's own question cannot be answered from here, but one that may not be asked would be refused before the next answer.
    const said: string[] = [];
    popup.on('console', message => said.push(message.text()));
    await popup.getByRole('button', { name: 'Allow' }).click();
    expect(await popup.evaluate(origins => chrome.permissions.contains({ origins }), [`${WIKI}/*`])).toBe(false);
    expect(said).toEqual([]);
  });

  it('is forgotten once it lets Idea Lens in', async () => {
    await setAccess('ON_ALL_SITES');
    await wiki.locator('idea-lens-toolbar').waitFor();
    await openOverWiki();
    await popup.getByText('On for this wiki').waitFor();
  });
});

describe('a page of no wiki', () => {
  it('is said to be unknown', async () => {
    const elsewhere = await opened.open('https://example.org/');
    await elsewhere.bringToFront();
    await popup.reload();
    await popup.getByText('Idea Lens does not know this wiki.').waitFor();
    await elsewhere.close();
  });
});

declare const chrome: {
  permissions: { contains(asked: { origins: string[] }): Promise<boolean> };
  developerPrivate: { updateExtensionConfiguration(options: object, done: () => void): void };
};
