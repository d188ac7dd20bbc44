// Which view of a page it is, and what the page is called.
import { JSDOM } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { parsePage } from '../../../utils/page/parse-page.ts';
import { readWikiView } from '../../../utils/page/wiki-view.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { idea } from './read.ts';

interface Sample {
  readonly bodyClass?: string;
  readonly config?: string;
  readonly before?: string;
  readonly after?: string;
  readonly url?: string;
}

const CONFIG =
  '"wgPageName":"Harbour_ideas","wgCurRevisionId":15,"wgRevisionId":15,"wgArticleId":11,"wgIsArticle":true,"wgAction":"view"';
const content = `<div class="mw-parser-output"><h2>New project ideas</h2>${idea('Float')}</div>`;

function documentOf({
  bodyClass = 'mediawiki ns-0 action-view',
  config = CONFIG,
  before = '',
  after = '',
}: Sample): Document {
  const script = config === '' ? '' : `<script>RLCONF={${config}};</script>`;
  return new JSDOM(`${script}<body class="${bodyClass}"><div id="content">${before}${content}${after}</div></body>`)
    .window.document;
}

const read = (sample: Sample) =>
  parsePage(documentOf(sample), { url: sample.url ?? 'https://wiki.xenproject.org/wiki/X', profile: xen });

describe('the lens reads', () => {
  it('a page that is read', () => {
    expect(read({}).page).toMatchObject({
      key: 'wiki.xenproject.org/Harbour_ideas',
      title: 'Harbour ideas',
      revision: 15,
      current: true,
    });
    expect(read({}).page.ideas).toHaveLength(1);
  });
  it('an old revision, and says that it is one', () => {
    const old = read({ config: CONFIG.replace('"wgRevisionId":15', '"wgRevisionId":9') });
    expect(old.page).toMatchObject({ revision: 9, current: false, ideas: [{ title: 'Float' }] });
  });
  it('configuration as older releases write it', () => {
    expect(readWikiView(documentOf({ config: CONFIG.replace('true', '!0') })).kind).toBe('read');
    expect(readWikiView(documentOf({ config: CONFIG.replace('true', '!1') })).kind).toBe('other');
  });
  it('a saved page without configuration, and a piece of HTML', () => {
    const footer =
      '<div class="printfooter"><a href="https://wiki.xenproject.org/index.php?title=Harbour_ideas&oldid=12">x</a></div>';
    expect(read({ config: '', after: footer }).page).toMatchObject({
      key: 'wiki.xenproject.org/Harbour_ideas',
      revision: 12,
      current: true,
    });
    const piece = parsePage(new JSDOM(content).window.document, {
      url: 'https://wiki.xenproject.org/wiki/Y',
      profile: xen,
    });
    expect(piece.page).toMatchObject({ key: 'wiki.xenproject.org/Y', revision: null, current: true });
    expect(piece.page.ideas).toHaveLength(1);
  });
  it('HTML of the REST interface, whose body is the content', () => {
    const html = `<html about="https://w.example/wiki/Special:Redirect/revision/15"><head><link rel="dc:isVersionOf" href="//w.example/wiki/Harbour%20ideas"></head><body class="mediawiki mw-parser-output"><h2>Ideas</h2>${idea('Float')}</body></html>`;
    const reading = parsePage(new JSDOM(html).window.document, {
      url: 'https://wiki.xenproject.org/rest.php/v1/page/X/html',
      profile: xen,
    });
    expect(reading.page).toMatchObject({
      key: 'wiki.xenproject.org/Harbour_ideas',
      revision: 15,
      ideas: [{ title: 'Float' }],
    });
  });
  it('a page on which somebody wrote a table that is called like a difference', () => {
    expect(
      read({ before: '<div class="mw-parser-output"><table class="diff"></table></div>' }).page.ideas,
    ).toHaveLength(1);
  });
});

describe('the lens stays away from', () => {
  const others: Readonly<Record<string, Sample>> = {
    'an edit': { bodyClass: 'action-edit' },
    'a preview': {
      bodyClass: 'action-submit',
      before: '<div id="wikiPreview"><div class="mw-parser-output"></div></div>',
    },
    'a history': { bodyClass: 'action-history' },
    'a special page': { bodyClass: 'ns--1 mw-special-RecentChanges action-view', config: '' },
    'a difference, by its configuration': { config: `${CONFIG},"wgDiffOldId":14,"wgDiffNewId":15` },
    'a difference, by its table': { config: '', before: '<table class="diff"></table>' },
    'a page that does not exist': { config: CONFIG.replace('"wgArticleId":11', '"wgArticleId":0') },
    'a page that is no article': { config: CONFIG.replace('true', 'false') },
  };
  for (const [name, sample] of Object.entries(others)) {
    it(name, () => {
      const reading = read(sample);
      expect(reading.page.ideas).toEqual([]);
      expect(reading.regions).toMatchObject({ root: null, start: null, groups: [] });
      expect(reading.warnings.map(warning => warning.code)).toEqual(['not-a-read-view']);
    });
  }
});

describe('the key of a page', () => {
  it('is the same for every address', () => {
    const addresses = [
      'https://wiki.xenproject.org/wiki/Harbour_ideas',
      'http://wiki.xenproject.org/index.php?title=Harbour%20ideas&oldid=3',
      'https://WIKI.xenproject.org/index.php/Harbour_ideas#x',
      'https://wiki.xenproject.org/?title=Harbour_ideas',
    ];
    for (const url of addresses) {
      expect(read({ url }).page.key).toBe('wiki.xenproject.org/Harbour_ideas');
      expect(read({ url, config: '' }).page.key).toBe('wiki.xenproject.org/Harbour_ideas');
    }
  });
  it('is that of the page itself where the address is a redirect', () => {
    expect(read({ url: 'https://wiki.xenproject.org/wiki/Ideas' }).page.key).toBe('wiki.xenproject.org/Harbour_ideas');
  });
  it('keeps the name as it is written, with escapes undone', () => {
    const config = CONFIG.replace('Harbour_ideas', 'K\\u00fcste/\\"Ideen\\"');
    expect(read({ config }).page.title).toBe('Küste/"Ideen"');
    expect(read({ config: '', url: 'https://wiki.xenproject.org/wiki/K%C3%BCste/100%' }).page.title).toBe(
      'Küste/100%'.replace('Küste', 'K%C3%BCste'),
    );
  });
  it('is given for a string that is no address', () => {
    expect(read({ url: 'no address', config: '' }).page.key).toBe('/');
  });
});
