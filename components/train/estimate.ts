import type { PredictorSummary } from "@/lib/api/contracts";
import type { KindSettings } from "@/lib/core/predictorKinds";

/** Rows a second where nothing has been measured yet: a graphics processor emulated on two cores reaches it. */
const UNMEASURED_RATE = 1_500;

/** Rows trained a second, from the newest predictor of this dataset, else a careful guess; and where it comes from. */
export function rateOf(stored: readonly PredictorSummary[]): { rate: number; source: string } {
  const last = stored.find(({ metrics }) => metrics.seconds > 0 && metrics.epochs > 0);
  if (!last) return { rate: UNMEASURED_RATE, source: "(a guess until the first epochs are measured)" };
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
