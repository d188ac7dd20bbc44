/** One window of jsdom that odd pages are put into one after another: making a window for each would take most of the time. */
import { type DOMWindow, JSDOM } from 'jsdom';
import { contentOf, documentOf } from './html.ts';
import type { OddPage } from './plan.ts';

export interface Stage {
  /** Puts the page up; the document before it may be gone. */
  show(page: OddPage): Document;
  /** Puts a whole HTML text up. */
  showText(html: string): Document;
  close(): void;
}

/** A window keeps the windows of all frames that ever were in it: after so many pages a new one is taken. */
const PAGES_OF_A_WINDOW = 200;
const LENT = ['Element', 'Node', 'HTMLElement'] as const;

/** Lends the window's classes to the globals that the overlay asks for, until `close`. */
export function openStage(): Stage {
  const kept = Object.fromEntries(LENT.map(name => [name, Reflect.get(globalThis, name)]));
  let window = openWindow();
  let pages = 0;
  const showText = (html: string): Document => {
    if (pages++ % PAGES_OF_A_WINDOW === PAGES_OF_A_WINDOW - 1) {
      window.close();
      window = openWindow();
    }
    const { document } = window;
    document.documentElement.innerHTML = html;
    const body = /<body([^>]*)>/u.exec(html)?.[1] ?? '';
    const classes = /class="([^"]*)"/u.exec(body)?.[1];
    if (classes !== undefined) document.body.setAttribute('class', classes);
    return document;
  };
  return {
    show: page => showText(steadyHtml(window.document, page)),
    showText,
    close() {
      Object.assign(globalThis, kept);
      window.close();
    },
  };
}

function openWindow(): DOMWindow {
  const { window } = new JSDOM('<!DOCTYPE html>', { url: 'https://wiki.xenproject.org/wiki/Odd' });
  for (const name of LENT) Reflect.set(globalThis, name, window[name]);
  // jsdom lays nothing out.
  window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  return window;
}

/**
 * The page's HTML as a server would send it. In a parser output the content has been through a parser already, as with MediaWiki:
 * tags that close nothing do not reach out of it.
 */
export function steadyHtml(document: Document, page: OddPage): string {
  const content = contentOf(page);
  if (page.root !== 'parser output') return documentOf(page, content);
  const box = document.implementation.createHTMLDocument('').createElement('div');
  box.innerHTML = content;
  return documentOf(page, box.innerHTML);
}
