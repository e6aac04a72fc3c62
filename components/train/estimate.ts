import type { PredictorSummary } from "@/lib/api/contracts";
import type { KindSettings } from "@/lib/core/predictorKinds";

/** Rows a second where nothing has been measured yet, as a plain graphics card reaches them; without one it is slower. */
const UNMEASURED_RATE = 1_500;

/** Rows trained a second, from the newest predictor of this dataset, else a careful guess; and where it comes from. */
export function rateOf(stored: readonly PredictorSummary[]): { rate: number; source: string } {
  const last = stored.find(({ metrics }) => metrics.seconds > 0 && metrics.epochs > 0);
  if (!last)
    return { rate: UNMEASURED_RATE, source: "on a graphics card (a guess; the first epochs will tell)" };
  const { numTrain, epochs, seconds } = last.metrics;
  return { rate: (numTrain * epochs) / seconds, source: "(at the speed of the last predictor here)" };
}

/** Seconds a training will take: rows trained on, times epochs, at the known rate. */
export function estimateSeconds(
  settings: KindSettings,
  numRows: number,
  stored: readonly PredictorSummary[],
): number {
  const epochs = typeof settings.epochs === "number" ? settings.epochs : 1;
  return (numRows * settings.trainFraction * epochs) / rateOf(stored).rate;
}
