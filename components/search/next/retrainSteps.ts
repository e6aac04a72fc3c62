/** Which predictors are worth training again now that measurements of their lists have come, and in which order. */
import type { PredictorSummary } from "@/lib/api/contracts";
import { predictorKind, type KindSettings } from "@/lib/core/predictorKinds";
import { settingsToRefit } from "@/lib/core/predictorSettings";
import { outcomesOf, type CameOut, type KeptList } from "./keptLists";

/** A list with what came out of it. */
export type ListOutcome = { readonly list: KeptList; readonly came: readonly CameOut[] };

export type RetrainStep = {
  readonly predictor: PredictorSummary;
  /** The same as the predictor was trained with, its seed among them. */
  readonly settings: KindSettings;
  /** Measurements that it has not learned from, over all lists. */
  readonly numNew: number;
  /** Whether its successor is the one to go on with: that of the newest list's first goal. */
  readonly putToUse: boolean;
};

/** What was asked of a fit, without what the fit found out; null where this predictor cannot be trained here. */
export function settingsAgain({
  kind,
  settings,
}: Pick<PredictorSummary, "kind" | "settings">): KindSettings | null {
  if (predictorKind(kind) === null || settings.released !== undefined) return null;
  return settingsToRefit({ ...settings, kind });
}

/** Measurements of a list's target that the predictor's successor has not seen. */
export function numNewOf({ list, came }: ListOutcome, targetIndex: number): number {
  const from = list.predictorIds[targetIndex];
  const learned = list.retrained.find((one) => one.from === from)?.numMeasured ?? 0;
  return Math.max(0, outcomesOf(came, targetIndex).length - learned);
}

/**
 * The steps, the one to put to use last: what is chosen then stays chosen.
 * @param outcomes of all kept lists, newest last
 */
export function retrainSteps(
  outcomes: readonly ListOutcome[],
  predictors: readonly PredictorSummary[],
): RetrainStep[] {
  const newest = outcomes.findLast((outcome) =>
    outcome.list.targets.some((_, index) => numNewOf(outcome, index) > 0),
  );
  if (newest === undefined) return [];
  const firstGoal = Math.max(
    0,
    newest.list.goals.findIndex((goal, index) => goal !== null && numNewOf(newest, index) > 0),
  );
  const chosen = newest.list.predictorIds[firstGoal];
  const numNew = new Map<string, number>();
  for (const outcome of outcomes)
    for (const [index, id] of outcome.list.predictorIds.entries())
      numNew.set(id, (numNew.get(id) ?? 0) + numNewOf(outcome, index));
  const steps = [...numNew].flatMap(([id, count]): RetrainStep[] => {
    const predictor = predictors.find((one) => one.id === id);
    const settings = predictor && settingsAgain(predictor);
    return predictor && settings && count > 0
      ? [{ predictor, settings, numNew: count, putToUse: id === chosen }]
      : [];
  });
  return steps.toSorted((a, b) => Number(a.putToUse) - Number(b.putToUse));
}

/** The lists once a step's successor is stored. */
export const withRetrained = (outcomes: readonly ListOutcome[], from: string, to: string): KeptList[] =>
  outcomes.map(({ list, came }) => {
    const targetIndex = list.predictorIds.indexOf(from);
    if (targetIndex < 0) return list;
    const numMeasured = outcomesOf(came, targetIndex).length;
    if (numMeasured === 0) return list;
    const others = list.retrained.filter((one) => one.from !== from);
    return { ...list, retrained: [...others, { from, to, numMeasured }] };
  });

/** Whether a training that was cut off is this step. */
export const isStep = (
  { predictor, settings }: RetrainStep,
  unfinished: { readonly target: string; readonly settings: KindSettings },
): boolean => predictor.target === unfinished.target && sameSettings(settings, unfinished.settings);

const sameSettings = (a: KindSettings, b: KindSettings): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, value]) => b[name] === value);
