/**
 * Covariance of two architectures from their counts of modules: a linear part, which holds what adds up, and a
 * Matern 3/2 part, which holds what modules do to each other; measurement noise on the diagonal.
 */
export type Hyperparameters = {
  readonly linearVariance: number;
  readonly maternVariance: number;
  /** Distance in counts at which two architectures stop resembling each other. */
  readonly lengthScale: number;
  readonly noiseVariance: number;
};

/** Order of the logarithms that the optimiser moves. */
export const fromLogs = (logs: readonly number[]): Hyperparameters => ({
  linearVariance: Math.exp(logs[0] ?? 0),
  maternVariance: Math.exp(logs[1] ?? 0),
  lengthScale: Math.exp(logs[2] ?? 0),
  noiseVariance: Math.exp(logs[3] ?? 0),
});

/** Matern 3/2 correlation, (1 + s) exp(-s) with s = sqrt(3) distance / lengthScale; Rasmussen & Williams eq. 4.17. */
export function matern(squaredDistance: number, lengthScale: number): number {
  const scaled = Math.sqrt(3 * Math.max(0, squaredDistance)) / lengthScale;
  return (1 + scaled) * Math.exp(-scaled);
}

/** Inner products and squared distances of all pairs of rows; shape [numRows, numRows] each. */
export type Pairs = {
  readonly numRows: number;
  readonly products: Float64Array;
  readonly squaredDistances: Float64Array;
};

/** @param rows shape [numRows][numColumns], centred counts */
export function pairsOf(rows: readonly Float64Array[]): Pairs {
  const numRows = rows.length;
  const products = new Float64Array(numRows * numRows);
  const squaredDistances = new Float64Array(numRows * numRows);
  rows.forEach((a, i) => {
    for (let j = 0; j <= i; j++) {
      const b = rows[j] as Float64Array;
      let product = 0;
      for (let k = 0; k < a.length; k++) product += (a[k] as number) * (b[k] as number);
      products[i * numRows + j] = product;
      products[j * numRows + i] = product;
    }
  });
  for (let i = 0; i < numRows; i++) {
    for (let j = 0; j < numRows; j++) {
      squaredDistances[i * numRows + j] = Math.max(
        0,
        (products[i * numRows + i] as number) +
          (products[j * numRows + j] as number) -
          2 * (products[i * numRows + j] as number),
      );
    }
  }
  return { numRows, products, squaredDistances };
}

/** Covariance of the measured rows, noise included; shape [numRows, numRows]. */
export function covariance(pairs: Pairs, at: Hyperparameters): Float64Array {
  const result = new Float64Array(pairs.products.length);
  for (let index = 0; index < result.length; index++) {
    result[index] =
      at.linearVariance * (pairs.products[index] as number) +
      at.maternVariance * matern(pairs.squaredDistances[index] as number, at.lengthScale);
  }
  for (let row = 0; row < pairs.numRows; row++) {
    const diagonal = row * (pairs.numRows + 1);
    result[diagonal] = (result[diagonal] as number) + at.noiseVariance;
  }
  return result;
}

/**
 * The Matern correlation at one length scale by linear interpolation in the squared distance: scoring all modules of
 * a space takes hundreds of millions of them. Absolute error below 1e-4 (6e-5 next to distance 0).
 */
export function maternTable(lengthScale: number): (squaredDistance: number) => number {
  const numSteps = 1 << 14;
  // Beyond 8 length scales the correlation is below 2e-5.
  const end = 64 * lengthScale * lengthScale;
  const perUnit = numSteps / end;
  const table = Float64Array.from({ length: numSteps + 2 }, (_, step) => matern(step / perUnit, lengthScale));
  return (squaredDistance) => {
    const position = squaredDistance * perUnit;
    if (position >= numSteps) return 0;
    const step = position > 0 ? Math.floor(position) : 0;
    const low = table[step] as number;
    return low + Math.max(0, position - step) * ((table[step + 1] as number) - low);
  };
}
