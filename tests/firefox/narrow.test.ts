import { afterAll, beforeAll, expect, it } from 'vitest';
import { find } from './lens-page.ts';
import { describeInFirefox, openStage, type Stage } from './stage.ts';

describeInFirefox('on a narrow screen, in Firefox,', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ folder: '1.39-minerva', viewport: { width: 380, height: 720 } });
  });
  afterAll(() => stage.close());

  it('the filters’ sheet is as wide as the window beside its scrollbars, and its button is whole', async () => {
    const lens = await stage.openLens();
    // A page that is wider than the screen has a scrollbar below, too.
    await lens.page.evaluate(() => {
      const wide = document.createElement('div');
      wide.style.cssText = 'width: 900px; height: 1px';
      document.body.append(wide);
    });
    await lens.click('button', /^Filters/u);
    const button = await find(lens.page, 'button', /^Show 31 ideas/u, 'idea-lens-toolbar');
    const measures = () =>
      button.evaluate(each => {
        const { clientWidth, clientHeight } = document.documentElement;
        const sheet = each.closest('dialog');
        const bottom = Math.round(each.getBoundingClientRect().bottom);
        return {
          bars: innerWidth > clientWidth && innerHeight > clientHeight,
          wide: sheet?.clientWidth === clientWidth,
          // Not scrolled within, but its body alone.
          whole: sheet?.scrollHeight === sheet?.clientHeight && bottom <= clientHeight && bottom > clientHeight - 40,
        };
      });
    // It slides in.
    await expect.poll(measures).toEqual({ bars: true, wide: true, whole: true });
  });
});
