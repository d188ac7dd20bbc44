/**
 * The content script: reads the page, and turns the lens on where there are ideas. Runs on the wikis that a profile knows. What
 * shows is fetched then (entrypoints/display).
 */
import './page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { TOOLBAR } from '../../utils/overlay/names.ts';
import { hasLeftovers } from '../../utils/overlay/traces.ts';
import { allMatches, profileFor } from '../../utils/profile/index.ts';
import { arrive } from './arrival.ts';
import { fetchDisplay, fetchPanels } from './fetching.ts';
import { lookForIdeas } from './reading.ts';

export default defineContentScript({
  matches: allMatches(),
  runAt: 'document_end',
  async main(context) {
    const profile = profileFor(location.hostname);
    if (!profile) return;
    if (hasLeftovers(document)) await takeOver(document);
    // What somebody looks for is no part of the page's address: it stands in no file and no bookmark.
    const address = () => location.origin + location.pathname + location.search;
    await arrive(() => lookForIdeas(document, address(), profile), context.signal);
  },
});

/** Takes a dead lens's left-overs off the page, before it is read. Where that cannot be done they are as they were. */
async function takeOver(document: Document): Promise<void> {
  const bars = document.querySelectorAll<HTMLElement>(TOOLBAR);
  // A bar that answers nothing must not be pressed meanwhile.
  for (const bar of bars) bar.inert = true;
  try {
    // The panels draw with what the display has brought.
    await fetchDisplay();
    const { undoLeftovers } = await fetchPanels();
    undoLeftovers(document);
  } finally {
    for (const bar of bars) bar.inert = false;
  }
}
