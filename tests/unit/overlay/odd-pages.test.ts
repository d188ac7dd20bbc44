// Found by the generated pages of tests/odd: pages on which the lens has failed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_QUERY } from '../../../utils/model/query.ts';
import { parsePage } from '../../../utils/page/parse-page.ts';
import { xen } from '../../../utils/profile/xen.ts';
import { runQuery } from '../../../utils/query/run-query.ts';
import { assess } from '../../../utils/review/assess.ts';
import { restoreOdd } from '../../odd/downstream.ts';
import { openStage, type Stage } from '../../odd/stage.ts';

let stage: Stage;
beforeAll(() => {
  stage = openStage();
});
afterAll(() => stage.close());

const fields = '<p>Difficulty: Low<br>GSoC: Yes</p>';

/** Shows the page hidden but for one idea, sorted, and off again. */
async function filterAndSort(content: string, change: (document: Document) => void = () => undefined): Promise<number> {
  const document = stage.showText(`<body><div class="mw-parser-output">${content}</div></body>`);
  change(document);
  const reading = parsePage(document, { url: 'https://wiki.xenproject.org/wiki/Odd', profile: xen });
  const ideas = reading.page.ideas.map(idea => assess(idea, xen));
  const context = { bookmarks: new Set<never>(), lists: reading.page.lists, locale: 'en' };
  const sort = { key: 'title', direction: 'descending', sections: false } as const;
  const views = [{ text: 'rope' }, { sort }, { sort, text: 'rope' }, {}].map(each =>
    runQuery(ideas, { ...EMPTY_QUERY, ...each }, context),
  );
  await restoreOdd(document, reading, ideas, views);
  return ideas.length;
}

describe('the lens filters, sorts and goes without a trace', () => {
  it('on a page that begins with an idea', async () => {
    expect(await filterAndSort(`<h4>Float</h4>${fields}<h4>Rope</h4>${fields}`)).toBe(2);
    expect(await filterAndSort(`<div><h4>Rope</h4>${fields}</div>`)).toBe(1);
  });

  it('on a page with half a character in the id of a heading', async () => {
    const spoil = (document: Document) => document.querySelector('h4')?.setAttribute('id', 'half \ud83d');
    expect(await filterAndSort(`<h2>New project ideas</h2><h4>Float</h4>${fields}<h4>Rope</h4>${fields}`, spoil)).toBe(
      2,
    );
  });
});
