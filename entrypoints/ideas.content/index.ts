/**
 * The content script: reads the page, and turns the lens on where there are ideas. Runs on the wikis that a profile knows. What
 * shows is fetched then (entrypoints/display).
 */
import './page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { undoLeftovers } from '../../utils/overlay/leftovers.ts';
import { allMatches, profileFor } from '../../utils/profile/index.ts';
import { arrive } from './arrival.ts';
import { lookForIdeas } from './reading.ts';

export default defineContentScript({
  matches: allMatches(),
  runAt: 'document_end',
  async main(context) {
    const profile = profileFor(location.hostname);
    if (!profile) return;
    undoLeftovers(document);
    await arrive(() => lookForIdeas(document, location.href, profile), context.signal);
  },
});
