import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import { ranks } from "@/lib/core/stats";

/** Something that every row has a number of, to lay points out by. */
export type Axis = { readonly metric: Metric; readonly values: Float64Array };

/** Name of the axis in addresses; metrics have names of their own, without a sign before them. */
export const RANK_AXIS = "~rank";

/**
 * All that points can be laid out by: metrics as measured, and the rank by the predictor's target, so that a dataset
 * with one metric has two axes too.
 * @param measured the target of every row, NaN where it was not measured
 */
export function axesOf(
  metrics: readonly Metric[],
  architectures: readonly EvaluatedArchitecture[],
  measured: Float64Array,
): Axis[] {
  const finite = [...measured.keys()].filter((row) => Number.isFinite(measured[row]));
  const ofFinite = ranks(finite.map((row) => -(measured[row] ?? NaN)));
  const rank = new Float64Array(measured.length).fill(NaN);
  for (const [index, row] of finite.entries()) rank[row] = ofFinite[index] ?? NaN;
  return [
    ...metrics.map((metric, index) => ({
      metric,
      values: Float64Array.from(architectures, ({ metrics: row }) => row[index] ?? NaN),
    })),
    { metric: { name: RANK_AXIS, label: "rank by the target", unit: null, goal: "min" }, values: rank },
  ];
}

/** A rectangle of values, ends included. */
export type Brush = { readonly x: readonly [number, number]; readonly y: readonly [number, number] };

/** The rectangle of four numbers from an address, or null where they are none. */
export function brushOf(numbers: readonly number[] | null): Brush | null {
  const [x0, x1, y0, y1] = numbers ?? [];
  if (x0 === undefined || x1 === undefined || y0 === undefined || y1 === undefined) return null;
  if (![x0, x1, y0, y1].every(Number.isFinite) || x0 > x1 || y0 > y1) return null;
  return { x: [x0, x1], y: [y0, y1] };
}

export const brushNumbers = ({ x, y }: Brush): number[] => [...x, ...y];

/** Rows inside, ascending. */
export function rowsInside(across: Float64Array, up: Float64Array, { x, y }: Brush): Uint32Array {
  const inside: number[] = [];
  for (let row = 0; row < across.length; row++) {
    const [atX, atY] = [across[row] ?? NaN, up[row] ?? NaN];
    if (atX >= x[0] && atX <= x[1] && atY >= y[0] && atY <= y[1]) inside.push(row);
  }
  return Uint32Array.from(inside);
}

/** Smallest and largest number; Infinity and -Infinity where there is none. */
export function finiteRange(values: Float64Array): [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (const value of values)
    if (Number.isFinite(value)) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  return [low, high];
}
