/**
 * The extension's button in the browser: how many ideas of a tab's page need a review, and how the user learns to turn the lens on
 * again. The page itself must stay as the wiki made it, so that note is in the popup, or a word on the button where the browser does
 * not let us open it. What the button says is remembered by the browser alone.
 */
import { browser } from './browser.ts';
import { numeral, t } from './i18n.ts';

export interface ActionButton {
  /** Opens the popup; where the browser refuses, marks the button for `tab` (every tab when `null`). */
  tellHowToTurnOn(tab: number | null): Promise<void>;
  /** Takes the mark off the button in every tab; counts stay. */
  unmark(): Promise<void>;
  /** Writes `count` on the button of `tab`; 0 takes the count off and leaves the mark. */
  showCount(tab: number, count: number): Promise<void>;
  /** Takes the counts off in every tab; the mark stays. */
  clearCounts(): Promise<void>;
}

/** MediaWiki's subtle grey, and white on it: 7.1:1. A count is news, no alarm. */
const COLOUR = '#54595d';
const TEXT_COLOUR = '#ffffff';
/** The browsers cut off what is longer than four characters. */
const LARGEST = 999;

type Place = { readonly tabId?: number };

/** For the background only, one of it: each method waits for the ones before. None rejects: a tab may be gone by then. */
export function createActionButton(): ActionButton {
  let last: Promise<unknown> = Promise.resolve();

  function inTurn(run: () => Promise<unknown>): Promise<void> {
    const next = last.then(run).then(
      () => undefined,
      (error: unknown) => console.warn('Idea Lens: the button cannot be changed', error),
    );
    last = next;
    return next;
  }

  return {
    async tellHowToTurnOn(tab) {
      try {
        await browser.action.openPopup();
      } catch {
        // No window in front, no user gesture (Firefox), or another popup is open.
        await inTurn(() => write(tab === null ? {} : { tabId: tab }, t('popup.badge'), t('popup.badgeTitle')));
      }
    },
    unmark: () => inTurn(() => clearWhere(isMark)),
    showCount: (tab, count) =>
      inTurn(async () => {
        if (!(await isOpen(tab))) return;
        if (count > 0) await writeCount(tab, count);
        else await clearIf({ tabId: tab }, text => !isMark(text));
      }),
    clearCounts: () => inTurn(() => clearWhere(text => !isMark(text))),
  };
}

function isMark(text: string): boolean {
  return text === t('popup.badge');
}

async function isOpen(tab: number): Promise<boolean> {
  return browser.tabs.get(tab).then(
    () => true,
    () => false,
  );
}

async function writeCount(tabId: number, count: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: COLOUR, tabId });
  await browser.action.setBadgeTextColor({ color: TEXT_COLOUR, tabId });
  const text = count > LARGEST ? `${LARGEST}+` : String(count);
  await write({ tabId }, text, t('action.needsReview', [numeral(count)], count));
}

async function clearWhere(isMeant: (text: string) => boolean): Promise<void> {
  // First what holds for all tabs, or each of them would still read as marked.
  await clearIf({}, isMeant);
  const tabs = await browser.tabs.query({});
  await Promise.allSettled(tabs.map(({ id }) => (id === undefined ? undefined : clearIf({ tabId: id }, isMeant))));
}

async function clearIf(place: Place, isMeant: (text: string) => boolean): Promise<void> {
  const text = await browser.action.getBadgeText(place);
  if (text !== '' && isMeant(text)) await write(place, '', t('extension.name'));
}

async function write(place: Place, text: string, title: string): Promise<void> {
  await browser.action.setBadgeText({ text, ...place });
  await browser.action.setTitle({ title, ...place });
}
