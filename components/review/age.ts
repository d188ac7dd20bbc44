/**
 * How long ago a comment was written, and dates, in words. Pure: the present is passed in. Ages stand beside each comment as soon as the
 * lens does, so their words are ours: to load those of the browser (`Intl`) takes longer than to draw the bar.
 */
import { t } from '../../utils/platform/i18n.ts';

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
export function age(iso: string, now: Date): string | null {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return null;
  const days = Math.max(0, Math.floor(now.getTime() / DAY) - Math.floor(then.getTime() / DAY));
  const months = wholeMonths(then, now);
  if (months >= 12) return t('age.years', undefined, Math.floor(months / 12));
  if (months >= 1) return t('age.months', undefined, months);
  if (days >= 2) return t('age.days', undefined, days);
  return t(days === 1 ? 'age.yesterday' : 'age.today');
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
