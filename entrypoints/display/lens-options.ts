/** What the content script hands to the lens: the page as read, the ways to the background, and whom to tell. Types only. */
import type { NoticeContent } from '../../components/ui/Notice.tsx';
import type { Background } from '../../utils/messaging/protocol.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { Showable } from '../../utils/model/lens-status.ts';
import type { Reading } from '../../utils/model/page.ts';
import type { Profile } from '../../utils/model/profile.ts';
import type { Settings } from '../../utils/model/settings.ts';
import type { Resume, Resuming } from './resume.ts';

export interface LensOptions {
  readonly reading: Reading;
  readonly ideas: readonly AssessedIdea[];
  readonly profile: Profile;
  readonly background: Background;
  /** Calls back after each change of stored data. */
  readonly onRevision: (changed: () => void, signal: AbortSignal) => void;
  readonly settings: () => Settings;
  readonly onSettings: (changed: () => void, signal: AbortSignal) => void;
  /** The lens lives until this aborts. */
  readonly signal: AbortSignal;
  /** Something to say from the start; it can be closed. */
  readonly notice: NoticeContent | null;
  /** What the lens before this one left, when the page was read again; `null` at arrival. */
  readonly resume: Resume | null;
  /** Runs a writing of ours to the page unseen by whoever watches the page for what others do. */
  readonly quietly: (write: () => void) => void;
  readonly onSwitchOff: () => void;
  /** The extension was updated under the page: the lens cannot go on. */
  readonly onLost: () => void;
  readonly isLost: () => boolean;
  /** Something in the lens failed; the page must not stay half changed. */
  readonly onFailure: (error: unknown) => void;
}

/** A lens that is on. */
export interface RunningLens {
  /** Shows that part of the ideas and nothing else: asked for from outside the page. */
  show(what: Showable): void;
  /**
   * Whether what others did to the page changes what was read of it. `resuming` gives something from then on, and a press that was
   * going on has ended: what is taken from under a finger is never clicked.
   */
  matters(records: readonly MutationRecord[]): Promise<boolean>;
  /** What leads to the next lens on the page, when it is read again; `null` until the panels have come. */
  resuming(): Pick<Resuming, 'glance' | 'leave'> | null;
}
