/** How long ago a comment was written, and dates, in words of the locale. Pure: the present is passed in. */

const DAY = 86_400_000;

/** Whole months from `from` to `to` by the UTC calendar: 17 January to 16 February is none. */
function wholeMonths(from: Date, to: Date): number {
  const months = (to.getUTCFullYear() - from.getUTCFullYear()) * 12 + to.getUTCMonth() - from.getUTCMonth();
  return to.getUTCDate() < from.getUTCDate() ? months - 1 : months;
}

/**
 * "12 years ago", "3 months ago", "yesterday", "today": whole units that have passed, by the UTC calendar, so that the words
 * agree with the signature. `iso` is a date, or a time to the minute; one that lies ahead counts as today (clocks differ).
 * `null` when it is no date.
 */
export function age(iso: string, now: Date, locale: string): string | null {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return null;
  const days = Math.max(0, Math.floor(now.getTime() / DAY) - Math.floor(then.getTime() / DAY));
  const months = wholeMonths(then, now);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: days < 2 ? 'auto' : 'always' });
  if (months >= 12) return words.format(-Math.floor(months / 12), 'year');
  if (months >= 1) return words.format(-months, 'month');
  return words.format(-days, 'day');
}

/** The day in full ("17 February 2014"), UTC; text that is no date comes back as it is. */
export function fullDate(iso: string, locale: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

/** The readings of one ambiguous date: "12 January or 1 December"; with the year where the years differ. */
export function readings(candidates: readonly string[], locale: string): string {
  const sameYear = new Set(candidates.map(iso => iso.slice(0, 4))).size === 1;
  const day = new Intl.DateTimeFormat(locale, {
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
  const dates = candidates.map(iso => new Date(iso)).filter(date => !Number.isNaN(date.getTime()));
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(dates.map(date => day.format(date)));
}
