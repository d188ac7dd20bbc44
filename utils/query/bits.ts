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

/** A set that does not change, in what takes less room: some are of one idea among thousands, and there are thousands of these. */
export type Compact =
  | { readonly kind: 'few'; readonly indexes: readonly number[] }
  | { readonly kind: 'many'; readonly bits: Bits };

/** The set of `indexes`, all below `size`, none twice. */
export function compact(size: number, indexes: readonly number[]): Compact {
  if (indexes.length <= size >>> 5) return { kind: 'few', indexes };
  const bits = emptyBits(size);
  for (const index of indexes) addBit(bits, index);
  return { kind: 'many', bits };
}

/** Puts all of `set` into `bits`, in place. */
export function addAll(bits: Bits, set: Compact): void {
  if (set.kind === 'few') for (const index of set.indexes) addBit(bits, index);
  else for (let at = 0; at < bits.length; at++) bits[at] = (bits[at] ?? 0) | (set.bits[at] ?? 0);
}

/** How many of `set` are in `bits`, too. */
export function countIn(bits: Bits, set: Compact): number {
  if (set.kind === 'many') return countBoth(bits, set.bits);
  let count = 0;
  for (const index of set.indexes) if (hasBit(bits, index)) count++;
  return count;
}

/** Ones in a 32-bit word, counted in pairs, nibbles, bytes. */
function bitCount(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
