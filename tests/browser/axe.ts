/**
 * Runs axe on one of our shadow roots and says in words what it found. For component tests; page-wide checks are
 * end-to-end. Colour contrast is included, so render over the background the state is meant for.
 */
import axe from 'axe-core';

/** WCAG 2.2 AA, and what axe holds for good practice inside a component. */
const RULE_SETS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Rules about a whole document, which a component alone cannot meet or break. */
const PAGE_RULES = ['region', 'page-has-heading-one', 'landmark-one-main', 'document-title', 'html-has-lang', 'bypass'];

/**
 * Each finding of axe under `host` as one line "rule: where (why)", sorted; empty when all is well. Throws when `host`
 * has no open shadow root or nothing in it, so that a component that did not render cannot pass.
 */
export async function axeFindings(host: HTMLElement): Promise<string[]> {
  if (!host.shadowRoot?.firstElementChild) throw new Error('axe was given a host without a rendered shadow root');
  const { violations } = await axe.run(host, {
    runOnly: { type: 'tag', values: RULE_SETS },
    rules: Object.fromEntries(PAGE_RULES.map(rule => [rule, { enabled: false }])),
    resultTypes: ['violations'],
  });
  return violations
    .flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, any }) => `${id}: ${target.flat().join(' >>> ')} (${any[0]?.message ?? help})`),
    )
    .sort();
}
