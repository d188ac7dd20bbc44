/** The bookmark toggle of one idea. Shows what is stored, never what was merely asked for. */
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import { t } from '../../utils/platform/i18n.ts';
import { shorten } from '../review/Phrase.tsx';
import { byHand } from '../ui/by-hand.ts';
import { Icon } from '../ui/Icon.tsx';
import { bookmark, bookmarkOutline, error } from '../ui/icons.ts';

/** A name is spoken: beyond this it helps nobody. */
const LONGEST_NAME = 300;

export interface BookmarkToggleProps {
  readonly title: string;
  /** What the store holds. */
  readonly bookmarked: boolean;
  /** Where the last change is: none under way, being written, or refused. */
  readonly saving: 'idle' | 'running' | 'failed';
  /** Toggle; also the retry after a failure. Not called while a change is being written. */
  readonly onBookmark: () => void;
}

/** A toggle button named "Bookmark: <title>"; beside it, while a change is under way or refused, what became of it. */
export function BookmarkToggle({ title, bookmarked, saving, onBookmark }: BookmarkToggleProps): VNode {
  const button = useRef<HTMLButtonElement>(null);
  const running = saving === 'running';
  const name = t('idea.bookmark', [shorten(title, LONGEST_NAME)]);
  return (
    <>
      {running && <span class="saving">{t('idea.saving')}</span>}
      {saving === 'failed' && (
        <span class="failed" role="alert">
          <Icon shape={error} size={14} />
          <span>{t('idea.notSaved')} </span>
          <button
            type="button"
            class="link"
            onClick={byHand(() => {
              // It goes with what it does.
              button.current?.focus();
              onBookmark();
            })}
          >
            {t('idea.tryAgain')}
          </button>
        </span>
      )}
      <button
        type="button"
        ref={button}
        class="bookmark"
        aria-label={name}
        title={name}
        // biome-ignore lint/a11y/useValidAriaValues: none, else the tooltip would be spoken after the name
        aria-description=""
        aria-pressed={bookmarked}
        aria-disabled={running ? 'true' : undefined}
        onClick={byHand(() => {
          if (!running) onBookmark();
        })}
      >
        <Icon shape={bookmarked ? bookmark : bookmarkOutline} />
      </button>
    </>
  );
}
