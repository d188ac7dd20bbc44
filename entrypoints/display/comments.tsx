/** The marks at each comment of the page: a bar beside it, words behind it, and the way to it from an idea's reasons. */
import { CommentBar, CommentLabel, commentLook } from '../../components/idea/CommentLabel.tsx';
import type { Comment } from '../../utils/model/comment.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { Profile } from '../../utils/model/profile.ts';
import type { CommentRegion, Regions } from '../../utils/model/region.ts';
import { type CommentHosts, placeBars } from '../../utils/overlay/geometry.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import { t } from '../../utils/platform/i18n.ts';
import type { Mounts } from './mounts.ts';

export interface CommentMarks {
  /** Marks the comments of these ideas. */
  make(ideas: readonly AssessedIdea[]): void;
  /** Measures the bars again; after anything that changes the layout of text. */
  place(): void;
  /** Scrolls to a comment, paints it and puts the focus there. Nothing happens for an id that is not on the page. */
  goTo(idea: AssessedIdea, id: string): void;
}

export interface CommentMarksOptions {
  readonly regions: Regions;
  readonly profile: Profile;
  readonly overlay: Overlay;
  readonly mounts: Mounts;
  /** Paints the comment that somebody was led to. */
  readonly paint: (nodes: readonly Node[]) => void;
}

export function createCommentMarks(options: CommentMarksOptions): CommentMarks {
  const { regions, overlay, mounts } = options;
  const reviewLabel = options.profile.labels.review[0] ?? '';
  const hosts = new Map<CommentRegion, CommentHosts>();

  function mark(comment: Comment, region: CommentRegion): void {
    const look = commentLook(comment);
    const host = overlay.hosts.comment(region, look);
    const label = overlay.hosts.commentLabel(region);
    if (!host.shadowRoot || !label.shadowRoot) return;
    // Whoever is led here hears what it is; the host itself has no words.
    host.role = 'note';
    host.ariaLabel = t(`comment.${look}`);
    const props = { comment, reviewLabel, now: new Date() };
    mounts.show(<CommentBar {...props} />, host.shadowRoot);
    mounts.show(<CommentLabel {...props} />, label.shadowRoot);
    hosts.set(region, { host, label });
  }

  return {
    make(asked) {
      const known = new Set(hosts.keys());
      for (const idea of asked) {
        const byId = new Map(regions.ideas.get(idea.key)?.comments.map(region => [region.id, region]));
        for (const comment of idea.comments) {
          const region = byId.get(comment.id);
          if (region) mark(comment, region);
        }
      }
      placeBars(new Map([...hosts].filter(([region]) => !known.has(region))));
    },
    place: () => placeBars(hosts),
    goTo(idea, id) {
      const region = regions.ideas.get(idea.key)?.comments.find(each => each.id === id);
      const host = region && hosts.get(region)?.host;
      if (!region || !host) return;
      options.paint(region.nodes);
      host.tabIndex = -1;
      host.scrollIntoView({ block: 'center', behavior: 'instant' });
      host.focus({ preventScroll: true });
      // The paint leads the eye there, and goes with the reader.
      host.addEventListener('blur', () => options.paint([]), { once: true });
    },
  };
}
