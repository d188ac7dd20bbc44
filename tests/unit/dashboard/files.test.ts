import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileOf } from '../../../entrypoints/dashboard/files.ts';
import { speakEnglish } from '../messaging/english.ts';
import { draftOf } from '../messaging/samples.ts';

const zone = process.env.TZ;
beforeEach(() => {
  speakEnglish();
  process.env.TZ = 'Pacific/Kiritimati';
});
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
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
