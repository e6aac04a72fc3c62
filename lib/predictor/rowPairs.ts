import { normalCdf } from "../core/stats";

/** Ordered pairs of different rows of one fold that hold the same: their number, and how far their errors agree. */
export type RowPairs = {
  readonly numPairs: number;
  /** Sum over the pairs of the product of both errors, less the mean product of pairs that hold different things. */
  readonly sum: number;
};

const NO_PAIRS: RowPairs = { numPairs: 0, sum: 0 };

/**
 * @param contentOf what a row holds; null for a row that is left out
 * @param errors shape [numRows]
 * @returns no pairs where all rows hold the same, so that nothing is there to compare with
 */
export function pairsHolding(
  contentOf: (row: number) => string | null,
  errors: Float64Array,
  foldOf: (row: number) => number,
): RowPairs {
  const alike = new Map<string, Group>();
  const folds = new Map<string, Group>();
  errors.forEach((error, row) => {
    const content = contentOf(row);
    if (content === null || !Number.isFinite(error)) return;
    add(alike, `${foldOf(row)}|${content}`, error);
    add(folds, String(foldOf(row)), error);
  });
  const [same, all] = [productsIn(alike), productsIn(folds)];
  const numDifferent = all.numPairs - same.numPairs;
  if (numDifferent === 0) return NO_PAIRS;
  const usual = (all.sum - same.sum) / numDifferent;
  return { numPairs: same.numPairs, sum: same.sum - same.numPairs * usual };
}

export const pooled = (places: readonly RowPairs[]): RowPairs =>
  places.reduce((a, b) => ({ numPairs: a.numPairs + b.numPairs, sum: a.sum + b.sum }), NO_PAIRS);

type Group = { count: number; sum: number; squares: number };

function add(groups: Map<string, Group>, key: string, error: number): void {
  const group = groups.get(key) ?? { count: 0, sum: 0, squares: 0 };
  group.count++;
  group.sum += error;
  group.squares += error * error;
  groups.set(key, group);
}

/** Over all ordered pairs of different rows of each group: the square of the sum is squares and twice the products. */
function productsIn(groups: ReadonlyMap<string, Group>): RowPairs {
  let [numPairs, sum] = [0, 0];
  for (const group of groups.values()) {
    numPairs += group.count * (group.count - 1);
    sum += group.sum ** 2 - group.squares;
  }
  return { numPairs, sum };
}

/**
 * The variance that pairs of rows agree in, given that no variance is below 0: their mean product is normal around it
 * with a standard error of noise * sqrt(2 / numPairs), and this is the posterior mean. It never is 0, as the plain
 * estimate often would be where few pairs tell (Morris 2006; Li & Lahiri 2010).
 * @param noise mean squared error of single rows
 * @param expected mean of an exponential prior; without it, all values are alike likely before
 */
export function leastZero({ numPairs, sum }: RowPairs, noise: number, expected = Infinity): number {
  if (numPairs === 0) return expected === Infinity ? 0 : expected;
  const deviation = noise * Math.sqrt(2 / numPairs);
  if (deviation === 0 || expected === 0) return 0;
  const centre = sum / numPairs - deviation ** 2 / expected;
  return centre + deviation * hazard(-centre / deviation);
}

/** Density of a standard normal number at x over the probability that it lies above. */
function hazard(x: number): number {
  // The continued fraction, since the probability has no digits left.
  if (x > 3) return x + 1 / (x + 2 / (x + 3 / x));
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI) / normalCdf(-x);
}

/** Mean error of some rows, less that of all rows of the place. */
export type RowMean = { readonly count: number; readonly mean: number };

/** By what rows hold. @param contentOf as for `pairsHolding` */
export function meansHolding(
  contentOf: (row: number) => string | null,
  errors: Float64Array,
): ReadonlyMap<string, RowMean> {
  const groups = new Map<string, Group>();
  errors.forEach((error, row) => {
    const content = contentOf(row);
    if (content !== null && Number.isFinite(error)) add(groups, content, error);
  });
  let [count, sum] = [0, 0];
  for (const group of groups.values()) {
    count += group.count;
    sum += group.sum;
  }
  const level = sum / count;
  return new Map(
    [...groups].map(([content, group]) => [
      content,
      { count: group.count, mean: group.sum / group.count - level },
    ]),
  );
}

/**
 * Expected square of an error that is normal around 0 with this variance, given the mean over some rows, each with noise
 * around it; the variance itself where no row tells. Over all modules of a place its mean is the variance again.
 */
export function expectedSquare(variance: number, noise: number, rows: RowMean | undefined): number {
  if (rows === undefined || variance === 0) return variance;
  const share = variance / (variance + noise / rows.count);
  return (share * rows.mean) ** 2 + variance * (1 - share);
}
