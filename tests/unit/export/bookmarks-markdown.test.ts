import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bookmarksToMarkdown, type MarkdownWords } from '../../../utils/export/bookmarks-markdown.ts';
import type { Bookmark } from '../../../utils/model/bookmark.ts';
import { pageKey } from '../../../utils/model/key.ts';
import { draftOf, HOST } from '../messaging/samples.ts';

const words: MarkdownWords = {
  title: 'Bookmarks',
  contacts: names => `Contact: ${names}`,
  bookmarked: createdAt => `Bookmarked ${createdAt.slice(0, 10)}`,
};

function bookmarkOf(title: string, over: Partial<Bookmark> = {}): Bookmark {
  return { ...draftOf(title), createdAt: '2021-05-04T10:00:00.000Z', ...over };
}

const itemsOf = (text: string) => text.split('\n').filter(line => line !== '' && !line.startsWith('#'));

describe('bookmarks as Markdown', () => {
  it('stand under their page, newest first, each a link with contacts and date', () => {
    const other = {
      page: pageKey('lab.example.net', 'Ideas'),
      pageTitle: 'Ideas',
      url: 'https://lab.example.net/Ideas',
    };
    const bookmarks = [
      bookmarkOf('Faster boot'),
      bookmarkOf('Warm paint', { ...other, anchor: null, contacts: [], createdAt: '2021-05-06T10:00:00.000Z' }),
      bookmarkOf('Quieter fans', {
        createdAt: '2021-05-05T10:00:00.000Z',
        contacts: [
          { name: 'Ada_Sample', email: null, role: 'mentor' },
          { name: null, email: 'bo@example.org', role: 'contact' },
          { name: null, email: null, role: 'contact' },
        ],
      }),
    ];
    expect(bookmarksToMarkdown(bookmarks, words)).toBe(`# Bookmarks

## Ideas · lab.example.net

- [Warm paint](https://lab.example.net/Ideas) · Bookmarked 2021-05-06

## Summer ideas · wiki.example.org

- [Quieter fans](https://${HOST}/wiki/Summer_ideas#Quieter_fans) · Contact: Ada\\_Sample, bo@example.org · Bookmarked 2021-05-05
- [Faster boot](https://${HOST}/wiki/Summer_ideas#Faster_boot) · Contact: Ada Sample (ada@example.org) · Bookmarked 2021-05-04
`);
  });

  it('of the same moment stand in one order, however they came', () => {
    const some = ['C', 'A', 'B'].map(title => bookmarkOf(title));
    expect(bookmarksToMarkdown(some, words)).toBe(bookmarksToMarkdown(some.toReversed(), words));
  });

  it('are a heading alone when there are none', () => {
    expect(bookmarksToMarkdown([], words)).toBe('# Bookmarks\n');
  });

  it.each([
    ['](javascript:alert(1)) x', '\\](javascript:alert(1)) x'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)&gt;'],
    ['a\n\n# b\r\n- c\u2028d', 'a \\# b - c d'],
    ['`x` **y** ~~z~~ $m$', '\\`x\\` \\*\\*y\\*\\* \\~\\~z\\~\\~ \\$m\\$'],
    ['back\\', 'back\\\\'],
    ['&lt;b&gt;', '&amp;lt;b&amp;gt;'],
    ['\u202Enwod\u2066 side\u200F up', 'nwod side up'],
    ['see https://evil.example and www.evil.example', 'see https\\://evil.example and www\\.evil.example'],
  ])('keep the title %j text', (title, written) => {
    const [item] = itemsOf(bookmarksToMarkdown([bookmarkOf(title, { anchor: null })], words));
    expect(item?.startsWith(`- [${written}](https://${HOST}/wiki/Summer_ideas) · `)).toBe(true);
  });

  it.each([
    ['john_doe@example.org', 'john_doe@example.org'],
    ['_doe@example.org', '\\_doe\\@example.org'],
    ['john__doe@example.org', 'john\\_\\_doe\\@example.org'],
    ['john*doe@example.org', 'john\\*doe\\@example.org'],
  ])('write the address %j so that no reader makes a link to a part of it', (email, written) => {
    const contacts = [{ name: null, email, role: 'mentor' }] as const;
    const [item] = itemsOf(bookmarksToMarkdown([bookmarkOf('T', { contacts })], words));
    expect(item).toContain(` · Contact: ${written} · `);
  });

  it('write no link to anything but a web address', () => {
    const text = bookmarksToMarkdown([bookmarkOf('Faster boot', { url: 'javascript:alert(1)' })], words);
    expect(itemsOf(text)).toEqual(['- Faster boot · Contact: Ada Sample (ada@example.org) · Bookmarked 2021-05-04']);
  });

  it.each([
    ['an anchor', { anchor: 'a) <b> [c]' }],
    ['a query', { url: `https://${HOST}/index.php?title=A&copy;=(b)[c]\\d\`e` }],
  ])('keep %s inside the link', (_what, over) => {
    const [item] = itemsOf(bookmarksToMarkdown([bookmarkOf('T', over)], words));
    expect(item).toMatch(/^- \[T\]\((?:\\[()[\]\\]|[^()[\]\\<>\s])+\) · /u);
    expect(item?.replaceAll('&amp;', '')).not.toContain('&');
  });

  it('any title, name and page stays inside its one list item, and none makes markup', () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({
        unit: fc.constantFrom(...'[]()<>\\`*\n\r&!#x _@'),
      }),
    );
    const one = fc.record({ title: hostile, pageTitle: hostile, name: hostile, anchor: fc.option(hostile) });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 3 }), given => {
        const text = bookmarksToMarkdown(
          given.map(({ name, ...over }) =>
            bookmarkOf('T', { ...over, contacts: [{ name, email: null, role: 'mentor' }] }),
          ),
          words,
        );
        const lines = text.split(/[\n\r\u2028\u2029]/u).filter(line => line !== '');
        const items = lines.filter(line => line.startsWith('- '));
        expect(items).toHaveLength(given.length);
        // The file's heading, the page's, and the items: nothing began a line of its own.
        expect(lines).toHaveLength(given.length + 2);
        expect(text).not.toMatch(/[<>]/u);
        for (const item of items) {
          const bare = item.replaceAll(/\\[!-/:-@[-`{-~]/gu, 'e');
          expect(bare.match(/[[\]]/gu)).toEqual(['[', ']']);
          expect(bare).toMatch(/^- \[[^[\]]+\]\([^()[\]\s]+\) · /u);
          expect(bare).not.toContain('`');
          expect(bare.slice(0, bare.indexOf('](')) + bare.slice(bare.indexOf(') · '))).not.toContain('*');
        }
      }),
      { numRuns: 500 },
    );
  });
});
