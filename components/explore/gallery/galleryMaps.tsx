"use client";

import { useMemo } from "react";
import type { Node } from "@/lib/core/architecture";
import { operationLabel } from "@/lib/core/searchSpace";
import type { OperationContrasts } from "@/lib/core/trust/operationContrasts";
import { fixtureScore, stagedSpace } from "@/lib/figures/fixtures";
import { embeddingMap } from "@/lib/figures/map/embeddingMap";
import { mappedOperation, type OperationMap } from "@/lib/figures/map/operationMap";
import { profileMap } from "@/lib/figures/map/profileMap";
import { operationPalette } from "@/lib/figures/operationPalette";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { OperationMapFigure } from "../map/OperationMapFigure";
import { Nothing } from "../Nothing";
import { usePicked } from "./usePicked";

const { operations } = shownOperations(stagedSpace, []);

/** Two members that see kernels much alike, and expansions not. */
const embeddingOf = ([expand = 0, kernel = 0]: Node): Float64Array =>
  Float64Array.of(0.1 * expand, 0.3 * kernel, 0.4 * expand, 0.25 * kernel * kernel);

/** Measured by formula: the expansion counts with the widest kernel only, and with the next one few rows tell. */
const fixtureContrasts: OperationContrasts = {
  between([expandA = 0, kernelA = 0], [expandB = 0, kernelB = 0]) {
    const widest = kernelA === 2 && kernelB === 2;
    const difference = Math.hypot((widest ? 1.2 : 0.3) * (expandA - expandB), 0.6 * (kernelA - kernelB));
    const halfWidth = kernelA === 1 ? 0.7 : 0.05;
    const [low, high] = [Math.max(0, difference - halfWidth), difference + halfWidth];
    return { difference, low, high, squared: difference * difference, numPlaces: 8 };
  },
};

function ofEmbeddings(): OperationMap | null {
  const mapped = operations.map((node) => mappedOperation(node, operationLabel(stagedSpace, node)));
  return embeddingMap(mapped, { vectors: operations.map(embeddingOf), numMembers: 2 }, fixtureContrasts);
}

function ofScores(): OperationMap | null {
  const scores = positionModules(stagedSpace, operations).map(fixtureScore);
  return profileMap(positionMatrix(stagedSpace, operations, scores), null);
}

function Drawn({ make }: { make: () => OperationMap | null }) {
  const picked = usePicked();
  const map = useMemo(() => make(), [make]);
  const paint = useMemo(() => operationPalette(stagedSpace), []);
  if (map === null) return <Nothing>There are no two operations to compare.</Nothing>;
  return (
    <OperationMapFigure
      space={stagedSpace}
      map={map}
      paint={paint}
      scoreUnit="% (accuracy)"
      selected={picked.operation}
      onPick={picked.toggleOperation}
    />
  );
}

/** Maps of operations, by what their distances rest on. */
export const MAP_FIGURES = {
  embeddings: () => <Drawn make={ofEmbeddings} />,
  scores: () => <Drawn make={ofScores} />,
};
