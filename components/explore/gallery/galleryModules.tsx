"use client";

import { useMemo } from "react";
import { encodeModule } from "@/lib/core/moduleCode";
import { sequenceModule, type Module } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { candidateSequences, candidateSubgraphs } from "@/lib/figures/candidates";
import { cellArchitecture, cellSpace, fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { fixtureTogether } from "@/lib/figures/fixtureRows";
import { pairMatrix, pairModules, pairPlaces } from "@/lib/figures/modules/pairMatrix";
import { partsOf, samePlaces } from "@/lib/figures/modules/parts";
import { synergies } from "@/lib/figures/modules/synergy";
import { operationPalette } from "@/lib/figures/operationPalette";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { rankModules } from "@/lib/figures/sequenceRanking";
import { Nothing } from "../Nothing";
import { PairHeatmap } from "../pairs/PairHeatmap";
import { PositionHeatmap } from "../PositionHeatmap";
import { SequenceList } from "../SequenceList";
import { SplitFigure, type ScoredPart } from "../split/SplitFigure";
import { SpreadFigure } from "../spread/SpreadFigure";
import { SmallGraphs } from "../subgraphs/SmallGraphs";
import { usePicked } from "./usePicked";

const UNIT = "% (accuracy)";

function Positions({ space }: { space: SearchSpace }) {
  const picked = usePicked();
  const matrix = useMemo(() => {
    const { operations } = shownOperations(space, []);
    return positionMatrix(space, operations, positionModules(space, operations).map(fixtureScore));
  }, [space]);
  return (
    <PositionHeatmap
      space={space}
      matrix={matrix}
      scoreUnit={UNIT}
      selectedKey={picked.moduleKey}
      isLinked={picked.isLinked(space)}
      onPick={picked.setModule}
    />
  );
}

function Pairs({ space }: { space: SearchSpace }) {
  const picked = usePicked();
  const { operations } = useMemo(() => shownOperations(space, []), [space]);
  const place = useMemo(() => pairPlaces(space)[0], [space]);
  const matrix = useMemo(
    () => place && pairMatrix(operations, pairModules(place, operations).map(fixtureTogether)),
    [place, operations],
  );
  if (place === undefined || matrix === undefined) return <Nothing>This space has no pairs.</Nothing>;
  return (
    <PairHeatmap
      space={space}
      place={place}
      operations={operations}
      matrix={matrix}
      scoreUnit={UNIT}
      selectedKey={picked.moduleKey}
      isLinked={picked.isLinked(space)}
      onPick={picked.setModule}
    />
  );
}

function Spread() {
  const picked = usePicked();
  const scores = useMemo(
    () =>
      stagedSpace.units.flatMap(({ lengths }, unitIndex) =>
        lengths.flatMap((length) =>
          candidateSequences(stagedSpace, [], unitIndex, length).modules.map(fixtureTogether),
        ),
      ),
    [],
  );
  return (
    <SpreadFigure
      space={stagedSpace}
      scores={scores}
      scoreUnit={UNIT}
      operation={picked.operation}
      moduleKey={picked.moduleKey}
      onOperation={picked.toggleOperation}
      onModule={picked.setModule}
    />
  );
}

const SEQUENCES = candidateSequences(stagedSpace, [], 1, 3).modules;
const SUBGRAPHS = candidateSubgraphs(cellSpace, [cellArchitecture], 0, 1).modules;

function Ranked({ space, modules }: { space: SearchSpace; modules: readonly Module[] }) {
  const picked = usePicked();
  const ranking = useMemo(() => rankModules(modules.map(fixtureScore)), [modules]);
  const paint = useMemo(() => operationPalette(space), [space]);
  return (
    <>
      {space.structure === "cell" && (
        <SmallGraphs
          space={space}
          shown={ranking.ranked}
          paint={paint}
          selectedKey={picked.moduleKey}
          onPick={picked.setModule}
        />
      )}
      <SequenceList
        space={space}
        ranking={ranking}
        shown={ranking.ranked}
        paint={paint}
        scoreUnit={UNIT}
        selectedKey={picked.moduleKey}
        onPick={picked.setModule}
      />
    </>
  );
}

function Split() {
  const picked = usePicked();
  const parts = useMemo(() => {
    const { operations } = shownOperations(stagedSpace, []);
    const whole = sequenceModule(1, [
      [1, 0],
      [0, 2],
      [0, 1],
    ]);
    return partsOf(whole, true).flatMap((part): ScoredPart[] => {
      const scores = (samePlaces(part, operations, 1_000) ?? []).map(fixtureTogether);
      const at = scores.findIndex((score) => encodeModule(score) === encodeModule(part));
      const score = scores[at];
      return score === undefined ? [] : [{ score, synergy: synergies(scores)[at] ?? null }];
    });
  }, []);
  return (
    <SplitFigure
      space={stagedSpace}
      parts={parts}
      mean={74.8}
      scoreUnit={UNIT}
      selectedKey={picked.moduleKey}
      onPick={picked.setModule}
    />
  );
}

/** Figures of modules, by the question that they answer and what of. */
export const MODULE_FIGURES = {
  stagedPositions: () => <Positions space={stagedSpace} />,
  cellPositions: () => <Positions space={cellSpace} />,
  stagedPairs: () => <Pairs space={stagedSpace} />,
  cellPairs: () => <Pairs space={cellSpace} />,
  spread: Spread,
  sequences: () => <Ranked space={stagedSpace} modules={SEQUENCES} />,
  subgraphs: () => <Ranked space={cellSpace} modules={SUBGRAPHS} />,
  split: Split,
};
