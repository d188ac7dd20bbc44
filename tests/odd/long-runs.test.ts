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

  it.each([
    ['semicolons between marked texts', `<p><b>GSoC:</b> Yes<br><b>Verified:</b> ${'<i>a</i>;'.repeat(110_000)}</p>`],
    ['labels that are there already', `<p>GSoC: Yes; Skills Needed: ${'<i>a</i>; Verified: b'.repeat(50_000)}</p>`],
    ['markers', `<p>GSoC: Yes<br>Difficulty: Low</p><p>${ICON} ${'<b>done</b> '.repeat(90_000)}</p>`],
    ['commas in one pair of brackets', `<p>GSoC: Yes<br>Technical contact: &lt;a@${','.repeat(400_000)}</p>`],
    [
      'people',
      `<p>GSoC: Yes<br>Technical contact: ${Array.from({ length: 120_000 }, (_, at) => `b${at}@x.org`).join()}</p>`,
    ],
    ['organisations', `<p>GSoC: Yes<br>Technical contact: ${'Ada Bell, Bo &lt;lee@x.org&gt;, '.repeat(40_000)}</p>`],
  ])('a line of very many %s is read in one pass', (_, line) => {
    const reading = read(`<h4>Float</h4>${line}`);
    expect(titles(reading)).toEqual(['Float']);
    expect(reading.page.ideas[0]?.program.value).toBe('yes');
  });

  it('very many headings inside an idea that name its fields are read in one pass', () => {
    const headings = '<h5>Outcomes</h5><p>A float</p>'.repeat(40_000);
    expect(titles(read(`<h4>Float</h4><p>GSoC: Yes<br>Difficulty: Low</p>${headings}`))).toEqual(['Float']);
  });
});
