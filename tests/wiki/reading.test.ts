import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compareWithExpected } from './compare-expected.ts';
import { furtherPages, parsed, release, wikiFolder } from './real-wiki.ts';
import { type RunningWiki, startWiki } from './serve.ts';

/** How MediaWiki can write the same page; newer forms render as the old ones in releases before 1.43. */
const FORMS = [
  { name: 'as the release does', env: {}, query: '' },
  { name: 'with edit links', env: { MW_ANON_EDIT: '1' }, query: '' },
  ...(release() === 'bullseye'
    ? [{ name: "in Vector's second version", env: {}, query: '&useskin=vector&useskinversion=2' }]
    : [
        { name: 'with new heading markup', env: { MW_LEGACY_HEADING: '0' }, query: '' },
        { name: 'with new image markup', env: { MW_LEGACY_MEDIA: '0' }, query: '' },
        { name: "as Parsoid's HTML", env: { MW_LEGACY_HEADING: '0' }, query: '&useparsoid=1' },
        { name: 'in Vector 2022', env: {}, query: '&useskin=vector-2022' },
      ]),
];

const PAGES = [
  { title: 'Lanternfish_ideas', expected: new URL('../pages/sample.expected.json', import.meta.url).pathname },
  // Further pages bring their correct reading along, in `page/` beside the wiki's folder.
  ...furtherPages().flatMap(folder => {
    const expected = join(folder, '../../page/expected.json');
    const titles = ['Archived/GSoc_2014', 'Archived/GSoc_2014_(B)'];
    return existsSync(expected) ? titles.map(title => ({ title, expected })) : [];
  }),
];

describe.each(FORMS)('MediaWiki $name', ({ env, query }) => {
  let wiki: RunningWiki;
  beforeAll(async () => {
    wiki = await startWiki({ dir: wikiFolder(), env });
  });
  afterAll(() => wiki.stop());

  it.each(PAGES)('$title reads as a person would read it', async ({ title, expected }) => {
    const page = await parsed(wiki, `/index.php?title=${title}${query}`);
    const { page: expectedPage, ...ideas } = JSON.parse(readFileSync(expected, 'utf8'));
    // The same ideas may stand on a second page, written by another template.
    const isItsPage = expectedPage?.key.endsWith(`/${title}`);
    const result = compareWithExpected(page, isItsPage ? { page: expectedPage, ...ideas } : ideas);
    console.log(`${title}: ${result.ideas} ideas and ${result.fields} fields compared`);
    expect(result.differences).toEqual([]);
    expect(result.ideas).toBeGreaterThan(20);
  });

  it.each(PAGES)('$title has the same key and ideas in every form', async ({ title }) => {
    const page = (await parsed(wiki, `/index.php?title=${title}${query}`)) as { page: { key: string; title: string } };
    expect(page.page.key).toBe(`wiki.xenproject.org/${title}`);
  });
});
