"use client";

import { useMemo, useState } from "react";
import { StandingFigure } from "@/components/build/StandingFigure";
import { MetricHistogram } from "@/components/data/MetricHistogram";
import { ScatterPlot } from "@/components/data/ScatterPlot";
import { CurvesFigure } from "@/components/train/CurvesFigure";
import { PredictedMeasured } from "@/components/train/PredictedMeasured";
import { TargetHistogram } from "@/components/train/TargetHistogram";
import { Panel } from "@/components/ui/Panel";
import { paretoFront } from "@/lib/core/pareto";
import { fixtureAccuracy, fixtureLatency, fixtureLosses, fixturePredicted } from "@/lib/figures/fixtures";

const ACCURACY = { name: "accuracy", label: "accuracy", unit: "%", goal: "max" } as const;
const LATENCY = { name: "latency", label: "latency", unit: "ms", goal: "min" } as const;
type Range = { readonly low: number; readonly high: number };

const ALL_ROWS = Uint32Array.from(fixtureAccuracy.keys());

/** The figures of Data, Train and Build, on made-up measurements. */
export function GalleryMeasured() {
  return (
    <>
      <Panel title="A metric's histogram, with a range kept">
        <KeptRange />
      </Panel>
      <Panel title="Metric against metric, with the Pareto front">
        <Scatter />
      </Panel>
      <Panel title="A target's distribution">
        <TargetHistogram values={fixtureAccuracy} label="accuracy" />
      </Panel>
      <Panel title="Curves of a training run">
        <CurvesFigure
          title="Loss by epoch"
          curves={[{ label: "training", values: fixtureLosses }]}
          numEpochs={fixtureLosses.length}
        />
      </Panel>
      <Panel title="Predicted against measured">
        <PredictedMeasured
          heldOut={{ measured: [...fixtureAccuracy], predicted: [...fixturePredicted] }}
          target="accuracy"
          unit="%"
        />
      </Panel>
      <Panel title="Where a prediction would stand">
        <StandingFigure
          measured={fixtureAccuracy}
          predicted={{ value: 76.4, low: 75.8, high: 77 }}
          unit="% (accuracy)"
        />
      </Panel>
    </>
  );
}

function KeptRange() {
  const [range, setRange] = useState<Range | null>({ low: 75, high: Infinity });
  return (
    <MetricHistogram
      metric={ACCURACY}
      values={fixtureAccuracy}
      shown={ALL_ROWS}
      range={range ?? undefined}
      onRange={setRange}
    />
  );
}

function Scatter() {
  const [hovered, setHovered] = useState<number | null>(null);
  const [selected, setSelected] = useState<number | null>(null);
  const front = useMemo(() => paretoFront(fixtureLatency, fixtureAccuracy, { x: "min", y: "max" }), []);
  return (
    <ScatterPlot
      x={fixtureLatency}
      y={fixtureAccuracy}
      metricX={LATENCY}
      metricY={ACCURACY}
      shown={ALL_ROWS}
      front={front}
      hovered={hovered}
      selected={selected}
      onHover={setHovered}
      onSelect={setSelected}
      onKeep={() => setSelected(null)}
    />
  );
}
