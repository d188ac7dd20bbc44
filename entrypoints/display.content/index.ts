/**
 * The first of the two content scripts: everything that shows. It only offers itself; the second one (ideas.content), which
 * the manifest runs after it in the same isolated world, reads the page and takes it where there are ideas.
 */
import './page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { allMatches } from '../../utils/profile/index.ts';
import { startLens } from './lens.tsx';
import { notUnderstood, showLoneNotice, updated } from './lone-notice.tsx';
import { offerDisplay } from './offer.ts';

export default defineContentScript({
  matches: allMatches(),
  runAt: 'document_end',
  noScriptStartedPostMessage: true,
  main() {
    offerDisplay({ startLens, showLoneNotice, updated, notUnderstood });
  },
});
