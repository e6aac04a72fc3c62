"use client";

import { useMemo } from "react";
import type { Architecture, Node } from "@/lib/core/architecture";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module } from "@/lib/core/module";
import { enumerateOperations } from "@/lib/core/searchSpace";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import {
  candidateSequences,
  candidateSubgraphs,
  hasSequences,
  MAX_CANDIDATES,
} from "@/lib/figures/candidates";
import { pairMatrix, pairModules, type PairPlace } from "@/lib/figures/modules/pairMatrix";
import { candidateWindows, partsOf, samePlaces } from "@/lib/figures/modules/parts";
import { synergies } from "@/lib/figures/modules/synergy";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { rankModules } from "@/lib/figures/sequenceRanking";
import { useExploration, type Exploration } from "./exploration";
import { moduleSizes, rankedUnits } from "./moduleSizes";
import { useAnswer } from "./useAnswer";

const scoresOf = async ({ opened }: Exploration, modules: readonly Module[]) =>
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
    () => async () => {
      const { dataset, architectures } = exploration;
      const { space } = dataset;
      const { modules, exhaustive } = !hasSequences(space)
        ? candidateSubgraphs(space, architectures, unitIndex, size - 1)
        : sequenceLengths(space, unitIndex).includes(size)
          ? candidateSequences(space, architectures, unitIndex, size)
          : candidateWindows(space, architectures, unitIndex, size, MAX_CANDIDATES);
      return { exhaustive, ...rankModules(await scoresOf(exploration, modules)) };
    },
    [exploration, unitIndex, size],
  );
  return useAnswer(`${exploration.opened.id} ranking ${unitIndex} ${size}`, ask);
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

/** Modules of one size in one unit that are scored for an overview of all units; beyond, only those the data holds. */
const MAX_OF_SIZE = 8_000;

/** Every module of every unit and size, as far as they can be scored together. */
export function useAllScores() {
  const exploration = useExploration();
  const ask = useMemo(
    () => async () => {
      const { dataset, architectures } = exploration;
      const { space } = dataset;
      const sequences = hasSequences(space);
      const found = rankedUnits(space).flatMap(({ unitIndex }) => {
        const sizes = moduleSizes(exploration, unitIndex);
        // Sizes of subgraphs begin at two nodes; single ones are modules too.
        return (sequences ? sizes : [1, ...sizes]).map((size) =>
          sequences
            ? candidateSequences(space, architectures, unitIndex, size, MAX_OF_SIZE)
            : candidateSubgraphs(space, architectures, unitIndex, size - 1, MAX_OF_SIZE),
        );
      });
      const modules = found.flatMap((candidates) => candidates.modules);
      return {
        scores: await scoresOf(exploration, modules),
        exhaustive: !sequences || found.every(({ exhaustive }) => exhaustive),
      };
    },
    [exploration],
  );
  return useAnswer(`${exploration.opened.id} all`, ask);
}

/** Modules of the same places that synergy is told from; where there are more, it is not known. */
const MAX_SAME_PLACES = 8_000;

/** A module and its parts, the whole first, each with its synergy among all modules of its places. */
export function useSplit(module: Module) {
  const exploration = useExploration();
  const ask = useMemo(
    () => async () => {
      const { space } = exploration.dataset;
      const operations = enumerateOperations(space, MAX_SAME_PLACES);
      const parts = partsOf(module, hasSequences(space));
      const asked = parts.map((part) => {
        const others =
          operations === null || part.nodes.length === 1
            ? null
            : samePlaces(part, operations, MAX_SAME_PLACES);
        const at = others?.findIndex((other) => encodeModule(other) === encodeModule(part)) ?? -1;
        return others !== null && at >= 0 ? { modules: others, at } : { modules: [part], at: 0 };
      });
      const scores = await scoresOf(
        exploration,
        asked.flatMap(({ modules }) => modules),
      );
      let start = 0;
      return asked.flatMap(({ modules, at }) => {
        const ofPlaces = scores.slice(start, start + modules.length);
        start += modules.length;
        const score = ofPlaces[at];
        return score === undefined ? [] : [{ score, synergy: synergies(ofPlaces)[at] ?? null }];
      });
    },
    [exploration, module],
  );
  return useAnswer(`${exploration.opened.id} split ${encodeModule(module)}`, ask);
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
