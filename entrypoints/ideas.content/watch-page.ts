/**
 * Notices what others do to the page: the wiki's own scripts, gadgets, the browser's translation. Groups it, and says when the page has
 * to be read again; a page that never stands still is not read for ever. Judges nothing, reads nothing, writes nothing.
 */

export interface PageWatch {
  /** Runs a writing of ours unseen. */
  quietly(write: () => void): void;
  /** Reads again although the page has not stood still. */
  again(): void;
}

export interface WatchOptions {
  /** Whether what was seen changes what was read. */
  readonly matters: (records: readonly MutationRecord[]) => Promise<boolean>;
  /** Something has been done; the rest of it, and what it means, is not known yet. */
  readonly onBegin: () => void;
  readonly readAgain: () => void;
  /** The page is changed again each time it has been read; `readAgain` is not called before it stands still. */
  readonly onUnrest: () => void;
}

/** The wiki replaces content and lets its scripts work on it within this time, ms. */
const TOGETHER = 60;
/** So many readings within a minute are enough: then the page has to stand still for a while first; ms. */
const MOST = 5;
const MINUTE = 60_000;
const STILL = 10_000;

/** Watches `document` until `life` ends. */
export function watchPage(document: Document, options: WatchOptions, life: AbortSignal): PageWatch {
  const html = document.documentElement;
  const { lang } = html;
  const seen: MutationRecord[] = [];
  let readings: number[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let restless = false;
  /** Translated words are no news; what else came meanwhile is read once the page speaks its own language again. */
  let missed = false;
  const isTranslated = () => html.lang !== lang || /\btranslated-/u.test(html.className);

  function later(wait: number): void {
    const mine = setTimeout(() => {
      look()
        .catch(error => console.warn('Idea Lens: a change was not read', error))
        .finally(() => timer === mine && lookOn());
    }, wait);
    timer = mine;
  }

  /** One look at a time: what came meanwhile is looked at next. */
  function lookOn(): void {
    timer = undefined;
    if (seen.length > 0) later(TOGETHER);
  }

  async function look(): Promise<void> {
    const records = seen.splice(0);
    if (isTranslated()) {
      missed = true;
      return;
    }
    const isDue = missed || restless || (await options.matters(records));
    missed = false;
    if (!isDue || life.aborted) return;
    const now = performance.now();
    readings = readings.filter(time => now - time < MINUTE);
    if (readings.length < MOST || restless) {
      restless = false;
      readings.push(now);
      options.readAgain();
      // What came before has been read with it.
      seen.length = 0;
      return;
    }
    restless = true;
    options.onUnrest();
    clearTimeout(timer);
    later(STILL);
  }

  function take(records: readonly MutationRecord[]): void {
    const news = records.filter(isNews);
    if (missed && timer === undefined && !isTranslated()) later(TOGETHER);
    if (news.length === 0) return;
    if (restless) {
      clearTimeout(timer);
      later(STILL);
      return;
    }
    seen.push(...news);
    if (timer !== undefined) return;
    options.onBegin();
    later(TOGETHER);
  }

  const observer = new MutationObserver(take);
  function observe(): void {
    if (life.aborted) return;
    observer.observe(html, { childList: true, characterData: true, subtree: true });
  }
  const ofHtml = new MutationObserver(() => take([]));
  ofHtml.observe(html, { attributeFilter: ['lang', 'class'] });
  observe();
  life.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      ofHtml.disconnect();
      clearTimeout(timer);
    },
    { once: true },
  );

  return {
    quietly(write) {
      take(observer.takeRecords());
      observer.disconnect();
      try {
        write();
      } finally {
        observe();
      }
    },
    again() {
      readings = [];
      restless = false;
      clearTimeout(timer);
      timer = undefined;
      options.readAgain();
    },
  };
}

/** Our own small elements come and go by our own doing, except that somebody else may take them away. */
function isNews({ type, addedNodes, removedNodes }: MutationRecord): boolean {
  return type === 'characterData' || [...addedNodes].some(isTheirs) || [...removedNodes].some(isWords);
}

function isTheirs(node: Node): boolean {
  return !node.nodeName.startsWith('IDEA-LENS-') && isWords(node);
}

function isWords(node: Node): boolean {
  return node.nodeType === Node.ELEMENT_NODE || (node.nodeValue ?? '').trim() !== '';
}
