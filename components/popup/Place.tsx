/** The popup's part about the page in front: its counts, or why there are none and what can be done about it. */
import type { IdleState, LensCounts, Showable } from '../../utils/model/lens-status.ts';
import { type MessageKey, numeral, t, wordsLocale } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import type { PopupPlace } from './parts.ts';

export interface PlaceActions {
  /** Shows the page in front with that filter. */
  onShow(show: Showable): void;
  /** Asks the browser for access to the wikis; must ask within the click. */
  onAllow(): void;
  /** Loads the page in front again. */
  onReload(): void;
}

export function Place({ place, ...actions }: PlaceActions & { readonly place: PopupPlace }) {
  if (place.kind === 'lens') return <Lens place={place} {...actions} />;
  const { lines, label, onAction } = silentWords(place, actions);
  return (
    <section>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
      {label !== null && (
        <div>
          <Button look="normal" onClick={onAction}>
            {label}
          </Button>
        </div>
      )}
    </section>
  );
}

interface SilentWords {
  readonly lines: readonly string[];
  /** `null`: there is nothing to do. */
  readonly label: string | null;
  onAction(): void;
}

function silentWords(place: Exclude<PopupPlace, { kind: 'lens' }>, actions: PlaceActions): SilentWords {
  const reload = { label: t('popup.reloadPage'), onAction: actions.onReload };
  switch (place.kind) {
    case 'no-access': {
      const hosts = new Intl.ListFormat(wordsLocale(), { type: 'unit' }).format(place.hosts);
      return { lines: [t('popup.noAccess', [hosts])], label: t('popup.allow'), onAction: actions.onAllow };
    }
    case 'allowed':
      return { lines: [t('popup.allowed')], ...reload };
    case 'unseen':
      return { lines: [t('popup.reload')], ...reload };
    case 'unknown': {
      if (place.perhapsReload) return { lines: [t('popup.unknownWiki'), t('popup.reloadKnown')], ...reload };
      return { lines: [t('popup.unknownWiki')], label: null, onAction: () => undefined };
    }
  }
}

type LensPlace = Extract<PopupPlace, { kind: 'lens' }>;

function Lens({ place, onShow, onReload }: PlaceActions & { readonly place: LensPlace }) {
  const { status, on, shortcut } = place;
  return (
    <section>
      <div>
        {status.pageTitle !== '' && (
          <h2>
            <bdi>{status.pageTitle}</bdi>
          </h2>
        )}
        <p class="meta">{status.host}</p>
      </div>
      {!on && <p>{shortcut === null ? t('popup.turnOn') : t('popup.turnOnByKey', [shortcut])}</p>}
      {on && status.state === 'on' && <Counts counts={status.counts} onShow={onShow} />}
      {on && status.state !== 'on' && status.state !== 'off' && <p>{t(IDLE_WORDS[status.state])}</p>}
      {on && status.state === 'aside' && (
        <div>
          <Button look="normal" onClick={onReload}>
            {t('popup.reloadPage')}
          </Button>
        </div>
      )}
    </section>
  );
}

const IDLE_WORDS: Readonly<Record<Exclude<IdleState, 'off'>, MessageKey>> = {
  aside: 'popup.aside',
  'no-ideas': 'popup.noIdeas',
  'not-understood': 'popup.notUnderstood',
  'other-view': 'popup.otherView',
};

function Counts({ counts, onShow }: { readonly counts: LensCounts; onShow(show: Showable): void }) {
  const all: readonly (readonly [Showable, number, MessageKey])[] = [
    ['all', counts.ideas, 'popup.ideas'],
    ['needs-review', counts.needsReview, 'popup.needsReview'],
    ['open-comments', counts.openComments, 'popup.openComments'],
    ['interest', counts.interested, 'popup.interested'],
  ];
  return (
    <fieldset class="counts" aria-label={t('popup.showOnPage')}>
      {all.map(([show, count, words]) => (
        <button key={show} type="button" onClick={() => onShow(show)}>
          <b>{numeral(count)}</b> <span>{t(words, undefined, count)}</span>
        </button>
      ))}
    </fieldset>
  );
}
