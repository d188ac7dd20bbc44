/**
 * Measures what the lens holds in memory: what the page's process has more than with the same page without the extension, after a forced
 * collection. Neither a snapshot of the heap nor `measureUserAgentSpecificMemory` tells it better: the one leaves out what the browser
 * itself keeps for our nodes, the other needs a page that is isolated from other origins. Judges nothing.
 *
 * Counted are V8's heap (all worlds of the page: our objects, strings and compiled code), what it keeps outside it, and Blink's (nodes,
 * their wrappers, shadow trees, styles). The boxes of layout are told apart: they are nine tenths of a long page's memory, the page's own,
 * and come and go with each layout and with what is on the screen. Not counted: what painting needs, which no interface tells.
 */
import type { Page } from 'playwright';

/** Bytes. */
export interface Held {
  /** V8's heap and what it keeps outside it. */
  readonly script: number;
  /** Blink's heap while nothing is laid out: nodes, their wrappers, shadow trees, styles. */
  readonly nodes: number;
  /** What Blink's heap has more while the page is laid out; below 0 where the ideas in sections need fewer boxes. */
  readonly boxes: number;
}

/** What the page's process holds now. */
export async function held(page: Page): Promise<Held> {
  const laidOut = await usage(page);
  await page.evaluate(layOut, false);
  const bare = await usage(page);
  await page.evaluate(layOut, true);
  return {
    script: bare.usedSize + bare.backingStorageSize,
    nodes: bare.embedderHeapUsedSize,
    boxes: laidOut.embedderHeapUsedSize - bare.embedderHeapUsedSize,
  };
}

async function usage(page: Page) {
  const session = await page.context().newCDPSession(page);
  // What one collection lets go of in Blink, the next one finds in V8.
  for (let time = 0; time < 3; time++) await session.send('HeapProfiler.collectGarbage');
  const heaps = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return heaps;
}

/** Gives the page its boxes, or takes them all away, and waits for the frame after next. Runs in the page. */
function layOut(wanted: boolean): Promise<void> {
  document.documentElement.style.display = wanted ? '' : 'none';
  return new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
}

/** What `one` holds more than `other`. */
export function difference(one: Held, other: Held): Held {
  return { script: one.script - other.script, nodes: one.nodes - other.nodes, boxes: one.boxes - other.boxes };
}

/**
 * The page's text as V8 and Blink keep it: one byte a character, two in a text node with any beyond Latin-1. Scripts and styles are no
 * text. Runs in the page.
 */
export function bytesOfText(): number {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let bytes = 0;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const { data, parentElement } = node as Text;
    if (parentElement?.matches('script, style')) continue;
    bytes += data.length * (/[\u0100-\uffff]/.test(data) ? 2 : 1);
  }
  return bytes;
}
