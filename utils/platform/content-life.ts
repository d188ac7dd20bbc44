/**
 * Stands in for WXT's context of a content script, by the build (wxt.config.ts): of what that offers, the content script needs to know
 * when it ends, and 0.8 kB less (zipped) on every page of a wiki are worth having.
 */
import { extensionId } from './browser.ts';

/** The life of one content script: it ends when a newer one of the same extension begins on the page (it was loaded again). */
export class ContentScriptContext {
  readonly signal: AbortSignal;

  constructor() {
    const life = new AbortController();
    const begins = `${extensionId()}:begins`;
    // Events of the window reach the scripts of every world; this one is not heard by whom it speaks of.
    globalThis.dispatchEvent(new Event(begins));
    globalThis.addEventListener(begins, () => life.abort(), { signal: life.signal });
    this.signal = life.signal;
  }
}
