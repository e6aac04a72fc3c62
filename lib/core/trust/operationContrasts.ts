/**
 * How much the measured rows say it matters which of two operations stands at a place. No predictor is asked. Rows that
 * differ at one place only would say it best (see matchedPairs.ts), but of random architectures hardly two are so near: among
 * the 2,000 of the staged sample there is no such pair. So what the rest of a row is worth is taken off by least squares.
 */
import type { Architecture, Node } from "../architecture";
import type { SearchSpace } from "../searchSpace";
import { mean } from "../stats";
import { EMPTY, slotTable, type SlotTable } from "./slots";

/** A root mean squared difference over places, in units of the target, with its 90 % interval. */
export type OperationContrast = {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** The mean squared difference without what noise adds to it; below 0 where noise happens to take more away. */
  readonly squared: number;
  /** Places at which the rows have both operations. */
  readonly numPlaces: number;
};

export type OperationContrasts = {
  /** Null where the rows never have both at one place. */
  between(a: Node, b: Node): OperationContrast | null;
};

/** Rows that must be left over for the noise to be known. */
const LEAST_SPARE_ROWS = 10;
const MAX_ROUNDS = 200;
const TOLERANCE = 1e-9;
/** 95 % point of the standard normal distribution: 90 % lie within it on both sides. */
const REACH = 1.6448536;

/** One slot as a factor: which of its levels each row has, and what each level adds by least squares. */
type Factor = {
  readonly levelOf: Int32Array;
  readonly counts: Float64Array;
  readonly effects: Float64Array;
  /** The slot table's numbers by level. */
  readonly levels: ReadonlyMap<number, number>;
};

/**
 * Main effects of every operation at every place, with those of features of the whole architecture, by least squares
 * (an analysis of variance). Standard errors take the other places' effects as known, which is exact in balanced data.
 * @param targets shape [architectures]; rows without a number are left out
 * @returns null where the rows are too few for it
 */
export function operationContrasts(
  space: SearchSpace,
  architectures: readonly Architecture[],
  targets: ArrayLike<number>,
): OperationContrasts | null {
  const rows = architectures.flatMap((architecture, index) => {
    const target = targets[index] ?? NaN;
    return Number.isFinite(target) ? [{ architecture, target }] : [];
  });
  const table = slotTable(
    space,
    rows.map(({ architecture }) => architecture),
  );
  const factors = factorsOf(table);
  const numFree = rows.length - factors.reduce((sum, of) => sum + (of?.counts.length ?? 1) - 1, 1);
  if (numFree < LEAST_SPARE_ROWS) return null;
  const left = fitEffects(
    factors.flatMap((factor) => factor ?? []),
    Float64Array.from(rows, ({ target }) => target),
  );
  const variance = left.reduce((sum, value) => sum + value * value, 0) / numFree;
  return {
    between: (a, b) =>
      contrast(factors.slice(0, table.numLayerSlots), variance, table.numberOf(a), table.numberOf(b)),
  };
}

/** One factor a slot; null for one that nearly every row has another level of, as numbers without steps have. */
function factorsOf({ numRows, numSlots, values }: SlotTable): (Factor | null)[] {
  return Array.from({ length: numSlots }, (_, slot) => {
    const levels = new Map<number, number>();
    const levelOf = Int32Array.from({ length: numRows }, (_row, row) => {
      const value = values[row * numSlots + slot] ?? EMPTY;
      const level = levels.get(value) ?? levels.size;
      levels.set(value, level);
      return level;
    });
    if (levels.size > numRows / 2) return null;
    const counts = new Float64Array(levels.size);
    for (const level of levelOf) counts[level] = (counts[level] ?? 0) + 1;
    return { levelOf, counts, levels, effects: new Float64Array(levels.size) };
  });
}

/** Least squares by backfitting: each factor in turn takes what the others leave over. @returns what all leave over */
function fitEffects(factors: readonly Factor[], targets: Float64Array): Float64Array {
  const centre = targets.length === 0 ? 0 : mean(targets);
  const left = targets.map((target) => target - centre);
  const size = left.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    let change = 0;
    for (const { levelOf, counts, effects } of factors) {
      const shifts = new Float64Array(counts.length);
      levelOf.forEach((level, row) => (shifts[level] = (shifts[level] ?? 0) + (left[row] ?? 0)));
      shifts.forEach((sum, level) => {
        const shift = sum / (counts[level] ?? 1);
        shifts[level] = shift;
        effects[level] = (effects[level] ?? 0) + shift;
        change = Math.max(change, Math.abs(shift));
      });
      levelOf.forEach((level, row) => (left[row] = (left[row] ?? 0) - (shifts[level] ?? 0)));
    }
    if (change <= size * TOLERANCE) break;
  }
  return left;
}

/**
 * Squared differences of noisy numbers are too large by the noise's variance, which is taken off; what is left varies by
 * 4 d^2 s^2 + 2 s^4 for a difference d with standard error s.
 */
function contrast(
  places: readonly (Factor | null)[],
  variance: number,
  a: number,
  b: number,
): OperationContrast | null {
  const squares: number[] = [];
  let spread = 0;
  for (const factor of places) {
    const [levelA, levelB] = [factor?.levels.get(a), factor?.levels.get(b)];
    if (!factor || levelA === undefined || levelB === undefined) continue;
    const difference = (factor.effects[levelA] ?? NaN) - (factor.effects[levelB] ?? NaN);
    const noise = variance * (1 / (factor.counts[levelA] ?? NaN) + 1 / (factor.counts[levelB] ?? NaN));
    const square = difference * difference - noise;
    squares.push(square);
    spread += 4 * Math.max(0, square) * noise + 2 * noise * noise;
  }
  if (squares.length === 0) return null;
  const squared = mean(squares);
  const reach = (REACH * Math.sqrt(spread)) / squares.length;
  const root = (value: number): number => Math.sqrt(Math.max(0, value));
  return {
    difference: root(squared),
    low: root(squared - reach),
    high: root(squared + reach),
    squared,
    numPlaces: squares.length,
  };
}
