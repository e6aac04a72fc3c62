import { mean, srcc, standardDeviation } from "../../core/stats";
import type { Columns, Point } from "./encoder";
import { conformalQuantile } from "../conformal";
import { fromLogs, negativeLogEvidence, pairsOf, startOf } from "./evidence";
import type { Hyperparameters } from "./kernel";
import { minimise } from "./minimise";
import { condition, type Posterior } from "./process";
import { rankGaussianScale, rawScale, type TargetScale } from "./targetScale";
import { densePoint, meanRow, minus } from "./vectors";

/** Labelled rows as points, in an order free of meaning (the first are tuned and calibrated on). */
export type Labelled = {
  readonly points: readonly Point[];
  readonly columns: Columns;
  readonly targets: Float64Array;
};

export type Fitted = {
  readonly posterior: Posterior;
  readonly scale: TargetScale;
  /** Half-width of the 90 % interval in standard deviations, measured by leaving one row out at a time. */
  readonly reach: number;
};

/** Rows that the hyperparameters are chosen on: one step costs numRows cubed, and a few dozen numbers need no more. */
export const MOST_ROWS_TO_TUNE = 300;
/** Rows left out in turn for intervals. */
const MOST_ROWS_TO_CALIBRATE = 600;
/**
 * Targets more skewed than this are also tried as normal scores, and much more skewed ones as nothing else: a few far
 * below the others would be most of what there is to explain, and too few to say which scale foresees ranks better.
 */
const SKEWED = 0.5;
const VERY_SKEWED = 1.5;
/** Leave-one-out SRCC that normal scores must gain: on the raw scale module effects keep the target's unit. */
const WORTH_CHANGING = 0.003;

/**
 * Chooses the target's scale and the hyperparameters of maximum evidence, and conditions on the rows. Deterministic.
 * The scale is chosen by leave-one-out SRCC and not by evidence: the empirical map has no density to correct with.
 * @param beforeStep awaited between steps of the search; throws to cancel
 */
export async function fitProcess(
  { points, columns, targets }: Labelled,
  beforeStep: () => Promise<void>,
): Promise<Fitted> {
  const tuned = points.slice(0, MOST_ROWS_TO_TUNE);
  const skew = Math.abs(skewness(targets));
  const scales = [
    ...(skew > VERY_SKEWED ? [] : [rawScale(targets)]),
    ...(skew > SKEWED ? [rankGaussianScale(targets)] : []),
  ];
  let best: { scale: TargetScale; hyperparameters: Hyperparameters; srcc: number } | null = null;
  for (const scale of scales) {
    const latents = targets.map((target) => scale.toLatent(target));
    const first = latents.slice(0, tuned.length);
    const hyperparameters = await tune(tuned, columns, first, beforeStep);
    // With one scale there is nothing to choose between.
    const left =
      scales.length > 1 ? condition(tuned, first, hyperparameters, columns).leaveOneOut(Infinity) : null;
    const agreement = left === null ? 1 : srcc(left.mean, first);
    if (best === null || agreement > best.srcc + WORTH_CHANGING)
      best = { scale, hyperparameters, srcc: agreement };
  }
  if (best === null) throw new Error("No scale of the target was tried.");
  return conditionOn({ points, columns, targets }, best.scale, best.hyperparameters);
}

/** Chooses the hyperparameters on a scale that is known, and conditions on the rows. */
export async function tuneOn(
  rows: Labelled,
  scale: TargetScale,
  beforeStep: () => Promise<void>,
): Promise<Fitted> {
  const latents = rows.targets.slice(0, MOST_ROWS_TO_TUNE).map(scale.toLatent);
  const hyperparameters = await tune(
    rows.points.slice(0, MOST_ROWS_TO_TUNE),
    rows.columns,
    latents,
    beforeStep,
  );
  return conditionOn(rows, scale, hyperparameters);
}

/**
 * Takes in rows that were held out, once they have been looked at. The scale's kind is kept; hyperparameters are chosen
 * anew where there are more rows to choose them on than before, which with 50 labels is worth as much as the rows.
 * @param rows those that were fitted before, then the others
 * @param numBefore rows that were fitted before
 */
export async function refitOn(
  rows: Labelled,
  scale: TargetScale,
  { posterior }: Fitted,
  numBefore: number,
  beforeStep: () => Promise<void>,
): Promise<Fitted> {
  return Math.min(rows.points.length, MOST_ROWS_TO_TUNE) > numBefore
    ? tuneOn(rows, scale, beforeStep)
    : conditionOn(rows, scale, posterior.hyperparameters);
}

/** Conditions on rows without tuning again. */
export function conditionOn(
  { points, columns, targets }: Labelled,
  scale: TargetScale,
  hyperparameters: Hyperparameters,
): Fitted {
  const latents = targets.map((target) => scale.toLatent(target));
  const posterior = condition(points, latents, hyperparameters, columns);
  return { posterior, scale, reach: measuredReach(posterior) };
}

async function tune(
  points: readonly Point[],
  columns: Columns,
  latents: Float64Array,
  beforeStep: () => Promise<void>,
): Promise<Hyperparameters> {
  const dense = points.map((point) => densePoint(point, columns.size));
  const centre = meanRow(dense);
  const pairs = pairsOf(
    dense.map((row) => minus(row, centre)),
    columns,
  );
  const evidence = (logs: readonly number[]) => negativeLogEvidence(pairs, latents, logs);
  return fromLogs(pairs, await minimise(evidence, startOf(pairs), { beforeStep }));
}

/**
 * The finite-sample 90 % quantile of the leave-one-out errors in standard deviations (split conformal, with the
 * rows themselves in the place of a split): intervals cover what they say even where the model's noise is not normal.
 */
function measuredReach(posterior: Posterior): number {
  const left = posterior.leaveOneOut(MOST_ROWS_TO_CALIBRATE);
  const errors = left.latents.map(
    (latent, i) => Math.abs(latent - (left.mean[i] as number)) / Math.sqrt(left.variance[i] as number),
  );
  return conformalQuantile([...errors]) ?? 1.645;
}

function skewness(values: Float64Array): number {
  const centre = mean(values);
  const spread = standardDeviation(values);
  return spread === 0 ? 0 : mean(values.map((value) => ((value - centre) / spread) ** 3));
}
