import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { savedAnswers } from '../pages/serve-saved.ts';
import { lensOn } from './lens-page.ts';
import { type Opened, openSample, SAMPLE, WIKI } from './sample.ts';
import { everythingStored } from './stored.ts';

const TITLE = 'Horn schedule editor';
let opened: Opened;
let profile: string;
beforeAll(async () => {
  profile = await mkdtemp(join(tmpdir(), 'idea-lens-profile-'));
  opened = await openSample('1.39-vector', { profile });
});
afterAll(async () => {
  await opened.browser.close();
  await rm(profile, { recursive: true, force: true });
});

const pressed = (lens: Awaited<ReturnType<typeof lensOn>>, title = TITLE) =>
  lens.bookmark(title).getAttribute('aria-pressed');

describe('a bookmark', () => {
  it('set on a page shows in every other open tab, and counts in the bar', async () => {
    const first = await opened.openLens();
    const second = await opened.openLens();
    await first.bookmark(TITLE).click();
    await expect.poll(() => pressed(first)).toBe('true');
    await expect.poll(() => pressed(second), { timeout: 1_000 }).toBe('true');
    await second.choose('Bookmarked');
    await second.says('1 of 31 ideas');
    await Promise.all([first.page.close(), second.page.close()]);
  });

  it.each([
    ['/wiki/ address', SAMPLE],
    ['index.php address', `${WIKI}/index.php?title=Lanternfish_ideas`],
    ['http address', SAMPLE.replace('https:', 'http:')],
    ['redirect', `${WIKI}/wiki/Ideas_of_Lanternfish`],
    ['old revision', `${WIKI}/index.php?title=Lanternfish_ideas&oldid=1`],
  ])('shows on the same page under its %s', async (_form, url) => {
    const lens = await opened.openLens(url);
    await expect.poll(() => pressed(lens)).toBe('true');
    await lens.page.close();
  });

  it('survives a killed background and a reload', async () => {
    const lens = await opened.openLens();
    await expect.poll(() => pressed(lens)).toBe('true');
    await stopBackground();
    await lens.bookmark('Bulb changer diary').click();
    await expect.poll(() => pressed(lens, 'Bulb changer diary')).toBe('true');
    await lens.page.reload();
    const again = await lensOn(lens.page);
    await expect.poll(() => pressed(again)).toBe('true');
    await expect.poll(() => pressed(again, 'Bulb changer diary')).toBe('true');
    await again.bookmark('Bulb changer diary').click();
    await expect.poll(() => pressed(again, 'Bulb changer diary')).toBe('false');
    await again.page.close();
  });

  it('of one of two ideas of a title stays with it when that title is changed, until it is taken off', async () => {
    const lens = await opened.openLens();
    await expect.poll(() => pressed(lens)).toBe('true');
    const rows = () => everythingStored(opened.browser.worker()).then(({ rows }) => rows);
    const before = await rows();
    const saved = await savedAnswers({ folder: '1.39-vector' })(new URL(SAMPLE));
    // The first one is called otherwise now, and the next one as it was.
    const body = String(saved.body)
      .replaceAll(`>${TITLE}<`, '>Rhythms of horns<')
      .replaceAll('>Replace the relay board driver<', `>${TITLE}<`);
    await lens.page.route(SAMPLE, route => route.fulfill({ contentType: saved.type, body }));
    await lens.page.reload();
    const again = await lensOn(lens.page);
    await expect.poll(() => pressed(again, 'Rhythms of horns')).toBe('true');
    expect(await pressed(again)).toBe('false');
    expect(await rows()).toEqual(before);
    await again.bookmark(TITLE).click();
    await expect.poll(() => pressed(again)).toBe('true');
    expect(await pressed(again, 'Rhythms of horns')).toBe('true');
    expect((await rows()).length).toBe(before.length + 1);
    for (const title of [TITLE, 'Rhythms of horns']) {
      await again.bookmark(title).click();
      await expect.poll(() => pressed(again, title)).toBe('false');
    }
    expect((await rows()).length).toBe(before.length - 1);
    await again.page.unroute(SAMPLE);
    await again.page.reload();
    const last = await lensOn(again.page);
    await last.bookmark(TITLE).click();
    await expect.poll(() => pressed(last)).toBe('true');
    await last.page.close();
  });

  it('survives the end of the browser', async () => {
    await opened.browser.close();
    opened = await openSample('1.39-vector', { profile });
    const lens = await opened.openLens();
    await expect.poll(() => pressed(lens)).toBe('true');
    await expect.poll(() => pressed(lens, 'Bulb changer diary')).toBe('false');
    await lens.page.close();
  });

  it('that cannot be stored says so and does not look stored', async () => {
    const lens = await opened.openLens();
    await opened.browser.worker().evaluate(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('refused', 'SecurityError');
      };
      IDBDatabase.prototype.transaction = () => {
        throw new DOMException('refused', 'UnknownError');
      };
    });
    await lens.bookmark('Bulb changer diary').click();
    const failed = lens.page.getByRole('alert').filter({ hasText: 'Not saved' });
    await failed.first().waitFor();
    expect(await pressed(lens, 'Bulb changer diary')).toBe('false');
    await lens.page.close();
  });
});

/** Ends the extension's background as the browser does, and waits until the browser says that it has ended. */
async function stopBackground(): Promise<void> {
  // Asked from a page of the extension: other pages do not see its worker.
  const own = await opened.browser.openExtensionPage('popup.html');
  const session = await opened.context.newCDPSession(own);
  const seen: string[] = [];
  session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
    seen.push(...versions.map(version => version.runningStatus));
  });
  await session.send('ServiceWorker.enable');
  await expect.poll(() => seen.at(-1)).toBe('running');
  await session.send('ServiceWorker.stopAllWorkers');
  await expect.poll(() => seen.at(-1)).toBe('stopped');
  await own.close();
}
