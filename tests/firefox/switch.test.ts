import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { isAsRemembered, remember } from '../e2e/lens-page.ts';
import { pressCommand } from './browser-itself.ts';
import { type LensPage, lensOn } from './lens-page.ts';
import { describeInFirefox, isOff, openStage, type Stage } from './stage.ts';

let stage: Stage;

describeInFirefox('the switch in Firefox', () => {
  beforeAll(async () => {
    stage = await openStage();
  });
  afterEach(async () => {
    await stage.closePages();
    await stage.storeSwitch(true);
  });

  /** A page with the lens, remembered as it was without it. */
  async function openRemembered(): Promise<LensPage> {
    await stage.storeSwitch(false);
    const page = await stage.open();
    await remember(page);
    await stage.storeSwitch(true);
    return lensOn(page);
  }

  const top = ({ page }: LensPage, anchor: string) =>
    page.evaluate(id => document.getElementById(id)?.getBoundingClientRect().top ?? Number.NaN, anchor);

  it('off gives back every byte and every node, whatever was active; on again shows it again', async () => {
    const lens = await openRemembered();
    await lens.search('gauge');
    await lens.tick('Difficulty', /^Medium/u);
    await lens.sort('Title', 'Descending');
    const titles = await lens.titles();
    await lens.click('switch', 'Idea Lens');
    await isOff(lens.page);
    await stage.storedOff();
    await isAsRemembered(lens.page);
    expect(await lens.page.evaluate(() => [...CSS.highlights.keys()])).toEqual([]);
    expect(await lens.page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await stage.storeSwitch(true);
    const again = await lensOn(lens.page);
    await expect.poll(() => again.titles()).toEqual(titles);
    await again.click('button', 'Clear all');
    await again.search('zeppelin');
    await again.says('0 of 31 ideas');
    await stage.storeSwitch(false);
    await isOff(lens.page);
    await isAsRemembered(lens.page);
  });

  it('off gives back all after a look at what find in page or a link had shown', async () => {
    const lens = await openRemembered();
    await lens.choose('Good first ideas');
    await lens.says('16 of 31 ideas');
    const hidden = await lens.page.evaluate(
      () => document.querySelector('section[hidden] [data-idea-lens-idea] .mw-headline')?.id ?? '',
    );
    await lens.page.evaluate(id => document.querySelector<HTMLElement>(`.toc a[href="#${id}"]`)?.click(), hidden);
    await expect.poll(async () => (await lens.titles()).length).toBe(17);
    await stage.storeSwitch(false);
    await isOff(lens.page);
    await isAsRemembered(lens.page);
  });

  it('is followed by the other tabs, off and on', async () => {
    const one = await stage.openLens();
    const two = await stage.openLens();
    await one.page.bringToFront();
    await one.click('switch', 'Idea Lens');
    await isOff(one.page);
    await isOff(two.page);
    await stage.storedOff();
    await stage.storeSwitch(true);
    await lensOn(one.page);
    await lensOn(two.page);
  });

  it('turned off, a page that is opened then is not touched', async () => {
    await stage.storeSwitch(false);
    const page = await stage.open();
    expect(
      await page.evaluate(
        () => document.querySelectorAll('[data-idea-lens-idea], idea-lens-toolbar, idea-lens-idea').length,
      ),
    ).toBe(0);
  });

  it('keeps the idea in view where it is', async () => {
    const lens = await stage.openLens();
    await lens.page.evaluate(() =>
      document.getElementById('Horn_schedule_editor')?.scrollIntoView({ block: 'center' }),
    );
    const before = await top(lens, 'Horn_schedule_editor');
    await lens.click('switch', 'Idea Lens');
    await isOff(lens.page);
    await stage.storedOff();
    expect(Math.abs((await top(lens, 'Horn_schedule_editor')) - before)).toBeLessThanOrEqual(2);
  });

  it('is a keyboard command of the browser, too', async () => {
    const lens = await stage.openLens();
    await lens.page.bringToFront();
    await pressCommand(stage.firefox, 'toggle-lens');
    await isOff(lens.page);
    await stage.storedOff();
    await pressCommand(stage.firefox, 'toggle-lens');
    await lensOn(lens.page);
  });
});

describeInFirefox('what a reader has under hand, in Firefox,', () => {
  let lens: LensPage;
  beforeAll(async () => {
    lens = await stage.openLens();
    // As a gadget of the wiki would: things with a state of their own inside an idea.
    await lens.page.evaluate(() => {
      const table = document.getElementById('Horn_schedule_editor')?.closest('h4')?.nextElementSibling;
      const cell = [...(table?.parentElement?.querySelectorAll('td') ?? [])].find(each =>
        each.textContent.includes('Horns sound in a rhythm'),
      );
      const things = document.createElement('div');
      things.id = 'things';
      const note = document.createElement('input');
      const details = document.createElement('details');
      details.append('details');
      const frame = document.createElement('iframe');
      things.append(note, details, frame);
      cell?.append(things);
      details.open = true;
      note.value = 'half a thought';
      note.focus();
      note.setSelectionRange(2, 6);
      Object.assign(frame.contentWindow ?? {}, { isTheSame: true });
    });
  });
  afterAll(() => stage.close());

  const state = () =>
    lens.page.evaluate(() => {
      const note = document.querySelector<HTMLInputElement>('#things input');
      return {
        focus: document.activeElement === note,
        value: note?.value,
        caret: [note?.selectionStart, note?.selectionEnd],
        open: document.querySelector('details')?.open,
        frame: (document.querySelector('iframe')?.contentWindow as { isTheSame?: boolean } | null)?.isTheSame,
      };
    });
  /** A link of ours, followed: the page is sorted and filtered while the keyboard stays where it is. */
  const ask = async (query: string) => {
    await lens.page.evaluate(hash => {
      location.hash = hash;
    }, query);
  };
  const WHOLE = {
    focus: true,
    value: 'half a thought',
    caret: [2, 6],
    open: true,
    frame: true,
  };

  it('stays through sorting, filtering and back: focus, caret, input, details, frames', async () => {
    expect(await state()).toEqual(WHOLE);
    const before = await lens.titles();
    await ask('ideas:sort=-title');
    await expect.poll(async () => (await lens.titles())[0]).not.toBe(before[0]);
    expect(await state()).toEqual(WHOLE);
    await ask('ideas:difficulty=easy&sort=-title');
    await expect.poll(async () => (await lens.titles()).length).toBeLessThan(31);
    expect(await lens.titles()).toContain('Horn schedule editor');
    expect(await state()).toEqual(WHOLE);
    await lens.page.evaluate(() => history.go(-2));
    await expect.poll(() => lens.titles()).toEqual(before);
    expect(await state()).toEqual(WHOLE);
  });

  it('stays as well: the selected text', async () => {
    await lens.page.evaluate(() => {
      const cell = document.querySelector('#things')?.parentElement;
      const text = [...(cell?.childNodes ?? [])].find(node => node.textContent?.includes('Horns sound'));
      const at = text?.textContent?.indexOf('Horns sound') ?? -1;
      if (text) document.getSelection()?.setBaseAndExtent(text, at, text, at + 'Horns sound in a rhythm'.length);
    });
    const selected = () => lens.page.evaluate(() => String(document.getSelection()));
    expect(await selected()).toBe('Horns sound in a rhythm');
    const before = await lens.titles();
    await ask('ideas:difficulty=easy&sort=-title');
    await expect.poll(async () => (await lens.titles()).length).toBeLessThan(31);
    expect(await selected()).toBe('Horns sound in a rhythm');
    await lens.page.evaluate(() => history.back());
    await expect.poll(() => lens.titles()).toEqual(before);
    expect(await selected()).toBe('Horns sound in a rhythm');
  });
});
