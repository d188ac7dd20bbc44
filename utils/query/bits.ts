/** Sets of ideas as bits, one bit an idea in page order: counting and intersecting thousands of ideas costs next to nothing. */

/** Bit `i` is bit `i % 32` of word `i / 32`. Bits past the number of ideas are never set. */
export type Bits = Uint32Array;

/** An empty set with room for `size` ideas. */
export function emptyBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5);
}

/** The set of the items for which `test` holds. */
export function bitsWhere<T>(items: readonly T[], test: (item: T, index: number) => boolean): Bits {
  const bits = emptyBits(items.length);
  items.forEach((item, index) => {
    if (test(item, index)) addBit(bits, index);
  });
  return bits;
}

/** The set of all items. */
export function allBits(items: readonly unknown[]): Bits {
  return bitsWhere(items, () => true);
}

/** Puts `index` into the set, in place. */
export function addBit(bits: Bits, index: number): void {
  bits[index >>> 5] = (bits[index >>> 5] ?? 0) | (1 << (index & 31));
}

/** Whether `index` is in the set. */
export function hasBit(bits: Bits, index: number): boolean {
  return (((bits[index >>> 5] ?? 0) >>> (index & 31)) & 1) === 1;
}

/** What is in both sets (of the same size), as a new set. */
export function both(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & (b[at] ?? 0));
}

/** What is in the first set and not in the second (of the same size), as a new set. */
export function minus(a: Bits, b: Bits): Bits {
  return a.map((word, at) => word & ~(b[at] ?? 0));
}

/** What is in at least one of the sets (each of `size`), as a new set. */
export function either(size: number, sets: readonly Bits[]): Bits {
  const result = emptyBits(size);
  for (const set of sets) {
    for (let at = 0; at < result.length; at++) result[at] = (result[at] ?? 0) | (set[at] ?? 0);
  }
  return result;
}

/** How many are in both sets. */
export function countBoth(a: Bits, b: Bits): number {
  let count = 0;
  for (let at = 0; at < a.length; at++) count += bitCount((a[at] ?? 0) & (b[at] ?? 0));
  return count;
}

/** How many are in the set. */
export function countBits(bits: Bits): number {
  return countBoth(bits, bits);
}

/** Ones in a 32-bit word, counted in pairs, nibbles, bytes. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
