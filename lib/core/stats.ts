type Numbers = ArrayLike<number>;

export function mean(values: Numbers): number {
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += values[index] as number;
  return sum / values.length;
}

/** Standard deviation; divides by n - ddof (0: population, 1: sample). */
export function standardDeviation(values: Numbers, ddof: 0 | 1 = 0): number {
  const centre = mean(values);
  let sum = 0;
  for (let index = 0; index < values.length; index++) sum += ((values[index] as number) - centre) ** 2;
  return Math.sqrt(sum / (values.length - ddof));
}

/** Ranks from 1, ascending; tied values share their mean rank. */
export function ranks(values: Numbers): Float64Array {
  const order = Array.from({ length: values.length }, (_, index) => index).sort(
    (a, b) => (values[a] as number) - (values[b] as number),
  );
  const result = new Float64Array(values.length);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && values[order[end] as number] === values[order[start] as number]) end++;
    for (let index = start; index < end; index++) result[order[index] as number] = (start + end + 1) / 2;
    start = end;
  }
  return result;
}

/** Pearson correlation, -1..1; NaN where one side is constant. */
export function pearson(a: Numbers, b: Numbers): number {
  const meanA = mean(a);
  const meanB = mean(b);
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let index = 0; index < a.length; index++) {
    const deltaA = (a[index] as number) - meanA;
    const deltaB = (b[index] as number) - meanB;
    product += deltaA * deltaB;
    squaresA += deltaA * deltaA;
    squaresB += deltaB * deltaB;
  }
  return product / Math.sqrt(squaresA * squaresB);
}

/**
 * Spearman rank correlation (SRCC); tied values share their mean rank, as scipy.stats.spearmanr does.
 * @param predicted shape [numArchitectures]
 * @param measured shape [numArchitectures], same order
 * @returns -1..1; NaN where one side is constant
 */
export const srcc = (predicted: Numbers, measured: Numbers): number =>
  pearson(ranks(predicted), ranks(measured));

/** SRCC, and 0 where one side is constant or alone: nothing is ranked then. */
export const rankAgreement = (predicted: Numbers, measured: Numbers): number =>
  srcc(predicted, measured) || 0;

/** The p-quantile of ascending values, linear between neighbours (R type 7, as numpy.quantile). */
export function quantileSorted(ascending: Numbers, p: number): number {
  const position = (ascending.length - 1) * p;
  const lower = Math.floor(position);
  const low = ascending[lower] as number;
  const high = ascending[Math.min(lower + 1, ascending.length - 1)] as number;
  return low + (high - low) * (position - lower);
}

/**
 * Probability that a standard normal number is at most x, within 1.5e-7 (Abramowitz and Stegun, Handbook of Mathematical
 * Functions, 7.1.26).
 */
export function normalCdf(x: number): number {
  const z = Math.abs(x) / Math.SQRT2;
  const t = 1 / (1 + 0.3275911 * z);
  const polynomial =
    t * (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const tail = (polynomial * Math.exp(-z * z)) / 2;
  return x < 0 ? tail : 1 - tail;
}
