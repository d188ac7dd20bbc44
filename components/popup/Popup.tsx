/** What the extension's button opens: the switch of this wiki, the page's counts, the newest bookmarks. Knows no browser API. */
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { settings } from '../ui/icons.ts';
import { Switch } from '../ui/Switch.tsx';
import { Place, type PlaceActions } from './Place.tsx';
import type { PopupBookmarks, PopupPlace } from './parts.ts';
import { RecentBookmarks } from './RecentBookmarks.tsx';

export interface PopupProps extends PlaceActions {
  readonly place: PopupPlace;
  readonly recent: PopupBookmarks;
  /** Why what was asked for could not be done, a sentence for people; `null` when all is well. */
  readonly error: string | null;
  onSwitch(): void;
  onTryAgain(): void;
  onAllBookmarks(): void;
  onSettings(): void;
}

export function Popup(props: PopupProps) {
  const { place, error } = props;
  return (
    <>
      <main>
        <header>
          <h1>{t('extension.name')}</h1>
          {place.kind === 'lens' && (
            <div class="switch-line">
              <span id="switch-state">{t(place.on ? 'popup.on' : 'popup.off')}</span>
              <Switch on={place.on} name={t('extension.name')} describedBy="switch-state" onSwitch={props.onSwitch} />
            </div>
          )}
        </header>
        {error !== null && (
          <p class="error" role="alert">
            {error}
          </p>
        )}
        <Place place={place} onShow={props.onShow} onAllow={props.onAllow} onReload={props.onReload} />
        <RecentBookmarks recent={props.recent} onTryAgain={props.onTryAgain} />
      </main>
      <footer>
        <Button look="link" onClick={props.onAllBookmarks}>
          {t('popup.allBookmarks')}
        </Button>
        <Button
          look="quiet"
          class="square"
          icon={settings}
          label={t('popup.settings')}
          title={t('popup.settings')}
          onClick={props.onSettings}
        />
      </footer>
    </>
  );
}
