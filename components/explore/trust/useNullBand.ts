"use client";

import { useCallback, useMemo } from "react";
import type { Loadable } from "@/components/workspace/workspace";
import type { Node } from "@/lib/core/architecture";
import type { Module } from "@/lib/core/module";
import { nullBand, type NullBand } from "@/lib/core/trust/nullBand";
import { pairModules, type PairPlace } from "@/lib/figures/modules/pairMatrix";
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

/** What noise looks like in a place of the app; null while there is no null check, or nothing to say. */
export type Noise<T> = Loadable<T | null>;

/**
 * What noise looks like in a figure.
 * @param unitIndex, size of a ranking (see useRanking)
 */
export function useNullBand(figure: BandFigure, unitIndex = 0, size = 1): Noise<NullBand> {
  const exploration = useExploration();
  const ask = useCallback(
    (client: TrainerClient) => bandFrom(exploration, client, figure, unitIndex, size),
    [exploration, figure, unitIndex, size],
  );
  return useNoise(`${figure} ${unitIndex} ${size}`, ask);
}

/** The band of all pairs of two places, each against their mean. */
export function usePairBand(place: PairPlace, operations: readonly Node[]): Noise<NullBand> {
  const ask = useCallback(
    async (client: TrainerClient) =>
      nullBand(groupEffects(await nullScores(client, pairModules(place, operations)))),
    [place, operations],
  );
  return useNoise(`pairs ${place.unitIndex} ${place.layers.join(" ")}`, ask);
}

/** Bands of modules of all sizes: of each unit by its index, against its mean, and of all, against theirs. */
export type UnitBands = { readonly ofUnits: ReadonlyMap<number, NullBand>; readonly ofAll: NullBand | null };

/** @param modules of all units; null while they are not known */
export function useUnitBands(modules: readonly Module[] | null): Noise<UnitBands> {
  const ask = useMemo(
    () =>
      modules &&
      (async (client: TrainerClient): Promise<UnitBands> => {
        const scores = await nullScores(client, modules);
        const units = new Set(scores.map(({ unitIndex }) => unitIndex));
        const ofUnits = [...units].flatMap((unit) => {
          const band = nullBand(groupEffects(scores.filter(({ unitIndex }) => unitIndex === unit)));
          return band ? [[unit, band] as const] : [];
        });
        return { ofUnits: new Map(ofUnits), ofAll: nullBand(groupEffects(scores)) };
      }),
    [modules],
  );
  return useNoise("all units", ask);
}

/**
 * What the predictor of shuffled targets answers to a question.
 * @param key says the question
 * @param ask null while the question cannot be asked yet
 */
function useNoise<T>(key: string, ask: ((client: TrainerClient) => Promise<T | null>) | null): Noise<T> {
  const { opened } = useExploration();
  const checker = useNullCheck();
  const check = checker?.state.status === "ready" ? checker.state.check : null;
  const askOpened = useMemo(
    () =>
      checker === null || check === null || ask === null
        ? null
        : async () => ask(await checker.opened(check)),
    [checker, check, ask],
  );
  const answer = useAnswer(`${opened.id} noise ${check?.seed ?? ""} ${key}`, askOpened);
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
  return nullBand(groupEffects(await nullScores(client, modules)));
}

const nullScores = async (client: TrainerClient, modules: readonly Module[]) =>
  (await client.run("scoreModules", { modules: evenly(modules) })).scores;

const evenly = (modules: readonly Module[]): readonly Module[] =>
  modules.length <= MOST_MODULES
    ? modules
    : Array.from(
        { length: MOST_MODULES },
        (_, step) => modules[Math.floor((step * modules.length) / MOST_MODULES)],
      ).flatMap((module) => module ?? []);
