import { format, formatPrefix } from "d3";

const MOST_DECIMALS = 6;
const PREFIX_FROM = 1e6;
const NUM_PROBED = 1000;

/**
 * Writes all numbers of one column with the same decimals (and SI prefix), so that digits stand below each other:
 * as many as the numbers have, at most what tells a thousandth of their range apart.
 */
export function columnFormat(values: Float64Array): (value: number) => string {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  if (low > high) return String;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  const range = high - low || largest || 1;
  if (largest >= PREFIX_FROM) {
    const thousands = 1000 ** Math.floor(Math.log10(largest) / 3);
    return formatPrefix(`,.${decimalsFor(range / thousands)}`, largest);
  }
  return format(`,.${Math.min(decimalsFor(range), decimalsOf(values))}f`);
}

const decimalsFor = (range: number): number =>
  Math.min(MOST_DECIMALS, Math.max(0, 3 - Math.floor(Math.log10(range))));

/** The most decimals that the first values were written with. */
function decimalsOf(values: Float64Array): number {
  const probed = values.subarray(0, NUM_PROBED).filter(Number.isFinite);
  return probed.reduce((most, value) => {
    const text = String(value);
    if (text.includes("e-")) return MOST_DECIMALS;
    const point = text.indexOf(".");
    return Math.max(most, point < 0 ? 0 : text.length - point - 1);
  }, 0);
}
