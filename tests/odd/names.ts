/** The tokens by which a test knows an idea or a comment again, whatever its title is. Shared by all that write or look for them. */
import type { FieldName } from '../../utils/model/profile.ts';
import { PROFILES } from '../../utils/profile/index.ts';
import type { OddField, OddIdea, OddPage } from './plan.ts';

export const tokenOf = (number: number): string => `#zq${number}-ideas`;
export const commentToken = (number: number, at: number): string => `cq${number}-${at}`;

export const profileOf = (page: OddPage) => PROFILES[page.profile] ?? (PROFILES[0] as (typeof PROFILES)[number]);

/** The ideas of a page in the order in which they are written. */
export function ideasOf(page: OddPage): readonly OddIdea[] {
  return page.lists.flatMap(list => list.areas.flatMap(area => area.ideas));
}

const NAMING: FieldName = 'irc';

/** The fields as they are written: the one that names the idea goes with the others. */
export function writtenFields(page: OddPage, idea: OddIdea, number: number): readonly OddField[] {
  if (!idea.named) return idea.fields;
  const value = tokenOf(number);
  const known = idea.fields.findIndex(field => field.name === NAMING);
  if (known >= 0) return idea.fields.with(known, { ...(idea.fields[known] as OddField), value, dress: 'none' });
  const label = profileOf(page).labels[NAMING][0] ?? NAMING;
  const naming: OddField = { name: NAMING, label, style: 'inside', value, dress: 'none', bullets: [] };
  return idea.fields.toSpliced(1, 0, naming);
}
