// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type PageWatch, watchPage } from '../../../entrypoints/ideas.content/watch-page.ts';

let life: AbortController;
let done: string[];
/** Says of the looks that wait, in order, whether what they saw matters. */
let answers: ((matters: boolean) => void)[];
let watch: PageWatch;

beforeEach(() => {
  life = new AbortController();
  done = [];
  answers = [];
  document.body.replaceChildren();
  watch = watchPage(
    document,
    {
      matters: () =>
        new Promise(resolve => {
          done.push('looks');
          answers.push(resolve);
        }),
      onBegin: () => done.push('begins'),
      readAgain: () => done.push('reads'),
      onUnrest: () => done.push('unrest'),
    },
    life.signal,
  );
});
afterEach(() => life.abort());

const change = () => document.body.append(document.createElement('p'));
const aWhile = (ms = 100) => new Promise(resolve => setTimeout(resolve, ms));

it('what comes while a look is under way is read with it, once', async () => {
  change();
  await aWhile();
  change();
  await aWhile();
  change();
  await aWhile();
  expect(done).toEqual(['begins', 'looks']);
  answers[0]?.(true);
  await aWhile(200);
  expect(done).toEqual(['begins', 'looks', 'reads']);
});

it('what comes while a look is under way that matters to nobody is looked at next', async () => {
  change();
  await aWhile();
  change();
  await aWhile();
  answers[0]?.(false);
  await aWhile();
  expect(done).toEqual(['begins', 'looks', 'looks']);
  answers[1]?.(true);
  await aWhile();
  expect(done).toEqual(['begins', 'looks', 'looks', 'reads']);
});

it('goes on watching after each reading, and not after its life', async () => {
  for (const number of [0, 1]) {
    change();
    await aWhile();
    answers[number]?.(true);
    await aWhile(20);
  }
  expect(done).toEqual(['begins', 'looks', 'reads', 'begins', 'looks', 'reads']);
  life.abort();
  change();
  await aWhile();
  expect(done).toHaveLength(6);
});

it('does not see what is written quietly, but what came before it', async () => {
  watch.quietly(change);
  await aWhile();
  expect(done).toEqual([]);
  change();
  watch.quietly(change);
  await aWhile();
  expect(done).toEqual(['begins', 'looks']);
});
