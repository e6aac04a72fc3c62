/** What kinds that are fitted to all of their rows in one go, without epochs, have in common. */
import type { FitMetrics, FitProgress } from "./predictor";

/** The figures that only epochs, hops and members have. */
export const IN_ONE_GO = {
  hopSrcc: [],
  epochs: 1,
  members: 1,
  lossCurve: [],
} as const satisfies Partial<FitMetrics>;

/** The one progress of such a fit, at its end. @param loss on rows that it was fitted to or that it set apart */
export const onlyProgress = (metrics: FitMetrics, loss: number, numRows: number): FitProgress => ({
  epoch: 1,
  numEpochs: 1,
  loss,
  heldOutLoss: metrics.mae,
  hopSrcc: [],
  srcc: metrics.srcc,
  rowsPerSecond: metrics.seconds > 0 ? numRows / metrics.seconds : 0,
  secondsLeft: 0,
});
