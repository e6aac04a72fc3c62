"use client";

import { useCallback, useDeferredValue, useMemo } from "react";
import { metricTitle } from "@/components/data/metricWords";
import { enrichment, holdingsOf, significantCells } from "@/lib/figures/common/enrichment";
import type { Module } from "@/lib/core/module";
import { formatCount, formatInteger, formatValue } from "@/lib/figures/format";
import { isLinked } from "@/lib/figures/linked";
import { useExploration } from "../exploration";
import { useExploreState } from "../exploreState";
import { Nothing } from "../Nothing";
import { useOperations } from "../useOperations";
import { useLinkedRows } from "../useLinkedRows";
import { useSelection } from "../useSelection";
import { axesOf, brushNumbers, brushOf, finiteRange, rowsInside, type Axis, type Brush } from "./axes";
import { BrushControls } from "./BrushControls";
import { BrushScatter } from "./BrushScatter";
import { EnrichmentHeatmap } from "./EnrichmentHeatmap";

/** Measured architectures as points; what those in a rectangle have in common. Needs no predictor's word. */
export function CommonLens() {
  const { dataset, architectures, measured } = useExploration();
  const axes = useMemo(
    () => axesOf(dataset.metrics, architectures, measured),
    [dataset.metrics, architectures, measured],
  );
  const drawable = axes.filter(({ values }) => values.some(Number.isFinite));
  if (drawable.length < 2)
    return (
      <Nothing>
        No architecture of this dataset has a measured metric, so that there is no point to draw. Join a file
        with measurements on the Data page.
      </Nothing>
    );
  return <InCommon axes={drawable} />;
}

function InCommon({ axes }: { axes: readonly Axis[] }) {
  const { dataset, architectures, bestFirst } = useExploration();
  const [state, setState] = useExploreState();
  const selection = useSelection();
  const { operations } = useOperations();
  const byName = (name: string | null) => axes.find(({ metric }) => metric.name === name);
  const up = byName(state.up) ?? axes[0];
  const across = byName(state.across) ?? axes.find((axis) => axis !== up);
  const brush = useMemo(() => brushOf(state.brush), [state.brush]);
  // Architectures that lack a metric could not have been chosen, and are compared with nothing.
  const drawn = useMemo(
    () =>
      across && up
        ? rowsInside(across.values, up.values, {
            x: finiteRange(across.values),
            y: finiteRange(up.values),
          })
        : new Uint32Array(),
    [across, up],
  );
  const inside = useMemo(
    () => (brush && across && up ? rowsInside(across.values, up.values, brush) : drawn),
    [brush, across, up, drawn],
  );
  const selected = useMemo(
    () => (selection.architecture ? architectures.indexOf(selection.architecture) : -1),
    [architectures, selection.architecture],
  );
  const onBrush = useCallback(
    (next: Brush | null) => void setState({ brush: next && brushNumbers(next) }),
    [setState],
  );
  const { pickArchitecture } = selection;
  const onSelect = useCallback(
    (row: number) => pickArchitecture(architectures[row]?.id ?? null),
    [architectures, pickArchitecture],
  );
  const nameOf = useCallback((row: number) => architectures[row]?.id ?? "", [architectures]);
  const describe = useCallback(
    (row: number) =>
      `${nameOf(row)}: ${[up, across]
        .flatMap((axis) =>
          axis ? [`${metricTitle(axis.metric)} ${formatValue(axis.values[row] ?? NaN)}`] : [],
        )
        .join(", ")}`,
    [nameOf, up, across],
  );
  const holdings = useMemo(
    () => holdingsOf(dataset.space, operations, architectures),
    [dataset.space, operations, architectures],
  );
  const found = useMemo(
    () => (brush === null ? null : enrichment(holdings, inside, drawn)),
    [brush, holdings, inside, drawn],
  );
  // What is said of the chosen comes at once; some hundred cells follow.
  const drawnFound = useDeferredValue(found);
  const linked = useCallback(
    (module: Module) => isLinked(dataset.space, selection, module),
    [dataset.space, selection],
  );
  const linkedRows = useLinkedRows();
  if (up === undefined || across === undefined) return null;
  return (
    <>
      <BrushControls
        axes={axes}
        across={across}
        up={up}
        brush={brush}
        numMeasured={bestFirst.length}
        onAxes={(next) => void setState({ ...next, brush: null })}
        onBest={(next) => void setState({ across: next.across, brush: brushNumbers(next.brush) })}
        onBrush={onBrush}
      />
      <BrushScatter
        across={across}
        up={up}
        brush={brush}
        inside={inside}
        linked={linkedRows}
        selected={selected >= 0 ? selected : null}
        nameOf={nameOf}
        describe={describe}
        onBrush={onBrush}
        onSelect={onSelect}
      />
      <div data-found="" className="mt-4" aria-live="polite">
        {found === null ? (
          <Nothing>
            Drag a rectangle over the points, choose the best or the worst, or type a range: what the
            architectures inside have in common appears here.
          </Nothing>
        ) : found.numChosen === 0 ? (
          <Nothing>No architecture lies in this rectangle. Draw a larger one.</Nothing>
        ) : (
          <p className="mb-2 font-medium">
            {formatCount(found.numChosen, "architecture")} chosen of {formatInteger(found.numAll)} measured
            ones. {commonWords(significantCells(found).length, found.numCompared)}
          </p>
        )}
      </div>
      {drawnFound !== null && drawnFound.numChosen > 0 && (
        <EnrichmentHeatmap
          space={dataset.space}
          holdings={holdings}
          found={drawnFound}
          selectedKey={selection.moduleKey}
          isLinked={linked}
          onPick={selection.pickModule}
        />
      )}
    </>
  );
}

const commonWords = (numSure: number, numCompared: number): string =>
  numSure === 0
    ? `Nothing that they hold differs from all by more than chance, of ${formatCount(numCompared, "comparison")}.`
    : `${formatCount(numSure, "operation in its place", "operations in their places")} ${numSure === 1 ? "differs" : "differ"} by more than chance.`;
