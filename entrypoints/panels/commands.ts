/**
 * What a reader can do by a key or from the menu More: go from idea to idea, keep one, see its reasons, take a link or the page along,
 * open the extension's own pages. Fetched with the panels; what shows is the session's business.
 */
import type { ToolbarProps } from '../../components/toolbar/Toolbar.tsx';
import type { AssessedIdea } from '../../utils/model/idea.ts';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import type { Overlay } from '../../utils/overlay/overlay.ts';
import { numeral, t } from '../../utils/platform/i18n.ts';
import { needsReview } from '../../utils/review/assess.ts';
import type { Address } from '../display/address.ts';
import type { BookmarkKeeper } from '../display/bookmarks.ts';
import type { FocusKeeper } from '../display/focus.ts';
import type { Key } from '../display/keys.ts';
import type { LensOptions } from '../display/lens-options.ts';
import type { Mounts } from '../display/mounts.ts';
import type { Notices } from '../display/notices.ts';
import type { Session } from '../display/session.ts';
import type { Tools } from '../display/tools.tsx';
import { copyText } from './copy-text.ts';
import { createMoving } from './moving.ts';
import type { ReadingPlace } from './reading-place.ts';
import { savePage } from './save-page.ts';

export interface CommandContext {
  readonly lens: LensOptions;
  readonly document: Document;
  readonly overlay: Overlay;
  readonly session: Session;
  readonly focus: FocusKeeper;
  readonly keeper: BookmarkKeeper;
  readonly tools: Tools;
  readonly address: Address;
  readonly notices: Notices;
  readonly mounts: Mounts;
  /** Of an idea's list. */
  readonly headingOf: (idea: AssessedIdea) => string;
  readonly place: () => ReadingPlace | null;
  readonly say: (words: string) => void;
  /** Something could not be done. */
  readonly failed: (error: unknown) => void;
  readonly ask: (query: Query) => void;
  readonly focusSearch: () => void;
  readonly showHelp: () => void;
}

export interface Commands {
  press(key: Key): void;
  readonly more: ToolbarProps['more'];
}

export function createCommands(context: CommandContext): Commands {
  const { lens, document, session, keeper, say, failed } = context;
  const { ideas, background, reading } = lens;
  const moving = createMoving({
    ideas,
    regions: reading.regions,
    overlay: context.overlay,
    session,
    focus: context.focus,
    arrived: ({ title }, number, total) => say(t('keys.arrived', [numeral(number), numeral(total), title])),
  });

  function toAttention(way: 1 | -1): void {
    if (!moving.step(way, needsReview)) say(t('keys.noneFurther'));
  }

  async function toggleBookmark(idea: AssessedIdea): Promise<void> {
    // What is on its way says what becomes of it by itself.
    if (keeper.now().saving.get(idea.key) === 'running') return;
    await keeper.toggle(idea);
    const { stored, saving } = keeper.now();
    if (saving.get(idea.key) !== 'failed') say(t(stored.has(idea.key) ? 'keys.bookmarked' : 'keys.bookmarkRemoved'));
  }

  function showReasons(): void {
    const idea = moving.current();
    if (idea && needsReview(idea)) context.tools.openReasons(idea.key);
    else say(t('keys.noReasons'));
  }

  const keys: Readonly<Record<Key, () => void>> = {
    '/': context.focusSearch,
    j: () => moving.step(1),
    k: () => moving.step(-1),
    n: () => toAttention(1),
    p: () => toAttention(-1),
    b() {
      const idea = moving.current();
      if (idea) void toggleBookmark(idea);
    },
    r: showReasons,
    '?': context.showHelp,
    Escape() {
      const { query } = session.state();
      if (query.text !== '') context.ask({ ...query, text: EMPTY_QUERY.text });
    },
  };

  const open = (page: 'dashboard-bookmarks' | 'options') => {
    background['pages.open']({ page }).catch(failed);
  };
  return {
    press: key => keys[key](),
    more: {
      onBookmarks: () => open('dashboard-bookmarks'),
      // Whoever asks says what became of it.
      copyLink: () => copyText(document, context.address.linkTo(session.state().query)),
      onSaveJson: () => savePage(document, 'json', reading, ideas),
      onSaveCsv: () => savePage(document, 'csv', reading, ideas),
      onHelp: context.showHelp,
      onSettings: () => open('options'),
    },
  };
}
