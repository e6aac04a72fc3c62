"use client";

import { useMemo } from "react";
import type { Architecture, Node } from "@/lib/core/architecture";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module } from "@/lib/core/module";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import {
  candidateSequences,
  candidateSubgraphs,
  hasSequences,
  MAX_CANDIDATES,
} from "@/lib/figures/candidates";
import { pairMatrix, pairModules, type PairPlace } from "@/lib/figures/modules/pairMatrix";
import { candidateWindows } from "@/lib/figures/modules/parts";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { rankModules, type Candidates } from "@/lib/figures/sequenceRanking";
import { useExploration, type Exploration } from "./exploration";
import { useAnswer } from "./useAnswer";

/** Scores of modules, in order. */
export const scoresOf = async ({ opened }: Exploration, modules: readonly Module[]) =>
  (await opened.client.run("scoreModules", { modules })).scores;

/** Hop-0 scores of every value of every feature. */
export function useFeatureScores() {
  const { opened } = useExploration();
  const ask = useMemo(() => async () => (await opened.client.run("scoreFeatures", {})).scores, [opened]);
  return useAnswer(`${opened.id} features`, ask);
}

/** Every operation alone in every place, as a matrix, and how many rare operations it leaves out. */
export function usePositionMatrix() {
  const exploration = useExploration();
  const ask = useMemo(
    () => async () => {
      const { space } = exploration.dataset;
      const { operations, numOmitted } = shownOperations(space, exploration.architectures);
      const scores = await scoresOf(exploration, positionModules(space, operations));
      return { matrix: positionMatrix(space, operations, scores), scores, numOmitted };
    },
    [exploration],
  );
  return useAnswer(`${exploration.opened.id} positions`, ask);
}

/**
 * All modules of one size in a unit, ranked: sequences that fill it where it may have that length, else those that
 * fill a part of it.
 * @param size layers of a sequence; for rooted subgraphs hops + 1
 */
export function useRanking(unitIndex: number, size: number) {
  const exploration = useExploration();
  const ask = useMemo(
    () => () => rankingOf(exploration, unitIndex, size, MAX_CANDIDATES),
    [exploration, unitIndex, size],
  );
  return useAnswer(rankingKey(exploration, unitIndex, size), ask);
}

export const rankingKey = ({ opened }: Exploration, unitIndex: number, size: number): string =>
  `${opened.id} ranking ${unitIndex} ${size}`;

/** @param limit of modules that are scored; beyond, only those that the data holds */
export async function rankingOf(exploration: Exploration, unitIndex: number, size: number, limit: number) {
  const { modules, exhaustive } = rankedCandidates(exploration, unitIndex, size, limit);
  return { exhaustive, ...rankModules(await scoresOf(exploration, modules)) };
}

/** The modules that a ranking is of. */
export function rankedCandidates(
  { architectures, dataset: { space } }: Exploration,
  unitIndex: number,
  size: number,
  limit = MAX_CANDIDATES,
): Candidates {
  if (!hasSequences(space)) return candidateSubgraphs(space, architectures, unitIndex, size - 1, limit);
  return sequenceLengths(space, unitIndex).includes(size)
    ? candidateSequences(space, architectures, unitIndex, size, limit)
    : candidateWindows(space, architectures, unitIndex, size, limit);
}

/** Every operation at one place with every one at the next; waits while there is no such place. */
export function usePairMatrix(place: PairPlace | null, operations: readonly Node[]) {
  const exploration = useExploration();
  const ask = useMemo(
    () =>
      place === null
        ? null
        : async () => pairMatrix(operations, await scoresOf(exploration, pairModules(place, operations))),
    [exploration, place, operations],
  );
  const key = place === null ? "" : `${place.unitIndex} ${place.layers.join(" ")}`;
  return useAnswer(`${exploration.opened.id} pairs ${key}`, ask);
}

/** One module's score; null for a module that could not be scored. */
export function useModuleScore(module: Module) {
  const exploration = useExploration();
  const ask = useMemo(
    () => async () => (await scoresOf(exploration, [module]))[0] ?? null,
    [exploration, module],
  );
  return useAnswer(`${exploration.opened.id} module ${encodeModule(module)}`, ask);
}

/** Embedding norms of an architecture, shape [numHops][numNodes]; waits while there is no architecture. */
export function useNodeNorms(architecture: Architecture | null) {
  const { opened } = useExploration();
  const ask = useMemo(
    () =>
      architecture === null
        ? null
        : async () => (await opened.client.run("nodeNorms", { architecture })).norms,
    [opened, architecture],
  );
  return useAnswer(`${opened.id} norms ${architecture?.id ?? ""}`, ask);
}
