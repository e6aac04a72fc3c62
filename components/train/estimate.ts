import type { PredictorSummary } from "@/lib/api/contracts";
import type { KindSettings } from "@/lib/core/predictorKinds";

/** Rows a second where nothing has been measured yet, as a plain graphics card reaches them; without one it is slower. */
const UNMEASURED_RATE = 1_500;

/**
 * Rows trained a second, from the newest predictor of this dataset of the same kind, else a careful guess; and where
 * it comes from. A process needs seconds where a network needs minutes: other kinds tell nothing.
 */
export function rateOf(kind: string, stored: readonly PredictorSummary[]): { rate: number; source: string } {
  const last = stored.find((one) => one.kind === kind && one.metrics.seconds > 0 && one.metrics.epochs > 0);
  if (!last)
    return { rate: UNMEASURED_RATE, source: "on a graphics card (a guess; the first epochs will tell)" };
  const { numTrain, epochs, seconds } = last.metrics;
  return { rate: (numTrain * epochs) / seconds, source: "(at the speed of the last predictor of this kind)" };
}

/** Seconds a training will take: rows trained on, times epochs, at the known rate. */
export function estimateSeconds(
  settings: KindSettings,
  numRows: number,
  stored: readonly PredictorSummary[],
): number {
  const epochs = typeof settings.epochs === "number" ? settings.epochs : 1;
  return (numRows * settings.trainFraction * epochs) / rateOf(settings.kind, stored).rate;
}
