import { format } from "d3";

const grouped = format(",.0f");
const siPrefixed = format(".4~s");
const significant = format(".4~r");

/**
 * A number for people: four significant digits, `2.56G` for large ones, no exponent.
 * Four, not three: accuracies of good architectures differ in the fourth.
 */
export function formatValue(value: number): string {
  if (!Number.isFinite(value)) return "not a number";
  const size = Math.abs(value);
  if (size >= 1e6) return siPrefixed(value);
  if (size >= 1e4) return grouped(value);
  if (size !== 0 && size < 1e-4) return value.toExponential(2);
  return significant(value);
}

/** A value with its unit: `75.45 %`, `0.4365 ms`. */
export const formatWithUnit = (value: number, unit: string | null): string =>
  unit === null ? formatValue(value) : `${formatValue(value)} ${unit}`;

/** `2,000`: ranks and other whole numbers. */
export const formatInteger = (value: number): string => grouped(value);

/** `12 s`, `3 min 20 s`, `10 min`, `1 h 5 min`. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return together(Math.floor(whole / 60), "min", whole % 60, "s");
  return together(Math.floor(whole / 3600), "h", Math.floor((whole % 3600) / 60), "min");
}

const together = (large: number, largeUnit: string, small: number, smallUnit: string): string =>
  small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;

/** `1 architecture`, `2,000 architectures`. */
export const formatCount = (count: number, noun: string, plural = `${noun}s`): string =>
  `${grouped(count)} ${count === 1 ? noun : plural}`;
