/** What the menu More does: a link to the view, the page as a file, the extension's own pages. */
import type { ToolbarProps } from '../../components/toolbar/Toolbar.tsx';
import { t } from '../../utils/platform/i18n.ts';
import type { Address } from './address.ts';
import type { LensOptions } from './lens-options.ts';
import type { PanelsKeeper } from './panels.ts';
import type { Session } from './session.ts';

export interface TakeAlongOptions {
  readonly lens: LensOptions;
  readonly document: Document;
  readonly address: Address;
  readonly session: () => Session;
  readonly panels: PanelsKeeper;
  readonly say: (words: string) => void;
  /** Something could not be done: a sentence for people. */
  readonly failed: (error: unknown) => void;
  readonly onHelp: () => void;
}

export function createTakeAlong(options: TakeAlongOptions): ToolbarProps['more'] {
  const { lens, document, panels, failed } = options;

  const open = (which: 'dashboard-bookmarks' | 'options') => {
    lens.background['pages.open']({ page: which }).catch(failed);
  };
  const save = (ending: 'json' | 'csv') => {
    panels
      .get()
      .then(({ savePage }) => savePage(document, ending, lens.reading, lens.ideas))
      .catch(failed);
  };
  return {
    onBookmarks: () => open('dashboard-bookmarks'),
    async copyLink() {
      const { copyText } = await panels.get();
      const copied = await copyText(document, options.address.linkTo(options.session().state().query));
      if (copied) options.say(t('more.copied'));
      return copied;
    },
    onSaveJson: () => save('json'),
    onSaveCsv: () => save('csv'),
    onHelp: options.onHelp,
    onSettings: () => open('options'),
  };
}
