/** Splits of rows that tear no group apart; where every row is a group of its own they are plain shuffles. */
import { shuffled, type Random } from "../random";

export type Split = {
  /** Indexes of rows, both in shuffled order. */
  readonly train: readonly number[];
  readonly test: readonly number[];
};

/**
 * Sets about `numTest` rows apart, group by group. A group's place in the shuffled order is that of its first row, so
 * that large groups come no sooner than small ones; from the end of that order each group is taken that still fits,
 * and in the end the smallest one left where that brings the number nearer. The test rows are off by half of the
 * smallest group left at most, unless the first group taken is larger than asked for.
 * @param groups of every row, numbered from 0 (see rowGroups.ts)
 * @throws RangeError where all rows are one group
 */
export function splitRows(groups: readonly number[], numTest: number, random: Random): Split {
  const order = shuffled([...groups.keys()], random);
  const sizes = sizesOf(groups);
  if (sizes.length < 2)
    throw new RangeError("All rows belong to one group, so that none can be held out. Group them otherwise.");
  const firstRows = new Map<number, number>();
  groups.forEach((group, row) => firstRows.set(group, firstRows.get(group) ?? row));
  const fromEnd = order
    .toReversed()
    .flatMap((row) => (firstRows.get(groups[row] ?? -1) === row ? [groups[row] ?? -1] : []));
  const sizeOf = (group: number): number => sizes[group] ?? 0;

  const apart = new Set<number>();
  const canTake = (): boolean => apart.size < sizes.length - 1;
  let missing = numTest;
  for (const group of fromEnd)
    if (sizeOf(group) <= missing && canTake()) {
      apart.add(group);
      missing -= sizeOf(group);
    }
  const [smallest] = fromEnd.filter((group) => !apart.has(group)).sort((a, b) => sizeOf(a) - sizeOf(b));
  if (smallest !== undefined && (apart.size === 0 || (canTake() && sizeOf(smallest) - missing < missing)))
    apart.add(smallest);
  const isApart = (row: number): boolean => apart.has(groups[row] ?? -1);
  return { train: order.filter((row) => !isApart(row)), test: order.filter(isApart) };
}

/**
 * The fold of every row, from 0: the largest groups first, each into the fold of fewest rows. Where every row is a group
 * of its own, rows go round the folds one by one.
 * @throws RangeError where there are fewer groups than folds
 */
export function foldRows(groups: readonly number[], numFolds: number): number[] {
  const sizes = sizesOf(groups);
  const inOrder = [...new Set(groups)];
  if (inOrder.length < numFolds)
    throw new RangeError(
      `${groups.length} training rows in ${inOrder.length} groups cannot be validated in ${numFolds} parts. Group them otherwise.`,
    );
  const counts = Array.from({ length: numFolds }, () => 0);
  const foldOf = new Map<number, number>();
  for (const group of inOrder.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0))) {
    const fold = counts.indexOf(Math.min(...counts));
    foldOf.set(group, fold);
    counts[fold] = (counts[fold] ?? 0) + (sizes[group] ?? 0);
  }
  return groups.map((group) => foldOf.get(group) ?? 0);
}

function sizesOf(groups: readonly number[]): number[] {
  const sizes: number[] = [];
  for (const group of groups) sizes[group] = (sizes[group] ?? 0) + 1;
  return sizes;
}
