import type { PredictorSummary } from "@/lib/api/contracts";
import type { KindSettings } from "@/lib/core/predictorKinds";

/** Rows a second where nothing has been measured yet, as a plain graphics card reaches them; without one it is slower. */
const UNMEASURED_RATE = 1_500;

/** Seconds that a fit in one go took on one core of a plain machine, and the power of the rows that its time grows with. */
type OneGo = { readonly numTrain: number; readonly seconds: number; readonly power: number };
const PROCESS: OneGo = { numTrain: 1_500, seconds: 10, power: 3 };
const IN_ONE_GO: Readonly<Record<string, OneGo>> = {
  ridge: { numTrain: 720, seconds: 5, power: 3 },
  forest: { numTrain: 270, seconds: 3, power: 1.5 },
};

export type Estimate = {
  readonly seconds: number;
  /** Where it comes from, to stand behind it. */
  readonly source: string;
};

/** Whether a kind sees its rows again and again; others are fitted to them in one go. */
export const trainsInEpochs = (settings: KindSettings): boolean => typeof settings.epochs === "number";

/** Rows that are trained on, held out and left out: a fit in one go takes no more of them than its settings say. */
export function splitSizes(
  settings: KindSettings,
  numRows: number,
): { readonly numTrain: number; readonly numTest: number; readonly numLeft: number } {
  const { trainFraction, maxRows } = settings;
  const drawn = Math.floor(numRows * trainFraction);
  const most = !trainsInEpochs(settings) && typeof maxRows === "number" ? maxRows : Infinity;
  const numTrain = Math.min(drawn, most);
  const numTest = Math.min(numRows - drawn, Math.max(1, Math.round(most * (1 - trainFraction))));
  return { numTrain, numTest, numLeft: numRows - numTrain - numTest };
}

/**
 * How long a training will take, from the newest predictor of this dataset of the same kind, else a careful guess. A
 * process needs seconds where a network needs minutes: other kinds tell nothing.
 */
export function estimateDuration(
  settings: KindSettings,
  numRows: number,
  stored: readonly PredictorSummary[],
): Estimate {
  const last = stored.find(
    ({ kind, metrics }) => kind === settings.kind && metrics.seconds > 0 && metrics.epochs > 0,
  )?.metrics;
  const source = last
    ? "(at the speed of the last predictor of this kind)"
    : trainsInEpochs(settings)
      ? "on a graphics card (a guess; the first epochs will tell)"
      : "(a guess: other work on this machine slows it down)";
  const { numTrain } = splitSizes(settings, numRows);
  if (!trainsInEpochs(settings)) {
    const guess = IN_ONE_GO[settings.kind] ?? PROCESS;
    const known = last ?? guess;
    return { seconds: known.seconds * (numTrain / known.numTrain) ** guess.power, source };
  }
  const rate = last ? (last.numTrain * last.epochs) / last.seconds : UNMEASURED_RATE;
  return { seconds: (numTrain * Number(settings.epochs)) / rate, source };
}
