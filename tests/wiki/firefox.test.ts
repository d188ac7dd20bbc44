import { existsSync, readFileSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isAsRemembered, remember } from '../e2e/lens-page.ts';
import { lensOn } from '../firefox/lens-page.ts';
import { describeInFirefox, isOff, openStage, type Stage } from '../firefox/stage.ts';
import type { SavedAnswer } from '../pages/serve-saved.ts';
import { compareWithExpected } from './compare-expected.ts';
import { furtherPages, HOST, wikiFolder } from './real-wiki.ts';
import { scriptsAreDone } from './scripts-are-done.ts';
import { type RunningWiki, startWiki } from './serve.ts';

const LONG = { timeout: 20_000 };

const PAGES = [
  { title: 'Lanternfish_ideas', expected: new URL('../pages/sample.expected.json', import.meta.url).pathname },
  ...furtherPages().flatMap(folder => {
    const expected = join(folder, '../../page/expected.json');
    return existsSync(expected) ? [{ title: 'Archived/GSoc_2014', expected }] : [];
  }),
];

describeInFirefox('a real MediaWiki in Firefox', () => {
  let wiki: RunningWiki;
  let stage: Stage;
  beforeAll(async () => {
    wiki = await startWiki({ dir: wikiFolder(), env: { MW_SERVER: HOST } });
    stage = await openStage({ answerTo: forward });
  });
  afterAll(async () => {
    await stage.close();
    await wiki.stop();
  });

  async function forward({ host, pathname, search, protocol }: URL): Promise<SavedAnswer> {
    if (`https://${host}` !== HOST) return { status: 404, type: 'text/plain', body: 'Another site' };
    const answer = await fetch(wiki.url + pathname + search, {
      headers: { 'x-forwarded-proto': protocol.replace(':', '') },
    });
    const type = answer.headers.get('content-type') ?? 'application/octet-stream';
    return { status: answer.status, type, body: Buffer.from(await answer.arrayBuffer()) };
  }

  it.each(PAGES)('$title arrives, reads as a person would read it, and comes back node for node', async page => {
    const { ideas } = JSON.parse(readFileSync(page.expected, 'utf8'));
    await stage.storeSwitch(false);
    const tab = await stage.open(`${HOST}/wiki/${page.title}`);
    await expect.poll(() => tab.evaluate(() => document.readyState), LONG).toBe('complete');
    // The wiki's own scripts change the page, too: this is how it is when they are done.
    await expect.poll(() => tab.evaluate(scriptsAreDone), LONG).toBe(true);
    await remember(tab);
    await stage.storeSwitch(true);
    const lens = await lensOn(tab);
    expect(await lens.status()).toBe(`${ideas.length} of ${ideas.length} ideas`);
    expect(await lens.titles()).toEqual(ideas.map((idea: { title: string }) => idea.title));

    await lens.more('Save the page as JSON');
    const { downloads } = stage.firefox;
    const saved = async () => {
      const names = (await readdir(downloads)).filter(each => each.endsWith('.json'));
      const texts = await Promise.all(names.map(name => readFile(join(downloads, name), 'utf8')));
      return texts.find(text => text.includes(JSON.stringify(ideas[0].title)) && text.endsWith('}\n')) ?? '';
    };
    await expect.poll(saved, LONG).not.toBe('');
    expect(compareWithExpected(JSON.parse(await saved()), { ideas }).differences).toEqual([]);

    await lens.choose('Needs review');
    await lens.sort('Title');
    await stage.storeSwitch(false);
    await isOff(tab);
    // Vector's own script folds its tabs when it has measured them, which takes as long as it takes.
    await isAsRemembered(tab, ['collapsible']);
    await tab.close();
  });
});
