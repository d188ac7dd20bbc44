import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findJsonFault } from '../../../utils/storage/json-fault.ts';

const parses = (text: string) => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe('the fault of a text as JSON', () => {
  it.each([
    ['', true, 1, 1],
    ['{', true, 1, 2],
    ['{\n  "a": [1,\n', true, 3, 1],
    ['{\r\n"a": "b', true, 2, 8],
    ['{"a": tr', true, 1, 9],
    ['{"a": -', true, 1, 8],
    ['{"a": "\\u00', true, 1, 12],
    ['[1, 2', true, 1, 6],
    ['<html>', false, 1, 1],
    ['{"a": 1,}', false, 1, 9],
    ['{\n"a" 1}', false, 2, 5],
    ['[1 2]', false, 1, 4],
    ['[1}', false, 1, 3],
    ['{"a": "x\ny"}', false, 1, 7],
    ['{} {}', false, 1, 4],
    ['{"a": 01}', false, 1, 8],
    ['{a: 1}', false, 1, 2],
    ['[nope]', false, 1, 2],
    ['PK\u0003\u0004', false, 1, 1],
    ['{} x', false, 1, 4],
  ])('%j', (text, cutOff, line, character) => {
    expect(findJsonFault(text)).toEqual({ cutOff, line, character });
  });

  it('is none just where the browser parses it', () => {
    const nearly = fc
      .tuple(fc.json(), fc.nat(), fc.string({ unit: fc.constantFrom(...'{}[],:"\\0e-. tn'), maxLength: 2 }))
      .map(
        ([text, at, more]) => text.slice(0, at % (text.length + 1)) + more + text.slice((at % (text.length + 1)) + 1),
      );
    fc.assert(
      fc.property(fc.oneof(fc.json(), nearly), text => {
        expect(findJsonFault(text) === null).toBe(parses(text));
      }),
      { numRuns: 2_000 },
    );
  });

  it('of every file that ends too early is at its end', () => {
    fc.assert(
      fc.property(fc.json(), fc.nat(), (json, at) => {
        const text = `{"all": ${json}`;
        const cut = text.slice(0, at % (text.length + 1));
        expect(findJsonFault(cut)).toEqual({ cutOff: true, line: 1, character: cut.length + 1 });
      }),
      { numRuns: 1_000 },
    );
  });

  it('is found in a text of 5 MB, however deep', () => {
    const started = performance.now();
    expect(findJsonFault('['.repeat(5_000_000))).toMatchObject({ cutOff: true, character: 5_000_001 });
    expect(findJsonFault(`["${'x'.repeat(5_000_000)}`)).toMatchObject({ cutOff: true });
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});
