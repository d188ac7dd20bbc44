/** What opens on demand stays out of what is always there: held against the imports that run, types left aside. */
import { describe, expect, it } from 'vitest';
import { filesUnder } from './project/sources.ts';

const files = new Map(filesUnder(['components', 'utils'], ['.ts', '.tsx']).map(({ path, text }) => [path, text]));

/** The files of the project that running `path` brings with it, itself among them. */
function broughtBy(path: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const [, imported = ''] of (files.get(path) ?? '').matchAll(
    /^(?:import|export)(?! type)[^'";]*'(\.[^']+)'/gmu,
  )) {
    broughtBy(new URL(imported, `file:///${path}`).pathname.slice(1), known);
  }
  return known;
}

const PANELS = [...broughtBy('components/panels.ts')].filter(path => path !== 'components/panels.ts');
const OWN = ['ui/Popover.tsx', 'ui/modal.ts', 'toolbar/FacetValues.tsx', 'toolbar/MoreItems.tsx', 'review/Reasons.tsx'];

describe('the panels', () => {
  it('are all in components/panels.ts', () => {
    for (const own of OWN) expect(PANELS).toContain(`components/${own}`);
    expect(PANELS.length).toBeGreaterThan(20);
  });

  it.each(['components/toolbar/Toolbar.tsx', 'components/idea/IdeaTools.tsx', 'components/ui/panels.ts'])(
    'are not brought by %s',
    path => {
      const brought = broughtBy(path);
      expect(files.has(path)).toBe(true);
      const directly = [
        'Asked',
        'Chip',
        'FacetButton',
        'Why',
        'UnderBar',
        'FacetPopover',
        'SortMenu',
        'ScopeMenu',
        'MoreMenu',
        'Sheet',
        'Help',
        'SuggestionList',
      ];
      const unwanted = [
        ...directly.map(name => `components/toolbar/${name}.tsx`),
        'components/review/ReasonsPopover.tsx',
        ...OWN.map(own => `components/${own}`),
      ];
      expect([...brought].filter(each => unwanted.includes(each))).toEqual([]);
    },
  );
});
