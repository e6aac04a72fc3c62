"use client";

import { isLinked } from "@/lib/figures/linked";
import { MAX_OPERATIONS } from "@/lib/figures/positionMatrix";
import { Answer } from "./Answer";
import { useExploration } from "./exploration";
import { IntervalNote } from "./IntervalNote";
import { JoinedUnitsNote } from "./JoinedUnits";
import { PositionHeatmap } from "./PositionHeatmap";
import { NullBandNote } from "./trust/NullBandNote";
import { TrustStrip } from "./TrustStrip";
import { usePositionMatrix } from "./useScores";
import { useSelection } from "./useSelection";

export function PositionLens() {
  const { dataset, opened, scoreUnit } = useExploration();
  const selection = useSelection();
  const answer = usePositionMatrix();
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={0} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting="Scoring every operation in every place">
        {({ matrix, scores, numOmitted }) => (
          <>
            <IntervalNote scores={scores} />
            <NullBandNote
              figure="positions"
              effects={matrix.cells.map(({ effect }) => effect)}
              noun="operations in their places"
            />
            {numOmitted > 0 && (
              <p className="mb-3 text-xs text-muted">
                The {MAX_OPERATIONS} most frequent operations; {numOmitted} rarer ones are left out.
              </p>
            )}
            <JoinedUnitsNote space={dataset.space} />
            <PositionHeatmap
              space={dataset.space}
              matrix={matrix}
              scoreUnit={scoreUnit}
              selectedKey={selection.moduleKey}
              isLinked={(module) => isLinked(dataset.space, selection, module)}
              onPick={selection.pickModule}
            />
          </>
        )}
      </Answer>
    </>
  );
}
