"use client";

import { useMemo, useState } from "react";
import { Panel } from "@/components/ui/Panel";
import type { Module } from "@/lib/core/module";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { candidateSequences, candidateSubgraphs } from "@/lib/figures/candidates";
import {
  cellArchitecture,
  cellNorms,
  cellSpace,
  featureEvidence,
  fixtureScore,
  stagedArchitecture,
  stagedNorms,
  stagedSpace,
} from "@/lib/figures/fixtures";
import { operationPalette } from "@/lib/figures/operationPalette";
import { positionMatrix, positionModules, shownOperations } from "@/lib/figures/positionMatrix";
import { rankModules } from "@/lib/figures/sequenceRanking";
import { encodeModule } from "@/lib/core/moduleCode";
import { ArchitectureGraph } from "./ArchitectureGraph";
import { FeatureHeatmap } from "./FeatureHeatmap";
import { GalleryMeasured } from "./GalleryMeasured";
import { HopSlider } from "./HopSlider";
import { PositionHeatmap } from "./PositionHeatmap";
import { SequenceList } from "./SequenceList";
import { TrustStrip } from "./TrustStrip";

/** Every figure on fixed, made-up data: what to look at after changing one. */
export function Gallery() {
  return (
    <div className="grid gap-4 p-4">
      <h1 className="text-lg font-semibold">Figures on made-up data</h1>
      <Panel title="Trust, from good to none">
        {[0.93, 0.75, 0.5, 0.2, -0.1].map((srcc) => (
          <TrustStrip key={srcc} metrics={trustMetrics(srcc)} hop={0} scoreUnit="% (accuracy)" />
        ))}
      </Panel>
      <Panel title="Feature x value">
        <FeatureHeatmap scores={featureEvidence} space={stagedSpace} />
      </Panel>
      <Panel title="Position x operation, units">
        <Positions space={stagedSpace} />
      </Panel>
      <Panel title="Position x operation, a cell">
        <Positions space={cellSpace} />
      </Panel>
      <Panel title="Ranked sequences">
        <Ranked space={stagedSpace} modules={candidateSequences(stagedSpace, [], 1, 3).modules} />
      </Panel>
      <Panel title="Ranked subgraphs of a cell">
        <Ranked space={cellSpace} modules={candidateSubgraphs(cellSpace, [cellArchitecture], 0, 1).modules} />
      </Panel>
      <Panel title="One architecture, hop by hop">
        <Hops />
      </Panel>
      <Panel title="A cell as a graph">
        <ArchitectureGraph
          space={cellSpace}
          architecture={cellArchitecture}
          values={cellNorms}
          measure="embedding norm"
          scoreUnit="% (accuracy)"
          hop={1}
        />
      </Panel>
      <GalleryMeasured />
    </div>
  );
}

function Positions({ space }: { space: SearchSpace }) {
  const [picked, setPicked] = useState<string | null>(null);
  const matrix = useMemo(() => {
    const { operations } = shownOperations(space, []);
    return positionMatrix(space, operations, positionModules(space, operations).map(fixtureScore));
  }, [space]);
  return (
    <PositionHeatmap
      space={space}
      matrix={matrix}
      scoreUnit="% (accuracy)"
      selectedKey={picked}
      onPick={(module) => setPicked(encodeModule(module))}
    />
  );
}

function Ranked({ space, modules }: { space: SearchSpace; modules: readonly Module[] }) {
  const [picked, setPicked] = useState<string | null>(null);
  const ranking = useMemo(() => rankModules(modules.map(fixtureScore)), [modules]);
  const paint = useMemo(() => operationPalette(space), [space]);
  return (
    <SequenceList
      space={space}
      ranking={ranking}
      shown={ranking.ranked}
      paint={paint}
      scoreUnit="% (accuracy)"
      selectedKey={picked}
      onPick={(module) => setPicked(encodeModule(module))}
    />
  );
}

function Hops() {
  const [hop, setHop] = useState(1);
  return (
    <>
      <HopSlider
        hop={hop}
        lastHop={stagedNorms.length - 1}
        measure="embedding norm"
        isSequential
        onChange={setHop}
      />
      <ArchitectureGraph
        space={stagedSpace}
        architecture={stagedArchitecture}
        values={stagedNorms[hop] ?? []}
        measure="embedding norm"
        scoreUnit="% (accuracy)"
        hop={hop}
      />
    </>
  );
}

const trustMetrics = (srcc: number) => ({
  srcc,
  hopSrcc: [srcc - 0.1],
  mae: 0.3,
  mape: 0.004,
  epochs: 200,
  seconds: 80,
  members: 5,
  numTrain: 1800,
  numTest: 200,
  heldOut: { measured: [], predicted: [] },
  lossCurve: [],
});
