/** What is done seldom, or leads away from the page: rows of the menu More, or the end of a phone's sheet. */
import { useState } from 'preact/hooks';
import { t } from '../../utils/platform/i18n.ts';
import { byHand } from '../ui/by-hand.ts';
import { Icon } from '../ui/Icon.tsx';
import { bookmarkList, check, download, error, type IconShape, keyboard, link, settings } from '../ui/icons.ts';
import type { MoreActions } from './parts.ts';

export interface MoreItemsProps {
  /** `menu`: inside a `role=menu`; `buttons`: anywhere else. */
  readonly kind: 'menu' | 'buttons';
  readonly more: MoreActions;
  /** What one sees is one's own bookmarks: a link to it shows others theirs. */
  readonly own: boolean;
  /** Single keys are on, and may be shown. */
  readonly shortcuts: boolean;
  /** Called before what takes the reader elsewhere. */
  onLeave(): void;
  onSay(words: string): void;
}

export function MoreItems({ kind, more, own, shortcuts, onLeave, onSay }: MoreItemsProps) {
  const leaving = (act: () => void) => () => {
    onLeave();
    act();
  };
  const item = { kind };
  return (
    <div class="more-items">
      <Item {...item} icon={bookmarkList} words={t('more.bookmarks')} onClick={leaving(more.onBookmarks)} />
      <hr />
      <CopyLink {...item} own={own} copyLink={more.copyLink} onSay={onSay} />
      <Item {...item} icon={download} words={t('more.saveJson')} onClick={leaving(more.onSaveJson)} />
      <Item {...item} icon={download} words={t('more.saveCsv')} onClick={leaving(more.onSaveCsv)} />
      <hr />
      <Item
        {...item}
        icon={keyboard}
        words={t('more.help')}
        hint={shortcuts ? '?' : undefined}
        onClick={leaving(more.onHelp)}
      />
      <Item {...item} icon={settings} words={t('more.settings')} onClick={leaving(more.onSettings)} />
    </div>
  );
}

/** Stays where it is and says what became of it. */
function CopyLink(props: Pick<MoreItemsProps, 'kind' | 'own' | 'onSay'> & Pick<MoreActions, 'copyLink'>) {
  const [became, become] = useState<'copied' | 'copiedOwn' | 'notCopied' | null>(null);
  const copy = async () => {
    const copied = await props.copyLink().catch(() => false);
    const next = !copied ? 'notCopied' : props.own ? 'copiedOwn' : 'copied';
    become(next);
    props.onSay(t(`more.${next}`));
  };
  const icon = became === null ? link : became === 'notCopied' ? error : check;
  return <Item kind={props.kind} icon={icon} words={t(`more.${became ?? 'copyLink'}`)} onClick={() => void copy()} />;
}

interface ItemProps extends Pick<MoreItemsProps, 'kind'> {
  readonly icon: IconShape;
  readonly words: string;
  /** The key that does the same. */
  readonly hint?: string | undefined;
  onClick(): void;
}

function Item({ kind, icon, words, hint, onClick }: ItemProps) {
  return (
    <button type="button" class="item" role={kind === 'menu' ? 'menuitem' : undefined} onClick={byHand(onClick)}>
      <Icon shape={icon} />
      <span class="item-words">{words}</span>
      {hint && (
        <span class="key" aria-hidden="true">
          {hint}
        </span>
      )}
    </button>
  );
}
