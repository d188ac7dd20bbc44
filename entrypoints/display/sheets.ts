/** The style sheets of our shadow roots: each made once for a lens and shared by all hosts of a kind. */
import ideaCss from '../../components/idea/idea.css?inline';
import reviewCss from '../../components/review/review.css?inline';
import toolbarCss from '../../components/toolbar/toolbar.css?inline';
import tokensCss from '../../components/ui/tokens.css?inline';
import uiCss from '../../components/ui/ui.css?inline';
import { NOTES, TOOLBAR } from '../../utils/overlay/names.ts';

/** A function from the name of a host's element to its sheets. */
export function createSheets(): (tag: string) => CSSStyleSheet[] {
  const [tokens, ui, toolbar, idea, review] = [tokensCss, uiCss, toolbarCss, ideaCss, reviewCss].map(css => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    return sheet;
  }) as [CSSStyleSheet, CSSStyleSheet, CSSStyleSheet, CSSStyleSheet, CSSStyleSheet];
  const bar = [tokens, ui, toolbar];
  const atIdea = [tokens, ui, idea, review];
  return tag => (tag === TOOLBAR || tag === NOTES ? bar : atIdea);
}
