/** Scores as effects: each against the mean that its figure compares it with. */
import type { ModuleScore } from "../../core/module";
import type { SearchSpace } from "../../core/searchSpace";
import type { Effect } from "../../core/trust/nullBand";
import { meanScore, type Evidence } from "../evidence";
import { featureRows } from "../featureMatrix";

const against = (mean: number, { score, low, high }: Pick<Evidence, "score" | "low" | "high">): Effect => ({
  effect: score - mean,
  low: low - mean,
  high: high - mean,
});

type FeatureEvidence = Parameters<typeof featureRows>[0];

/** Values of features, each against the mean of its feature, as the heatmap of features shows them. */
export const featureEffects = (scores: FeatureEvidence, space: Pick<SearchSpace, "nodeFeatures">): Effect[] =>
  featureRows(scores, space).flatMap(({ mean, cells }) => cells.map((cell) => against(mean, cell)));

/** Single operations, each against the mean of its unit, as the heatmap of positions shows them. */
export function positionEffects(scores: readonly ModuleScore[]): Effect[] {
  const units = new Map<number, ModuleScore[]>();
  for (const score of scores) {
    const known = units.get(score.unitIndex);
    if (known) known.push(score);
    else units.set(score.unitIndex, [score]);
  }
  return [...units.values()].flatMap((ofUnit) => groupEffects(ofUnit));
}

/** Scores that are ranked together, each against the mean of all of them. */
export function groupEffects(scores: readonly Pick<Evidence, "score" | "low" | "high">[]): Effect[] {
  const mean = meanScore(scores);
  return scores.map((score) => against(mean, score));
}
