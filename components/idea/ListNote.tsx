/** Under a list's heading: how many of its ideas are hidden, and the click that shows them. */
import type { VNode } from 'preact';
import { numeral, t } from '../../utils/platform/i18n.ts';

export interface ListNoteProps {
  /** Ideas of the list that show. */
  readonly shown: number;
  /** Ideas of the list. */
  readonly total: number;
  /** Of those that show, how many do not match but were asked for. */
  readonly revealed: number;
  /** Show the hidden ones until the query changes. */
  readonly onShow: () => void;
  /** Hide again those that do not match. */
  readonly onHide: () => void;
}

/** "4 of 12 ideas shown. Show the other 8", then "8 ideas here do not match. Hide them again". Nothing when nothing is hidden. */
export function ListNote({ shown, total, revealed, onShow, onHide }: ListNoteProps): VNode | null {
  const hidden = total - shown;
  if (hidden <= 0 && revealed === 0) return null;
  return (
    <p class="note">
      {hidden > 0 && (
        <>
          <span>
            {shown > 0 ? t('idea.listShown', [numeral(shown), numeral(total)]) : t('idea.listNone', [numeral(hidden)])}
          </span>{' '}
          <button type="button" class="link" onClick={onShow}>
            {shown > 0
              ? t('idea.showOther', [numeral(hidden)], hidden)
              : t('idea.showThese', [numeral(hidden)], hidden)}
          </button>
        </>
      )}
      {/* Two numbers side by side would be read as one. */}
      {hidden > 0 && revealed > 0 && ' · '}
      {revealed > 0 && (
        <>
          <span>{t('idea.revealed', [numeral(revealed)], revealed)}</span>{' '}
          <button type="button" class="link" onClick={onHide}>
            {t('idea.hideAgain', undefined, revealed)}
          </button>
        </>
      )}
    </p>
  );
}
