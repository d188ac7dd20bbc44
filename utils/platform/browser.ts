/**
 * The one import of the extension API: promises in every browser, and stand-ins in tests. Nothing is decided here.
 * Not for words (i18n.ts) and not for settings (settings-store.ts).
 */
import type { Runtime } from 'webextension-polyfill';
import browser from 'webextension-polyfill';

export { browser };

/** Who sent a message, as the browser says; a page cannot forge it. */
export type Sender = Runtime.MessageSender;

/** A listener in the one form that Chromium, Firefox and the tests share: call `answer` later and return `true`. */
export type MessageListener = (message: unknown, sender: Sender, answer: (reply: unknown) => void) => true | undefined;

/** The extension's own id; `null` once the extension was updated or removed under a page that is still open. */
export function extensionId(): string | null {
  try {
    return browser.runtime?.id ?? null;
  } catch {
    return null;
  }
}

/** Listens to messages until `signal` aborts. */
export function onMessage(listener: MessageListener, signal?: AbortSignal): void {
  // The polyfill's types know only promises as answers; `true` keeps the channel open for `answer` in all browsers.
  const typed = listener as unknown as Parameters<typeof browser.runtime.onMessage.addListener>[0];
  browser.runtime.onMessage.addListener(typed);
  signal?.addEventListener('abort', () => browser.runtime.onMessage.removeListener(typed), { once: true });
}

/**
 * Runs one of the extension's own scripts in this content script's isolated world; once, however often it is asked for. The
 * manifest lends the file to the wikis' pages. Rejects when it cannot be had: after an update of the extension, above all.
 *
 * The address is asked for, and web-ext lint warns of that, because none can be written down. Measured in a content script: Firefox 153
 * takes a written one, /display.js as well as ../display.js, for a file of the page's own site; Chromium 156 for one of the extension, but
 * under the address that `use_dynamic_url` closes. The other ways are a permission more (`scripting`), or both files on every page.
 */
export async function runOwnScript(file: string): Promise<void> {
  await import(/* @vite-ignore */ browser.runtime.getURL(file));
}
