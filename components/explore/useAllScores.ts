"use client";

import { useEffect, useMemo, useState } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import type { ModuleScore } from "@/lib/core/module";
import { enumerateOperations } from "@/lib/core/searchSpace";
import { hasSequences } from "@/lib/figures/candidates";
import { rankModules, type Ranking } from "@/lib/figures/sequenceRanking";
import { useExploration, type Exploration } from "./exploration";
import { moduleSizes, rankedUnits } from "./moduleSizes";
import { keptAnswer } from "./useAnswer";
import { rankingKey, rankingOf } from "./useScores";

/** Modules of one size in one unit that are scored for an overview of all units; beyond, only those the data holds. */
const MAX_OF_SIZE = 8_000;

export type AllScores = { readonly scores: readonly ModuleScore[]; readonly exhaustive: boolean };

/** Units and sizes to be scored, and whether all modules of each are. */
function pieces(exploration: Exploration) {
  const { space } = exploration.dataset;
  const sequences = hasSequences(space);
  const numOperations = enumerateOperations(space, MAX_OF_SIZE)?.length ?? Infinity;
  return rankedUnits(space).flatMap(({ unitIndex }) => {
    const sizes = moduleSizes(exploration, unitIndex);
    // Sizes of subgraphs begin at two nodes; single ones are modules too.
    return (sequences ? sizes : [1, ...sizes]).map((size) => {
      const fits = !sequences || numOperations ** size <= MAX_OF_SIZE;
      // A ranking of fewer modules is not that of the sequence lens, which scores more.
      const key = `${rankingKey(exploration, unitIndex, size)}${fits ? "" : " observed"}`;
      return { key, ask: () => rankingOf(exploration, unitIndex, size, MAX_OF_SIZE) };
    });
  });
}

/**
 * Every module of every unit and size, as far as they can be scored together. Asked piece by piece, so that other
 * questions are answered in between, and that one sees how far it is.
 */
export function useAllScores(): Loadable<AllScores> {
  const exploration = useExploration();
  const [state, setState] = useState<{ of: Exploration; answer: Loadable<AllScores> } | null>(null);
  useEffect(() => {
    let current = true;
    const answer = (next: Loadable<AllScores>) => current && setState({ of: exploration, answer: next });
    const askAll = async () => {
      const all = pieces(exploration);
      const scores: ModuleScore[] = [];
      let exhaustive = true;
      for (const [index, { key, ask }] of all.entries()) {
        if (!current) return;
        const piece = await keptAnswer(key, ask);
        for (const { evidence } of piece.ranked) scores.push(evidence);
        exhaustive &&= piece.exhaustive;
        answer({ status: "loading", fraction: (index + 1) / all.length });
      }
      answer({ status: "ready", value: { scores, exhaustive } });
    };
    askAll().catch((error: unknown) =>
      answer({ status: "failed", message: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      current = false;
    };
  }, [exploration]);
  return state?.of === exploration ? state.answer : { status: "loading" };
}

/** The same, ranked together. */
export function useAllRanked(): Loadable<Ranking & { readonly exhaustive: boolean }> {
  const all = useAllScores();
  return useMemo(
    () =>
      all.status === "ready"
        ? {
            status: "ready",
            value: { exhaustive: all.value.exhaustive, ...rankModules(all.value.scores) },
          }
        : all,
    [all],
  );
}
