/** Dates as people write them on wikis: every reading that is a real calendar day is kept, none is guessed. */
import type { DateField } from '../model/idea.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DAY = '([0-9]{1,2})(?:st|nd|rd|th)?';
const YEAR = '([0-9]{4})';

const YEAR_FIRST = /(?<![\d/.-])([0-9]{4})([-/.])([0-9]{1,2})\2([0-9]{1,2})(?![\d/-]|\.\d)/u;
const YEAR_LAST = /(?<![\d/.-])([0-9]{1,2})([-/.])([0-9]{1,2})\2([0-9]{4}|[0-9]{2})(?![\d/-]|\.\d)/u;
const DAY_MONTH = new RegExp(
  `(?<!\\w|\\d(?:st|nd|rd|th)?[–-])${DAY}(?:\\s+of)?[\\s.-]*${MONTH}\\.?,?[\\s-]*${YEAR}(?!\\w)`,
  'iu',
);
const MONTH_DAY = new RegExp(`(?<![\\w])${MONTH}\\.?\\s*${DAY}\\s*,?\\s+${YEAR}(?!\\w)`, 'iu');
const YEAR_MONTH_DAY = new RegExp(`(?<![\\w])${YEAR},?\\s+${MONTH}\\.?\\s+${DAY}(?!\\w)`, 'iu');

/**
 * Understands month-first, day-first and year-first days with `/`, `.` or `-`, and English month names. Two digits of a year are 20yy.
 * One reading left: `iso`. Several: `iso` is `null` and all are candidates. Anything else: only `raw`.
 */
export function readDate(raw: string | null): DateField {
  const candidates = raw === null ? [] : [...new Set(readingsOf(raw))].sort();
  return { raw, iso: candidates.length === 1 ? (candidates[0] ?? null) : null, candidates };
}

function readingsOf(raw: string): string[] {
  const yearFirst = YEAR_FIRST.exec(raw);
  if (yearFirst) return days([[yearFirst[1], yearFirst[3], yearFirst[4]]]);
  const yearLast = YEAR_LAST.exec(raw);
  if (yearLast) {
    const year = yearLast[4]?.length === 2 ? `20${yearLast[4]}` : yearLast[4];
    return days([
      [year, yearLast[1], yearLast[3]],
      [year, yearLast[3], yearLast[1]],
    ]);
  }
  const dayMonth = DAY_MONTH.exec(raw);
  if (dayMonth) return days([[dayMonth[3], monthNumber(dayMonth[2]), dayMonth[1]]]);
  const monthDay = MONTH_DAY.exec(raw);
  if (monthDay) return days([[monthDay[3], monthNumber(monthDay[1]), monthDay[2]]]);
  const written = YEAR_MONTH_DAY.exec(raw);
  return written ? days([[written[1], monthNumber(written[2]), written[3]]]) : [];
}

/** 1 for `January` and any abbreviation of it; 0 for no month. */
export function monthNumber(name: string | undefined): number {
  return MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

type Part = string | number | undefined;

function days(readings: readonly (readonly [year: Part, month: Part, day: Part])[]): string[] {
  return readings.flatMap(([year, month, day]) => isoDay(Number(year), Number(month), Number(day)) ?? []);
}

/** `YYYY-MM-DD`, or `null` when the calendar has no such day. Years 1 to 9999. */
export function isoDay(year: number, month: number, day: number): string | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return real && year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
}
