/** All bookmarks, page by page. A removed one leaves a line in its place, with the way back, until the next action. */
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import { addressOfBookmark, type Bookmark, type BookmarksOfPage, byPage } from '../../utils/model/bookmark.ts';
import { hostOfPage } from '../../utils/model/host.ts';
import type { Contact } from '../../utils/model/idea.ts';
import type { AllBookmarks, BookmarkRow } from '../../utils/model/import.ts';
import { t, wordsLocale } from '../../utils/platform/i18n.ts';
import { Phrase, shorten, slots } from '../review/Phrase.tsx';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import type { DashboardActions, DashboardView } from './parts.ts';

type BookmarksProps = Pick<DashboardView, 'bookmarks' | 'removed' | 'error'> &
  Pick<DashboardActions, 'onRemove' | 'onUndo' | 'onTryAgain'>;

export function Bookmarks({ bookmarks, removed, error, ...actions }: BookmarksProps) {
  const list = useRef<HTMLElement>(null);
  const failed = bookmarks.kind === 'loading' ? null : bookmarks.error;
  return (
    <>
      <p class="unseen" role="status">
        {removed !== null && <RemovedWords title={removed.title} />}
      </p>
      {error !== null && <Notice notice={{ id: 'error', kind: 'error', text: error, actions: [] }} />}
      {failed !== null && (
        <Failed
          lead={t(bookmarks.kind === 'found' ? 'dashboard.notReadAgain' : 'dashboard.notShown')}
          error={failed}
          onTryAgain={actions.onTryAgain}
          onFocusLost={() => list.current?.focus()}
        />
      )}
      <section ref={list} class="list" tabIndex={-1} aria-label={t('dashboard.bookmarks')}>
        {bookmarks.kind === 'found' && <Found all={bookmarks.all} removed={removed} {...actions} />}
      </section>
    </>
  );
}

interface FailedProps extends Pick<DashboardActions, 'onTryAgain'> {
  readonly lead: string;
  readonly error: string;
  /** It goes, and the focus in it needs another place. */
  onFocusLost(): void;
}

function Failed({ lead, error, onTryAgain, onFocusLost }: FailedProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => () => void (box.current?.matches(':focus-within') && onFocusLost()), []);
  const actions = [{ label: t('dashboard.tryAgain'), onAction: onTryAgain }];
  return <Notice notice={{ id: 'failed', kind: 'error', lead, text: error, actions }} boxRef={box} />;
}

interface FoundProps extends Pick<DashboardActions, 'onRemove' | 'onUndo'> {
  readonly all: AllBookmarks;
  readonly removed: BookmarkRow | null;
}

function Found({ all: { bookmarks, unreadable }, removed, ...actions }: FoundProps) {
  const shown = removed === null ? bookmarks : [...bookmarks.filter(row => keyOf(row) !== keyOf(removed)), removed];
  return (
    <>
      {unreadable.length > 0 && <p class="meta">{t('dashboard.unreadable', undefined, unreadable.length)}</p>}
      {shown.length === 0 && unreadable.length === 0 && <p>{t('dashboard.none')}</p>}
      {byPage(shown).map(page => (
        <OnPage key={page.page} page={page} removed={removed} {...actions} />
      ))}
    </>
  );
}

interface OnPageProps extends Pick<FoundProps, 'removed' | 'onRemove' | 'onUndo'> {
  readonly page: BookmarksOfPage;
}

function OnPage({ page: { page, pageTitle, bookmarks }, removed, onRemove, onUndo }: OnPageProps) {
  /** The row whose line had the focus when it went takes it on, once; others come and go without. */
  const handedOn = useRef<string | null>(null);
  const left = bookmarks.filter(row => removed === null || keyOf(row) !== keyOf(removed)).length;
  return (
    <section class="group">
      <h2>
        <bdi>{pageTitle || page}</bdi>
      </h2>
      <p class="meta">
        <bdi>{hostOfPage(page)}</bdi> · {t('dashboard.ofPage', undefined, left)}
      </p>
      <ul class="bookmarks">
        {bookmarks.map(row => {
          const key = keyOf(row);
          if (removed !== null && key === keyOf(removed)) {
            const handOn = () => {
              handedOn.current = key;
            };
            return <Removed key={key} title={row.title} onUndo={onUndo} onFocusLost={handOn} />;
          }
          const takesFocus = () => {
            const takes = handedOn.current === key;
            if (takes) handedOn.current = null;
            return takes;
          };
          return <Row key={key} bookmark={row} takesFocus={takesFocus} onRemove={() => onRemove(row as BookmarkRow)} />;
        })}
      </ul>
    </section>
  );
}

function keyOf({ page, idea }: Bookmark): string {
  return `${page} ${idea}`;
}

interface RowProps {
  readonly bookmark: Bookmark;
  /** Asked once it is drawn. */
  takesFocus(): boolean;
  onRemove(): void;
}

function Row({ bookmark, takesFocus, onRemove }: RowProps) {
  const remove = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (takesFocus()) remove.current?.focus();
  }, []);
  const address = addressOfBookmark(bookmark);
  const contacts = bookmark.contacts.map(contactWords).filter(words => words !== '');
  return (
    <li>
      <div class="words">
        {address === null ? (
          <bdi class="title">{bookmark.title}</bdi>
        ) : (
          <a class="title" href={address} target="_blank" rel="noopener noreferrer">
            <bdi>{bookmark.title}</bdi>
          </a>
        )}
        {contacts.length > 0 && (
          <p class="contacts">
            <bdi>{contacts.join(', ')}</bdi>
          </p>
        )}
        <p class="meta">
          <time dateTime={bookmark.createdAt}>{t('dashboard.bookmarked', [dayWords(bookmark.createdAt)])}</time>
        </p>
      </div>
      <Button look="quiet" label={t('dashboard.removeTitle', [bookmark.title])} buttonRef={remove} onClick={onRemove}>
        {t('dashboard.remove')}
      </Button>
    </li>
  );
}

interface RemovedProps {
  readonly title: string;
  onUndo(): void;
  /** It goes, and the focus in it needs another place. */
  onFocusLost(): void;
}

/** In the place of the removed row, so that neither the eye nor the keyboard loses it. */
function Removed({ title, onUndo, onFocusLost }: RemovedProps) {
  const undo = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => () => void (undo.current?.matches(':focus') && onFocusLost()), []);
  useEffect(() => undo.current?.focus(), []);
  const onClick = () => {
    // Not every browser does that for a click.
    undo.current?.focus();
    onUndo();
  };
  return (
    <li class="removed">
      <span>
        <RemovedWords title={title} />
      </span>
      <Button look="link" label={t('dashboard.undoTitle', [shorten(title)])} buttonRef={undo} onClick={onClick}>
        {t('dashboard.undo')}
      </Button>
    </li>
  );
}

/** By its title: of two in a row the second is said, too. */
function RemovedWords({ title }: { readonly title: string }) {
  return <Phrase message={t('dashboard.removed', slots)} texts={[title]} />;
}

function contactWords({ name, email }: Contact): string {
  if (name && email) return t('dashboard.contact', [name, email]);
  return name || email || '';
}

/** Made once: to make one for each of many rows takes longer than to draw them. */
const DAY = new Intl.DateTimeFormat(wordsLocale(), { dateStyle: 'long' });

/** A day as the user's language writes it; a date that is none stays as it is. */
function dayWords(iso: string): string {
  const day = new Date(iso);
  return Number.isNaN(day.getTime()) ? iso : DAY.format(day);
}
