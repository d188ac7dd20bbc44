/** The style sheets of our shadow roots: each made once for a lens, when it is first needed, and shared by all hosts of a kind. */
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
  const made = new Map<string, CSSStyleSheet>();
  const onDemand = new CSSStyleSheet();
  const sheetOf = (css: string) => {
    const sheet = made.get(css) ?? new CSSStyleSheet();
    if (!made.has(css)) sheet.replaceSync(css);
    made.set(css, sheet);
    return sheet;
  };
  return {
    of(tag) {
      const own = tag === TOOLBAR || tag === NOTES ? toolbarCss : ideaCss;
      return [...[tokensCss, uiCss, own].map(sheetOf), onDemand];
    },
    add: css => onDemand.replaceSync(css),
  };
}
