import { useMemo } from "react";
import type { Architecture } from "@/lib/core/architecture";
import type { SearchSpace } from "@/lib/core/searchSpace";
import { architectureDiagram } from "@/lib/figures/architectureDiagram";

type ArchitectureDrawingProps = {
  space: SearchSpace;
  architecture: Architecture;
  /** Pixels; a larger graph is drawn smaller, so that several stand beside each other, as far as it can be read. */
  maxWidth?: number;
};

/** Smaller letters than at this scale are hard to read; beyond it a drawing is scrolled. */
const LEAST_SCALE = 0.8;

/** Where nodes stand in a row, a strip says it all. */
export const hasEdgesToSee = ({ structure }: Pick<SearchSpace, "structure">): boolean =>
  structure === "cell" || structure === "graph";

/** An architecture as a graph, its nodes in the colours of their operations. */
export function ArchitectureDrawing({ space, architecture, maxWidth = 460 }: ArchitectureDrawingProps) {
  const { width, height, boxes, arrows } = useMemo(
    () => architectureDiagram(space, architecture),
    [space, architecture],
  );
  const name = boxes.map(({ place, label }) => `${place} ${label}`).join(", ");
  const drawnWidth = Math.max(Math.min(width, maxWidth), width * LEAST_SCALE);
  return (
    <div
      className="max-w-full overflow-x-auto"
      tabIndex={0}
      role="region"
      aria-label={`Graph of ${architecture.id}`}
    >
      <svg
        role="img"
        aria-label={name}
        width={drawnWidth}
        viewBox={`0 0 ${width} ${height}`}
        className="block h-auto max-w-none"
      >
        {arrows.map(({ path, tip: [x, y] }, index) => (
          <g key={index} className="text-line-strong">
            <path d={path} fill="none" stroke="currentColor" strokeWidth={1.3} />
            <path d={`M${x},${y}l-8,-4v8z`} fill="currentColor" />
          </g>
        ))}
        {boxes.map(({ x, y, width: boxWidth, height: boxHeight, fill, ink, label, place }) => (
          <g key={`${x} ${y}`} transform={`translate(${x},${y})`} textAnchor="middle" fontSize={11}>
            <title>{`${place}: ${label}`}</title>
            <rect width={boxWidth} height={boxHeight} rx={3} fill={fill} />
            <text x={boxWidth / 2} y={16} fontWeight={600} style={{ fill: ink }}>
              {fitted(label, boxWidth)}
            </text>
            <text x={boxWidth / 2} y={31} style={{ fill: ink }}>
              {fitted(place, boxWidth)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}

const CHARACTER_WIDTH = 7;

const fitted = (text: string, width: number): string => {
  const fits = Math.floor((width - 6) / CHARACTER_WIDTH);
  return text.length <= fits ? text : `${text.slice(0, fits - 1)}…`;
};
