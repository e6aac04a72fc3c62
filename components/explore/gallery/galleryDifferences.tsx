"use client";

import { useMemo } from "react";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { cellSpace, featureEvidence, fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { fixtureOther, otherFeatureEvidence } from "@/lib/figures/fixtureRows";
import { positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import {
  comparedFeatures,
  comparedPositions,
  comparisonOf,
  type ComparedThings,
} from "../compare/comparedThings";
import { DifferenceHeatmap } from "../compare/DifferenceHeatmap";
import { usePicked } from "./usePicked";

const NAMES = ["accuracy", "latency"] as const;

function Difference({ things, grid, space }: ComparedThings & { space: SearchSpace }) {
  const picked = usePicked();
  const { compared } = useMemo(() => comparisonOf(things), [things]);
  return (
    grid && (
      <DifferenceHeatmap
        grid={grid}
        things={things}
        compared={compared}
        by="standardised"
        names={NAMES}
        selectedKey={picked.moduleKey}
        isLinked={picked.isLinked(space)}
        onPick={things.some(({ module }) => module !== null) ? picked.setModule : undefined}
      />
    )
  );
}

function Positions({ space }: { space: SearchSpace }) {
  const compared = useMemo(() => {
    const { operations } = shownOperations(space, []);
    const modules = positionModules(space, operations);
    return comparedPositions(space, operations, modules.map(fixtureScore), modules.map(fixtureOther));
  }, [space]);
  return <Difference {...compared} space={space} />;
}

const FEATURES = comparedFeatures(stagedSpace, featureEvidence, otherFeatureEvidence);

/** Two predictors on one heatmap. */
export const DIFFERENCE_FIGURES = {
  features: () => <Difference {...FEATURES} space={stagedSpace} />,
  stagedPositions: () => <Positions space={stagedSpace} />,
  cellPositions: () => <Positions space={cellSpace} />,
};
