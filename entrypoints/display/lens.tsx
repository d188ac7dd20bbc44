/**
 * The lens while it is on: connects session, overlay and components on one page. Everything ends with its signal, and the
 * page is then as it was. Decides neither whether the lens is on (on-off.ts) nor what shows (session.ts).
 */
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { Query } from '../../utils/model/query.ts';
import { createOverlay } from '../../utils/overlay/overlay.ts';
import { wordsLocale } from '../../utils/platform/i18n.ts';
import { LensError } from '../../utils/platform/lens-error.ts';
import { queryFor } from '../../utils/query/scopes.ts';
import type { ReadingPlace } from '../panels/reading-place.ts';
import { type Arrival, createAddress } from './address.ts';
import { createAnnouncements } from './announcements.ts';
import { createBar } from './bar.tsx';
import { createBookmarkKeeper, type PageBookmarks } from './bookmarks.ts';
import { createCommentMarks } from './comments.tsx';
import { createFocusKeeper } from './focus.ts';
import { listenToKeys } from './keys.ts';
import { hostWords, pageLanguage } from './languages.ts';
import type { LensOptions, RunningLens } from './lens-options.ts';
import { createMounts } from './mounts.ts';
import { createNearby } from './nearby.ts';
import { createNotes } from './notes.tsx';
import { createNotices } from './notices.ts';
import { createOnDemand } from './on-demand.ts';
import { createPanels } from './panels.ts';
import type { OfferedPanels } from './panels-offer.ts';
import { createSession, type SessionState, showsSame } from './session.ts';
import { settle } from './settling.ts';
import { createSheets } from './sheets.ts';
import { createTools } from './tools.tsx';
import { watchForUpdate, watchReveals, watchSurroundings, watchWidth } from './watching.ts';

/**
 * Puts the lens on the page. The bar stands when this returns; tools and marks follow in slices. `fetchPanels` fetches the script of
 * what opens on demand; `offered` is what the lens before this one had of it.
 */
export function startLens(
  options: LensOptions,
  fetchPanels: () => Promise<OfferedPanels>,
  offered: OfferedPanels | null,
): RunningLens {
  const { reading, ideas, profile, background, signal, resume, quietly } = options;
  const { page, regions } = reading;
  const document = regions.root?.ownerDocument ?? globalThis.document;
  const window = document.defaultView ?? globalThis.window;
  const locale = wordsLocale();
  const sheets = createSheets();
  const panels = createPanels(fetchPanels, offer => {
    const { css, anchors, createReadingPlace, createSectioning } = offer;
    sheets.add(css);
    overlay.begin(createSectioning);
    place = createReadingPlace(regions, overlay, signal);
    anchors.followLinks(regions, overlay, () => session, place, signal);
    onDemand.begin(offer);
  });
  const mounts = createMounts(() => panels.now()?.panels ?? null, signal);
  const overlay = createOverlay(regions, {
    signal,
    styles: sheets.of,
    quietly,
    sectioning: async () => (await panels.get()).createSectioning,
    ...hostWords(),
    ...(resume && { slice: 1_000 }),
  });
  const headings = new Map(page.lists.map(list => [list.id, list.heading]));
  const headingOf = (idea: AssessedIdea) => headings.get(idea.list) ?? idea.list;
  const programLabel = profile.labels.program[0] ?? '';
  const hasRanges = ideas.some(({ difficulty: { min, max } }) => min !== max);

  /** Until the panels have come the reader is at the top, where nothing needs to be kept. */
  let place: ReadingPlace | null = null;
  let arrived = false;
  let help = false;
  let typing = false;
  let toggleKeys: string | null = null;
  /** Kept once the newest view shows. */
  let showing: Promise<void> = Promise.resolve();

  const language = pageLanguage(regions.root, locale);
  const session = createSession(ideas, page.lists, language, (now, before) => follow(now, before), resume?.stored);
  const keeper = createBookmarkKeeper(page, background, panels, now => followBookmarks(now), signal, resume);
  const redraw = () => show(session.state());
  const announcements = createAnnouncements(redraw);
  const notices = createNotices({
    page,
    first: options.notice,
    before: resume?.notices,
    trouble: () => keeper.now().trouble,
    onTryAgain: () => void keeper.refresh(),
    words: () => panels.now()?.notices ?? null,
    onNeedPanels: () => needPanels(),
    changed: redraw,
  });
  const query = () => session.state().query;
  const address = createAddress({ window, committed: resume?.committed, query, onArrival: arriveAt, signal });
  const shared = { ideas, regions, profile, headingOf, programLabel, locale, overlay, mounts, signal };
  const marks = createCommentMarks({ ...shared, paint: nodes => onDemand.paintComment(nodes) });
  const bar = createBar(overlay, mounts);
  const notes = createNotes({
    ...shared,
    lists: page.lists,
    bookmarks: () => keeper.now(),
    session: () => session,
    ask: query => ask(query, 'commit'),
    focusSearch: bar.focusSearch,
    say: announcements.say,
    keepFocus: () => focus.toStatus(),
    panels: () => panels.now(),
    onNeedPanels: () => needPanels(),
  });
  const focus = createFocusKeeper(document, overlay);
  const tools = createTools({
    ...shared,
    bookmarks: () => keeper,
    goToComment: (idea, id) => {
      if (!session.state().shown.visible.has(idea.key)) session.reveal([idea.key]);
      nearby.ensure(idea.key);
      marks.goTo(idea, id);
    },
    onNeedPanels: () => needPanels(),
  });
  const nearby = createNearby({ ideas, overlay, window, makers: [tools, marks], signal });
  const onDemand = createOnDemand(panels, {
    lens: options,
    document,
    overlay,
    session,
    focus,
    keeper,
    tools,
    address,
    notices,
    mounts,
    headingOf,
    place: () => place,
    say: announcements.say,
    failed,
    ask: query => ask(query, 'commit'),
    focusSearch: bar.focusSearch,
    showHelp: () => showHelp(true),
  });

  function failed(error: unknown): void {
    const { code, message } = error instanceof LensError ? error : new LensError('unavailable', { cause: error });
    if (code === 'context-invalidated' || options.isLost()) options.onLost();
    // Without them nothing could be said or opened.
    else if (panels.now() === null) options.onFailure(error);
    else notices.add({ id: 'failed', kind: 'error', text: message, actions: [] });
  }

  function needPanels(then?: () => void): void {
    panels
      .get()
      .then(() => {
        redraw();
        tools.drawOpen();
        then?.();
      })
      .catch(failed);
  }

  function ask(query: Query, how: 'typing' | 'commit'): void {
    typing = how === 'typing';
    notices.unknownInLink([]);
    const before = session.state();
    session.ask(query);
    // What was refused is not asked for, and stands in no address. On leaving the field nothing is, but more is said.
    address.write(session.state().query, how);
    if (!typing && session.state() === before) redraw();
  }

  function arriveAt({ query, at, unknown }: Arrival): void {
    const wasAtBar = focus.isAtBar();
    notices.unknownInLink(unknown);
    place?.follow();
    session.ask(query);
    redraw();
    // What had the focus may have gone with the query.
    if (wasAtBar && !focus.isAtBar()) focus.toStatus();
    if (at !== null) onDemand.showAnchor(at);
  }

  function showHelp(shown: boolean): void {
    help = shown;
    if (shown) needPanels();
    redraw();
  }

  function show(state: SessionState): void {
    if (signal.aborted) return;
    bar.show({
      query: state.query,
      view: state.view,
      lists: page.lists,
      programLabel,
      pageLanguage: language,
      hasRanges,
      bookmarksFailed: keeper.now().trouble !== null,
      locale,
      announcement: announcements.now(),
      help,
      shortcuts: options.settings().shortcuts,
      toggleKeys,
      more: onDemand.more,
      suggest: (text, caret) =>
        panels.now()?.suggest(text, caret, session.state().view, list => headings.get(list) ?? list) ?? [],
      onQuery: ask,
      onSwitchOff: options.onSwitchOff,
      onShortcuts: shortcuts => void background['settings.change']({ change: { shortcuts } }).catch(failed),
      onHelpClose: () => showHelp(false),
      onNeedPanels: () => needPanels(),
    });
    notes.show(state, notices.all(), typing);
  }

  function follow(state: SessionState, before: SessionState): void {
    if (signal.aborted) return;
    if (options.isLost()) {
      options.onLost();
      return;
    }
    const stays = showsSame(state.shown, before.shown);
    // Before the bar grows or shrinks by a row; as soon as the panels have come, but not for what the address asks for at arrival.
    let keepPlace = state.query === before.query && stays ? null : (place?.before(state, before) ?? null);
    const late = place === null && arrived && state.query !== before.query ? panels.get() : null;
    const noted = late?.then(() => {
      keepPlace = place?.before(state, before) ?? null;
    });
    show(state);
    if (stays) {
      noted?.catch(failed);
      keepPlace?.();
      onDemand.follow();
      return;
    }
    const keepFocus = focus.before(state.shown);
    // Once that has come, there may be something newer to be shown.
    showing = (noted?.then(() => overlay.apply(session.state().shown)) ?? overlay.apply(state.shown))
      .then(() => {
        nearby.look();
        keepFocus();
        keepPlace?.();
        onDemand.follow();
      })
      .catch(options.onFailure);
  }

  function followBookmarks(now: PageBookmarks): void {
    if (now.trouble?.code === 'context-invalidated') {
      options.onLost();
      return;
    }
    // Taking a bookmark off must not pull the idea from under the pointer: it stays until something else is asked.
    const { query, bookmarks } = session.state();
    if (query.scope === 'bookmarked') session.reveal([...bookmarks].filter(key => !now.stored.has(key)));
    session.keep(now.stored);
    tools.update();
  }

  if (offered) panels.have(offered);
  const arrival = resume ? { query: resume.query, at: null, unknown: [] } : address.read();
  if (arrival) arriveAt({ ...arrival, at: null });
  arrived = true;
  redraw();
  if (resume) void showing.then(() => onDemand.resuming()?.comeBack(resume)).catch(failed);
  watchSurroundings(document, overlay, signal);
  watchForUpdate(document, options);
  watchReveals(document, overlay, () => session, signal);
  watchWidth(document, overlay, marks, signal);
  listenToKeys(document, () => options.settings().shortcuts, onDemand.press, signal);
  window.addEventListener('pageshow', event => event.persisted && void keeper.refresh(), { signal });
  options.onRevision(() => void keeper.refresh(), signal);
  options.onSettings(() => {
    onDemand.paintAgain();
    redraw();
  }, signal);
  void keeper.refresh();
  background['shortcut.get']({}).then(
    keys => {
      toggleKeys = keys;
      redraw();
    },
    // The help then leaves this one line out.
    () => undefined,
  );
  const toStart = () => needPanels(() => window.scrollY === 0 && place?.arrive());
  const parts = { options, document, overlay, tools, nearby, onDemand, panels, session, redraw, failed };
  settle({ ...parts, arrival, toStart }).catch(options.onFailure);
  return {
    matters: onDemand.matters,
    resuming: onDemand.resuming,
    show(what) {
      ask(queryFor(what), 'commit');
      void showing.then(() => place?.toStartSoon());
    },
  };
}
