/**
 * Everything that shows, as a script of its own: the content script fetches it from the extension itself, and only where there
 * are ideas to show. Running it only offers it.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { startLens } from './lens.tsx';
import { notUnderstood, showLoneNotice, updated } from './lone-notice.tsx';
import { offerDisplay } from './offer.ts';

export default defineUnlistedScript(() => {
  offerDisplay({ startLens, showLoneNotice, updated, notUnderstood });
});
