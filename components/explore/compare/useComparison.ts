"use client";

import { useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import type { Module } from "@/lib/core/module";
import { positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { useExploration, type Exploration } from "../exploration";
import { useAnswer } from "../useAnswer";
import { rankedCandidates } from "../useScores";
import { comparedFeatures, comparedPositions, comparedRankings, type ComparedThings } from "./comparedThings";
import type { COMPARED_FIGURES } from "./compareState";
import { askBeside, type BesidePredictor } from "./useBeside";

export type ComparedFigure = (typeof COMPARED_FIGURES)[number];

/** More sequences than this are compared only where the data holds them. */
const MOST_COMPARED = 10_000;

/** Scores of the same things by the predictor in use and by the one beside it. */
export function useComparison(
  figure: ComparedFigure,
  unitIndex: number,
  size: number,
  beside: BesidePredictor,
): Loadable<ComparedThings> {
  const exploration = useExploration();
  const ask = useMemo(
    () => (): Promise<ComparedThings> => {
      switch (figure) {
        case "features":
          return compareFeatures(exploration, beside);
        case "positions":
          return comparePositions(exploration, beside);
        case "sequences":
          return compareRankings(exploration, beside, unitIndex, size);
      }
    },
    [exploration, beside, figure, unitIndex, size],
  );
  const part = figure === "sequences" ? `${unitIndex} ${size}` : "";
  return useAnswer(`${exploration.opened.id} compared ${beside.id} ${figure} ${part}`, ask);
}

async function compareFeatures(
  { dataset, opened: { client } }: Exploration,
  beside: BesidePredictor,
): Promise<ComparedThings> {
  const first = await client.run("scoreFeatures", {});
  const second = await askBeside(client, beside, () => client.run("scoreFeatures", { beside: beside.name }));
  return comparedFeatures(dataset.space, first.scores, second.scores);
}

async function comparePositions(exploration: Exploration, beside: BesidePredictor): Promise<ComparedThings> {
  const { space } = exploration.dataset;
  const { operations } = shownOperations(space, exploration.architectures);
  const scores = await scoresOfBoth(exploration, beside, positionModules(space, operations));
  return comparedPositions(space, operations, ...scores);
}

async function compareRankings(
  exploration: Exploration,
  beside: BesidePredictor,
  unitIndex: number,
  size: number,
): Promise<ComparedThings> {
  const { modules } = rankedCandidates(exploration, unitIndex, size, MOST_COMPARED);
  return comparedRankings(exploration.dataset.space, ...(await scoresOfBoth(exploration, beside, modules)));
}

async function scoresOfBoth(
  { opened: { client } }: Exploration,
  beside: BesidePredictor,
  modules: readonly Module[],
) {
  const { scores: first } = await client.run("scoreModules", { modules });
  const { scores: second } = await askBeside(client, beside, () =>
    client.run("scoreModules", { modules, beside: beside.name }),
  );
  return [first, second] as const;
}
