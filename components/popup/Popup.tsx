/** What the extension's button opens: the switch of this wiki, the page's counts, the newest bookmarks. Knows no browser API. */
import { t } from '../../utils/platform/i18n.ts';
import { Icon } from '../ui/Icon.tsx';
import { check } from '../ui/icons.ts';
import { Place } from './Place.tsx';
import type { PopupBookmarks, PopupPlace } from './parts.ts';
import { RecentBookmarks } from './RecentBookmarks.tsx';

export interface PopupProps {
  readonly place: PopupPlace;
  readonly recent: PopupBookmarks;
  /** Why the switch could not be turned, a sentence for people; `null` when all is well. */
  readonly error: string | null;
  onSwitch(): void;
  onTryAgain(): void;
}

export function Popup({ place, recent, error, onSwitch, onTryAgain }: PopupProps) {
  return (
    <main>
      <header>
        <h1>{t('extension.name')}</h1>
        {place.kind === 'lens' && <Switch on={place.on} onSwitch={onSwitch} />}
      </header>
      {error !== null && (
        <p class="error" role="alert">
          {error}
        </p>
      )}
      <Place place={place} />
      <RecentBookmarks recent={recent} onTryAgain={onTryAgain} />
    </main>
  );
}

function Switch({ on, onSwitch }: { readonly on: boolean; onSwitch(): void }) {
  return (
    <div class="switch-line">
      <span id="switch-state">{t(on ? 'popup.on' : 'popup.off')}</span>
      <button
        type="button"
        class="switch"
        role="switch"
        aria-checked={on}
        aria-label={t('extension.name')}
        aria-describedby="switch-state"
        onClick={onSwitch}
      >
        <span class="track">{on && <Icon shape={check} size={12} />}</span>
      </button>
    </div>
  );
}
