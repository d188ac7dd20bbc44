/**
 * Headings of lists and areas while ideas are hidden: an area without a visible idea goes, a list keeps its heading and
 * says how many it hides; in one list, and when nothing matches, list headings go too. A heading without ideas always stays.
 */
import type { GroupRegion } from '../model/region.ts';
import type { View } from '../model/view.ts';
import type { Journal } from './journal.ts';
import { HIDDEN_ATTRIBUTE } from './names.ts';

/** Hides and shows group headings after `view`; `null` shows all. Writes only differences. */
export function showGroups(groups: readonly GroupRegion[], view: View | null, journal: Journal): void {
  for (const group of groups) {
    journal.attribute(group.headingBlock, HIDDEN_ATTRIBUTE, view && isHidden(group, view) ? '' : null);
  }
}

function isHidden(group: GroupRegion, view: View): boolean {
  if (group.ideas.length === 0) return false;
  if (view.layout === 'one-list' || view.visible.size === 0) return true;
  return group.kind === 'area' && !group.ideas.some(key => view.visible.has(key));
}
