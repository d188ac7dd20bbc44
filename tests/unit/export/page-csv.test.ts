import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { pageToCsv } from '../../../utils/export/page-csv.ts';
import type { AssessedIdea } from '../../../utils/model/idea.ts';
import { pageKey } from '../../../utils/model/key.ts';
import type { Page } from '../../../utils/model/page.ts';
import { idea } from '../query/sample.ts';

const page: Page = {
  key: pageKey('wiki.example.org', 'Summer ideas'),
  title: 'Summer ideas',
  url: 'https://wiki.example.org/wiki/Summer_ideas',
  revision: 12,
  current: true,
  lists: [{ id: 'reviewed', heading: 'Peer reviewed', ideas: 1 }],
  ideas: [],
};

/** The rows as a spreadsheet reads them, by column name. */
function read(ideas: readonly AssessedIdea[]): Record<string, string>[] {
  const { data, errors, meta } = Papa.parse<Record<string, string>>(pageToCsv(page, ideas), { header: true });
  expect({ errors, delimiter: meta.delimiter }).toEqual({ errors: [], delimiter: ',' });
  return data;
}

const full = idea({
  title: 'A "quiet" kettle, boiled',
  anchor: 'Kettle',
  area: 'Kitchen',
  inserted: { raw: '01/02/2014', iso: null, candidates: ['2014-01-02', '2014-02-01'] },
  verified: { raw: 'Not updated in 2020', iso: null, candidates: [] },
  program: { raw: 'Yes', value: 'yes' },
  contacts: [
    { name: 'Ada Sample', email: 'ada@example.org', role: 'mentor' },
    { name: 'Bo', email: null, role: 'student' },
  ],
  mailingList: 'kettle-dev@',
  irc: '#kettle',
  difficulty: { raw: 'Low-Medium', min: 1, max: 2 },
  skills: { raw: 'C, steam', items: ['C', 'steam'], form: 'list' },
  description: 'It must not whistle.\nEver.',
  outcomes: 'Silence.',
  comments: [
    {
      id: 'one',
      author: 'Wickham',
      timestamp: '2014-02-17T15:24Z',
      kind: 'review',
      state: 'open',
      text: 'How?',
      misplaced: false,
    },
    { id: 'two', author: null, timestamp: null, kind: 'interest', state: 'open', text: 'Me!', misplaced: false },
  ],
  reasons: ['comment:open'],
  advisories: ['date:ambiguous', 'verified:never'],
});

describe('a page as CSV', () => {
  it('has a column for each value of the JSON, one row an idea', () => {
    expect(read([full])).toEqual([
      {
        'page.key': 'wiki.example.org/Summer_ideas',
        'page.title': 'Summer ideas',
        'page.url': 'https://wiki.example.org/wiki/Summer_ideas',
        'page.revision': '12',
        'page.current': 'true',
        key: 'a "quiet" kettle, boiled',
        anchor: 'Kettle',
        title: 'A "quiet" kettle, boiled',
        list: 'reviewed',
        'list.heading': 'Peer reviewed',
        area: 'Kitchen',
        'inserted.raw': '01/02/2014',
        'inserted.iso': '',
        'inserted.candidates': '2014-01-02; 2014-02-01',
        'verified.raw': 'Not updated in 2020',
        'verified.iso': '',
        'program.raw': 'Yes',
        'program.value': 'yes',
        contacts: 'Ada Sample <ada@example.org> (mentor); Bo (student)',
        mailingList: 'kettle-dev@',
        irc: '#kettle',
        'difficulty.raw': 'Low-Medium',
        'difficulty.min': '1',
        'difficulty.max': '2',
        'skills.raw': 'C, steam',
        'skills.items': 'C; steam',
        description: 'It must not whistle.\nEver.',
        outcomes: 'Silence.',
        comments: '2014-02-17T15:24Z Wickham (review, open): How?; (interest, open): Me!',
        reasons: 'comment:open',
        advisories: 'date:ambiguous; verified:never',
      },
    ]);
  });

  it('is its header row alone for a page without ideas', () => {
    expect(pageToCsv(page, []).split('\r\n')).toHaveLength(1);
    expect(read([])).toEqual([]);
  });

  it('opens with a byte order mark, ends its lines with CR LF and doubles quotes, as RFC 4180 says', () => {
    const text = pageToCsv(page, [full, full]);
    expect(text.startsWith('\uFEFF"page.key","page.title",')).toBe(true);
    expect(text.split('\r\n')).toHaveLength(3);
    expect(text).toContain('"A ""quiet"" kettle, boiled"');
  });

  it.each([
    '=HYPERLINK("https://evil.example";"x")',
    '+1',
    '-2+3',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '=1\n+2',
    '＝1',
  ])('makes %j text, not a formula', title => {
    expect(read([idea({ title })])[0]?.title).toBe(`'${title}`);
  });

  it('quotes what falls apart where the semicolon is the separator', () => {
    expect(pageToCsv(page, [idea({ title: 'a;=1' })])).toContain(',"a;=1",');
  });

  it('gives every cell back when it is read again, but for the mark before a formula', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\t', '=', '-', "'", 'x', ' ', '\uFEFF') }),
    );
    const ideas = fc.array(
      fc.record({ title: text, area: text, description: text, items: fc.array(text, { maxLength: 3 }) }),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(ideas, given => {
        const rows = read(
          given.map(({ items, ...one }) => idea({ ...one, skills: { raw: null, items, form: 'list' } })),
        );
        expect(rows).toHaveLength(given.length);
        for (const [at, { title, area, description, items }] of given.entries()) {
          const row = rows[at];
          expect([row?.title, row?.area, row?.description, row?.['skills.items']].map(unguarded)).toEqual(
            [title, area, description, items.join('; ')].map(unguarded),
          );
          expect(Object.values(row ?? {}).filter(cell => /^[=+\-@\t\r\n]/u.test(cell))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});

/** Without the mark before a formula. */
function unguarded(cell: string | undefined): string | undefined {
  return cell?.replace(/^'(?=[=+\-@\t\r\n＝＋－＠])/u, '');
}
