/** What a released checkpoint says of a dataset's rows, in figures and in sentences. */
import type { Architecture } from "../../core/architecture";
import type { SearchSpace } from "../../core/searchSpace";
import { mean, rankAgreement } from "../../core/stats";
import type { PredictorMetrics } from "../predictor";

/** How well it ranks rows whose target was measured. @param hopNorms graph norms, [hops][rows] */
export function measuredOn(
  measured: readonly number[],
  predicted: readonly number[],
  hopNorms: readonly Float64Array[],
): Partial<PredictorMetrics> {
  const errors = measured.map((value, index) => Math.abs(value - (predicted[index] ?? NaN)));
  return {
    srcc: rankAgreement(predicted, measured),
    mae: mean(errors),
    mape: measured.includes(0)
      ? null
      : mean(errors.map((error, index) => error / Math.abs(measured[index] ?? 1))),
    hopSrcc: hopNorms.map((norms) => rankAgreement(norms, measured)),
    numTest: measured.length,
    heldOut: { measured, predicted },
  };
}

const SEEN = "which it may have been trained on";
const BY_PREDICTIONS = "with its own predictions in place of measurements, which the dataset lacks";

/** Where its moments come from, and whether its figures are of rows that it may know. */
export function momentNotes(missing: boolean, measured: boolean, count: number): string[] {
  if (missing)
    return [
      `The checkpoint's moments were refitted on ${count} rows of this dataset, ${measured ? SEEN : BY_PREDICTIONS}.`,
    ];
  return measured ? [`The checkpoint was tried on ${count} rows of this dataset, ${SEEN}.`] : [];
}

/** Resolutions beyond those of the checkpoint's training: its scale goes on, its knowledge does not. */
export function resolutionNotes(
  architectures: readonly Architecture[],
  { globalFeatures }: SearchSpace,
): string[] {
  const [low = 0, high = 0] = globalFeatures[0]?.values.map(Number) ?? [];
  const outside = architectures.filter(
    ({ globals: [resolution = low] }) => resolution < low || resolution > high,
  );
  if (outside.length === 0) return [];
  return [
    `The checkpoint was trained on resolutions from ${low} to ${high}; what it says of rows with others (${outside.length}) is extrapolated.`,
  ];
}
