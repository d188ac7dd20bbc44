/**
 * The lens while it is on: connects session, overlay and components on one page. Everything ends with its signal, and the
 * page is then as it was. Decides neither whether the lens is on (index.ts) nor what shows (session.ts).
 */
import { notSavingNotice, oldRevisionNotice } from '../../components/idea/notices.ts';
import { Toolbar } from '../../components/toolbar/Toolbar.tsx';
import type { NoticeContent } from '../../components/ui/Notice.tsx';
import type { Background } from '../../utils/messaging/protocol.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { Reading } from '../../utils/model/page.ts';
import type { Profile } from '../../utils/model/profile.ts';
import type { Query } from '../../utils/model/query.ts';
import { createOverlay } from '../../utils/overlay/overlay.ts';
import { isNight, watchBar, watchNight } from '../../utils/overlay/surroundings.ts';
import { t } from '../../utils/platform/i18n.ts';
import { correctArrival, followLinks } from './anchors.ts';
import { createBookmarkKeeper, type PageBookmarks } from './bookmarks.ts';
import { createCommentMarks } from './comments.tsx';
import { createFocusKeeper } from './focus.ts';
import { createHits } from './hits.ts';
import { createMounts } from './mounts.ts';
import { createNotes } from './notes.tsx';
import { createReadingPlace } from './reading-place.ts';
import { createSession, type SessionState } from './session.ts';
import { createSheets } from './sheets.ts';
import { whileIdle } from './slices.ts';
import { createTools } from './tools.tsx';

export interface LensOptions {
  readonly reading: Reading;
  readonly ideas: readonly AssessedIdea[];
  readonly profile: Profile;
  readonly background: Background;
  /** Calls back after each change of stored data. */
  readonly onRevision: (changed: () => void, signal: AbortSignal) => void;
  readonly locale: string;
  /** The lens lives until this aborts. */
  readonly signal: AbortSignal;
  /** Something to say from the start; it can be closed. */
  readonly notice: NoticeContent | null;
  readonly onSwitchOff: () => void;
  /** The extension was updated under the page: the lens cannot go on. */
  readonly onLost: () => void;
  readonly isLost: () => boolean;
  /** Something in the lens failed; the page must not stay half changed. */
  readonly onFailure: (error: unknown) => void;
}

/** Puts the lens on the page. The bar stands when this returns; tools and marks follow in slices. */
export function startLens(options: LensOptions): void {
  const { reading, ideas, profile, background, locale, signal } = options;
  const { page, regions } = reading;
  const document = regions.root?.ownerDocument ?? globalThis.document;
  const mounts = createMounts(signal);
  const overlay = createOverlay(regions, { signal, styles: createSheets(), hiddenWord: t('idea.hidden') });
  const headings = new Map(page.lists.map(list => [list.id, list.heading]));
  const headingOf = (idea: AssessedIdea) => headings.get(idea.list) ?? idea.list;
  const closed = new Set<string>();

  const session = createSession(ideas, page.lists, locale, (state, before) => follow(state, before));
  const keeper = createBookmarkKeeper(page, background, now => followBookmarks(now), signal);
  const marks = createCommentMarks({ ideas, regions, profile, locale, overlay, mounts });
  const hits = createHits(regions, signal);
  const ask = (query: Query) => session.ask(query);
  const notes = createNotes({
    ideas,
    lists: page.lists,
    regions,
    headingOf,
    locale,
    overlay,
    mounts,
    session: () => session,
    ask,
  });
  const focus = createFocusKeeper(document, overlay);
  const place = createReadingPlace(regions, overlay);
  const tools = createTools({
    ideas,
    profile,
    headingOf,
    locale,
    overlay,
    mounts,
    bookmarks: () => keeper,
    goToComment: (idea, id) => {
      if (!session.state().shown.visible.has(idea.key)) session.reveal([idea.key]);
      marks.goTo(idea, id);
    },
    signal,
  });

  function notices(): NoticeContent[] {
    const all: NoticeContent[] = [];
    const close = (id: string) => () => {
      closed.add(id);
      show(session.state());
    };
    if (!page.current) all.push(oldRevisionNotice(currentVersion(page.url, page.key), close('old-revision')));
    if (keeper.now().trouble?.code === 'storage') {
      all.push(notSavingNotice(() => void keeper.refresh(), close('not-saving')));
    }
    if (options.notice) all.push({ ...options.notice, onClose: close(options.notice.id) });
    return all.filter(notice => !closed.has(notice.id));
  }

  function show(state: SessionState): void {
    const bar = overlay.hosts.toolbar()?.shadowRoot;
    if (!bar) return;
    mounts.show(
      <Toolbar
        query={state.query}
        view={state.view}
        lists={page.lists}
        bookmarksFailed={keeper.now().trouble !== null}
        locale={locale}
        onQuery={ask}
        onSwitchOff={options.onSwitchOff}
      />,
      bar,
    );
    notes.show(state, notices());
  }

  function follow(state: SessionState, before: SessionState): void {
    if (signal.aborted) return;
    if (options.isLost()) {
      options.onLost();
      return;
    }
    show(state);
    if (state.shown === before.shown) return;
    const keepFocus = focus.before(state.shown);
    const keepPlace = place.before(state, before);
    overlay
      .apply(state.shown)
      .then(() => {
        notes.showPlaces(state);
        keepFocus();
        keepPlace();
        hits.show(state.shown);
      })
      .catch(options.onFailure);
  }

  function followBookmarks(now: PageBookmarks): void {
    if (now.trouble?.code === 'context-invalidated') {
      options.onLost();
      return;
    }
    if (!now.trouble) closed.delete('not-saving');
    // Taking a bookmark off must not pull the idea from under the pointer: it stays until something else is asked.
    const { query, bookmarks } = session.state();
    if (query.scope === 'bookmarked') session.reveal([...bookmarks].filter(key => !now.stored.has(key)));
    session.keep(now.stored);
    tools.update();
  }

  show(session.state());
  const bar = overlay.hosts.toolbar();
  if (bar) watchBar(bar, signal);
  overlay.hosts.night(isNight(document));
  watchNight(document, night => overlay.hosts.night(night), signal);
  // An updated extension gives an old page no words: that must be noticed before anything is drawn again.
  const notice = () => {
    if (options.isLost()) options.onLost();
  };
  for (const touch of ['pointerdown', 'keydown', 'focusin']) {
    document.addEventListener(touch, notice, { capture: true, signal });
  }
  // Find in page and links to anchors reach hidden ideas: what the browser reveals, the view takes in.
  document.addEventListener(
    'beforematch',
    event => {
      const key = event.target instanceof Node ? overlay.keyOf(event.target) : null;
      if (key !== null) session.reveal([key]);
    },
    { signal },
  );
  followLinks(regions, overlay, () => session, place, signal);
  const measure = () => {
    overlay.lift();
    marks.place();
  };
  // Another width may break lines elsewhere. Ideas far from the window are measured when they come near.
  let resized = false;
  const later = () => requestAnimationFrame(measure);
  document.defaultView?.addEventListener(
    'resize',
    () => {
      resized = true;
      later();
    },
    { signal },
  );
  document.addEventListener('contentvisibilityautostatechange', () => resized && later(), { capture: true, signal });
  document.defaultView?.addEventListener('pageshow', event => event.persisted && void keeper.refresh(), { signal });
  options.onRevision(() => void keeper.refresh(), signal);
  void keeper.refresh();
  tools
    .start()
    .then(() => {
      if (signal.aborted) return;
      marks.start();
      correctArrival(document, overlay, signal);
      return whileIdle(session.prepare, signal);
    })
    .catch(options.onFailure);
}

/** The address of the page's newest revision: its title alone, without `oldid`. */
function currentVersion(url: string, key: string): string {
  const address = new URL(url);
  const title = key.slice(key.indexOf('/') + 1);
  const script = new URL(/\.php$/u.test(address.pathname) ? address.pathname : '/index.php', address);
  script.searchParams.set('title', title);
  return script.href;
}
