/** Made-up rows and scores beyond those of fixtures.ts, for figures that need many architectures or synergy. */
import type { EvaluatedArchitecture, Node } from "../core/architecture";
import type { Module, ModuleScore } from "../core/module";
import { featureEvidence, fixtureAccuracy, fixtureLatency, fixturePredicted, fixtureScore } from "./fixtures";
import { fitSet, type FitSet } from "./fitSets";

const node = (index: number, step: number): Node => [(index + step) % 2, Math.floor(index / (1 + step)) % 3];

/** Sixty architectures of stagedSpace; those with a high accuracy begin with a wide kernel. */
export const fixtureArchitectures: readonly EvaluatedArchitecture[] = [...fixtureAccuracy].map(
  (accuracy, index) => ({
    id: `staged-${index + 1}`,
    row: index + 2,
    units: [
      [accuracy > 76 ? [1, 2] : [index % 2, index % 2], ...(index % 3 === 0 ? [node(index, 1)] : [])],
      [node(index, 2), node(index, 3), ...(index % 2 === 0 ? [node(index, 1)] : [])],
      [node(index, 4), node(index, 5)],
    ],
    globals: [],
    metrics: [accuracy, fixtureLatency[index] ?? null],
  }),
);

const TOGETHER = 0.9;

/** As fixtureScore, but where a wide kernel follows an expansion of 6, both are worth more together. */
export function fixtureTogether(module: Module): ModuleScore {
  const score = fixtureScore(module);
  const pairs = module.nodes.filter(
    (second, index) => second[1] === 2 && module.nodes[index - 1]?.[0] === 1,
  ).length;
  const bonus = TOGETHER * pairs;
  return { ...score, score: score.score + bonus, low: score.low + bonus, high: score.high + bonus };
}

/** As a second predictor may score: latencies in ms, which fall where operations are small, and sure of early layers only. */
export function fixtureOther(module: Module): ModuleScore {
  const score = fixtureScore(module);
  const halfWidth = 0.4 * (1 + (module.layers.at(-1) ?? 0));
  const latency = 12 + 0.6 * (score.score - 74) - (module.nodes[0]?.at(-1) ?? 0);
  return { ...score, score: latency, low: latency - halfWidth, high: latency + halfWidth };
}

/** As a second predictor may score values: it turns the order of kernels round. */
export const otherFeatureEvidence = featureEvidence.map((evidence) => {
  const turned = evidence.feature === "kernel" ? 2 - evidence.score : evidence.score;
  return { ...evidence, score: 10 * turned, low: 10 * turned - 0.8, high: 10 * turned + 0.8 };
});

const fitted = (spread: number, from: number, to: number) =>
  [...fixtureAccuracy].slice(from, to).map((measured, index) => ({
    id: fixtureArchitectures[from + index]?.id ?? null,
    measured,
    predicted: measured + spread * ((fixturePredicted[from + index] ?? 0) - measured),
  }));

/** Predictions that fit training rows better than those held out. */
export const fixtureFit: readonly FitSet[] = [
  fitSet("Training rows", "It has seen these.", fitted(0.5, 0, 40), 4_000),
  fitSet("Validation rows", "Predicted by parts that had not seen them.", fitted(1.5, 20, 40)),
  fitSet("Held-out rows (test)", "Predicted before it had seen them.", fitted(2, 40, 60)),
];
