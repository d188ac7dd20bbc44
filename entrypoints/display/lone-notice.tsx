/** A notice on a page where the lens is not: why it stays off, or why it had to go. */
import { updatedNotice } from '../../components/idea/updated-notice.ts';
import { Notice, type NoticeContent } from '../../components/ui/Notice.tsx';
import type { Regions } from '../../utils/model/region.ts';
import { createOverlay } from '../../utils/overlay/overlay.ts';
import { isNight } from '../../utils/overlay/surroundings.ts';
import { createMounts } from './mounts.ts';
import { createSheets } from './sheets.ts';

/** Shows `notice` in the bar's place until it is closed or `life` ends; nothing where the page has no such place. */
export function showLoneNotice(regions: Regions, notice: NoticeContent, life: AbortSignal): void {
  const closed = new AbortController();
  const signal = AbortSignal.any([closed.signal, life]);
  const mounts = createMounts(() => null, signal);
  const { language } = notice;
  const overlay = createOverlay(regions, { signal, styles: createSheets().of, ...(language ? { language } : {}) });
  overlay.hosts.night(isNight(regions.root?.ownerDocument ?? document));
  const root = overlay.hosts.notes()?.shadowRoot;
  const onClose = () => {
    closed.abort();
    notice.onClose?.();
  };
  if (root) mounts.show(<Notice notice={{ ...notice, onClose }} />, root);
}

/** What to say once the extension was updated under the page. Ask for it before: afterwards there are no words any more. */
export function updated(): NoticeContent {
  return updatedNotice(() => location.reload());
}
