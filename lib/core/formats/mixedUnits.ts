/** Suspects columns that mix units: milliseconds and seconds, fractions and percent. */

/** Two clusters are this far apart at least, and each is narrower than the gap between them. */
const LEAST_GAP = 10;
/** A thousand (ms and s, kilo and mega) may be off by this factor, because the clusters differ in more than unit. */
const SLACK = 3.4;
/** What is in the larger unit alone differs by less; a gap that networks of other operations make is no unit. */
const TOP_SLACK = 2.5;
const LEAST_VALUES = 4;
/** Above this share of the larger cluster its values are in the larger unit alone, a few outliers aside. */
const TOP = 0.9;

/**
 * @param values finite values of one metric
 * @returns a sentence that names both clusters and their counts; null where nothing is suspect
 */
export function mixedUnits(values: readonly number[]): string | null {
  const positive = Float64Array.from(values.filter((value) => value > 0)).sort();
  if (positive.length < LEAST_VALUES) return null;
  let split = 0;
  let gap = 1;
  for (let index = 1; index < positive.length; index++) {
    const ratio = (positive[index] ?? 0) / (positive[index - 1] ?? Infinity);
    if (ratio > gap) [split, gap] = [index, ratio];
  }
  const low = positive.subarray(0, split);
  const high = positive.subarray(split);
  if (gap < LEAST_GAP || width(low) > gap || width(high) > gap) return null;
  const said =
    `${grouped(low)} values lie between ${short(low[0])} and ${short(low.at(-1))}, ${grouped(high)} between ` +
    `${short(high[0])} and ${short(high.at(-1))}`;
  const factor = unitFactor(low, high, median(high) / median(low));
  if (factor !== null) return `${said}, about ${factor} times as large: are two units mixed?`;
  // A mean over runs in both units lies anywhere between the units; what is in the larger one alone tops the cluster.
  const topFactor = thousands(quantile(high, TOP) / median(low), TOP_SLACK);
  if (topFactor === null) return null;
  return (
    `${said}, the largest about ${topFactor} times as large: are two units mixed, ` +
    `in some rows within one mean?`
  );
}

const width = (ascending: Float64Array): number => (ascending.at(-1) ?? 1) / (ascending[0] ?? 1);
const quantile = (ascending: Float64Array, share: number): number =>
  ascending[Math.floor(ascending.length * share)] ?? NaN;
const median = (ascending: Float64Array): number => quantile(ascending, 0.5);

/** The factor between two units that explains a ratio of values between the clusters. */
function unitFactor(low: Float64Array, high: Float64Array, ratio: number): string | null {
  const isFractionAndPercent =
    (low.at(-1) ?? 2) <= 1 && (high.at(-1) ?? 101) <= 100 && isNear(ratio, 100, 1.5);
  return isFractionAndPercent ? "100" : thousands(ratio, SLACK);
}

const isNear = (ratio: number, factor: number, slack: number): boolean =>
  ratio > factor / slack && ratio < factor * slack;

function thousands(ratio: number, slack: number): string | null {
  if (isNear(ratio, 1_000, slack)) return "1,000";
  return isNear(ratio, 1_000_000, slack) ? "1,000,000" : null;
}

const grouped = ({ length }: Float64Array): string => length.toLocaleString("en-US");
const short = (value: number | undefined): string => String(Number((value ?? NaN).toPrecision(4)));
