import { memo } from "react";
import type { Architecture } from "@/lib/core/architecture";
import type { OperationPaint } from "@/lib/figures/operationPalette";
import type { Node } from "@/lib/core/architecture";

type StripProps = {
  architecture: Pick<Architecture, "units">;
  paint: (node: Node) => OperationPaint;
  /** Pixels of one cell; labels are written from 30 px on. */
  cellWidth?: number;
  cellHeight?: number;
};

const UNIT_GAP = 5;

/** An architecture as a row of coloured cells, one a node, with gaps between units: structure before reading. */
export const ArchitectureStrip = memo(function ArchitectureStrip({
  architecture,
  paint,
  cellWidth = 10,
  cellHeight = 16,
}: StripProps) {
  let x = 0;
  const cells = architecture.units.flatMap((unit, unitIndex) => {
    const drawn = unit.map((node, layerIndex) => ({
      key: `${unitIndex}.${layerIndex}`,
      x: x + layerIndex * cellWidth,
      ...paint(node),
    }));
    x += unit.length * cellWidth + UNIT_GAP;
    return drawn;
  });
  const width = Math.max(1, x - UNIT_GAP);
  const name = architecture.units.map((unit) => unit.map((node) => paint(node).label).join(" ")).join(" | ");
  return (
    <svg
      role="img"
      aria-label={name}
      width={width}
      height={cellHeight}
      viewBox={`0 0 ${width} ${cellHeight}`}
      className="block max-w-full"
    >
      <title>{name}</title>
      {cells.map((cell) => (
        <g key={cell.key}>
          <rect x={cell.x} width={cellWidth - 1} height={cellHeight} rx={1.5} fill={cell.fill} />
          {cellWidth >= 30 && (
            <text
              x={cell.x + (cellWidth - 1) / 2}
              y={cellHeight / 2}
              textAnchor="middle"
              dominantBaseline="central"
              fontSize={10}
              style={{ fill: cell.ink }}
            >
              {cell.label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
});
