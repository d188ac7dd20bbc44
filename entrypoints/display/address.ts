/**
 * The query in the address: read at arrival, on back and forward, and written as the user asks. Typing replaces the entry of the
 * history, a committed change makes one; following an anchor of the page keeps the query. Decides nothing about what shows.
 */
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { encodeQuery, readHash, writeHash } from '../../utils/query/hash.ts';

export interface Arrival {
  readonly query: Query;
  /** The anchor to show; `null` when none is named. */
  readonly at: string | null;
  /** What in the hash was not understood. */
  readonly unknown: readonly string[];
}

export interface Address {
  /** What the address asks for as it is now; `null` when its hash is none of ours. */
  read(): Arrival | null;
  /** Writes what the user has asked for, in an idle moment: the browser takes a millisecond for it, and nobody waits for it. */
  write(query: Query, how: 'typing' | 'commit'): void;
  /** The hash of this entry before anything was typed into it, once all is written. */
  committed(): string;
  /** The whole address of the page with `query`, for others. */
  linkTo(query: Query): string;
}

/** How long after a click its navigation may come, ms. */
const SOON = 1_000;
/** After so many ms the address is written even where the browser is busy. */
const LATEST = 100;

interface Asked {
  readonly query: Query;
  readonly how: 'typing' | 'commit';
}

export interface AddressOptions {
  readonly window: Window;
  /** What the lens before this one says it was; else what it is. */
  readonly committed: string | undefined;
  /** What is asked for now. */
  readonly query: () => Query;
  /** Somebody went back, forward, or changed the address: show this. */
  readonly onArrival: (arrival: Arrival) => void;
  readonly signal: AbortSignal;
}

/** Follows the address of `window` until `signal` aborts. The hash itself stays then: it shows the same when the lens comes back. */
export function createAddress({ window, query, onArrival, signal, ...before }: AddressOptions): Address {
  const { history, location, document } = window;
  /** The hash of this entry of the history before anything was typed into it. */
  let committed = before.committed ?? location.hash;
  /** The last click, where it was on a link to an anchor of this page. */
  let followed: Event | null = null;
  /** What is not written yet, the oldest first. */
  let waiting: readonly Asked[] = [];

  /** An anchor of the page that begins as ours do is an anchor of the page. */
  const readOurs = (hash: string) => (document.getElementById(decoded(hash.slice(1))) ? null : readHash(hash));

  function put(hash: string, how: 'push' | 'replace'): void {
    // An empty hash would scroll to the top; an address without one does not. What the wiki's scripts keep in the state stays.
    const url = `${location.pathname}${location.search}${hash}`;
    if (how === 'push') history.pushState(history.state, '', url);
    else history.replaceState(history.state, '', url);
  }

  function writeNow({ query: asked, how }: Asked): void {
    const wanted = encodeQuery(asked);
    // The anchor beside a query stays as long as the query does.
    const stands = (hash: string) => pairsIn(hash) === wanted;
    if (how === 'typing') {
      if (!stands(location.hash)) put(writeHash(asked, null), 'replace');
      return;
    }
    // The entry gets back what it had before the typing; what is committed has one of its own.
    if (location.hash !== committed) put(committed, 'replace');
    if (stands(committed)) return;
    put(writeHash(asked, null), 'push');
    committed = location.hash;
  }

  function flush(): void {
    const due = waiting;
    waiting = [];
    for (const asked of due) writeNow(asked);
  }

  function arrive(): void {
    // Whoever goes elsewhere before it is written has gone on from there.
    waiting = [];
    const { hash } = location;
    // MediaWiki's own routers (pictures, talk pages) have the hash for a while: nobody has asked for other ideas.
    if (hash.startsWith('#/')) return;
    // What the page's scripts have done with the click is known by now.
    const wasFollowing =
      followed !== null && !followed.defaultPrevented && performance.now() - followed.timeStamp < SOON;
    followed = null;
    const ours = readOurs(hash);
    if (ours === null && wasFollowing && encodeQuery(query()) !== '') {
      const anchor = decoded(hash.slice(1));
      put(writeHash(query(), anchor === '' ? null : anchor), 'replace');
      committed = location.hash;
      return;
    }
    if (hash === committed) return;
    committed = hash;
    if (ours !== null) onArrival(ours);
    else if (!wasFollowing) onArrival({ query: EMPTY_QUERY, at: null, unknown: [] });
  }

  document.addEventListener(
    'click',
    event => {
      const link = event.composedPath().find(target => target instanceof Element && target.matches('a[href]'));
      const leads = link instanceof HTMLAnchorElement && link.href.includes('#') && samePage(link, location);
      followed = leads ? event : null;
    },
    // Before the page's own scripts, which may stop it.
    { capture: true, signal },
  );
  // A link is followed from the entry that it stands in, and a page that is left is come back to as it was.
  for (const leaving of ['click', 'pagehide']) window.addEventListener(leaving, flush, { capture: true, signal });
  signal.addEventListener('abort', flush, { once: true });
  window.addEventListener('popstate', arrive, { signal });
  // Where a browser tells of a new hash alone.
  window.addEventListener('hashchange', arrive, { signal });

  return {
    read: () => readOurs(location.hash),
    write(asked, how) {
      if (waiting.length === 0) requestIdleCallback(flush, { timeout: LATEST });
      // What is typed replaces what was typed before it.
      const before = how === 'typing' && waiting.at(-1)?.how === 'typing' ? waiting.slice(0, -1) : waiting;
      waiting = [...before, { query: asked, how }];
    },
    committed() {
      flush();
      return committed;
    },
    linkTo: asked => `${location.origin}${location.pathname}${location.search}${writeHash(asked, null)}`,
  };
}

/** The query of a hash, written as we write it; empty where there is none. */
function pairsIn(hash: string): string {
  const ours = readHash(hash);
  return ours === null ? '' : encodeQuery(ours.query);
}

function samePage(link: HTMLAnchorElement, { origin, pathname, search }: Location): boolean {
  return link.origin === origin && link.pathname === pathname && link.search === search;
}

function decoded(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    // Not every hash is well encoded; then it is taken as it stands.
    return hash;
  }
}
