/** The popup's part about the page in front: its counts, or why there are none. */
import type { IdleState, LensCounts } from '../../utils/model/lens-status.ts';
import { type MessageKey, t } from '../../utils/platform/i18n.ts';
import type { PopupPlace } from './parts.ts';

export function Place({ place }: { readonly place: PopupPlace }) {
  if (place.kind === 'unseen') return <Note lines={[t('popup.reload')]} />;
  if (place.kind === 'unknown') {
    return <Note lines={[t('popup.unknownWiki'), ...(place.perhapsReload ? [t('popup.reloadKnown')] : [])]} />;
  }
  const { status, on, shortcut } = place;
  return (
    <section>
      <div>
        {status.pageTitle !== '' && <h2>{status.pageTitle}</h2>}
        <p class="meta">{status.host}</p>
      </div>
      {!on && <p>{shortcut === null ? t('popup.turnOn') : t('popup.turnOnByKey', [shortcut])}</p>}
      {on && status.state === 'on' && <Counts counts={status.counts} />}
      {on && status.state !== 'on' && status.state !== 'off' && <p>{t(IDLE_WORDS[status.state])}</p>}
    </section>
  );
}

const IDLE_WORDS: Readonly<Record<Exclude<IdleState, 'off'>, MessageKey>> = {
  'no-ideas': 'popup.noIdeas',
  'not-understood': 'popup.notUnderstood',
  'other-view': 'popup.otherView',
};

function Note({ lines }: { readonly lines: readonly string[] }) {
  return (
    <section>
      {lines.map(line => (
        <p key={line}>{line}</p>
      ))}
    </section>
  );
}

function Counts({ counts }: { readonly counts: LensCounts }) {
  return (
    <dl class="counts">
      <Count label={t('popup.ideas', undefined, counts.ideas)} count={counts.ideas} />
      <Count label={t('popup.needsReview', undefined, counts.needsReview)} count={counts.needsReview} />
      <Count label={t('popup.openComments', undefined, counts.openComments)} count={counts.openComments} />
      <Count label={t('popup.interested')} count={counts.interested} />
    </dl>
  );
}

function Count({ label, count }: { readonly label: string; readonly count: number }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count.toLocaleString()}</dd>
    </div>
  );
}
