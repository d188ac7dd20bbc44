// Odd pages in a real Chromium with the built extension, beside one without it: nothing more runs, nothing more is asked for, what we
// show is text, the ideas are those that jsdom reads, and off gives the page back.
import fc from 'fast-check';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EMPTY_QUERY, LONGEST_TEXT } from '../../../utils/model/query.ts';
import { writeHash } from '../../../utils/query/hash.ts';
import { createQueryRunner } from '../../../utils/query/run-query.ts';
import { CHROMIUM_ARGUMENTS, findChromium } from '../../tools/find-browser.ts';
import { type OpenedBrowser, openBrowser } from '../../tools/open-browser.ts';
import { anyOddQuery, bound, type OddQuery } from '../downstream.ts';
import { anyPage, type OddPage } from '../plan.ts';
import { readOdd } from '../promises.ts';
import { isWanted, sample } from '../runs.ts';
import { openStage, type Stage, steadyHtml } from '../stage.ts';
import { barSays, CANARY, markedKeys, rememberPage, whatDiffers, whatIsMoreThanText, whatRan } from './in-browser.ts';

/** A list that has no heading is called after the page. */
const addressOf = (number: number) => `https://wiki.xenproject.org/wiki/Odd_${number}`;
const drawn = sample(fc.tuple(anyPage, fc.array(anyOddQuery, { minLength: 1, maxLength: 2 })), 500);

interface Visitor {
  readonly page: Page;
  /** Addresses asked for, and what the console said, since the last `begin`. */
  readonly asked: Set<string>;
  readonly said: string[];
}

let stage: Stage;
let lens: OpenedBrowser;
let bare: Awaited<ReturnType<typeof chromium.launch>>;
let html = '';

async function visitorIn(context: BrowserContext): Promise<Visitor> {
  const asked = new Set<string>();
  const said: string[] = [];
  await context.route(
    url => /^https?:$/u.test(url.protocol),
    async route => {
      const url = route.request().url();
      asked.add(url.replace(/#.*$/u, ''));
      const isPage = new URL(url).pathname.startsWith('/wiki/Odd');
      const answer = isPage ? { contentType: 'text/html; charset=utf-8', body: html } : { status: 404, body: '' };
      await route.fulfill(answer).catch(() => undefined);
    },
  );
  const page = await context.newPage();
  page.on('dialog', dialog => {
    said.push(`dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('console', message => said.push(message.text()));
  return { page, asked, said };
}

let withLens: Visitor;
let without: Visitor;
beforeAll(async () => {
  stage = openStage();
  lens = await openBrowser();
  bare = await chromium.launch({ executablePath: await findChromium(), args: [...CHROMIUM_ARGUMENTS] });
  withLens = await visitorIn(lens.context);
  without = await visitorIn(await bare.newContext({ viewport: { width: 1280, height: 800 } }));
});
afterAll(async () => {
  stage.close();
  await lens.close();
  await bare.close();
});

function storeSwitch(on: boolean): Promise<void> {
  const offHosts = on ? [] : ['wiki.xenproject.org'];
  return lens
    .worker()
    .evaluate(off => chrome.storage.local.set({ settings: { offHosts: off, offNoteShown: true } }), offHosts);
}

async function load({ page, asked, said }: Visitor, number: number): Promise<void> {
  asked.clear();
  said.length = 0;
  await page.goto(addressOf(number), { waitUntil: 'load' });
}

/** Chromium nests no deeper than 512 elements, and puts what would stand deeper beside; jsdom does. */
const DEEPEST = 120;

async function visit(number: number, drawnPage: OddPage, queries: readonly OddQuery[]): Promise<number> {
  const odd = { ...drawnPage, depth: Math.min(drawnPage.depth, DEEPEST) };
  const plain = steadyHtml(stage.show(odd), odd).toWellFormed();
  const document = stage.showText(plain);
  const told = readOdd(document, odd, addressOf(number));
  html = plain.replace('<head>', () => `<head><meta charset="utf-8">${CANARY}`);
  const total = told.ideas.length;

  await load(without, number);
  await storeSwitch(false);
  await load(withLens, number);
  const { page } = withLens;
  await page.evaluate(rememberPage);
  await storeSwitch(true);
  if (total > 0) await throughTheLens(page, told, queries);
  const marked = await page.evaluate(markedKeys);
  expect(JSON.stringify(marked.sort()), 'the ideas').toBe(JSON.stringify(told.ideas.map(({ key }) => `${key}`).sort()));
  await storeSwitch(false);
  await page.locator('idea-lens-toolbar').waitFor({ state: 'detached' });
  expect(await page.evaluate(whatDiffers), 'the page after the lens').toBe('');
  expect(await page.evaluate(whatRan), 'what ran').toEqual(await without.page.evaluate(whatRan));
  expect([...withLens.asked].sort(), 'what was asked for').toEqual([...without.asked].sort());
  expect(
    withLens.said.filter(words => words.startsWith('dialog') || words.includes('Idea Lens')),
    'what was said',
  ).toEqual([]);
  return total;
}

const countOf = (shown: number, total: number) => `${shown} of ${total} ${total === 1 ? 'idea' : 'ideas'}`;

async function says(page: Page, wanted: string, when: string): Promise<void> {
  await page.waitForFunction(barSays, wanted, { timeout: 15_000 }).catch(async () => {
    const status = await page.locator('idea-lens-toolbar [role=status]').allTextContents();
    throw new Error(`the bar says “${status}”, not “${wanted}”, ${when}; console: ${withLens.said.join('; ')}`);
  });
}

async function throughTheLens(
  page: Page,
  told: ReturnType<typeof readOdd>,
  queries: readonly OddQuery[],
): Promise<void> {
  const total = told.ideas.length;
  const runner = createQueryRunner(told.ideas, told.reading.page.lists, 'en');
  const resting = runner.run(EMPTY_QUERY, new Set());
  await says(page, countOf(total, total), 'at rest');
  for (const odd of queries) {
    const query = bound(odd, resting);
    // Half a character cannot stand in an address; a text that is too long is not taken.
    if (JSON.stringify(query).includes('\\ud') || query.text.length > LONGEST_TEXT) continue;
    const shown = runner.run(query, new Set()).order.length;
    await page.evaluate(hash => {
      location.hash = hash;
    }, writeHash(query, null) || '#ideas:');
    await says(page, countOf(shown, total), JSON.stringify(query));
  }
  expect(await page.evaluate(whatIsMoreThanText), 'more than text').toEqual([]);
}

describe('in a real browser', () => {
  it('odd pages run nothing of theirs through us, and come back as they were', async () => {
    const broken: string[] = [];
    let ideas = 0;
    let withIdeas = 0;
    let seen = 0;
    for (const [number, [odd, queries]] of drawn.values.entries()) {
      if (!isWanted(number)) continue;
      seen++;
      try {
        const count = await visit(number, odd, queries);
        ideas += count;
        if (count > 0) withIdeas++;
      } catch (error) {
        broken.push(`seed ${drawn.seed}, page ${number}: ${error instanceof Error ? error.message : String(error)}`);
        console.log(`${broken.at(-1)}\n${html.slice(0, 6_000)}`);
      }
    }
    console.log(`browser, seed ${drawn.seed}: ${seen} pages, ${withIdeas} with ideas, ${ideas} ideas`);
    expect(broken).toEqual([]);
    expect(withIdeas).toBeGreaterThanOrEqual(Math.floor(seen / 3));
  });
});

declare const chrome: { storage: { local: { set(values: object): Promise<void> } } };
