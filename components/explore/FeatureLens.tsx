"use client";

import { nodeMeasureOf } from "@/lib/core/predictorKinds";
import { isValueLinked } from "@/lib/figures/linked";
import { featureEffects } from "@/lib/figures/trust/effects";
import { Answer } from "./Answer";
import { useExploration } from "./exploration";
import { FeatureHeatmap } from "./FeatureHeatmap";
import { IntervalNote } from "./IntervalNote";
import { NullBandNote } from "./trust/NullBandNote";
import { TrustStrip } from "./TrustStrip";
import { useFeatureScores } from "./useScores";
import { useSelection } from "./useSelection";

export function FeatureLens() {
  const { dataset, opened, scoreUnit } = useExploration();
  const selection = useSelection();
  const answer = useFeatureScores();
  return (
    <>
      <TrustStrip
        metrics={opened.file.metrics}
        hop={0}
        scoreUnit={
          nodeMeasureOf(opened.file.kind) === "score"
            ? `${scoreUnit}, of single nodes; compare values of one feature`
            : "hop 0, before any message passes; compare values of one feature"
        }
      />
      <Answer answer={answer} waiting="Scoring every value of every feature">
        {(scores) => (
          <>
            <IntervalNote scores={scores} />
            <NullBandNote
              figure="features"
              effects={featureEffects(scores, dataset.space).map(({ effect }) => effect)}
              noun="values"
            />
            <FeatureHeatmap
              scores={scores}
              space={dataset.space}
              selected={selection.value}
              isLinked={(value) => isValueLinked(dataset.space, selection, value)}
              onPick={selection.toggleValue}
            />
          </>
        )}
      </Answer>
    </>
  );
}
