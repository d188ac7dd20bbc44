/** What a list sorted by date says of each idea's day. */
import { fullDate } from '../../components/review/age.ts';
import type { AssessedIdea } from '../../utils/model/idea.ts';

/** The day an idea is sorted by; "~" and all its readings where there are several, of which the earliest counts. */
export function dateSortedBy({ inserted }: AssessedIdea, locale: string): string | null {
  const days = inserted.candidates.map(day => fullDate(day, locale));
  if (days.length < 2) return days[0] ?? null;
  return `~ ${new Intl.ListFormat(locale, { type: 'disjunction' }).format(days)}`;
}
