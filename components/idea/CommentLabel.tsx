/**
 * What a comment in the page is: words right behind its last one (<idea-lens-comment-label>, inline) and a bar beside its lines
 * (<idea-lens-comment>). Where the bar goes is measured elsewhere and comes as CSS variables on its host: --idea-lens-bar-top,
 * --idea-lens-bar-height, and --idea-lens-bar-inset against the direction of reading.
 */
import type { VNode } from 'preact';
import type { Comment } from '../../utils/model/comment.ts';
import { t } from '../../utils/platform/i18n.ts';
import { age } from '../review/age.ts';
import { Phrase, slots } from '../review/Phrase.tsx';
import { Icon } from '../ui/Icon.tsx';
import { check, speechBubble, userAvatar } from '../ui/icons.ts';

export type CommentLook = 'open' | 'interest' | 'addressed';

export interface CommentLabelProps {
  readonly comment: Comment;
  /** The label of the field that comments belong into ("Peer Review Comments"), as the profile has it. */
  readonly reviewLabel: string;
  readonly now: Date;
}

/** The look of a comment; also its host's `data-idea-lens-comment`. What is addressed calls for nothing, of either kind. */
export function commentLook(comment: Comment): CommentLook {
  if (comment.state === 'addressed') return 'addressed';
  return comment.kind === 'interest' ? 'interest' : 'open';
}

/** Solid for an open comment, dotted for interest, none for an addressed one. Says nothing: the label does. */
export function CommentBar({ comment }: { readonly comment: Comment }): VNode | null {
  const look = commentLook(comment);
  return look === 'addressed' ? null : <span class={`bar ${look}`} />;
}

const ICONS = { open: speechBubble, interest: userAvatar, addressed: check } as const;

/** "Open comment · 12 years ago · outside “Peer Review Comments”", "Interested student · not signed", "Addressed". */
export function CommentLabel({ comment, reviewLabel, now }: CommentLabelProps): VNode {
  const look = commentLook(comment);
  const written = comment.timestamp === null ? t('comment.notSigned') : age(comment.timestamp, now);
  return (
    <>
      {' '}
      <span class="label">
        <Icon shape={ICONS[look]} size={12} />
        <span>
          {t(`comment.${look}`)}
          {look !== 'addressed' && written !== null && ` · ${written}`}
          {look === 'open' && comment.misplaced && (
            <>
              {' · '}
              <Phrase message={t('comment.outside', slots)} texts={[reviewLabel]} />
            </>
          )}
        </span>
      </span>
    </>
  );
}
