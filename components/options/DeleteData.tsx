/** Deleting everything the user has stored: it says what, asks once more in the same place, and says how it ended. */
import { useLayoutEffect, useRef } from 'preact/hooks';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from '../ui/Button.tsx';
import type { Deletion } from './parts.ts';

export interface DeleteDataProps {
  readonly bookmarks: number | null;
  readonly deletion: Deletion;
  /** The first button: asks whether it is meant. */
  onAsk(): void;
  onKeep(): void;
  onDelete(): void;
}

export function DeleteData({ bookmarks, deletion, onAsk, onKeep, onDelete }: DeleteDataProps) {
  const asking = deletion.step === 'asked' || deletion.step === 'running';
  const isFault = deletion.step === 'failed' || (deletion.step === 'deleted' && !deletion.settings);
  const keep = useRef<HTMLButtonElement>(null);
  const ask = useRef<HTMLButtonElement>(null);
  const result = useRef<HTMLParagraphElement>(null);
  const before = useRef(deletion.step);
  // The button that had the focus is gone: the focus goes to what stands in its place, and never to the button that deletes.
  useLayoutEffect(() => {
    const from = before.current;
    if (from === deletion.step) return;
    before.current = deletion.step;
    // Words about a deletion go when something else happens, wherever the focus is then.
    if (deletion.step === 'none' && from !== 'asked' && !result.current?.matches(':focus')) return;
    ({ none: ask, asked: keep, running: null, deleted: result, failed: result })[deletion.step]?.current?.focus();
  }, [deletion.step]);

  return (
    <section aria-labelledby="data">
      <h2 id="data">{t('options.data')}</h2>
      {!isAllGone(deletion) && <p>{whatIsStored(bookmarks)}</p>}
      <p class="quiet-text">{t('options.dataWhere')}</p>
      {!asking && (
        <div>
          <Button look="normal" class="destructive" buttonRef={ask} onClick={onAsk}>
            {t('options.delete')}
          </Button>
        </div>
      )}
      {asking && (
        <fieldset
          class="question"
          aria-labelledby="question"
          onKeyDown={event => event.key === 'Escape' && deletion.step === 'asked' && onKeep()}
        >
          <p id="question">{questionOf(bookmarks)}</p>
          {deletion.step === 'running' ? (
            <p role="status">{t('options.deleting')}</p>
          ) : (
            <div class="buttons">
              <Button look="normal" class="destructive" onClick={onDelete}>
                {t('options.deleteNow')}
              </Button>
              <Button look="normal" buttonRef={keep} onClick={onKeep}>
                {t('options.keep')}
              </Button>
            </div>
          )}
        </fieldset>
      )}
      <p ref={result} tabIndex={-1} class={isFault ? 'result error' : 'result'} role={isFault ? 'alert' : 'status'}>
        {resultOf(deletion)}
      </p>
    </section>
  );
}

function whatIsStored(bookmarks: number | null): string {
  if (bookmarks === null) return t('options.storedUnknown');
  return bookmarks === 0 ? t('options.storedNone') : t('options.stored', undefined, bookmarks);
}

function questionOf(bookmarks: number | null): string {
  if (bookmarks === null) return t('options.questionUnknown');
  return bookmarks === 0 ? t('options.questionNone') : t('options.question', undefined, bookmarks);
}

function isAllGone(deletion: Deletion): boolean {
  return deletion.step === 'deleted' && deletion.settings;
}

function resultOf(deletion: Deletion): string {
  if (deletion.step === 'failed') return deletion.kept ? t('options.nothingDeleted') : t('options.perhapsDeleted');
  if (deletion.step !== 'deleted') return '';
  return deletion.settings ? t('options.deleted') : t('options.settingsStay', undefined, deletion.bookmarks);
}
