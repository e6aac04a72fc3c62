"use client";

import { nodeMeasureOf } from "@/lib/core/predictorKinds";
import { hasSequences } from "@/lib/figures/candidates";
import { Answer } from "./Answer";
import { ArchitectureChoice } from "./ArchitectureChoice";
import { ArchitectureGraph } from "./ArchitectureGraph";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { HopSlider } from "./HopSlider";
import { JoinedUnitsNote } from "./JoinedUnits";
import { TrustStrip } from "./TrustStrip";
import { useNodeNorms } from "./useScores";

export function GraphLens() {
  const { dataset, architectures, opened, bestFirst, scoreUnit } = useExploration();
  const measure = nodeMeasureOf(opened.file.kind);
  const [state, setState] = useExploreState();
  const lastHop = opened.numHops - 1;
  const hop = Math.min(Math.max(0, state.hop ?? lastHop), lastHop);
  const best = architectures[bestFirst[0] ?? 0] ?? null;
  const architecture = architectures.find(({ id }) => id === state.architecture) ?? best;
  const answer = useNodeNorms(architecture);
  return (
    <>
      <TrustStrip
        metrics={opened.file.metrics}
        hop={hop}
        scoreUnit={measure === "score" ? scoreUnit : "embedding norms, no unit"}
      />
      <ArchitectureChoice chosen={architecture} onChoose={(id) => void setState({ architecture: id })} />
      <HopSlider
        hop={hop}
        lastHop={lastHop}
        measure={measure}
        isSequential={hasSequences(dataset.space)}
        onChange={(next) => void setState({ hop: next })}
      />
      <JoinedUnitsNote space={dataset.space} />
      {architecture && (
        <Answer answer={answer} waiting="Asking the predictor about every node">
          {(values) => (
            <ArchitectureGraph
              space={dataset.space}
              architecture={architecture}
              values={values[hop] ?? []}
              measure={measure}
              scoreUnit={scoreUnit}
              hop={hop}
            />
          )}
        </Answer>
      )}
    </>
  );
}
