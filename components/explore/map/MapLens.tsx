"use client";

import { useMemo } from "react";
import { operationMap } from "@/lib/figures/map/operationMap";
import { operationPalette } from "@/lib/figures/operationPalette";
import type { PositionMatrix } from "@/lib/figures/positionMatrix";
import { Answer } from "../Answer";
import { useExploration } from "../exploration";
import { Nothing } from "../Nothing";
import { TrustStrip } from "../TrustStrip";
import { usePositionMatrix } from "../useScores";
import { useSelection } from "../useSelection";
import { OperationMapFigure } from "./OperationMapFigure";

export function MapLens() {
  const { opened, scoreUnit } = useExploration();
  const answer = usePositionMatrix();
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={0} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting="Scoring every operation in every place">
        {({ matrix }) => <Mapped matrix={matrix} />}
      </Answer>
    </>
  );
}

function Mapped({ matrix }: { matrix: PositionMatrix }) {
  const { dataset, scoreUnit } = useExploration();
  const selection = useSelection();
  const map = useMemo(() => operationMap(matrix), [matrix]);
  const paint = useMemo(() => operationPalette(dataset.space), [dataset.space]);
  if (map === null)
    return (
      <Nothing>
        There are no two operations that the predictor scores at the same place, so that nothing says how
        alike they are.
      </Nothing>
    );
  return (
    <OperationMapFigure
      space={dataset.space}
      map={map}
      columns={matrix.columns}
      paint={paint}
      scoreUnit={scoreUnit}
      selected={selection.operation}
      onPick={selection.toggleOperation}
    />
  );
}
