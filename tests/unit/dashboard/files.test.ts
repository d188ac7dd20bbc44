import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOf } from '../../../entrypoints/dashboard/files.ts';
import { LARGEST_IMPORT_BYTES, MOST_IMPORT_ROWS } from '../../../utils/model/import.ts';
import { pageKey } from '../../../utils/model/key.ts';
import { speakEnglish } from '../messaging/english.ts';
import { draftOf, HOST } from '../messaging/samples.ts';

const zone = process.env.TZ;
beforeEach(() => {
  speakEnglish();
  process.env.TZ = 'Pacific/Kiritimati';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe('the JSON of bookmarks', () => {
  const now = new Date('2021-05-05T20:00:00.000Z');
  const long = 'א'.repeat(127);
  const row = {
    ...draftOf(long, { pageTitle: long, url: `https://${HOST}/wiki/${encodeURIComponent(long)}` }),
    page: pageKey(HOST, long),
    createdAt: '2021-05-04T20:00:00.000Z',
  };

  it('holds a row a line, and nothing else than the rows', () => {
    const all = { bookmarks: [row, row], unreadable: [5] };
    const { text } = fileOf('json', all, now);
    expect(JSON.parse(text)).toEqual({ format: 'idea-lens/bookmarks@1', exportedAt: now.toISOString(), ...all });
    expect(text.split('\n').filter(line => line.startsWith(JSON.stringify(row)))).toHaveLength(2);
    expect(JSON.parse(fileOf('json', { bookmarks: [], unreadable: [] }, now).text).bookmarks).toEqual([]);
  });

  it('is no larger than an import takes, with as many rows and as long titles as a wiki can have', () => {
    const sizeOf = (count: number) =>
      new TextEncoder().encode(fileOf('json', { bookmarks: Array(count).fill(row), unreadable: [] }, now).text).length;
    const [one, two] = [sizeOf(1), sizeOf(2)];
    expect(one + (MOST_IMPORT_ROWS - 1) * (two - one)).toBeLessThanOrEqual(LARGEST_IMPORT_BYTES);
  });
});

describe('the Markdown of bookmarks', () => {
  it('has the day of the user’s clock, as the dashboard shows it', () => {
    const row = { ...draftOf('Faster boot'), createdAt: '2021-05-04T20:00:00.000Z' };
    const now = new Date('2021-05-05T20:00:00.000Z');
    const { name, text } = fileOf('markdown', { bookmarks: [row], unreadable: [] }, now);
    expect(name).toBe('idea-lens-bookmarks-2021-05-06.md');
    expect(text).toContain('Bookmarked 2021-05-05');
  });
});
