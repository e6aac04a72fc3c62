"use client";

import { useMemo } from "react";
import { useAnswer } from "@/components/explore/useAnswer";
import { useExploration } from "@/components/explore/exploration";
import type { Loadable } from "@/components/workspace/workspace";
import { bestModules, type BestModules } from "@/lib/builder/completion";
import type { ModuleScore } from "@/lib/core/module";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import { candidateSequences, hasSequences } from "@/lib/figures/candidates";
import { positionModules, shownOperations } from "@/lib/figures/positionMatrix";

/**
 * The best sequences of every unit and the best operations of every place. Asked unit by unit, so that a prediction
 * never waits behind all of them.
 */
export function useBestModules(): Loadable<BestModules> {
  const { dataset, architectures, opened } = useExploration();
  const ask = useMemo(
    () => async () => {
      const { space } = dataset;
      const { operations } = shownOperations(space, architectures);
      const questions = [
        positionModules(space, operations),
        ...(hasSequences(space)
          ? space.units.map((_, unitIndex) =>
              sequenceLengths(space, unitIndex)
                .filter((length) => length > 1)
                .flatMap((length) => candidateSequences(space, architectures, unitIndex, length).modules),
            )
          : []),
      ];
      const scores: ModuleScore[] = [];
      for (const modules of questions) {
        if (modules.length === 0) continue;
        const answer = await opened.client.run("scoreModules", { modules });
        for (const score of answer.scores) scores.push(score);
      }
      return bestModules(space, scores);
    },
    [dataset, architectures, opened],
  );
  return useAnswer(`${opened.id} best`, ask);
}
