/** The notices above the list: an old version, a store that refuses, a link that was not wholly understood. Each can be closed. */
import type * as words from '../../components/idea/notices.ts';
import type { NoticeContent } from '../../components/ui/Notice.tsx';
import type { Page } from '../../utils/model/page.ts';
import { isRefusal, type LensError } from '../../utils/platform/lens-error.ts';

/** Ids of the notices that were closed, and what was added to say. */
export interface LeftNotices {
  readonly closed: ReadonlySet<string>;
  readonly added: ReadonlyMap<string, NoticeContent>;
}

export interface Notices {
  /** What the next lens on the page goes on with. */
  readonly left: LeftNotices;
  all(): readonly NoticeContent[];
  /** A link asked for something unknown; none takes the note away. */
  unknownInLink(unknown: readonly string[]): void;
  /** Something else to say, in the place of an earlier one of the same id. */
  add(notice: NoticeContent): void;
}

export interface NoticesOptions {
  readonly page: Page;
  readonly first: NoticeContent | null;
  /** What the lens before this one left. */
  readonly before: LeftNotices | undefined;
  /** What keeps the bookmarks from being saved. */
  readonly trouble: () => LensError | null;
  readonly onTryAgain: () => void;
  /** The words of the notices, which come with the panels; `null` until then. */
  readonly words: () => typeof words | null;
  readonly onNeedPanels: () => void;
  readonly changed: () => void;
}

export function createNotices(options: NoticesOptions): Notices {
  const { page, first, before, changed } = options;
  const closed = new Set(before?.closed);
  const added = new Map<string, NoticeContent>(first ? [[first.id, first]] : before?.added);
  let unknown: readonly string[] = [];

  const close = (id: string) => () => {
    closed.add(id);
    changed();
  };

  return {
    left: { closed, added },
    all() {
      const trouble = options.trouble();
      const refuses = isRefusal(trouble);
      if (!refuses) closed.delete('not-saving');
      if (page.current && !refuses && unknown.length === 0 && added.size === 0) return [];
      const say = options.words();
      if (say === null) {
        // Drawn again once they have come.
        options.onNeedPanels();
        return [];
      }
      const notices: NoticeContent[] = [];
      if (!page.current) notices.push(say.oldRevisionNotice(page, close('old-revision')));
      if (refuses) notices.push(say.notSavingNotice(trouble.code, options.onTryAgain, close('not-saving')));
      if (unknown.length > 0) notices.push(say.unknownLinkNotice(unknown, close('unknown-link')));
      for (const notice of added.values()) notices.push({ ...notice, onClose: close(notice.id) });
      return notices.filter(notice => !closed.has(notice.id));
    },
    unknownInLink(names) {
      unknown = names;
      closed.delete('unknown-link');
    },
    add(notice) {
      added.set(notice.id, notice);
      closed.delete(notice.id);
      changed();
    },
  };
}
