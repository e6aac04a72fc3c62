import { mean, rankAgreement } from "../core/stats";
import type { FitMetrics } from "./predictor";

/** How good predictions of held-out rows are, both in units of the target. */
export function heldOutMetrics(
  measured: Float64Array,
  predicted: readonly number[],
): Pick<FitMetrics, "srcc" | "mae" | "mape" | "numTest" | "heldOut"> {
  const errors = predicted.map((value, row) => Math.abs(value - (measured[row] as number)));
  return {
    srcc: rankAgreement(predicted, measured),
    mae: errors.length > 0 ? mean(errors) : 0,
    mape:
      errors.length === 0 || measured.includes(0)
        ? null
        : mean(errors.map((error, row) => error / Math.abs(measured[row] as number))),
    numTest: measured.length,
    heldOut: { measured: [...measured], predicted },
  };
}
