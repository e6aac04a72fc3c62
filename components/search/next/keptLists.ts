/** Lists of what is to be measured, kept in this browser until their measurements have come back. */
import type { Architecture } from "@/lib/core/architecture";
import { isRecord } from "@/lib/core/formats/record";
import type { Goal } from "@/lib/core/pareto";
import type { Prediction } from "@/lib/core/search/plan";

export type KeptRun = {
  /** See architectureKey: how a measurement finds its prediction again. */
  readonly key: string;
  /** One per target of the list. */
  readonly predicted: readonly Prediction[];
};

/** A predictor that was trained again with what came out of a list. */
export type Retrained = {
  readonly from: string;
  readonly to: string;
  /** Measurements of the list that it learned from: with more of them it is worth another time. */
  readonly numMeasured: number;
};

export type KeptList = {
  readonly seed: number;
  readonly rule: string;
  readonly targets: readonly string[];
  /** Who predicted, one per target; lists that were kept before this was noted have none. */
  readonly predictorIds: readonly string[];
  /** What was wanted of each target; null where it only had limits. */
  readonly goals: readonly (Goal | null)[];
  readonly runs: readonly KeptRun[];
  readonly retrained: readonly Retrained[];
};

/** Older ones are forgotten. */
const MOST_LISTS = 20;

const isPrediction = (value: unknown): value is Prediction =>
  isRecord(value) && [value.value, value.low, value.high].every((part) => typeof part === "number");

const isRun = (value: unknown): value is KeptRun =>
  isRecord(value) &&
  typeof value.key === "string" &&
  Array.isArray(value.predicted) &&
  value.predicted.every(isPrediction);

const isText = (value: unknown): value is string => typeof value === "string";
const isGoal = (value: unknown): value is Goal | null => value === "max" || value === "min" || value === null;
const isRetrained = (value: unknown): value is Retrained =>
  isRecord(value) && isText(value.from) && isText(value.to) && typeof value.numMeasured === "number";

/** All of a stored array, or nothing of it; nothing where there is none. */
const allOf = <T>(value: unknown, is: (one: unknown) => one is T): readonly T[] =>
  Array.isArray(value) && value.every(is) ? value : [];

function listOf(value: unknown): KeptList | null {
  if (!isRecord(value)) return null;
  const { seed, rule, targets, runs } = value;
  if (typeof seed !== "number" || typeof rule !== "string") return null;
  if (!Array.isArray(targets) || !targets.every(isText)) return null;
  if (!Array.isArray(runs) || !runs.every(isRun)) return null;
  return {
    seed,
    rule,
    targets,
    runs,
    predictorIds: allOf(value.predictorIds, isText),
    goals: allOf(value.goals, isGoal),
    retrained: allOf(value.retrained, isRetrained),
  };
}

export const keyOfLists = (datasetId: string): string => `archwright.toMeasure.${datasetId}`;

/** What of a stored text can still be read, newest last; nothing where it is none of ours. */
export function parseLists(text: string | null): readonly KeptList[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.flatMap((one) => listOf(one) ?? []) : [];
  } catch {
    return [];
  }
}

export const listsText = (lists: readonly KeptList[]): string => JSON.stringify(lists.slice(-MOST_LISTS));

/** An architecture as it was measured: one value per target of the list, NaN where it has none. */
export type MeasuredRun = { readonly architecture: Architecture; readonly measured: readonly number[] };

/** One target of a run: what was expected, and what came out (NaN where that is not known yet). */
export type Outcome = { readonly predicted: Prediction; readonly measured: number };

/** A run of which at least one target was measured, with an outcome per target. */
export type CameOut = { readonly architecture: Architecture; readonly outcomes: readonly Outcome[] };

/**
 * What came out of a list, in its order.
 * @param rowOf what was measured, by architectureKey
 */
export const cameOut = ({ runs }: KeptList, rowOf: ReadonlyMap<string, MeasuredRun>): CameOut[] =>
  runs.flatMap(({ key, predicted }) => {
    const row = rowOf.get(key);
    if (row === undefined) return [];
    const outcomes = predicted.map((one, index) => ({
      predicted: one,
      measured: row.measured[index] ?? NaN,
    }));
    return outcomes.some(isMeasured) ? [{ architecture: row.architecture, outcomes }] : [];
  });

export const isMeasured = ({ measured }: Outcome): boolean => Number.isFinite(measured);

/** Runs whose target of this index was measured. */
export const outcomesOf = (came: readonly CameOut[], targetIndex: number): Outcome[] =>
  came.flatMap(({ outcomes }) => outcomes.slice(targetIndex, targetIndex + 1).filter(isMeasured));
