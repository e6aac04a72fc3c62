"use client";

import { encodeModule } from "@/lib/core/moduleCode";
import { MAX_OPERATIONS } from "@/lib/figures/positionMatrix";
import { Answer } from "./Answer";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { IntervalNote } from "./IntervalNote";
import { JoinedUnitsNote } from "./JoinedUnits";
import { PositionHeatmap } from "./PositionHeatmap";
import { TrustStrip } from "./TrustStrip";
import { usePositionMatrix } from "./useScores";

export function PositionLens() {
  const { dataset, opened, scoreUnit } = useExploration();
  const [{ module }, setState] = useExploreState();
  const answer = usePositionMatrix();
  return (
    <>
      <TrustStrip metrics={opened.file.metrics} hop={0} scoreUnit={scoreUnit} />
      <Answer answer={answer} waiting="Scoring every operation in every place">
        {({ matrix, scores, numOmitted }) => (
          <>
            <IntervalNote scores={scores} />
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
              selectedKey={module}
              onPick={(picked) => void setState({ module: encodeModule(picked) })}
            />
          </>
        )}
      </Answer>
    </>
  );
}
