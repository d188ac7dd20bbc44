/** A remark somebody left inside an idea. */

export type CommentKind = 'review' | 'interest';
export type CommentState = 'open' | 'addressed';

export interface Comment {
  /** Unique on its page; made of the idea's key, author, time and words, so that the same words on two ideas differ. */
  readonly id: string;
  /** The linked user or the plain name; `null` when nobody is named. */
  readonly author: string | null;
  /** ISO to the minute, UTC (`2014-02-17T15:24Z`); `null` when not signed with a time. */
  readonly timestamp: string | null;
  readonly kind: CommentKind;
  readonly state: CommentState;
  /** Plain text without icon, author and time; white space collapsed. Replies are comments of their own when they carry an icon. */
  readonly text: string;
  /** It stands outside the idea's review field ("Peer Review Comments"). */
  readonly misplaced: boolean;
}
