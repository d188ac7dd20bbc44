import { describe, expect, it } from 'vitest';
import { judgeGivenUp, judgeNoIdeas, judgeOperations, judgeRest, median } from '../../bench/verdicts.ts';

const all = (ms: number) =>
  Object.fromEntries(
    ['facet on', 'clear', 'key, other result', 'key, same result', 'sort', 'page order'].map(name => [name, ms]),
  );
const missed = (verdicts: readonly { readonly what: string; readonly is: number; readonly most: number }[]) =>
  verdicts.filter(({ is, most }) => !(is <= most)).map(({ what }) => what);

describe('the targets of operations', () => {
  it('are held to the best bare technique and to the best peer in place', () => {
    const medians = { lens: all(10), C: all(20), E: all(8), hidden: all(1), MixItUp: all(100), Isotope: all(200) };
    expect(missed(judgeOperations(300, medians))).toEqual([]);
    expect(missed(judgeOperations(300, { ...medians, E: all(6) }))).toEqual([
      'facet on / limit',
      'clear / limit',
      'key, other result / limit',
    ]);
  });

  it('are missed where the lens was given up, and silent where a peer was', () => {
    const given = judgeOperations(300, { C: all(20) });
    expect(missed(given)).toEqual(['operations that the lens does not finish']);
    expect(missed(judgeOperations(300, { lens: all(10), C: all(20) }))).toEqual([]);
  });

  it('count the lens as unfinished also where no ratio is asked for', () => {
    expect(missed(judgeOperations(10_000, { C: all(20), lens: { clear: 3 } }))).toHaveLength(1);
  });
});

it('what of the lens was given up is missed, and what of a peer was is not', () => {
  const verdicts = judgeGivenUp(10_000, { "the lens's memory": 'more than 240 s', MixItUp: 'more than 240 s' });
  expect(missed(verdicts)).toEqual(["the lens's memory, given up"]);
});

describe('the other targets', () => {
  const at = (script: number, nodes: number, calls = 0) => ({
    held: { script, nodes, boxes: 500 },
    idle: { calls, ms: 0 },
  });

  it('count all memory, of script and of nodes, at 3,000 alone', () => {
    const rest = { text: 100, arrived: at(150, 40), used: at(150, 60) };
    expect(missed(judgeRest(3_000, rest))).toEqual(["memory after a search and a sort / the page's text"]);
    expect(missed(judgeRest(300, rest))).toEqual([]);
  });

  it('allow no call while idle, and need no figure where it was given up', () => {
    const rest = { text: 100, arrived: at(0, 0, 1), used: 'more than 150 s' };
    expect(missed(judgeRest(300, rest))).toEqual(['calls while idle, on arrival']);
    expect(missed(judgeRest(300, { ...rest, used: at(0, 0, 2) }))).toHaveLength(2);
  });

  it('take script after compiling on a page without ideas, cold and warm, and nothing inserted', () => {
    const work = (script: number) => ({ compile: 20, script });
    const page = {
      page: 'long page',
      cold: work(1.2),
      warm: work(0.9),
      inserted: 0,
      laidOut: { withLens: 9, without: 9 },
    };
    expect(missed(judgeNoIdeas(page))).toEqual(['long page without ideas, cold, ms of script']);
    expect(missed(judgeNoIdeas({ ...page, cold: work(0.5), inserted: 4 }))).toEqual([
      'long page without ideas, characters changed',
    ]);
  });
});

it('a figure that was not measured meets no target', () => {
  expect(median([])).toBeNaN();
  expect(median([5, 1, 3])).toBe(3);
});
