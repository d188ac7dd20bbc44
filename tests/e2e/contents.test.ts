import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAsRemembered } from './lens-page.ts';
import { type Opened, openSample } from './sample.ts';

describe.each(['1.39-vector', '1.39-timeless', '1.43-vector-2022'])('the contents of a page in %s', folder => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await openSample(folder);
  });
  afterAll(() => opened.browser.close());

  it('mark the entries of hidden ideas, follow the query, and are as before when the lens goes', async () => {
    const lens = await opened.openRemembered();
    const { page } = lens;
    const marked = page.locator('[data-idea-lens-contents="hidden"]');
    expect(await marked.count()).toBe(0);
    await lens.choose('Open comments');
    await lens.says('4 of 31 ideas');
    expect(await marked.count()).toBe(27);
    const words = (await marked.allTextContents()).map(each => each.replace(/^[\s\d.]+/u, '').trim());
    expect(words).toContain('Horn schedule editor');
    expect(words).not.toContain('Moon phase sanity check');
    await lens.bar.getByRole('button', { name: 'Clear all' }).click();
    await lens.says('31 of 31 ideas');
    expect(await marked.count()).toBe(0);
    await lens.search.fill('horn');
    await expect.poll(() => marked.count()).toBeGreaterThan(0);
    await opened.storeSwitch(false);
    await lens.bar.waitFor({ state: 'detached' });
    await isAsRemembered(page);
  });
});
