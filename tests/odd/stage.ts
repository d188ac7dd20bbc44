/** One window of jsdom that odd pages are put into one after another: making a window for each would take most of the time. */
import { JSDOM } from 'jsdom';
import { contentOf, documentOf } from './html.ts';
import type { OddPage } from './plan.ts';

export interface Stage {
  /** Puts the page up; the document is the same object every time. */
  show(page: OddPage): Document;
  /** Puts a whole HTML text up. */
  showText(html: string): Document;
  close(): void;
}

/** Lends the window's classes to the globals that the overlay asks for, until `close`. */
export function openStage(): Stage {
  const { window } = new JSDOM('<!DOCTYPE html>', { url: 'https://wiki.xenproject.org/wiki/Odd' });
  const lent = { Element: window.Element, Node: window.Node, HTMLElement: window.HTMLElement };
  const kept = Object.fromEntries(Object.keys(lent).map(name => [name, Reflect.get(globalThis, name)]));
  Object.assign(globalThis, lent);
  // jsdom lays nothing out.
  window.Range.prototype.getClientRects = () => [] as unknown as DOMRectList;
  const { document } = window;
  const showText = (html: string): Document => {
    document.documentElement.innerHTML = html;
    const body = /<body([^>]*)>/u.exec(html)?.[1] ?? '';
    const classes = /class="([^"]*)"/u.exec(body)?.[1];
    if (classes !== undefined) document.body.setAttribute('class', classes);
    return document;
  };
  return {
    show: page => showText(steadyHtml(document, page)),
    showText,
    close() {
      Object.assign(globalThis, kept);
      window.close();
    },
  };
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
