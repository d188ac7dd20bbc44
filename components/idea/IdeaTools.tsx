/**
 * What stands at the end of an idea's heading: the badge that says it needs a review (and opens the reasons), who is interested,
 * and the bookmark toggle. Rendered into the shadow root of <idea-lens-idea>; style: tokens.css, idea.css, panels.css.
 * Holds no state: what is open, stored or refused comes from outside.
 */
import type { VNode } from 'preact';
import { useRef } from 'preact/hooks';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import { t } from '../../utils/platform/i18n.ts';
import { interestComments } from '../review/group-reasons.ts';
import { Icon } from '../ui/Icon.tsx';
import { flag, userAvatar } from '../ui/icons.ts';
import { usePanelsFor } from '../ui/panels.ts';
import { BookmarkToggle, type BookmarkToggleProps } from './BookmarkToggle.tsx';

/** What the page's wiki calls two of its fields; from the profile. */
export interface FieldLabels {
  /** The field that comments belong into ("Peer Review Comments"). */
  readonly review: string;
  /** The field that says whether the idea suits the programme ("GSoC"). */
  readonly program: string;
}

export interface IdeaToolsProps extends Pick<BookmarkToggleProps, 'bookmarked' | 'saving' | 'onBookmark'> {
  readonly idea: AssessedIdea;
  /** The heading of the list it stands in, as the page has it. */
  readonly listHeading: string;
  readonly labels: FieldLabels;
  /** Whether its reasons show. */
  readonly open: boolean;
  readonly now: Date;
  /** BCP 47. */
  readonly locale: string;
  /** The user opens or closes the reasons. */
  readonly onToggleReasons: (open: boolean) => void;
  /** Bring a comment into view; gets its id. Where the reasons were open, `onToggleReasons(false)` comes first. */
  readonly onGoToComment: (id: string) => void;
  /** The reasons were opened, and their panel is not there yet (`ui/panels.ts`). */
  readonly onNeedPanels: () => void;
}

/** "Needs review: 5 reasons" in full for speech; how much of it is seen hangs on the width (idea.css). */
function BadgeWords({ reasons }: { readonly reasons: number }): VNode {
  return (
    <>
      <span class="wide">{t('idea.needsReviewWide', undefined, reasons)}</span>
      <span class="medium">{t('idea.needsReviewMedium', [String(reasons)])}</span>
      <span class="narrow">{reasons}</span>
    </>
  );
}

function Badge(props: IdeaToolsProps): VNode {
  const { idea, open, onToggleReasons, onGoToComment } = props;
  const button = useRef<HTMLButtonElement>(null);
  const panels = usePanelsFor(open, props.onNeedPanels);
  const name = t('idea.needsReview', undefined, idea.reasons.length);
  const shut = () => onToggleReasons(false);
  return (
    <>
      <button
        type="button"
        ref={button}
        class="badge"
        aria-label={name}
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => onToggleReasons(!open)}
      >
        <Icon shape={flag} size={14} />
        <BadgeWords reasons={idea.reasons.length} />
      </button>
      {open && panels && (
        <panels.ReasonsPopover
          button={button}
          name={name}
          idea={idea}
          listHeading={props.listHeading}
          reviewLabel={props.labels.review}
          programLabel={props.labels.program}
          now={props.now}
          locale={props.locale}
          onClose={shut}
          onGoToComment={id => {
            shut();
            onGoToComment(id);
          }}
        />
      )}
    </>
  );
}

/** All tools of one idea, in tab order: badge, interest, bookmark. A badge only where a reason applies. */
export function IdeaTools(props: IdeaToolsProps): VNode {
  const { idea, bookmarked, saving, onBookmark, onGoToComment } = props;
  const interested = interestComments(idea);
  const [first] = interested;
  const flagged = idea.reasons.length > 0;
  const bare = !flagged && !first && saving === 'idle';
  return (
    <div class="idea">
      <div class={bare ? 'tools bare' : 'tools'}>
        {flagged && <Badge {...props} />}
        {first && (
          <button type="button" class="badge interest" onClick={() => onGoToComment(first.id)}>
            <Icon shape={userAvatar} size={14} />
            <span>{t('idea.interested', [String(interested.length)])}</span>
          </button>
        )}
        <BookmarkToggle title={idea.title} bookmarked={bookmarked} saving={saving} onBookmark={onBookmark} />
      </div>
    </div>
  );
}
