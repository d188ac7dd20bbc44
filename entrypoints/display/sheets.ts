/** The style sheets of our shadow roots: each made once for a lens and shared by all hosts of a kind. */
import ideaCss from '../../components/idea/idea.css?inline';
import toolbarCss from '../../components/toolbar/toolbar.css?inline';
import tokensCss from '../../components/ui/tokens.css?inline';
import uiCss from '../../components/ui/ui.css?inline';
import { NOTES, TOOLBAR } from '../../utils/overlay/names.ts';

export interface Sheets {
  /** The sheets for a host of this element name. */
  of(tag: string): CSSStyleSheet[];
  /** Takes in what the panels need, in every host that there is or will be. */
  add(css: string): void;
}

export function createSheets(): Sheets {
  const [tokens, ui, toolbar, idea] = [tokensCss, uiCss, toolbarCss, ideaCss].map(sheetOf) as [
    CSSStyleSheet,
    CSSStyleSheet,
    CSSStyleSheet,
    CSSStyleSheet,
  ];
  const onDemand = new CSSStyleSheet();
  const bar = [tokens, ui, toolbar, onDemand];
  const atIdea = [tokens, ui, idea, onDemand];
  return {
    of: tag => (tag === TOOLBAR || tag === NOTES ? bar : atIdea),
    add: css => onDemand.replaceSync(css),
  };
}

function sheetOf(css: string): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  return sheet;
}
