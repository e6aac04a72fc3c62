import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import type { SearchResult } from "@/lib/core/search/plan";
import { frontOf, type Point } from "@/lib/core/search/dominance";
import { sharedHypervolumes } from "@/lib/core/search/hypervolume";
import { parseTarget, targetValues } from "@/lib/core/target";
import type { PredictorUse } from "./useSought";

/** What was measured of a target: shape [rows]; NaN where a row has none, or the dataset lacks it. */
export function measuredTarget(
  metrics: readonly Metric[],
  architectures: readonly EvaluatedArchitecture[],
  target: string,
): Float64Array {
  const parsed = parseTarget(target, metrics);
  return parsed.ok
    ? targetValues({ architectures }, parsed.target).values
    : new Float64Array(architectures.length).fill(NaN);
}

/** The same of each predictor's target: shape [used][rows]. */
export const measuredValues = (
  metrics: readonly Metric[],
  architectures: readonly EvaluatedArchitecture[],
  used: readonly PredictorUse[],
): Float64Array[] => used.map(({ target }) => measuredTarget(metrics, architectures, target));

/** Gains of one architecture, more is better in each: one per goal. @param valueOf the used predictor's value */
const gainsOf = (used: readonly PredictorUse[], valueOf: (index: number) => number): Point =>
  used.flatMap(({ use }, index) =>
    use === "limit" ? [] : [use === "min" ? -valueOf(index) : valueOf(index)],
  );

/** Rows that no other measured row dominates. */
export function measuredFront(measured: readonly Float64Array[], used: readonly PredictorUse[]): number[] {
  const numRows = measured[0]?.length ?? 0;
  const points = Array.from({ length: numRows }, (_, row) =>
    gainsOf(used, (index) => measured[index]?.[row] ?? NaN),
  );
  return frontOf(points);
}

/** The first of `found` are the front (see SearchResult); none where nothing keeps the constraints. */
export const foundFront = ({ found, numFront, numKeeping }: SearchResult): SearchResult["found"] =>
  numKeeping === 0 ? [] : found.slice(0, numFront);

/**
 * What the measured front and the fronts of runs are worth on one scale.
 * @param front rows of the measured front
 * @returns first of the measured front, then of each run
 */
export function frontsWorth(
  measured: readonly Float64Array[],
  front: readonly number[],
  results: readonly SearchResult[],
  used: readonly PredictorUse[],
): number[] {
  return sharedHypervolumes([
    front.map((row) => gainsOf(used, (index) => measured[index]?.[row] ?? NaN)),
    ...results.map((result) =>
      foundFront(result).map(({ predicted }) => gainsOf(used, (index) => predicted[index]?.value ?? NaN)),
    ),
  ]);
}
