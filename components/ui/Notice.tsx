/** One message in Codex's look: what happened, what can be done about it, and a way to close it. */
import type { Ref } from 'preact';
import { t } from '../../utils/platform/i18n.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { close, error, info } from './icons.ts';

export interface NoticeContent {
  /** Names it among others; stable while it shows. */
  readonly id: string;
  /** An error is said at once (`role=alert`). */
  readonly kind: 'notice' | 'error';
  /** Bold words before the text, where there are any. */
  readonly lead?: string;
  readonly text: string;
  /** A second, quiet line. */
  readonly detail?: string;
  readonly actions: readonly NoticeAction[];
  /** Absent: it cannot be closed. */
  onClose?(): void;
  /** The close button's name, where it had to be fetched beforehand. */
  readonly closeName?: string;
  /** The language of all these words (BCP 47), where it had to be fetched beforehand. */
  readonly language?: string;
}

export interface NoticeAction {
  readonly label: string;
  /** With an address the action is a link, else a button. */
  readonly href?: string;
  onAction?(): void;
}

interface NoticeProps {
  readonly notice: NoticeContent;
  readonly boxRef?: Ref<HTMLDivElement>;
}

export function Notice({ notice, boxRef = null }: NoticeProps) {
  return (
    <div ref={boxRef} class={`notice ${notice.kind}`} role={notice.kind === 'error' ? 'alert' : 'note'}>
      <Icon shape={notice.kind === 'error' ? error : info} />
      <div class="notice-words">
        <div>
          {notice.lead && <b>{notice.lead} </b>}
          {notice.text}
        </div>
        {notice.detail && <div class="notice-detail">{notice.detail}</div>}
      </div>
      {notice.actions.length > 0 && (
        <div class="notice-actions">
          {notice.actions.map(action => (
            <Action key={action.label} action={action} />
          ))}
        </div>
      )}
      {notice.onClose && (
        <Button
          look="quiet"
          class="square"
          icon={close}
          label={notice.closeName ?? t('ui.closeNote')}
          onClick={notice.onClose}
        />
      )}
    </div>
  );
}

function Action({ action }: { action: NoticeAction }) {
  if (action.href !== undefined) {
    return (
      <a class="button link" href={action.href} onClick={() => action.onAction?.()}>
        {action.label}
      </a>
    );
  }
  return (
    <Button look="link" onClick={() => action.onAction?.()}>
      {action.label}
    </Button>
  );
}
