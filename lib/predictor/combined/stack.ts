/** How parts of a predictor are weighed: by their errors on rows that they did not see. */

/** One part's errors on validation rows, on the latent scale. */
export type PartErrors = {
  readonly errors: Float64Array;
  /**
   * How much smaller its mean squared error becomes when all members speak instead of the one that did not see a row:
   * (1 - 1/M) times the variance between members; 0 for a part of one voice.
   */
  readonly gain: number;
  /** What its mean squared error is raised by, because few rows say little of it. */
  readonly doubt: number;
};

/**
 * Weights of least expected squared error, none negative, adding up to 1 (Breiman 1996, stacked regressions).
 * Exact: the optimum lies inside some face of the simplex, and with few parts every face can be tried.
 */
export function stackWeights(parts: readonly PartErrors[]): number[] {
  const products = parts.map((a, i) =>
    parts.map((b, j) => {
      const mean =
        a.errors.reduce((sum, error, row) => sum + error * (b.errors[row] as number), 0) / a.errors.length;
      return i === j ? Math.max(1e-9, mean - a.gain) + a.doubt : mean;
    }),
  );
  let best = { weights: parts.map(() => 1 / parts.length), error: Number.POSITIVE_INFINITY };
  for (let face = 1; face < 2 ** parts.length; face++) {
    const held = parts.flatMap((_, index) => ((face >> index) & 1 ? [index] : []));
    const inside = equalityWeights(held.map((i) => held.map((j) => products[i]?.[j] as number)));
    if (inside === null || inside.some((weight) => weight < 0)) continue;
    const weights = parts.map((_, index) => inside[held.indexOf(index)] ?? 0);
    const error = quadratic(products, weights);
    if (error < best.error) best = { weights, error };
  }
  return best.weights;
}

const quadratic = (matrix: readonly (readonly number[])[], weights: readonly number[]): number =>
  matrix.reduce(
    (sum, row, i) =>
      sum +
      row.reduce((inner, value, j) => inner + value * (weights[i] as number) * (weights[j] as number), 0),
    0,
  );

/** Least w'Aw with weights adding up to 1: A^-1 1 divided by its sum; null where A is singular. */
function equalityWeights(matrix: readonly (readonly number[])[]): number[] | null {
  const size = matrix.length;
  const rows = matrix.map((row) => [...row, 1]);
  for (let pivot = 0; pivot < size; pivot++) {
    const from = rows.reduce(
      (most, row, index) =>
        index >= pivot && Math.abs(row[pivot] as number) > Math.abs(rows[most]?.[pivot] ?? 0) ? index : most,
      pivot,
    );
    const [own, other] = [rows[pivot] as number[], rows[from] as number[]];
    [rows[pivot], rows[from]] = [other, own];
    const value = other[pivot] as number;
    if (Math.abs(value) < 1e-12) return null;
    for (const [index, row] of rows.entries()) {
      if (index === pivot) continue;
      const share = (row[pivot] as number) / value;
      other.forEach((entry, column) => (row[column] = (row[column] as number) - share * entry));
    }
  }
  const solved = rows.map((row, index) => (row[size] as number) / (row[index] as number));
  const total = solved.reduce((sum, weight) => sum + weight, 0);
  return Math.abs(total) < 1e-12 ? null : solved.map((weight) => weight / total);
}
