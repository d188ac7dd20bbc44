/**
 * What opens on demand: menus, lists of values, the phone's sheet, reasons, help, completions, and what keys and the menu do. A script of
 * its own, so that none of it is read at arrival; the display fetches it when something is opened first, or in an idle moment.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import * as notices from '../../components/idea/notices.ts';
import panelsCss from '../../components/panels.css?inline';
import { ALL_PANELS } from '../../components/panels.ts';
import { createPaint } from '../../utils/overlay/highlights.ts';
import { undoLeftovers } from '../../utils/overlay/leftovers.ts';
import { createSectioning } from '../../utils/overlay/sectioning.ts';
import { fieldNear } from '../../utils/query/spelling.ts';
import { suggest } from '../../utils/query/suggest.ts';
import { offerPanels } from '../display/panels-offer.ts';
import * as anchors from './anchors.ts';
import { matter } from './changes.ts';
import { createCommands } from './commands.ts';
import { createHits } from './hits.ts';
import { focusIdea } from './idea-focus.ts';
import { createPlaces } from './places.tsx';
import { createReadingPlace } from './reading-place.ts';
import { createResuming } from './resuming.ts';
import * as rows from './rows.ts';
import { uncoverFocus } from './uncovering.ts';

export default defineUnlistedScript(() => {
  offerPanels({
    panels: ALL_PANELS,
    css: panelsCss,
    notices,
    anchors,
    suggest,
    createCommands,
    createHits,
    createPaint,
    createPlaces,
    createReadingPlace,
    fieldNear,
    matter,
    createResuming,
    createSectioning,
    undoLeftovers,
    uncoverFocus,
    focusIdea,
    rows,
  });
});
