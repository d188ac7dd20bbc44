import { expect, test } from 'vitest';
import { age, fullDate, readings } from '../../components/review/age.ts';

const NOW = new Date('2026-11-22T10:00Z');

test.each([
  ['2014-02-17T15:24Z', '12 years ago'],
  ['2013-11-22T09:00Z', '13 years ago'],
  ['2013-11-23T09:00Z', '12 years ago'],
  ['2025-11-22', '1 year ago'],
  ['2025-11-23', '11 months ago'],
  ['2026-10-22T23:59Z', '1 month ago'],
  ['2026-10-23T00:00Z', '30 days ago'],
  ['2026-11-19T23:59Z', '3 days ago'],
  ['2026-11-21T23:59Z', 'yesterday'],
  ['2026-11-22T00:00Z', 'today'],
])('%s is %s', (iso, words) => {
  expect(age(iso, NOW)).toBe(words);
});

test('a time that lies ahead is today: clocks differ', () => {
  expect(age('2026-11-22T10:05Z', NOW)).toBe('today');
  expect(age('2031-01-01', NOW)).toBe('today');
});

test('dates are written in the language asked for', () => {
  expect(fullDate('2014-02-17T15:24Z', 'en-GB')).toBe('17 February 2014');
  expect(fullDate('2014-02-17T15:24Z', 'en-US')).toBe('February 17, 2014');
});

test('a minute before midnight UTC is that day everywhere', () => {
  expect(fullDate('2014-02-17T23:59Z', 'en-GB')).toBe('17 February 2014');
});

test('what is no date has no age and stays as it is', () => {
  expect(age('last spring', NOW)).toBeNull();
  expect(fullDate('last spring', 'en')).toBe('last spring');
});

test('the readings of an ambiguous date name the year only where years differ', () => {
  expect(readings(['2012-01-12', '2012-12-01'], 'en-GB')).toBe('12 January or 1 December');
  expect(readings(['2001-02-03', '2003-02-01'], 'en-GB')).toBe('3 February 2001 or 1 February 2003');
});
