/** What is said once the extension was updated under the page. Apart from the other notices: it must be there before they can come. */
import { t, wordsLanguage } from '../../utils/platform/i18n.ts';
import type { NoticeContent } from '../ui/Notice.tsx';

/**
 * The extension was updated or reloaded under the page: nothing can be stored until the page is loaded again. Ask for it
 * before that happens: afterwards the browser gives no words any more.
 */
export function updatedNotice(onReload: () => void): NoticeContent {
  return {
    id: 'updated',
    kind: 'notice',
    lead: t('notice.updated'),
    text: t('notice.updatedWhat'),
    actions: [{ label: t('notice.reload'), onAction: onReload }],
    closeName: t('ui.closeNote'),
    language: wordsLanguage(),
  };
}
