/**
 * Turns the lens on and off as the stored settings and the user say. Reads the page again when others have changed it. What comes before, and
 * who asks, is arrival.ts's; what the lens does while it is on is lens.tsx's.
 */
import type { NoticeContent } from '../../components/ui/Notice.tsx';
import { createClient } from '../../utils/messaging/client.ts';
import type { Background } from '../../utils/messaging/protocol.ts';
import type { LensStatus, Showable } from '../../utils/model/lens-status.ts';
import { DEFAULT_SETTINGS, isLensOn, type Settings } from '../../utils/model/settings.ts';
import { TOOLBAR } from '../../utils/overlay/names.ts';
import { OURS } from '../../utils/overlay/traces.ts';
import { atOnce } from '../../utils/page/parse-page.ts';
import { extensionId } from '../../utils/platform/browser.ts';
import { LensError } from '../../utils/platform/lens-error.ts';
import { onRevision } from '../../utils/platform/revision.ts';
import { onSettingsChanged, readSettings } from '../../utils/platform/settings-store.ts';
import type { RunningLens } from '../display/lens-options.ts';
import type { Display } from '../display/offer.ts';
import { type OfferedPanels, takePanels } from '../display/panels-offer.ts';
import type { Resume } from '../display/resume.ts';
import { askSettings } from './fetching.ts';
import { bringsHeadings, countsOf, type ReadPage, type SeenPage, unknownLabels, whyIdle } from './reading.ts';
import { createSaying } from './saying.ts';
import { tellCount } from './telling.ts';
import { watchPage } from './watch-page.ts';

export interface LensSwitch {
  readonly status: () => LensStatus;
  /** Turns it over, and keeps that. */
  readonly toggle: () => Promise<LensStatus>;
  /** Has the lens show that part of the ideas; throws where it is not on. */
  readonly show: (show: Showable) => LensStatus;
  /** Follows the switch from here on, first as `stored` says. Resolves after the first decision; once, however often it is called. */
  readonly begin: (stored?: Promise<Settings>) => Promise<void>;
}

export interface SwitchOptions {
  /** The page as it was read. */
  readonly first: ReadPage;
  /** Looks at it again. */
  readonly look: () => SeenPage;
  /** Runs a writing that moves nodes. */
  readonly keepScrolled: (write: () => void) => void;
  /** Fetch what stands on the page, and what opens on demand. */
  readonly fetchDisplay: () => Promise<Display>;
  readonly fetchPanels: () => Promise<OfferedPanels>;
}

/** Shows the lens on the page that was read whenever it is switched on for this wiki, until `life` ends. */
export function createSwitch(options: SwitchOptions, life: AbortSignal): LensSwitch {
  const { look, keepScrolled, fetchDisplay, fetchPanels } = options;
  const host = location.host.toLowerCase();
  let page = options.first;
  let idle = whyIdle(page);
  /** Others have changed the page while the lens was off. */
  let stale = false;
  /** Set while the lens stays away, though it is on, until it is asked for: what to do when the page changes. */
  let aside: (() => unknown) | null = null;
  let display: Display | null = null;
  const { say, hush } = createSaying(options, life);
  /** Kept once the switch is followed. Most pages have nothing to switch: they ask for no settings, and nothing of the background. */
  let begun: Promise<void> | null = null;
  let client: Background | null = null;
  const blocks = () => [...page.reading.regions.ideas.values()].map(region => region.headingBlock);
  let lens: AbortController | null = null;
  let running: RunningLens | null = null;
  let settings = DEFAULT_SETTINGS;
  let on = false;
  const quietly = (write: () => void) => watch?.quietly(() => keepScrolled(write));

  function background(): Background {
    client ??= createClient();
    return client;
  }

  function end(): void {
    quietly(() => lens?.abort());
    lens = null;
    running = null;
  }

  function turnOff(): void {
    const hadFocus = lens && document.activeElement?.matches(OURS);
    // Without a display no lens stands yet, and none must come once the display has.
    if (display) display.keepPlace(blocks(), end);
    else end();
    // The keyboard goes on where the list begins: the page's own nodes take no focus, but Tab starts from a caret.
    const [first] = page.reading.regions.groups;
    if (hadFocus && first) document.getSelection()?.collapse(first.heading, 0);
  }

  function giveUp(error: unknown): void {
    console.error('Idea Lens has put the page back, it failed', error);
    const stood = lens;
    turnOff();
    if (stood) tellIcon();
  }

  /** What held before holds on. */
  function giveUpAsking(error: unknown): void {
    console.warn('Idea Lens: the settings cannot be read', error);
  }

  async function turnOn(notice: NoticeContent | null, resume: Resume | null = null): Promise<void> {
    if (lens) return;
    const mine = new AbortController();
    lens = mine;
    // Without waiting where it is there: what is typed meanwhile must not be lost.
    display ??= await fetchDisplay();
    const { updated: updatedWords, showLoneNotice, startLens, keepPlace } = display;
    // It may have been switched off meanwhile.
    if (mine.signal.aborted) return;
    // Its words are fetched now: after an update the browser gives an old page none any more.
    const updated = updatedWords();
    const options = {
      ...page,
      background: background(),
      onRevision,
      settings: () => settings,
      onSettings: (changed: () => void, signal: AbortSignal) => onSettingsChanged(() => changed(), signal),
      signal: AbortSignal.any([mine.signal, life]),
      isLost: () => extensionId() === null,
      notice,
      resume,
      quietly,
      onSwitchOff: () => void store(false).catch(error => console.warn('Idea Lens: the switch is not stored', error)),
      onFailure: giveUp,
      onLost: () => {
        // It can be noticed in more ways than one; it is said once.
        if (mine.signal.aborted) return;
        // No lens comes after this one.
        aside = () => undefined;
        turnOff();
        showLoneNotice(page.reading.regions, updated, life);
      },
    };
    const start = () => {
      running = startLens(options, fetchPanels, resume && takePanels());
    };
    // Whoever is at the page's top stays there: the bar takes its own place.
    if (resume || scrollY === 0) start();
    else keepPlace(blocks(), start);
  }

  function follow(wanted: boolean, notice: NoticeContent | null = null): void {
    on = wanted;
    aside = null;
    hush();
    if (wanted && stale) readAgain();
    if (idle !== null) return;
    if (wanted) turnOn(notice).catch(giveUp);
    else turnOff();
  }

  /** Shows at once what was asked for; where it cannot be stored, shows again what is. */
  async function store(wanted: boolean): Promise<void> {
    follow(wanted);
    try {
      await background()['lens.set']({ host, on: wanted });
    } catch (error) {
      // The lens of an updated extension can still be switched off on this page; there is nothing left to store it.
      const { code, message } = error instanceof LensError ? error : new LensError('unavailable');
      if (code !== 'context-invalidated') follow(!wanted, { id: 'switch', kind: 'error', text: message, actions: [] });
      throw error;
    }
  }

  function status(): LensStatus {
    const { ideas, reading } = page;
    const place = { host, pageTitle: reading.page.title };
    // It is on from when it begins to come until it goes, by whatever way.
    const why = idle ?? (lens && on ? null : on ? 'aside' : 'off');
    return why === null ? { ...place, state: 'on', counts: countsOf(ideas) } : { ...place, state: why, counts: null };
  }

  /** How many ideas need a review, for the extension's icon; none while there is no lens. */
  function tellIcon(): void {
    if (idle === null) tellCount(background(), lens && on ? countsOf(page.ideas).needsReview : 0);
  }

  function obey(said: Settings): void {
    settings = said;
    const wanted = isLensOn(settings, host);
    // Another setting brings no lens back that has stepped aside.
    if (wanted !== on) follow(wanted);
    tellIcon();
  }

  function readAgain(): void {
    stale = false;
    hush();
    page = atOnce(look().read());
    const was = idle;
    idle = whyIdle(page);
    // The icon forgets the ideas that have gone.
    if (idle !== null && was === null) tellCount(background(), 0);
  }

  /** The page was changed: the lens lets go of it, looks again, and goes on where it was. */
  function goOn(): void {
    if (begun === null) {
      readAgain();
      if (idle !== 'no-ideas') begin().catch(giveUp);
      return;
    }
    if (!on || aside) {
      stale = true;
      aside?.();
      return;
    }
    const resume = running?.resuming()?.leave() ?? null;
    if (resume) end();
    else turnOff();
    readAgain();
    if (idle === null) turnOn(null, resume).catch(giveUp);
    tellIcon();
  }

  async function matters(records: readonly MutationRecord[]): Promise<boolean> {
    const root = page.reading.regions.root;
    // Before the lens stands, and where it is off, anything may matter; elsewhere only headings bring ideas.
    if (idle !== null) return !root?.isConnected || records.some(bringsHeadings);
    return !on || running === null || running.matters(records);
  }

  /** A lens that is taken apart again and again is of no use; one whose page only says something else each second is. */
  function stepAside(): void {
    if (!running || !display || document.querySelector(TOOLBAR)) return;
    turnOff();
    tellIcon();
    const tryAgain = () => {
      aside = null;
      watch?.again();
    };
    const holdOff = () => {
      aside = () => undefined;
    };
    const sayWhy = () => {
      readAgain();
      if (idle === null) say(page.reading.regions, words => words.restlessNotice(tryAgain, holdOff)).catch(giveUp);
    };
    // Whoever has replaced the content has taken the notice with it.
    aside = () => page.reading.regions.root?.isConnected || sayWhy();
    sayWhy();
  }

  // Views in which nobody reads the page stay what they are until it is loaded again.
  const watch =
    idle === 'other-view'
      ? null
      : watchPage(
          document,
          {
            matters,
            onBegin: () => running?.resuming()?.glance(),
            readAgain: goOn,
            onUnrest: stepAside,
          },
          life,
        );

  // A page that comes back whole from the browser's cache has heard nothing meanwhile, and its count is gone from the icon.
  const comeBack = () => begun && void readSettings().then(obey, giveUpAsking);
  addEventListener('pageshow', event => event.persisted && comeBack(), { signal: life });

  function begin(stored = askSettings()): Promise<void> {
    begun ??= stored.then(known => {
      onSettingsChanged(obey, life);
      obey(known);
      sayUnknownLabels().catch(giveUp);
    });
    return begun;
  }

  async function sayUnknownLabels(): Promise<void> {
    const warning = unknownLabels(page);
    if (!on || !warning) return;
    const { count = 0, labels = [] } = warning;
    await say(page.reading.regions, notices =>
      notices.notUnderstoodNotice({ headings: count, labels, onClose: () => undefined }),
    );
  }

  return {
    status,
    async toggle() {
      await begin();
      await store(!on);
      return status();
    },
    show(show) {
      if (running === null) throw new LensError('unavailable', { detail: 'the lens is not on this page' });
      running.show(show);
      return status();
    },
    begin,
  };
}
