/**
 * What opens on demand: menus, lists of values, the phone's sheet, reasons, help, completions, and the page as a file. A script of
 * its own, so that none of it is read at arrival; the display fetches it when something is opened first, or in an idle moment.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import panelsCss from '../../components/panels.css?inline';
import { ALL_PANELS } from '../../components/panels.ts';
import { suggest } from '../../utils/query/suggest.ts';
import { offerPanels } from '../display/panels-offer.ts';
import { copyText } from './copy-text.ts';
import { savePage } from './save-page.ts';

export default defineUnlistedScript(() => {
  offerPanels({ panels: ALL_PANELS, css: panelsCss, suggest, copyText, savePage });
});
