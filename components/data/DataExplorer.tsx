"use client";

import { useCallback, useMemo } from "react";
import { Panel } from "@/components/ui/Panel";
import type { DatasetDetail } from "@/lib/api/contracts";
import type { EvaluatedArchitecture } from "@/lib/core/architecture";
import { operationPalette } from "@/lib/figures/operationPalette";
import { ArchitectureInspector } from "./ArchitectureInspector";
import { ArchitectureTable } from "./ArchitectureTable";
import { FilterBar } from "./FilterBar";
import { MetricHistogram } from "./MetricHistogram";
import { OperationLegend } from "./OperationLegend";
import { ScatterPanel } from "./ScatterPanel";
import { useDataView } from "./useDataView";
import { useRows } from "./useRows";

type DataExplorerProps = { dataset: DatasetDetail; architectures: readonly EvaluatedArchitecture[] };

/** The table, the figures beside it and the selected architecture below, all of one view. */
export function DataExplorer({ dataset, architectures }: DataExplorerProps) {
  const { space, metrics } = dataset;
  const view = useDataView(metrics);
  const rows = useRows(architectures, space, metrics.length, view);
  const paint = useMemo(() => operationPalette(space), [space]);
  const selectedIndex = useMemo(() => {
    const index = architectures.findIndex(({ row }) => row === view.selectedRow);
    return index >= 0 ? index : null;
  }, [architectures, view.selectedRow]);
  const { select } = view;
  const selectIndex = useCallback(
    (index: number) => select(architectures[index]?.row ?? null),
    [architectures, select],
  );
  const selected = selectedIndex === null ? undefined : architectures[selectedIndex];

  return (
    <div className="grid gap-4 xl:grid-cols-[minmax(0,1fr)_24rem]">
      <div className="min-w-0 space-y-4">
        <Panel title="Architectures">
          <div className="space-y-3">
            <FilterBar view={view} metrics={metrics} numShown={rows.shown.length} numRows={architectures.length} />
            <OperationLegend architectures={architectures} space={space} paint={paint} view={view} />
            <ArchitectureTable
              architectures={architectures}
              metrics={metrics}
              rows={rows}
              paint={paint}
              sort={view.sort}
              onSort={view.setSort}
              selectedIndex={selectedIndex}
              onSelect={selectIndex}
            />
          </div>
        </Panel>
        <ArchitectureInspector
          architecture={selected}
          dataset={dataset}
          columns={rows.index.metrics}
          goals={view.goals}
          paint={paint}
        />
      </div>
      <div className="min-w-0 space-y-4">
        {metrics.length > 1 && (
          <ScatterPanel
            architectures={architectures}
            metrics={metrics}
            rows={rows}
            view={view}
            paint={paint}
            selectedIndex={selectedIndex}
            onSelect={selectIndex}
          />
        )}
        {metrics.length > 0 && (
          <Panel title="How each metric is spread" lead="Drag over bars to keep a range, click one to keep it.">
            <div className="grid gap-x-4 gap-y-5 sm:grid-cols-2 xl:grid-cols-1">
              {metrics.map((metric, metricIndex) => (
                <MetricHistogram
                  key={metric.name}
                  metric={metric}
                  values={rows.index.metrics[metricIndex]}
                  shown={rows.shown}
                  range={view.ranges.find((range) => range.metricIndex === metricIndex)}
                  onRange={(range) => view.setRange(metricIndex, range)}
                />
              ))}
            </div>
          </Panel>
        )}
      </div>
    </div>
  );
}
