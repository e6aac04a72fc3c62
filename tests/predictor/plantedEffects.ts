import { mean } from "@/lib/core/stats";
import { isWithin, nullBand, type Effect } from "@/lib/core/trust/nullBand";
import { candidateSequences } from "@/lib/figures/candidates";
import { featureRows } from "@/lib/figures/featureMatrix";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import type { Predictor } from "@/lib/predictor/predictor";
import { plantedSpace, trueEffect, type PlantedData } from "./plantedData";

const { operations } = shownOperations(plantedSpace, []);

/** An effect as a figure shows it, and what it truly is. */
export type Named = Effect & { readonly name: string; readonly truth: number };

/** Of a value, the mean true effect of one node that takes it, over places and the operations that have it. */
export async function featureEffects(
  predictor: Predictor,
  { truth, problem }: PlantedData,
): Promise<Named[]> {
  const modules = positionModules(plantedSpace, operations);
  const truths = modules.map((module) => trueEffect(truth, problem.architectures, module, false));
  const rows = featureRows(await predictor.scoreFeatures(), plantedSpace);
  return rows.flatMap(({ feature, mean: middle, cells }) => {
    const index = plantedSpace.nodeFeatures.findIndex(({ name }) => name === feature);
    const { values = [] } = plantedSpace.nodeFeatures[index] ?? {};
    const ofValue = (code: number): number =>
      mean(truths.filter((_, at) => modules[at]?.nodes[0]?.[index] === code));
    const level = mean(values.map((_, code) => ofValue(code)));
    return cells.map(({ value, effect, low, high }) => ({
      name: `${feature} ${value}`,
      effect,
      low: low - middle,
      high: high - middle,
      truth: index < 0 ? NaN : ofValue(values.indexOf(Number(value))) - level,
    }));
  });
}

/** Of every operation in every place, against the mean of its unit. */
export async function positionEffects(
  predictor: Predictor,
  { truth, problem }: PlantedData,
): Promise<Named[]> {
  const scores = await predictor.scoreModules(positionModules(plantedSpace, operations));
  const { cells, unitMeans } = positionMatrix(plantedSpace, operations, scores);
  const truths = cells.map(({ module }) => trueEffect(truth, problem.architectures, module, false));
  return cells.map(({ key, module, effect, evidence }, index) => {
    const middle = unitMeans[module.unitIndex] ?? NaN;
    const ofUnit = truths.filter((_, at) => cells[at]?.module.unitIndex === module.unitIndex);
    return {
      name: key,
      effect,
      low: evidence.low - middle,
      high: evidence.high - middle,
      truth: (truths[index] ?? NaN) - mean(ofUnit),
    };
  });
}

/** Of the two-layer sequences of unit 2, against their mean. */
export async function sequenceEffects(
  predictor: Predictor,
  { truth, problem }: PlantedData,
): Promise<Named[]> {
  const { modules } = candidateSequences(plantedSpace, [], 1, 2);
  const scores = await predictor.scoreModules(modules);
  const middle = mean(scores.map(({ score }) => score));
  const truths = modules.map((module) => trueEffect(truth, problem.architectures, module, true));
  return scores.map(({ nodes, score, low, high }, index) => ({
    name: nodes.map((node) => node.join()).join(" "),
    effect: score - middle,
    low: low - middle,
    high: high - middle,
    truth: (truths[index] ?? NaN) - mean(truths),
  }));
}

export const best = (effects: readonly Named[], count: number): string[] =>
  [...effects]
    .sort((a, b) => b.effect - a.effect)
    .slice(0, count)
    .map(({ name }) => name);

/** Share of effects that a band of noise holds. */
export function shareWithin(noise: readonly Effect[], effects: readonly Effect[]): number {
  const band = nullBand(noise);
  if (band === null) return NaN;
  return mean(effects.map(({ effect }) => (isWithin(band, effect) ? 1 : 0)));
}

/** Share of true effects that their intervals hold. */
export const coverage = (effects: readonly Named[]): number =>
  mean(effects.map(({ low, high, truth }) => (low <= truth && truth <= high ? 1 : 0)));

/** Share of measurements of unseen architectures that their intervals hold. */
export async function predictionCoverage(predictor: Predictor, { unseen }: PlantedData): Promise<number> {
  const intervals = await predictor.predict(unseen.architectures);
  return mean(
    intervals.map(({ low, high }, row) => {
      const target = unseen.targets[row] ?? NaN;
      return low <= target && target <= high ? 1 : 0;
    }),
  );
}
