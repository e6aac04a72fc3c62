"use client";

import { useMemo, useState } from "react";
import { enrichment, holdingsOf } from "@/lib/figures/common/enrichment";
import {
  cellArchitecture,
  cellNorms,
  cellSpace,
  fixtureAccuracy,
  fixtureLatency,
  stagedArchitecture,
  stagedNorms,
  stagedSpace,
} from "@/lib/figures/fixtures";
import { fixtureArchitectures, fixtureFit } from "@/lib/figures/fixtureRows";
import { shownOperations } from "@/lib/figures/positionMatrix";
import { ArchitectureGraph } from "../ArchitectureGraph";
import { rowsInside, type Axis, type Brush } from "../common/axes";
import { BrushScatter } from "../common/BrushScatter";
import { EnrichmentHeatmap } from "../common/EnrichmentHeatmap";
import { FitFigure } from "../fit/FitFigure";
import { HopBars } from "../fit/HopBars";
import { HopSlider } from "../HopSlider";

const UNIT = "% (accuracy)";

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
        scoreUnit={UNIT}
        hop={hop}
      />
    </>
  );
}

const CellGraph = () => (
  <ArchitectureGraph
    space={cellSpace}
    architecture={cellArchitecture}
    values={cellNorms}
    measure="embedding norm"
    scoreUnit={UNIT}
    hop={1}
  />
);

const ACROSS: Axis = {
  metric: { name: "latency", label: "latency", unit: "ms", goal: "min" },
  values: fixtureLatency,
};
const UP: Axis = {
  metric: { name: "accuracy", label: "accuracy", unit: "%", goal: "max" },
  values: fixtureAccuracy,
};
const ALL_ROWS = Uint32Array.from(fixtureArchitectures.keys());
const NO_IDS: ReadonlySet<string> = new Set();
const NO_ROWS = new Uint32Array();
const nameOf = (row: number): string => fixtureArchitectures[row]?.id ?? "";
const BEST: Brush = { x: [0, 30], y: [76, 90] };

function InCommon() {
  const [brush, setBrush] = useState<Brush | null>(BEST);
  const [selected, setSelected] = useState<number | null>(null);
  const inside = useMemo(() => (brush ? rowsInside(ACROSS.values, UP.values, brush) : ALL_ROWS), [brush]);
  const holdings = useMemo(() => {
    const { operations } = shownOperations(stagedSpace, []);
    return holdingsOf(stagedSpace, operations, fixtureArchitectures);
  }, []);
  const found = useMemo(() => enrichment(holdings, inside, ALL_ROWS), [holdings, inside]);
  return (
    <>
      <BrushScatter
        across={ACROSS}
        up={UP}
        brush={brush}
        inside={inside}
        linked={NO_ROWS}
        selected={selected}
        nameOf={nameOf}
        describe={nameOf}
        onBrush={setBrush}
        onSelect={setSelected}
      />
      <EnrichmentHeatmap space={stagedSpace} holdings={holdings} found={found} />
    </>
  );
}

function Fit() {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <>
      <FitFigure sets={fixtureFit} unit="%" selected={selected} linked={NO_IDS} onPick={setSelected} />
      <div className="mt-4">
        <HopBars hopSrcc={[0.61, 0.8, 0.88, 0.91, -0.2]} measure="embedding norm" />
      </div>
    </>
  );
}

/** Figures of whole architectures. */
export const NETWORK_FIGURES = { hops: Hops, cellGraph: CellGraph, inCommon: InCommon, fit: Fit };
