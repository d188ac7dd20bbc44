/**
 * Turns the lens on and off as the stored settings and the user say, and answers the popup, also while the lens is off.
 * What the lens does while it is on is lens.tsx's.
 */
import type { NoticeContent } from '../../components/ui/Notice.tsx';
import { createClient } from '../../utils/messaging/client.ts';
import { serveLensTab } from '../../utils/messaging/server.ts';
import type { LensStatus, Showable } from '../../utils/model/lens-status.ts';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { DEFAULT_SETTINGS, isLensOn, type Settings } from '../../utils/model/settings.ts';
import { keepPlace } from '../../utils/overlay/place.ts';
import { extensionId, runOwnScript } from '../../utils/platform/browser.ts';
import { LensError } from '../../utils/platform/lens-error.ts';
import { onRevision } from '../../utils/platform/revision.ts';
import { onSettingsChanged, readSettings } from '../../utils/platform/settings-store.ts';
import type { RunningLens } from '../display/lens-options.ts';
import { type Display, takeDisplay } from '../display/offer.ts';
import { type OfferedPanels, takePanels } from '../display/panels-offer.ts';
import { countsOf, type ReadPage, unknownLabels, whyIdle } from './reading.ts';

/** Shows the lens on `page` whenever it is switched on for this wiki, until `life` ends. Resolves after the first decision. */
export async function followSwitch(page: ReadPage, stored: Promise<Settings>, life: AbortSignal): Promise<void> {
  const { reading, ideas } = page;
  const host = location.host.toLowerCase();
  const background = createClient();
  const blocks = [...reading.regions.ideas.values()].map(region => region.headingBlock);
  const idle = whyIdle(page);
  let lens: AbortController | null = null;
  let running: RunningLens | null = null;
  let settings = DEFAULT_SETTINGS;
  let on = false;

  function turnOff(): void {
    const { activeElement } = document;
    const hadFocus = activeElement?.localName.startsWith('idea-lens-') ?? false;
    keepPlace(blocks, () => lens?.abort());
    // The keyboard goes on where the list begins: the page's own nodes take no focus, but Tab starts from a caret.
    const [first] = reading.regions.groups;
    if (lens && hadFocus && first) document.getSelection()?.collapse(first.heading, 0);
    lens = null;
    running = null;
  }

  function giveUp(error: unknown): void {
    console.error('Idea Lens has put the page back, because something in it failed', error);
    turnOff();
  }

  /** What held before holds on. */
  function giveUpAsking(error: unknown): void {
    console.warn('Idea Lens: the settings cannot be read again', error);
  }

  async function turnOn(notice: NoticeContent | null): Promise<void> {
    if (lens) return;
    const mine = new AbortController();
    lens = mine;
    const display = await fetchDisplay();
    // It may have been switched off meanwhile.
    if (mine.signal.aborted) return;
    // Its words are fetched now: after an update the browser gives an old page none any more.
    const updated = display.updated();
    const options = {
      ...page,
      background,
      onRevision,
      settings: () => settings,
      onSettings: (changed: () => void, signal: AbortSignal) => onSettingsChanged(() => changed(), signal),
      signal: AbortSignal.any([mine.signal, life]),
      isLost: () => extensionId() === null,
      notice,
      onSwitchOff: () => void store(false).catch(error => console.warn('Idea Lens: the switch is not stored', error)),
      onFailure: giveUp,
      onLost: () => {
        turnOff();
        display.showLoneNotice(reading.regions, updated, life);
      },
    };
    keepPlace(blocks, () => {
      running = display.startLens(options, fetchPanels);
    });
  }

  function follow(wanted: boolean, notice: NoticeContent | null = null): void {
    on = wanted;
    if (idle !== null) return;
    if (wanted) turnOn(notice).catch(giveUp);
    else turnOff();
  }

  /** Shows at once what was asked for; where it cannot be stored, shows again what is. */
  async function store(wanted: boolean): Promise<void> {
    follow(wanted);
    try {
      await background['lens.set']({ host, on: wanted });
    } catch (error) {
      // The lens of an updated extension can still be switched off on this page; there is nothing left to store it.
      const { code, message } = error instanceof LensError ? error : new LensError('unavailable');
      if (code !== 'context-invalidated') follow(!wanted, { id: 'switch', kind: 'error', text: message, actions: [] });
      throw error;
    }
  }

  function status(): LensStatus {
    const place = { host, pageTitle: reading.page.title };
    if (idle !== null) return { ...place, state: idle, counts: null };
    return on ? { ...place, state: 'on', counts: countsOf(ideas) } : { ...place, state: 'off', counts: null };
  }

  serveLensTab(
    {
      'lens.status': async () => status(),
      'lens.toggle': async () => {
        await store(!on);
        return status();
      },
      async 'lens.show'({ show }) {
        if (running === null) throw new LensError('unavailable', { detail: 'the lens is not on this page' });
        running.ask(queryToShow(show));
        return status();
      },
    },
    life,
  );
  /** How many ideas need a review, for the extension's icon; none while the lens is off. */
  function tellIcon(): void {
    if (idle !== null) return;
    const count = on ? countsOf(ideas).needsReview : 0;
    // The icon is a convenience: without it everything else still works.
    background['attention.count']({ count }).catch(() => undefined);
  }

  function obey(said: Settings): void {
    settings = said;
    follow(isLensOn(settings, host));
    tellIcon();
  }

  onSettingsChanged(obey, life);
  // A page that comes back whole from the browser's cache has heard nothing meanwhile, and its count is gone from the icon.
  addEventListener('pageshow', event => event.persisted && void readSettings().then(obey, giveUpAsking), {
    signal: life,
  });
  obey(await stored);
  const warning = unknownLabels(page);
  if (!on || !warning) return;
  const display = await fetchDisplay();
  const { notices } = await fetchPanels();
  const { count = 0, labels = [] } = warning;
  const notice = notices.notUnderstoodNotice({ headings: count, labels, onClose: () => undefined });
  display.showLoneNotice(reading.regions, notice, life);
}

/** What the popup's counts count, as a query of its own: nothing else narrows it. */
function queryToShow(show: Showable): Query {
  if (show !== 'interest') return { ...EMPTY_QUERY, scope: show };
  return { ...EMPTY_QUERY, facets: { ...EMPTY_QUERY.facets, attention: [show] } };
}

async function fetchPanels(): Promise<OfferedPanels> {
  await runOwnScript('/panels.js');
  return takePanels();
}

async function fetchDisplay(): Promise<Display> {
  await runOwnScript('/display.js');
  return takeDisplay();
}
