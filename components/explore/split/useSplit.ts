"use client";

import { useMemo } from "react";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Node } from "@/lib/core/architecture";
import type { Module, ModuleScore } from "@/lib/core/module";
import { sequenceLengths } from "@/lib/core/scoredUnits";
import { enumerateOperations } from "@/lib/core/searchSpace";
import { hasSequences, MAX_CANDIDATES } from "@/lib/figures/candidates";
import { partsOf, samePlaces } from "@/lib/figures/modules/parts";
import { synergies } from "@/lib/figures/modules/synergy";
import { useExploration, type Exploration } from "../exploration";
import { keptAnswer, useAnswer } from "../useAnswer";
import { rankingKey, rankingOf, scoresOf } from "../useScores";

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
      const scored = await Promise.all(
        parts.map(async (part) => {
          const ofPlaces = await scoresOfPlaces(exploration, part, operations);
          const at = ofPlaces.findIndex((score) => encodeModule(score) === encodeModule(part));
          const score = ofPlaces[at];
          return score && { score, synergy: synergies(ofPlaces)[at] ?? null };
        }),
      );
      return scored.flatMap((part) => part ?? []);
    },
    [exploration, module],
  );
  return useAnswer(`${exploration.opened.id} split ${encodeModule(module)}`, ask);
}

/** Scores of all modules of a part's places, where they are few enough to tell synergy from; else of the part alone. */
async function scoresOfPlaces(
  exploration: Exploration,
  part: Module,
  operations: readonly Node[] | null,
): Promise<readonly ModuleScore[]> {
  const { space } = exploration.dataset;
  const size = part.nodes.length;
  const others = operations && size > 1 ? samePlaces(part, operations, MAX_SAME_PLACES) : null;
  const isIn = others?.some((other) => encodeModule(other) === encodeModule(part)) ?? false;
  if (others === null || !isIn) return scoresOf(exploration, [part]);
  const fills =
    hasSequences(space) && part.layers[0] === 0 && sequenceLengths(space, part.unitIndex).includes(size);
  if (!fills) return scoresOf(exploration, others);
  // The list above has ranked exactly these.
  const ranking = await keptAnswer(rankingKey(exploration, part.unitIndex, size), () =>
    rankingOf(exploration, part.unitIndex, size, MAX_CANDIDATES),
  );
  return ranking.ranked.map(({ evidence }) => evidence);
}
