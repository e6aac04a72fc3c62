"use client";

import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useId, useMemo, useRef, type KeyboardEvent } from "react";
import type { EvaluatedArchitecture, Node } from "@/lib/core/architecture";
import type { Metric } from "@/lib/core/dataset";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import { columnFormat } from "./columnFormat";
import { TableHead } from "./TableHead";
import { TableRow, type MetricCell } from "./TableRow";
import { steppedPosition, tableWidths } from "./tableGeometry";
import type { Rows } from "./useRows";
import type { Sort } from "./viewState";

const ROW_HEIGHT = 30;
const HEAD_HEIGHT = 44;

type ArchitectureTableProps = {
  architectures: readonly EvaluatedArchitecture[];
  metrics: readonly Metric[];
  rows: Rows;
  paint: (node: Node) => OperationPaint;
  sort: Sort;
  onSort: (sort: Sort) => void;
  selectedIndex: number | null;
  onSelect: (index: number) => void;
};

/**
 * Only the rows in sight are on the page. The grid keeps the focus and the arrow keys move the selection through it,
 * because the row that would have the focus leaves the page when it is scrolled away.
 */
export function ArchitectureTable(props: ArchitectureTableProps) {
  const { architectures, metrics, rows, paint, sort, onSort, selectedIndex, onSelect } = props;
  const { sorted, index } = rows;
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const cells = useMemo<MetricCell[]>(() => index.metrics.map(metricCell), [index]);
  const widths = useMemo(() => tableWidths(architectures, metrics), [architectures, metrics]);
  const virtualizer = useVirtualizer({
    count: sorted.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 10,
    scrollPaddingStart: HEAD_HEIGHT,
    paddingStart: HEAD_HEIGHT,
  });
  const position = useMemo(
    () => (selectedIndex === null ? -1 : sorted.indexOf(selectedIndex)),
    [sorted, selectedIndex],
  );
  // Another order or filter begins at its top, unless the selected row is in it.
  useEffect(() => {
    if (position >= 0) virtualizer.scrollToIndex(position, { align: "auto" });
    else virtualizer.scrollToOffset(0);
  }, [position, sorted, virtualizer]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget) return;
    const rowsInSight = Math.floor((box.current?.clientHeight ?? 0) / ROW_HEIGHT) - 2;
    const next = steppedPosition(event.key, position, sorted.length, rowsInSight);
    const row = next === null ? undefined : sorted[next];
    if (row === undefined) return;
    event.preventDefault();
    onSelect(row);
  };

  return (
    <>
      <div
        ref={box}
        role="grid"
        tabIndex={0}
        aria-label="Architectures"
        aria-rowcount={sorted.length + 1}
        aria-activedescendant={position >= 0 ? `${id}-${position}` : undefined}
        onKeyDown={onKeyDown}
        className="group relative max-h-[28rem] overflow-auto rounded border border-line lg:max-h-[34rem]"
      >
        <div style={{ height: virtualizer.getTotalSize(), minWidth: widths.total }}>
          <TableHead metrics={metrics} columns={widths.template} height={HEAD_HEIGHT} sort={sort} onSort={onSort} />
          {virtualizer.getVirtualItems().map((item) => {
            const row = sorted[item.index];
            const architecture = row === undefined ? undefined : architectures[row];
            if (row === undefined || architecture === undefined) return null;
            return (
              <TableRow
                key={row}
                id={`${id}-${item.index}`}
                position={item.index}
                top={item.start}
                height={ROW_HEIGHT}
                columns={widths.template}
                cellWidth={widths.cellWidth}
                architecture={architecture}
                row={row}
                cells={cells}
                paint={paint}
                isSelected={row === selectedIndex}
                onSelect={onSelect}
              />
            );
          })}
        </div>
      </div>
      {sorted.length === 0 && (
        <p className="text-muted">No architecture passes the filter. Take a word or a range away to see more.</p>
      )}
    </>
  );
}

/** What a cell needs to write its number and draw its bar. */
function metricCell(values: Float64Array): MetricCell {
  let low = Infinity;
  let high = -Infinity;
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return { values, low, high, write: columnFormat(values) };
}
