/** Fewer combinations than all of them, in which every pair of values still occurs. Pure; knows nothing of wikis. */

type Combination<Dimensions extends object> = { readonly [Name in keyof Dimensions]: Values<Dimensions[Name]> };
type Values<Listed> = Listed extends readonly (infer Value)[] ? Value : never;

/**
 * Combinations of one value of each dimension, such that any two values of two dimensions occur together at least once.
 * Always the same for the same dimensions; where there are two dimensions or fewer, all combinations.
 */
export function pairwise<const Dimensions extends Readonly<Record<string, readonly unknown[]>>>(
  dimensions: Dimensions,
): Combination<Dimensions>[] {
  const lists = Object.values(dimensions);
  let rest = lists.reduce<number[][]>(
    (all, list) => all.flatMap(start => list.map((_, index) => [...start, index])),
    [[]],
  );
  const open = new Set(rest.flatMap(pairsOf));
  const chosen: number[][] = [];
  while (open.size > 0) {
    const gain = (each: number[]) => pairsOf(each).filter(pair => open.has(pair)).length;
    const best = rest.reduce((first, each) => (gain(each) > gain(first) ? each : first));
    for (const pair of pairsOf(best)) open.delete(pair);
    rest = rest.filter(each => each !== best);
    chosen.push(best);
  }
  const names = Object.keys(dimensions);
  return chosen.map(
    indexes =>
      Object.fromEntries(
        names.map((name, place) => [name, lists[place]?.[indexes[place] ?? 0]]),
      ) as unknown as Combination<Dimensions>,
  );
}

/** `0:2-3:1` says that dimension 0 has its value 2 where dimension 3 has its value 1. */
function pairsOf(indexes: readonly number[]): string[] {
  return indexes.flatMap((one, first) =>
    indexes.slice(first + 1).map((other, more) => `${first}:${one}-${first + 1 + more}:${other}`),
  );
}
