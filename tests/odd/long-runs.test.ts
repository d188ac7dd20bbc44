import { describe, expect, it } from 'vitest';
import { codes, ICON, read, titles } from '../unit/page/read.ts';

describe('reading', () => {
  // Each takes milliseconds where a text is gone through once, and minutes where it is gone through once for each character.
  it.each([
    '.',
    '-',
    '—',
    '“.”',
    '(',
    '<',
    '@',
    'a',
    'a@',
    ' - ',
    'e.g. A ',
    '10:00, 3 March 2014 (UTC) ',
    '<i> </i>',
    '<b>x</b> y ',
  ])('a long run of %j is read in one pass wherever it stands', piece => {
    const text = piece.startsWith('<i') || piece.startsWith('<b') ? piece : piece.replaceAll('<', '&lt;');
    const run = `x y z w ${text.repeat(200_000 / piece.length)} v`;
    const fields = ['Technical contact', 'Skills Needed', 'Date of insert', 'Difficulty', 'Description'];
    const lines = fields.map(label => `<p>${label}: ${run}</p>`).join('');
    const comments = `<p>${ICON} ${run}</p><p>${ICON} <b>${run}</b> w 10:00, 3 March 2014 (UTC)</p>`;
    const reading = read(`<h4>Float</h4>${lines}${comments}`);
    expect(titles(reading)).toEqual(['Float']);
    expect(reading.page.ideas[0]?.comments).toHaveLength(2);
    expect(codes(reading)).not.toContain('no-ideas');
  });
});
