/** What Firefox itself does to the extension and to a page, by its own code: things that no page and no mouse of ours can reach. */
import { expect } from 'vitest';
import { EXTENSION_ID, type OpenedFirefox } from '../tools/open-firefox.ts';

const EXTENSION = `WebExtensionPolicy.getByID(${JSON.stringify(EXTENSION_ID)}).extension`;
const PERMISSIONS = `ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs').ExtensionPermissions`;
const ADDONS = `ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs').AddonManager`;

/** Ends the extension's background, as Firefox does when it is idle, and waits until it has ended. */
export async function endBackground(firefox: OpenedFirefox): Promise<void> {
  await firefox.inBrowser(`${EXTENSION}.terminateBackground()`);
  await expect.poll(() => backgroundState(firefox)).toBe('stopped');
}

export function backgroundState(firefox: OpenedFirefox): Promise<unknown> {
  return firefox.inBrowser(`${EXTENSION}.backgroundState`);
}

/** As the user does in about:addons. */
export async function setEnabled(firefox: OpenedFirefox, enabled: boolean): Promise<void> {
  await firefox.inBrowser(
    `${ADDONS}.getAddonByID(${JSON.stringify(EXTENSION_ID)}).then(addon => addon.${enabled ? 'enable' : 'disable'}())`,
  );
}

/** As the user does in about:addons. */
export async function uninstall(firefox: OpenedFirefox): Promise<void> {
  await firefox.inBrowser(`${ADDONS}.getAddonByID(${JSON.stringify(EXTENSION_ID)}).then(addon => addon.uninstall())`);
}

/** Takes the access to the wiki back, as the user does under "Permissions" in about:addons. */
export async function revokeAccess(firefox: OpenedFirefox, pattern: string): Promise<void> {
  const taken = JSON.stringify({ permissions: [], origins: [pattern] });
  await firefox.inBrowser(`${PERMISSIONS}.remove(${JSON.stringify(EXTENSION_ID)}, ${taken}, ${EXTENSION})`);
}

/** Presses the extension's keyboard command: keys of the browser itself reach no page, so no page's keyboard presses them. */
export async function pressCommand(firefox: OpenedFirefox, name: string): Promise<void> {
  await firefox.inBrowser(`${EXTENSION}.shortcuts.onCommand(${JSON.stringify(name)})`);
}

/** Find in page, in the tab in front: searches as Ctrl+F does. */
export async function findInPage(firefox: OpenedFirefox, words: string): Promise<void> {
  const found = await firefox.inBrowser(
    `new Promise(resolve => {
      const { finder } = gBrowser.selectedBrowser;
      const listener = {
        onFindResult({ result }) {
          finder.removeResultListener(listener);
          resolve(result);
        },
      };
      finder.addResultListener(listener);
      finder.fastFind(${JSON.stringify(words)}, false, false);
    })`,
  );
  // 0 is found; 2 is found after the end of the page was passed.
  expect([0, 2]).toContain(found);
}

/** What is on the clipboard. */
export function clipboard(firefox: OpenedFirefox): Promise<unknown> {
  return firefox.inBrowser(
    `(() => {
      const wanted = Cc['@mozilla.org/widget/transferable;1'].createInstance(Ci.nsITransferable);
      wanted.init(null);
      wanted.addDataFlavor('text/plain');
      Services.clipboard.getData(wanted, Services.clipboard.kGlobalClipboard);
      const data = {};
      wanted.getTransferData('text/plain', data);
      return data.value.QueryInterface(Ci.nsISupportsString).data;
    })()`,
  );
}

/** What pages are told about light and dark. */
export async function setColours(firefox: OpenedFirefox, colours: 'light' | 'dark'): Promise<void> {
  const value = colours === 'dark' ? 0 : 1;
  await firefox.inBrowser(`Services.prefs.setIntPref('layout.css.prefers-color-scheme.content-override', ${value})`);
}

/** As of a Firefox in that language, for extensions that are installed from now on. */
export async function setLanguage(firefox: OpenedFirefox, language: string): Promise<void> {
  const list = JSON.stringify([language, 'en-US']);
  // There is no language pack, so Firefox's own words stay: only what extensions are told changes.
  await firefox.inBrowser(
    `void (Services.locale.availableLocales = ${list}, Services.locale.requestedLocales = ${list})`,
  );
  await expectLanguage(firefox, language);
}

async function expectLanguage(firefox: OpenedFirefox, language: string): Promise<void> {
  const found = await firefox.inBrowser('Services.locale.appLocaleAsBCP47');
  if (found !== language) throw new Error(`Firefox speaks ${String(found)}, not ${language}.`);
}
