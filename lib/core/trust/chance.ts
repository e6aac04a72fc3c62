import { quantileSorted, srcc } from "../stats";
import { seededRandom, shuffled } from "../random";

/** One order in twenty does as well by chance. */
export const CHANCE_LEVEL = 0.05;

/** Up to here the normal approximation errs in the second decimal, so orders are drawn instead. */
const MOST_DRAWN_ROWS = 30;
const NUM_DRAWS = 4_000;
const SEED = 1;
/** 95 % of a normal variable lie below. */
const NORMAL_95 = 1.6448536;

const drawnBounds = new Map<number, number>();

/**
 * The SRCC that only one random order in twenty of `numRows` rows reaches (one-sided): the 95 % point of drawn orders
 * for few rows, else the normal one, where the variance under chance is 1 / (n - 1) (Kendall, Rank Correlation
 * Methods). 1 where there are too few rows for any order to be better than chance.
 */
export function chanceBound(numRows: number): number {
  if (numRows < 4) return 1;
  if (numRows > MOST_DRAWN_ROWS) return NORMAL_95 / Math.sqrt(numRows - 1);
  const known = drawnBounds.get(numRows);
  if (known !== undefined) return known;
  const random = seededRandom(SEED);
  const order = Array.from({ length: numRows }, (_, index) => index);
  const drawn = Float64Array.from({ length: NUM_DRAWS }, () => srcc(order, shuffled(order, random))).sort();
  const bound = quantileSorted(drawn, 1 - CHANCE_LEVEL);
  drawnBounds.set(numRows, bound);
  return bound;
}

/** What a hop's held-out SRCC says: `chance` where a random order does as well once in twenty times or more often. */
export type HopVerdict =
  | { readonly verdict: "ranks" }
  | { readonly verdict: "chance"; readonly bound: number; readonly numRows: number };

/** @param numRows held-out rows that the SRCC was measured on */
export function judgeHop(hopSrcc: number, numRows: number): HopVerdict {
  const bound = chanceBound(numRows);
  return hopSrcc > bound ? { verdict: "ranks" } : { verdict: "chance", bound, numRows };
}
