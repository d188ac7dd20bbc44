/** The tools at ideas' headings: rendered once they are asked for, afterwards only where something changed. */
import { IdeaTools } from '../../components/idea/IdeaTools.tsx';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import type { IdeaKey } from '../../utils/model/key.ts';
import type { Profile } from '../../utils/model/profile.ts';
import type { AttentionWord, Overlay } from '../../utils/overlay/overlay.ts';
import { interestCount, needsReview, openComments } from '../../utils/review/assess.ts';
import type { BookmarkKeeper } from './bookmarks.ts';
import type { Mounts } from './mounts.ts';
import { inSlices } from './slices.ts';

export interface ToolsOptions {
  readonly ideas: readonly AssessedIdea[];
  readonly profile: Profile;
  readonly headingOf: (idea: AssessedIdea) => string;
  readonly locale: string;
  readonly overlay: Overlay;
  readonly mounts: Mounts;
  readonly bookmarks: () => BookmarkKeeper;
  readonly goToComment: (idea: AssessedIdea, id: string) => void;
  /** Something is open that the panels must draw. */
  readonly onNeedPanels: () => void;
  readonly signal: AbortSignal;
}

export interface Tools {
  /** Marks all headings, a slice at a time. */
  markAll(): Promise<void>;
  /** Renders the tools of these ideas. */
  make(ideas: readonly AssessedIdea[]): void;
  /** Renders the ideas whose bookmark, or whose open reasons, changed. */
  update(): void;
  /** Opens the reasons of an idea that has some. */
  openReasons(key: IdeaKey): void;
  /** Draws again what is open: the panels have come. */
  drawOpen(): void;
}

/** The words of `data-idea-lens-attention`. */
export function attentionOf(idea: AssessedIdea): AttentionWord[] {
  return [
    ...(needsReview(idea) ? (['needs-review'] as const) : []),
    ...(openComments(idea).length > 0 ? (['open-comments'] as const) : []),
    ...(interestCount(idea) > 0 ? (['interest'] as const) : []),
  ];
}

export function createTools(options: ToolsOptions): Tools {
  const { ideas, overlay, mounts, signal } = options;
  const shown = new Map<IdeaKey, string>();
  const labels = {
    review: options.profile.labels.review[0] ?? '',
    program: options.profile.labels.program[0] ?? '',
  };
  let openReasons: IdeaKey | null = null;

  function draw(idea: AssessedIdea): void {
    const { stored, saving } = options.bookmarks().now();
    const open = openReasons === idea.key;
    const state = [stored.has(idea.key), saving.get(idea.key) ?? 'idle', open] as const;
    if (shown.get(idea.key) === state.join()) return;
    const root = overlay.slot(idea.key);
    if (!root) return;
    shown.set(idea.key, state.join());
    mounts.show(
      <IdeaTools
        idea={idea}
        listHeading={options.headingOf(idea)}
        labels={labels}
        bookmarked={state[0]}
        saving={state[1]}
        open={open}
        now={new Date()}
        locale={options.locale}
        onBookmark={() => void options.bookmarks().toggle(idea)}
        onToggleReasons={next => {
          openReasons = next ? idea.key : openReasons === idea.key ? null : openReasons;
          update();
        }}
        onGoToComment={id => options.goToComment(idea, id)}
        onNeedPanels={options.onNeedPanels}
      />,
      root,
    );
  }

  function update(): void {
    if (signal.aborted) return;
    for (const idea of ideas) if (shown.has(idea.key)) draw(idea);
  }

  return {
    async markAll() {
      overlay.markGroups();
      await inSlices(ideas, idea => overlay.mark(idea.key, attentionOf(idea)), signal);
    },
    make(asked) {
      for (const idea of asked) draw(idea);
      overlay.lift(asked.map(({ key }) => key));
    },
    update,
    openReasons(key) {
      const idea = ideas.find(each => each.key === key);
      openReasons = key;
      if (idea) draw(idea);
      update();
    },
    drawOpen() {
      const idea = ideas.find(each => each.key === openReasons);
      if (!idea) return;
      shown.delete(idea.key);
      draw(idea);
    },
  };
}
