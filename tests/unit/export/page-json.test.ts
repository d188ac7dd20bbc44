// The page as JSON, and the command that writes it.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { pageToJson } from '../../../utils/export/page-json.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { assess } from '../../../utils/review/assess.ts';
import { ICON, idea, read, user } from '../page/read.ts';

const LIST = '<h2 id="New">New project ideas</h2>';
const FLOAT = idea('Float', {
  Verified: 'Not updated in 2020',
  'Technical contact': 'Odile Marsh &lt;odile@marsh.example&gt;',
  'Mailing list/forum for project': 'harbour-dev@',
  'IRC channel for project': '#harbour',
  'Skills Needed': 'C, Rope',
  Description: 'A float.',
  'Peer Review Comments': `<ul><li>${ICON} <b>${user('Wickham')} 15:24, 17 February 2014 (UTC):</b> How big?</li></ul>`,
});

describe('the JSON of a page', () => {
  it('is exactly what the format says', () => {
    const { page, warnings } = read(LIST + FLOAT);
    expect(
      JSON.parse(
        JSON.stringify(
          pageToJson(
            page,
            page.ideas.map(one => assess(one, xen)),
            warnings,
          ),
        ),
      ),
    ).toEqual({
      format: 'idea-lens/page@1',
      page: {
        key: 'wiki.xenproject.org/Small_page',
        title: 'Small page',
        url: 'https://wiki.xenproject.org/wiki/Small_page',
        revision: null,
        current: true,
      },
      lists: [{ id: 'new', heading: 'New project ideas', ideas: 1 }],
      ideas: [
        {
          key: 'float',
          anchor: 'Float',
          title: 'Float',
          list: 'new',
          area: null,
          inserted: { raw: '17/02/2014', iso: '2014-02-17', candidates: ['2014-02-17'] },
          verified: { raw: 'Not updated in 2020', iso: null },
          program: { raw: null, value: 'unknown' },
          contacts: [{ name: 'Odile Marsh', email: 'odile@marsh.example', role: 'contact' }],
          mailingList: 'harbour-dev@',
          irc: '#harbour',
          difficulty: { raw: 'Medium', min: 2, max: 2 },
          skills: { raw: 'C, Rope', items: ['C', 'Rope'] },
          description: 'A float.',
          outcomes: null,
          comments: [
            { author: 'Wickham', timestamp: '2014-02-17T15:24Z', kind: 'review', state: 'open', text: 'How big?' },
          ],
          reasons: ['list:new', 'comment:open', 'outcomes:missing', 'program:missing'],
          advisories: ['verified:never'],
        },
      ],
      warnings: [],
    });
  });
});

describe('the parse command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'idea-lens-parse-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const save = (name: string, html: string) => {
    writeFileSync(join(folder, name), html);
    return join(folder, name);
  };
  const tool = fileURLToPath(new URL('../../tools/parse.ts', import.meta.url));
  const run = (...words: string[]) => spawnSync(process.execPath, [tool, ...words], { encoding: 'utf8' });
  const URL_OF_PAGE = 'https://wiki.xenproject.org/wiki/Small_page';

  it('writes JSON to stdout and warnings to stderr, and runs no script of the page', () => {
    const script = `<script>document.querySelector('h4').textContent = 'run'</script>`;
    const file = save(
      'ideas.html',
      `<div class="mw-parser-output">${LIST}${FLOAT}${idea('Rope', { Difficulty: 'Spicy' })}</div>${script}`,
    );
    const { status, stdout, stderr } = run(file, '--url', URL_OF_PAGE);
    expect(status).toBe(0);
    expect(JSON.parse(stdout).ideas.map((one: { title: string }) => one.title)).toEqual(['Float', 'Rope']);
    expect(stderr).toContain('value-not-understood');
  });

  it('ends with 0 when the page holds no ideas', () => {
    const { status, stdout, stderr } = run('--url', URL_OF_PAGE, save('none.html', '<p>Nothing.</p>'));
    expect(status).toBe(0);
    expect(JSON.parse(stdout).ideas).toEqual([]);
    expect(stderr).toContain('no-ideas');
  });

  it('ends with 2 and says how it is called when it is called wrongly', () => {
    const file = save('page.html', '<p>x</p>');
    const calls = [
      [],
      [file],
      [file, '--url'],
      [file, '--url', 'no address'],
      [file, '--url', 'https://elsewhere.example/wiki/X'],
      ['--url', URL_OF_PAGE],
      [file, file, '--url', URL_OF_PAGE],
      [join(folder, 'missing.html'), '--url', URL_OF_PAGE],
      [file, '--what', '--url', URL_OF_PAGE],
    ];
    for (const words of calls) {
      const { status, stdout, stderr } = run(...words);
      expect([words, status, stdout]).toEqual([words, 2, '']);
      expect(stderr).toContain('usage: npm run --silent parse -- FILE.html --url URL');
    }
  });
});
