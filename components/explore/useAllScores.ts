"use client";

import { useMemo } from "react";
import { candidateSequences, candidateSubgraphs, hasSequences } from "@/lib/figures/candidates";
import { rankModules } from "@/lib/figures/sequenceRanking";
import { useExploration, type Exploration } from "./exploration";
import { moduleSizes, rankedUnits } from "./moduleSizes";
import { keptAnswer, useAnswer } from "./useAnswer";
import { scoresOf } from "./useScores";

/** Modules of one size in one unit that are scored for an overview of all units; beyond, only those the data holds. */
const MAX_OF_SIZE = 8_000;

async function allScores(exploration: Exploration) {
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
  return {
    scores: await scoresOf(
      exploration,
      found.flatMap(({ modules }) => modules),
    ),
    exhaustive: found.every(({ exhaustive }) => exhaustive),
  };
}

const keptScores = (exploration: Exploration) =>
  keptAnswer(`${exploration.opened.id} all`, () => allScores(exploration));

/** Every module of every unit and size, as far as they can be scored together. */
export function useAllScores() {
  const exploration = useExploration();
  const ask = useMemo(() => () => keptScores(exploration), [exploration]);
  return useAnswer(`${exploration.opened.id} all shown`, ask);
}

/** The same, ranked together. */
export function useAllRanked() {
  const exploration = useExploration();
  const ask = useMemo(
    () => async () => {
      const { scores, exhaustive } = await keptScores(exploration);
      return { exhaustive, ...rankModules(scores) };
    },
    [exploration],
  );
  return useAnswer(`${exploration.opened.id} all ranked`, ask);
}
