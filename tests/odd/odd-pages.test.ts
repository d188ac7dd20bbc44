// Generated pages, odd and hostile, in jsdom: 500 here, 10,000 by `npm run test:nightly`.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { anyOddQuery, exportOdd, queryOdd, restoreOdd } from './downstream.ts';
import { anyPage } from './plan.ts';
import { readOdd } from './promises.ts';
import { parameters, runsOf } from './runs.ts';
import { openStage, type Stage } from './stage.ts';

const USUAL = 500;
/** Milliseconds for a page: the rest is for shrinking a failure. */
const PATIENCE = 60_000 + runsOf(USUAL) * 400;

let stage: Stage;
beforeAll(() => {
  stage = openStage();
});
afterAll(() => stage.close());

describe('any odd page', () => {
  it(
    'is read without loss or guess, holds together in queries and exports, and comes back as it was',
    async () => {
      const sum = { pages: 0, withIdeas: 0, ideas: 0, fields: 0, missing: 0, comments: 0 };
      let slowest = { milliseconds: 0, length: 0 };
      await fc.assert(
        fc.asyncProperty(anyPage, fc.array(anyOddQuery, { maxLength: 3 }), async (page, queries) => {
          const document = stage.show(page);
          const told = readOdd(document, page);
          const views = queryOdd(told.reading, told.ideas, queries);
          exportOdd(told.reading, told.ideas);
          await restoreOdd(document, told.reading, told.ideas, views);
          sum.pages++;
          if (told.ideas.length > 0) sum.withIdeas++;
          sum.ideas += told.confirmed.ideas;
          sum.fields += told.confirmed.fields;
          sum.missing += told.confirmed.missing;
          sum.comments += told.confirmed.comments;
          if (told.milliseconds > slowest.milliseconds)
            slowest = { milliseconds: told.milliseconds, length: document.documentElement.outerHTML.length };
        }),
        parameters(USUAL),
      );
      console.log(`odd pages: ${JSON.stringify(sum)}, slowest reading ${JSON.stringify(slowest)}`);
      // A generator whose pages hold nothing, or nothing plain, would confirm nothing.
      if (process.env.IDEA_LENS_PATH === undefined) {
        expect(sum.withIdeas).toBeGreaterThan(sum.pages / 3);
        expect(sum.ideas).toBeGreaterThan(sum.pages);
        expect(sum.fields).toBeGreaterThan(2 * sum.ideas);
        expect(sum.missing).toBeGreaterThan(sum.ideas);
        expect(sum.comments).toBeGreaterThan(sum.pages / 10);
      }
    },
    PATIENCE,
  );
});
