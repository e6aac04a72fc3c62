"use client";

import { useMemo } from "react";
import { encodeModule } from "@/lib/core/moduleCode";
import type { Module } from "@/lib/core/module";
import { enumerateOperations } from "@/lib/core/searchSpace";
import { hasSequences } from "@/lib/figures/candidates";
import { partsOf, samePlaces } from "@/lib/figures/modules/parts";
import { synergies } from "@/lib/figures/modules/synergy";
import { useExploration } from "../exploration";
import { useAnswer } from "../useAnswer";
import { scoresOf } from "../useScores";

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
