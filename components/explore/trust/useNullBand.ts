"use client";

import { useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import type { Module } from "@/lib/core/module";
import { nullBand, type NullBand } from "@/lib/core/trust/nullBand";
import { positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { featureEffects, groupEffects, positionEffects } from "@/lib/figures/trust/effects";
import type { TrainerClient } from "@/lib/worker/trainer-client";
import { useExploration, type Exploration } from "../exploration";
import { useAnswer } from "../useAnswer";
import { rankedCandidates } from "../useScores";
import { useNullCheck } from "./nullCheck";

/** The figure whose band is asked for; a ranking is of one unit and size. */
export type BandFigure = "features" | "positions" | "ranking";

/** A band is a quantile: so many modules at even steps tell it as well as tens of thousands. */
const MOST_MODULES = 1_500;

/**
 * What noise looks like in a figure; null while there is no null check, or nothing to say.
 * @param unitIndex, size of a ranking (see useRanking)
 */
export function useNullBand(figure: BandFigure, unitIndex = 0, size = 1): Loadable<NullBand | null> {
  const exploration = useExploration();
  const checker = useNullCheck();
  const check = checker?.state.status === "ready" ? checker.state.check : null;
  const ask = useMemo(
    () =>
      checker === null || check === null
        ? null
        : async () => bandFrom(exploration, await checker.opened(check), figure, unitIndex, size),
    [exploration, checker, check, figure, unitIndex, size],
  );
  const answer = useAnswer(
    `${exploration.opened.id} noise ${check?.seed ?? ""} ${figure} ${unitIndex} ${size}`,
    ask,
  );
  return check === null ? { status: "ready", value: null } : answer;
}

async function bandFrom(
  exploration: Exploration,
  client: TrainerClient,
  figure: BandFigure,
  unitIndex: number,
  size: number,
): Promise<NullBand | null> {
  const { dataset, architectures } = exploration;
  const { space } = dataset;
  if (figure === "features") {
    const { scores } = await client.run("scoreFeatures", {});
    return nullBand(featureEffects(scores, space));
  }
  if (figure === "positions") {
    const modules = positionModules(space, shownOperations(space, architectures).operations);
    const { scores } = await client.run("scoreModules", { modules });
    return nullBand(positionEffects(scores));
  }
  const { modules } = rankedCandidates(exploration, unitIndex, size);
  const { scores } = await client.run("scoreModules", { modules: evenly(modules) });
  return nullBand(groupEffects(scores));
}

const evenly = (modules: readonly Module[]): readonly Module[] =>
  modules.length <= MOST_MODULES
    ? modules
    : Array.from(
        { length: MOST_MODULES },
        (_, step) => modules[Math.floor((step * modules.length) / MOST_MODULES)],
      ).flatMap((module) => module ?? []);
