import type { Goal } from "@/lib/core/pareto";

/** How many values of the column are better than this one, and how many there are; NaN is not measured. */
export function numBetter(
  column: Float64Array,
  value: number,
  goal: Goal,
): { readonly better: number; readonly measured: number } {
  let better = 0;
  let measured = 0;
  for (const other of column) {
    if (Number.isNaN(other)) continue;
    measured++;
    if (goal === "max" ? other > value : other < value) better++;
  }
  return { better, measured };
}
