/** Who asks, and what they may ask. A wiki sees and changes what belongs to its own host; the extension's own pages see all. */
import { hostOfPage, webHostsOf } from '../model/host.ts';
import { browser, extensionId, type Sender } from '../platform/browser.ts';
import type { Background, InputOf, TransferMessages } from './protocol.ts';

/** The extension itself (popup, background, its pages), or our content script on a wiki page. */
export type From =
  | { readonly kind: 'extension' }
  /** `hosts`: the page's host with and without its port. `tab` is `null` where the browser does not name one. */
  | { readonly kind: 'wiki'; readonly hosts: readonly [string, string]; readonly tab: number | null };

/** Who `sender` is, by what the browser says; `null` for other extensions and for anything that is neither page nor extension. */
export function whoSends(sender: Sender): From | null {
  const own = extensionId();
  if (own === null || sender.id !== own) return null;
  // A service worker that writes to a tab has no address in some browsers; a content script always has one.
  if (sender.url === undefined) return sender.tab === undefined ? { kind: 'extension' } : null;
  if (sender.url.startsWith(browser.runtime.getURL(''))) return { kind: 'extension' };
  const hosts = webHostsOf(sender.url);
  return hosts === null ? null : { kind: 'wiki', hosts, tab: sender.tab?.id ?? null };
}

/** All that can be asked of the background. */
type Asked = Background & TransferMessages;

/** A wiki page sees no bookmarks of other wikis, and brings none in. */
const WIKI_MAY_NOT: { readonly [Name in keyof TransferMessages]: () => false } = {
  'bookmarks.export': () => false,
  'bookmarks.restore': () => false,
  'import.preview': () => false,
  'import.apply': () => false,
};

/** What a wiki page on `hosts` may ask of the background. */
const WIKI_MAY: {
  readonly [Name in keyof Asked]: (input: InputOf<Asked, Name>, hosts: readonly string[]) => boolean;
} = {
  'bookmarks.list': ({ page }, hosts) => hosts.includes(hostOfPage(page)),
  'bookmarks.set': ({ page }, hosts) => hosts.includes(hostOfPage(page)),
  'bookmarks.remove': ({ page }, hosts) => hosts.includes(hostOfPage(page)),
  'bookmarks.recent': () => false,
  'lens.set': ({ host }, hosts) => hosts.includes(host),
  'settings.get': () => true,
  // The help dialog has that switch; the others are for the settings page alone.
  'settings.change': ({ change }) => Object.keys(change).every(key => key === 'shortcuts'),
  'attention.count': () => true,
  'pages.open': () => true,
  'shortcut.get': () => true,
  'data.count': () => false,
  'data.deleteAll': () => false,
  'offNote.shown': () => false,
  ...WIKI_MAY_NOT,
};

/** Whether `from` may send the message `name` with this (already checked) input to the background. */
export function mayAsk<Name extends keyof Asked>(name: Name, input: InputOf<Asked, Name>, from: From): boolean {
  return from.kind === 'extension' || WIKI_MAY[name](input, from.hosts);
}
