/** Comparisons with reference numbers as data, so that they run on any backend, in Node and in a page. */

import type { Backend } from "@/lib/predictor/predictor";

/** Gives the parsed content of a file of reference numbers. */
export type Reader = <Content>(file: string) => Content;

export type Check = {
  readonly name: string;
  /** Files it reads; without any of them it is skipped. */
  readonly files: readonly string[];
  /** Backends on which it takes so long that it is left out. */
  readonly slowOn: readonly Backend[];
  /** Largest relative difference of everything compared, by what was compared. */
  run(read: Reader): Promise<Differences>;
};

export type Differences = Readonly<Record<string, number>>;

/** What float32 backends must keep to. */
export const TOLERANCE = 1e-4;

/** What is further off than allowed, for a message that says all of it. */
export const beyond = (found: Differences, tolerance = TOLERANCE): [string, number][] =>
  Object.entries(found).filter(([, difference]) => !(difference < tolerance));

/** Largest relative difference of two equally long lists. */
export function largestDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return largest(
    expected,
    (value, index) => Math.abs((actual[index] ?? Number.NaN) - value) / Math.max(Math.abs(value), 1e-12),
  );
}

/** Largest difference of two equally long lists, relative to the largest expected number. */
export function differenceOfAll(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const scale = largest(expected, Math.abs);
  return largest(expected, (value, index) => Math.abs((actual[index] ?? Number.NaN) - value)) / (scale || 1);
}

/** NaN wins, so that a number that is none is never overlooked. */
function largest(values: ArrayLike<number>, of: (value: number, index: number) => number): number {
  return Array.from(values, of).reduce(
    (most, value) => (value > most || Number.isNaN(value) ? value : most),
    0,
  );
}
