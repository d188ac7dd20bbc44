/**
 * Filtering and sorting hide and move ideas, but hurt nothing that lives in them: the keyboard's place, marked text, what was typed,
 * opened, scrolled, what plays. Asked for by the address, as back and forward do it, so that the focus stays where it is.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_QUERY, type Query } from '../../utils/model/query.ts';
import { writeHash } from '../../utils/query/hash.ts';
import { type LensPage, lensOn } from './lens-page.ts';
import { type Alive, bringToLife, lookAtLife, silence } from './living-things.ts';
import { type Opened, openSample, SAMPLE } from './sample.ts';

const SORTED: Query['sort'] = { key: 'title', direction: 'descending', sections: false };
/** What is asked for one after another; the ideas with living things match the word. */
const ASKED: readonly { readonly query: Partial<Query>; readonly shown: number }[] = [
  { query: { text: 'survivors' }, shown: 2 },
  { query: { text: 'survivors', sort: SORTED }, shown: 2 },
  { query: { sort: SORTED }, shown: 31 },
  { query: { sort: { ...SORTED, sections: true } }, shown: 31 },
  { query: { text: 'survivors', sort: { ...SORTED, sections: true } }, shown: 2 },
  { query: {}, shown: 31 },
];
const TITLES = ['Fog horn that listens first', 'Moon phase sanity check'];
const SOUND = silence();

let opened: Opened;
let lens: LensPage;
/** Ideas side by side, and in sections of their own. */
describe.each(['1.39-vector', '1.43-parsoid'])('on %s', folder => {
  beforeAll(async () => {
    opened = await openSample(folder, { arguments: ['--autoplay-policy=no-user-gesture-required'] });
  });
  afterEach(() => lens.page.close());
  afterAll(() => opened.browser.close());

  /** The sample with living things, which are there before the lens comes. */
  async function open(): Promise<Alive[]> {
    await opened.storeSwitch(false);
    const page = await opened.open(SAMPLE);
    await page.evaluate(bringToLife, { titles: TITLES, sound: SOUND });
    await opened.storeSwitch(true);
    lens = await lensOn(page);
    return page.evaluate(lookAtLife);
  }

  async function ask(query: Partial<Query>, shown: number): Promise<void> {
    const hash = writeHash({ ...EMPTY_QUERY, ...query }, null) || '#ideas:';
    await lens.page.evaluate(wanted => {
      location.hash = wanted;
    }, hash);
    await lens.says(`${shown} of 31 ideas`);
    await expect.poll(async () => (await lens.titles()).length).toBe(shown);
    const { key, sections } = query.sort ?? EMPTY_QUERY.sort;
    const sorted = key !== 'page' && !sections;
    await expect.poll(() => lens.page.locator('idea-lens-list').count()).toBe(sorted ? 1 : 0);
  }

  async function off(): Promise<void> {
    await opened.storeSwitch(false);
    await lens.bar.waitFor({ state: 'detached' });
  }

  it('what was typed, opened, scrolled and what plays in ideas that go on showing survives all of it', async () => {
    const before = await open();
    expect(before.map(({ playing }) => playing)).toEqual([
      [true, true],
      [true, true],
    ]);
    for (const { query, shown } of ASKED) {
      await ask(query, shown);
      expect(await lens.page.evaluate(lookAtLife), JSON.stringify(query)).toEqual(before);
    }
    await ask({ sort: SORTED }, 31);
    await off();
    expect(await lens.page.evaluate(lookAtLife)).toEqual(before);
  });

  it('hidden and shown again, too', async () => {
    const before = await open();
    for (const sort of [EMPTY_QUERY.sort, SORTED]) {
      await ask({ text: 'zeppelin', sort }, 0);
      await ask({ sort }, 31);
      expect(await lens.page.evaluate(lookAtLife)).toEqual(before);
    }
    await ask({ text: 'zeppelin' }, 0);
    await off();
    expect(await lens.page.evaluate(lookAtLife)).toEqual(before);
  });

  it('the keyboard stays in a field of an idea that goes on showing, its caret where it was', async () => {
    await open();
    await lens.page.locator('.alive-field').first().click();
    await lens.page.keyboard.type('X');
    await lens.page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      field.setSelectionRange(2, 5, 'backward');
      Object.assign(globalThis, { field });
    });
    const at = () =>
      lens.page.evaluate(() => {
        const { field } = globalThis as unknown as { field: HTMLInputElement };
        const { selectionStart, selectionEnd, selectionDirection } = field;
        return {
          focused: document.activeElement === field,
          marked: [selectionStart, selectionEnd, selectionDirection],
          value: field.value,
        };
      });
    const before = await at();
    expect(before).toMatchObject({ focused: true, marked: [2, 5, 'backward'] });
    for (const { query, shown } of ASKED) {
      await ask(query, shown);
      expect(await at(), JSON.stringify(query)).toEqual(before);
    }
    await off();
    expect(await at()).toEqual(before);
    await lens.page.keyboard.type('Y');
    expect((await at()).value).toBe(`${before.value.slice(0, 2)}Y${before.value.slice(5)}`);
  });

  it.each([
    ['within one idea', 0],
    ['from one idea to another', 1],
    ['backwards', -1],
  ])('marked text stays marked %s', async (_where, way) => {
    await open();
    const mark = (way: number) => {
      const words = [...document.querySelectorAll('.alive-words')].map(each => each.firstChild as Text);
      const [from, to] = way < 0 ? [words[1], words[0]] : [words[0], words[way]];
      const [start, end] = way === 0 ? [2, 9] : [3, 12];
      if (from && to) document.getSelection()?.setBaseAndExtent(from, start, to, end);
      Object.assign(globalThis, { ends: [from, start, to, end] });
    };
    const holds = () => {
      const { ends } = globalThis as unknown as { ends: unknown[] };
      const selection = document.getSelection();
      const { anchorNode, anchorOffset, focusNode, focusOffset } = selection ?? {};
      return [anchorNode, anchorOffset, focusNode, focusOffset].every((each, at) => each === ends[at]);
    };
    await lens.page.evaluate(mark, way);
    expect(await lens.page.evaluate(holds)).toBe(true);
    for (const { query, shown } of ASKED) {
      await ask(query, shown);
      expect(await lens.page.evaluate(holds), JSON.stringify(query)).toBe(true);
    }
    await off();
    expect(await lens.page.evaluate(holds)).toBe(true);
  });
});
