"use client";

import { useMemo } from "react";
import { useSaved } from "@/components/build/useSaved";
import { nodeMeasureOf } from "@/lib/core/predictorKinds";
import { encodeModule } from "@/lib/core/moduleCode";
import { hasSequences } from "@/lib/figures/candidates";
import { isLinked } from "@/lib/figures/linked";
import { Answer } from "./Answer";
import { ArchitectureChoice } from "./ArchitectureChoice";
import { ArchitectureGraph } from "./ArchitectureGraph";
import { useExploration } from "./exploration";
import { useExploreState } from "./exploreState";
import { HopSlider } from "./HopSlider";
import { JoinedUnitsNote } from "./JoinedUnits";
import { asShown } from "./shownArchitecture";
import { Nothing } from "./Nothing";
import { TrustStrip } from "./TrustStrip";
import { useNodeNorms } from "./useScores";
import { useSelection } from "./useSelection";

export function GraphLens() {
  const { dataset, architectures, opened, bestFirst, scoreUnit } = useExploration();
  const measure = nodeMeasureOf(opened.file.kind);
  const [state, setState] = useExploreState();
  const selection = useSelection();
  const lastHop = opened.numHops - 1;
  const hop = Math.min(Math.max(0, state.hop ?? lastHop), lastHop);
  const saved = useSaved(dataset.id);
  const designs = useMemo(
    () => (saved.designs.status === "ready" ? saved.designs.value.map(asShown) : []),
    [saved.designs],
  );
  const best = architectures[bestFirst[0] ?? 0] ?? null;
  const architecture =
    designs.find(({ id }) => id === state.architecture) ??
    architectures.find(({ id }) => id === state.architecture) ??
    best;
  const answer = useNodeNorms(architecture);
  return (
    <>
      <TrustStrip
        metrics={opened.file.metrics}
        hop={hop}
        scoreUnit={measure === "score" ? scoreUnit : "embedding norms, no unit"}
      />
      <ArchitectureChoice
        chosen={architecture}
        designs={designs}
        onChoose={(id) => void setState({ architecture: id })}
      />
      <HopSlider
        hop={hop}
        lastHop={lastHop}
        measure={measure}
        isSequential={hasSequences(dataset.space)}
        onChange={(next) => void setState({ hop: next })}
      />
      <JoinedUnitsNote space={dataset.space} />
      {architecture === null ? (
        <Nothing>This dataset has no architecture to draw.</Nothing>
      ) : (
        <Answer answer={answer} waiting="Asking the predictor about every node">
          {(values) => (
            <ArchitectureGraph
              space={dataset.space}
              architecture={architecture}
              values={values[hop] ?? []}
              measure={measure}
              scoreUnit={scoreUnit}
              hop={hop}
              isLinked={(node) =>
                encodeModule(node) === selection.moduleKey ||
                isLinked(dataset.space, { ...selection, architecture: null }, node)
              }
            />
          )}
        </Answer>
      )}
    </>
  );
}
