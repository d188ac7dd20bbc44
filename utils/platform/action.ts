/**
 * The extension's button in the browser: how the user learns to turn the lens on again. The page itself must stay as the wiki made
 * it, so the note is in the popup, or a word on the button where the browser does not let us open it.
 */
import { browser } from './browser.ts';
import { t } from './i18n.ts';

/** Opens the popup; where the browser refuses, marks the button for `tab` (every tab when `null`). Never rejects. */
export async function tellHowToTurnOn(tab: number | null): Promise<void> {
  try {
    await browser.action.openPopup();
  } catch {
    // No window in front, no user gesture (Firefox), or another popup is open.
    await markButton(tab).catch(() => undefined);
  }
}

async function markButton(tab: number | null): Promise<void> {
  const where = tab === null ? {} : { tabId: tab };
  await browser.action.setBadgeText({ text: t('popup.badge'), ...where });
  await browser.action.setTitle({ title: t('popup.badgeTitle'), ...where });
}

/** Takes the mark off the button in every tab. Never rejects: a tab may be gone by then. */
export async function unmarkButton(): Promise<void> {
  const tabs = await browser.tabs.query({}).catch(() => []);
  const places = [{}, ...tabs.flatMap(tab => (tab.id === undefined ? [] : [{ tabId: tab.id }]))];
  await Promise.allSettled(
    places.flatMap(where => [
      browser.action.setBadgeText({ text: '', ...where }),
      browser.action.setTitle({ title: t('extension.name'), ...where }),
    ]),
  );
}
