/** A notice on a page where the lens is not: why it stays off, or why it had to go. */
import { Notice, type NoticeContent } from '../../components/ui/Notice.tsx';
import type { Regions } from '../../utils/model/region.ts';
import { createOverlay } from '../../utils/overlay/overlay.ts';
import { isNight } from '../../utils/overlay/surroundings.ts';
import { createMounts } from './mounts.ts';
import { createSheets } from './sheets.ts';

/** Shows `notice` in the bar's place until `signal` aborts; nothing where the page has no such place. */
export function showLoneNotice(regions: Regions, notice: NoticeContent, signal: AbortSignal): void {
  const mounts = createMounts(signal);
  const overlay = createOverlay(regions, { signal, styles: createSheets() });
  overlay.hosts.night(isNight(document));
  const root = overlay.hosts.notes()?.shadowRoot;
  if (root) mounts.show(<Notice notice={notice} />, root);
}
