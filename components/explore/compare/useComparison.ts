"use client";

import { useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module, ModuleScore } from "@/lib/core/module";
import { positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import type { FeatureScore } from "@/lib/predictor/predictor";
import { useExploration, type Exploration } from "../exploration";
import { moduleLabel, modulePlace } from "../moduleWords";
import { useAnswer } from "../useAnswer";
import { rankedCandidates } from "../useScores";
import type { COMPARED_FIGURES } from "./compareState";
import { askBeside, type BesidePredictor } from "./useBeside";

export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

/** One thing that both predictors score. */
export type ComparedThing = {
  readonly key: string;
  /** `e6k5 at unit 2, layer 1` */
  readonly label: string;
  readonly module: Module | null;
  readonly first: number;
  readonly second: number;
};

/** More sequences than this are compared only where the data holds them. */
const MOST_COMPARED = 10_000;

/** Scores of the same things by the predictor in use and by the one beside it. */
export function useComparison(
  figure: ComparedFigure,
  unitIndex: number,
  size: number,
  beside: BesidePredictor,
): Loadable<readonly ComparedThing[]> {
  const exploration = useExploration();
  const ask = useMemo(
    () => async () =>
      figure === "features"
        ? compareFeatures(exploration, beside)
        : compareModules(
            exploration,
            beside,
            figure === "positions"
              ? placesOf(exploration)
              : rankedCandidates(exploration, unitIndex, size, MOST_COMPARED).modules,
          ),
    [exploration, beside, figure, unitIndex, size],
  );
  const part = figure === "sequences" ? `${unitIndex} ${size}` : "";
  return useAnswer(`${exploration.opened.id} compared ${beside.id} ${figure} ${part}`, ask);
}

const placesOf = ({ dataset, architectures }: Exploration): Module[] =>
  positionModules(dataset.space, shownOperations(dataset.space, architectures).operations);

async function compareModules(
  { dataset, opened }: Exploration,
  beside: BesidePredictor,
  modules: readonly Module[],
): Promise<ComparedThing[]> {
  const { scores } = await opened.client.run("scoreModules", { modules });
  const { client } = opened;
  const { scores: others } = await askBeside(client, beside, () =>
    client.run("scoreModules", { modules, beside: beside.name }),
  );
  const scoreOf = new Map(others.map((score: ModuleScore) => [encodeModule(score), score.score]));
  return scores.map((score) => {
    const key = encodeModule(score);
    const label = `${moduleLabel(dataset.space, score)} at ${modulePlace(dataset.space, score)}`;
    return { key, label, module: score, first: score.score, second: scoreOf.get(key) ?? NaN };
  });
}

async function compareFeatures({ opened }: Exploration, beside: BesidePredictor): Promise<ComparedThing[]> {
  const first = centred((await opened.client.run("scoreFeatures", {})).scores);
  const { client } = opened;
  const other = await askBeside(client, beside, () => client.run("scoreFeatures", { beside: beside.name }));
  const second = centred(other.scores);
  return [...first].map(([key, score]) => ({
    key,
    label: key,
    module: null,
    first: score,
    second: second.get(key) ?? NaN,
  }));
}

/** Scores of values compare inside their feature only, so each is taken against its feature's mean. */
function centred(scores: readonly FeatureScore[]): Map<string, number> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { feature, score } of scores) {
    const { sum, count } = sums.get(feature) ?? { sum: 0, count: 0 };
    sums.set(feature, { sum: sum + score, count: count + 1 });
  }
  return new Map(
    scores.flatMap(({ feature, value, score }): [string, number][] => {
      const { sum, count } = sums.get(feature) ?? { sum: 0, count: 1 };
      return count > 1 ? [[`${feature} ${value}`, score - sum / count]] : [];
    }),
  );
}
