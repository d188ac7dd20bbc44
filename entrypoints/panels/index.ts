/**
 * What opens on demand: menus, lists of values, the phone's sheet, reasons, help, and the page as a file. A script of its own, so
 * that none of it is read at arrival; the display fetches it when something is opened first, or in an idle moment.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import panelsCss from '../../components/panels.css?inline';
import { ALL_PANELS } from '../../components/panels.ts';
import { pageToCsv } from '../../utils/export/page-csv.ts';
import { pageToJson } from '../../utils/export/page-json.ts';
import { offerPanels } from '../display/panels-offer.ts';

export default defineUnlistedScript(() => {
  offerPanels({ panels: ALL_PANELS, css: panelsCss, pageToJson, pageToCsv });
});
