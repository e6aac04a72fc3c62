import { memo } from "react";
import { ArchitectureStrip } from "@/components/ui/ArchitectureStrip";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import type { OperationPaint } from "@/lib/figures/operationPalette";

/** One metric's column, as its cells need it. */
export type MetricCell = {
  readonly values: Float64Array;
  readonly low: number;
  readonly high: number;
  readonly write: (value: number) => string;
};

type TableRowProps = {
  id: string;
  /** 0-based position in the sorted table. */
  position: number;
  top: number;
  height: number;
  columns: string;
  cellWidth: number;
  architecture: EvaluatedArchitecture;
  /** Index into the columns of numbers. */
  row: number;
  cells: readonly MetricCell[];
  paint: (node: Node) => OperationPaint;
  isSelected: boolean;
  onSelect: (row: number) => void;
};

/** One architecture with what was measured; a bar in each cell shows where the value lies between the extremes. */
export const TableRow = memo(function TableRow(props: TableRowProps) {
  const { id, position, top, height, columns, cellWidth, architecture, row, cells, paint } = props;
  const { isSelected, onSelect } = props;
  return (
    <div
      id={id}
      role="row"
      aria-rowindex={position + 2}
      aria-selected={isSelected}
      onClick={() => onSelect(row)}
      className={`absolute inset-x-0 grid cursor-pointer items-center border-b border-line ${
        isSelected
          ? "bg-accent-soft outline-accent group-focus-visible:outline-2 group-focus-visible:-outline-offset-2"
          : "hover:bg-sunken"
      }`}
      style={{ top, height, gridTemplateColumns: columns }}
    >
      <span role="gridcell" className="px-2 pr-5 text-right text-muted">
        {architecture.row}
      </span>
      <span
        role="gridcell"
        className="truncate px-2"
        title={[architecture.id, architecture.status].filter(Boolean).join(": ")}
      >
        {architecture.id}
        {architecture.status !== undefined && (
          <span className="text-xs text-warn"> ({architecture.status})</span>
        )}
      </span>
      <span role="gridcell" className="min-w-0 px-2">
        <ArchitectureStrip architecture={architecture} paint={paint} cellWidth={cellWidth} />
      </span>
      {cells.map((cell, index) => (
        <MetricValue
          key={index}
          cell={cell}
          value={cell.values[row] ?? NaN}
          uncounted={architecture.metrics[index] ?? null}
        />
      ))}
    </div>
  );
});

type MetricValueProps = {
  cell: MetricCell;
  value: number;
  /** What a failed evaluation measured; shown, but neither ranked nor drawn. */
  uncounted: number | null;
};

function MetricValue({ cell: { low, high, write }, value, uncounted }: MetricValueProps) {
  if (Number.isNaN(value))
    return (
      <span role="gridcell" className="px-2 pr-5 text-right text-muted">
        {uncounted === null ? "missing" : <s title="not counted: the evaluation failed">{write(uncounted)}</s>}
      </span>
    );
  const share = high > low ? (value - low) / (high - low) : 0;
  return (
    <span role="gridcell" className="px-2 pr-5 text-right">
      {write(value)}
      <span aria-hidden="true" className="block h-[3px] bg-sunken">
        <span className="block h-full bg-accent opacity-70" style={{ width: `${share * 100}%` }} />
      </span>
    </span>
  );
}
