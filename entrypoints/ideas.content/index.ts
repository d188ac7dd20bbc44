/**
 * The content script: reads the page, and turns the lens on where there are ideas. Runs on the wikis that a profile knows. What
 * shows is fetched then (entrypoints/display).
 */
import './page.css';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { DEFAULT_SETTINGS } from '../../utils/model/settings.ts';
import { undoLeftovers } from '../../utils/overlay/leftovers.ts';
import { readSettings } from '../../utils/platform/settings-store.ts';
import { allMatches, profileFor } from '../../utils/profile/index.ts';
import { followSwitch } from './on-off.ts';
import { readIdeas } from './reading.ts';

export default defineContentScript({
  matches: allMatches(),
  runAt: 'document_end',
  // The page could read it, and needs not know of us.
  noScriptStartedPostMessage: true,
  async main(context) {
    const profile = profileFor(location.hostname);
    if (!profile) return;
    undoLeftovers(document);
    const settings = await readSettings().catch((error: unknown) => {
      console.warn('Idea Lens: the settings cannot be read, so the lens is on', error);
      return DEFAULT_SETTINGS;
    });
    if (context.isInvalid) return;
    await followSwitch(onIdeas => readIdeas(document, location.href, profile, onIdeas), settings, context.signal);
  },
});
