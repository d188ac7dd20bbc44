import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addAll, addBit, type Bits, compact, countIn, emptyBits, hasBit } from '../../../utils/query/bits.ts';

const SIZE = 200;
/** From none to all of the ideas: the few are held in another way than the many. */
const some = fc.uniqueArray(fc.nat(SIZE - 1), { maxLength: SIZE });
const indexesOf = (bits: Bits) =>
  Array.from({ length: SIZE }, (_, index) => index).filter(index => hasBit(bits, index));

function bitsOf(indexes: readonly number[]): Bits {
  const bits = emptyBits(SIZE);
  for (const index of indexes) addBit(bits, index);
  return bits;
}

describe('a compact set', () => {
  it('counts what it has in common with another as a plain set does', () => {
    fc.assert(
      fc.property(some, some, (set, others) => {
        const common = new Set(set).intersection(new Set(others));
        expect(countIn(bitsOf(others), compact(SIZE, set))).toBe(common.size);
      }),
    );
  });

  it('puts all of itself into another, and nothing else', () => {
    fc.assert(
      fc.property(some, some, (set, others) => {
        const bits = bitsOf(others);
        addAll(bits, compact(SIZE, set));
        expect(indexesOf(bits)).toEqual([...new Set([...set, ...others])].sort((a, b) => a - b));
      }),
    );
  });
});
