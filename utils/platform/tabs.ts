/** The tab the user looks at, the extension's own pages, and its keyboard command. Without the `tabs` permission. */
import { browser } from './browser.ts';

export interface ActiveTab {
  readonly id: number;
  /** Only where the extension has access to the host anyway; `null` says nothing about the page. */
  readonly url: string | null;
}

/** The active tab of the window that was used last; `null` when there is none (no window open, developer tools in front). */
export async function activeTab(): Promise<ActiveTab | null> {
  const [tab] = await browser.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? null };
}

/** Loads the page of a tab again. */
export async function reloadTab(id: number): Promise<void> {
  await browser.tabs.reload(id);
}

/** The extension's own pages that can be asked for from elsewhere; a dashboard is asked for by its tab. */
export const OWN_PAGES = ['dashboard-bookmarks', 'dashboard-transfer', 'options'] as const;
export type OwnPage = (typeof OWN_PAGES)[number];

/** Opens one of the extension's own pages in a tab. */
export async function openOwnPage(page: OwnPage): Promise<void> {
  if (page === 'options') return browser.runtime.openOptionsPage();
  await browser.tabs.create({ url: browser.runtime.getURL(`/dashboard.html#${page.replace('dashboard-', '')}`) });
}

/** The command's name in the manifest. */
export const TOGGLE_COMMAND = 'toggle-lens';

/** Calls `pressed` at each use of the keyboard command. */
export function onToggleCommand(pressed: () => void): void {
  browser.commands.onCommand.addListener(name => {
    if (name === TOGGLE_COMMAND) pressed();
  });
}

/** The keys of the command as the browser writes them now; `null` when the user has set none. */
export async function toggleShortcut(): Promise<string | null> {
  const commands = await browser.commands.getAll();
  return commands.find(command => command.name === TOGGLE_COMMAND)?.shortcut || null;
}
