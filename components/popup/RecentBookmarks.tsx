/** The popup's list of the newest bookmarks of all wikis, each a link to its idea. */
import { addressOfBookmark, type Bookmark } from '../../utils/model/bookmark.ts';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { bookmark as bookmarkIcon } from '../ui/icons.ts';
import type { PopupBookmarks } from './parts.ts';

interface RecentBookmarksProps {
  readonly recent: PopupBookmarks;
  onTryAgain(): void;
}

export function RecentBookmarks({ recent, onTryAgain }: RecentBookmarksProps) {
  return (
    <section>
      <h2>{t('popup.recent')}</h2>
      {recent.kind === 'failed' ? (
        <>
          <p class="error" role="alert">
            {recent.error}
          </p>
          <div>
            <Button look="normal" onClick={onTryAgain}>
              {t('popup.tryAgain')}
            </Button>
          </div>
        </>
      ) : (
        <Found {...recent} />
      )}
    </section>
  );
}

function Found({ bookmarks, unreadable }: { readonly bookmarks: readonly Bookmark[]; readonly unreadable: number }) {
  return (
    <>
      {bookmarks.length === 0 && unreadable === 0 && <p>{t('popup.noBookmarks')}</p>}
      {bookmarks.length > 0 && (
        <ul>
          {bookmarks.map(bookmark => (
            <Row key={`${bookmark.page} ${bookmark.idea}`} bookmark={bookmark} />
          ))}
        </ul>
      )}
      {unreadable > 0 && <p class="meta">{t('popup.unreadable', undefined, unreadable)}</p>}
    </>
  );
}

function Row({ bookmark }: { readonly bookmark: Bookmark }) {
  const address = addressOfBookmark(bookmark);
  return (
    <li>
      <Icon shape={bookmarkIcon} />
      <div>
        {address === null ? (
          <bdi>{bookmark.title}</bdi>
        ) : (
          <a href={address} target="_blank" rel="noopener noreferrer">
            <bdi>{bookmark.title}</bdi>
          </a>
        )}
        <p class="meta">
          <bdi>{bookmark.pageTitle}</bdi>
        </p>
      </div>
    </li>
  );
}
